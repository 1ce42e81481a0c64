// SPDX-License-Identifier: GPL-3.0-or-later
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Ranks articles as a program does that takes Lucene as it comes: see tests/relevance/peer.h for the files. */
public final class LuceneRelevance {
  private static final int DEPTH = 1000;
  private static final int PAGE = 10;
  /** Questions that are put untimed, in whole rounds, after which the JVM has compiled what they need. */
  private static final int WARMING_QUESTIONS = 1000;
  /** Title and body together; with the offsets of words, which make highlighting fast. */
  private static final String TEXT = "text";

  private static final FieldType TEXT_TYPE = new FieldType(TextField.TYPE_STORED);

  static {
    TEXT_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
  }

  private final Analyzer analyzer;
  private final IndexSearcher searcher;

  private LuceneRelevance(Analyzer analyzer, IndexSearcher searcher) {
    this.analyzer = analyzer;
    this.searcher = searcher;
  }

  private static List<String[]> fields(String path) throws IOException {
    List<String[]> all = new ArrayList<>();
    for (String line : Files.readAllLines(Paths.get(path))) all.add(line.split("\t", -1));
    return all;
  }

  private static void build(Analyzer analyzer, List<String[]> articles, FSDirectory index) throws IOException {
    try (IndexWriter writer = new IndexWriter(index, new IndexWriterConfig(analyzer))) {
      for (String[] article : articles) {
        Document document = new Document();
        document.add(new StringField("id", article[0], Field.Store.YES));
        document.add(new Field(TEXT, article[1] + "\n" + article[2], TEXT_TYPE));
        writer.addDocument(document);
      }
    }
  }

  /** Any word is enough. No words are left of a question of stop words alone: null. */
  private Query query(String question) {
    return new QueryBuilder(analyzer).createBooleanQuery(TEXT, question, Occur.SHOULD);
  }

  private void firstPage(String question) throws IOException {
    Query query = query(question);
    if (query == null) return;
    TopDocs top = searcher.search(query, PAGE);
    new UnifiedHighlighter(searcher, analyzer).highlight(TEXT, query, top);
    for (ScoreDoc hit : top.scoreDocs) searcher.doc(hit.doc);
  }

  private double millisecondsOfFirstPage(String question) throws IOException {
    long start = System.nanoTime();
    firstPage(question);
    return (System.nanoTime() - start) / 1e6;
  }

  private String ranked(String question) throws IOException {
    StringBuilder ids = new StringBuilder();
    Query query = query(question);
    if (query == null) return "";
    for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
      ids.append('\t').append(searcher.doc(hit.doc).get("id"));
    }
    return ids.toString();
  }

  public static void main(String[] arguments) throws IOException {
    Analyzer analyzer = arguments[0].equals("en") ? new EnglishAnalyzer() : new StandardAnalyzer();
    Path folder = Paths.get(arguments[1]).resolveSibling("lucene-index");
    List<String[]> questions = fields(arguments[2]);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (FSDirectory index = FSDirectory.open(folder)) {
      build(analyzer, fields(arguments[1]), index);
      try (DirectoryReader reader = DirectoryReader.open(index)) {
        LuceneRelevance lucene = new LuceneRelevance(analyzer, new IndexSearcher(reader));
        for (int asked = 0; asked < WARMING_QUESTIONS && !questions.isEmpty(); asked += questions.size()) {
          for (String[] question : questions) lucene.firstPage(question[1]);
        }
        for (String[] question : questions) {
          double milliseconds = lucene.millisecondsOfFirstPage(question[1]);
          out.println(question[0] + "\t" + milliseconds + lucene.ranked(question[1]));
        }
      }
    }
    out.flush();
  }
}
