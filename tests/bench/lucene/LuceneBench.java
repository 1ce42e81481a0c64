// SPDX-License-Identifier: GPL-3.0-or-later
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

/** Builds and asks a Lucene index as its documentation advises: one writer for all threads, a large buffer. */
public final class LuceneBench {
  private static final FacetsConfig FACETS = new FacetsConfig();
  private static final String[] END = {};

  static {
    FACETS.setMultiValued("tag", true);
  }

  private static Document document(String[] fields) {
    Document document = new Document();
    document.add(new StringField("id", fields[0], Field.Store.YES));
    document.add(new TextField("title", fields[1], Field.Store.YES));
    document.add(new StoredField("body", fields[4]));
    // Words are looked for in title and body together, as by every other program here.
    document.add(new TextField("text", fields[1], Field.Store.NO));
    document.add(new TextField("text", fields[4], Field.Store.NO));
    if (!fields[2].isEmpty()) {
      long seconds = Instant.parse(fields[2]).getEpochSecond();
      document.add(new NumericDocValuesField("published", seconds));
      document.add(new LongPoint("published", seconds));
      document.add(new StoredField("published", seconds));
      document.add(new StringField("month", fields[2].substring(0, 7), Field.Store.NO));
    }
    for (String tag : fields[3].split("\\|")) {
      if (tag.isEmpty()) continue;
      document.add(new StringField("tag", tag, Field.Store.YES));
      document.add(new SortedSetDocValuesFacetField("tag", tag));
    }
    return document;
  }

  private static void build(Path articles, Path index, int threads) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer());
    config.setRAMBufferSizeMB(256);
    BlockingQueue<String[]> queue = new ArrayBlockingQueue<>(1000);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), config)) {
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < threads; ++i) {
        Thread worker = new Thread(() -> add(writer, queue));
        worker.start();
        workers.add(worker);
      }
      try (BufferedReader lines = Files.newBufferedReader(articles)) {
        for (String line; (line = lines.readLine()) != null; ) queue.put(line.split("\t", -1));
      }
      for (int i = 0; i < threads; ++i) queue.put(END);
      for (Thread worker : workers) worker.join();
      writer.commit();
    }
  }

  private static void add(IndexWriter writer, BlockingQueue<String[]> queue) {
    try {
      for (String[] fields; (fields = queue.take()) != END; )
        writer.addDocument(FACETS.build(document(fields)));
    } catch (IOException | InterruptedException error) {
      throw new IllegalStateException(error);
    }
  }

  private static Query words(String kind, String[] words) {
    if (kind.equals("prefix")) return new PrefixQuery(new Term("text", words[0]));
    if (kind.equals("phrase")) return new PhraseQuery("text", words);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : words) all.add(new TermQuery(new Term("text", word)), Occur.MUST);
    return words.length == 1 ? new TermQuery(new Term("text", words[0])) : all.build();
  }

  private static Query query(String[] question) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean asks = !question[1].isEmpty();
    if (asks) all.add(words(question[0], question[1].split(" ")), Occur.MUST);
    if (!question[2].isEmpty()) all.add(new TermQuery(new Term("tag", question[2])), Occur.FILTER);
    if (!question[3].isEmpty()) all.add(new TermQuery(new Term("month", question[3])), Occur.FILTER);
    BooleanQuery built = all.build();
    if (built.clauses().isEmpty()) return new MatchAllDocsQuery();
    return built.clauses().size() == 1 && asks ? built.clauses().get(0).getQuery() : built;
  }

  private static long answer(IndexSearcher searcher, SortedSetDocValuesReaderState state, String[] question)
      throws IOException {
    Query query = query(question);
    TopDocs top;
    if (question[0].startsWith("facet")) {
      FacetsCollector collector = new FacetsCollector();
      top = FacetsCollector.search(searcher, query, 10, collector);
      new SortedSetDocValuesFacetCounts(state, collector).getTopChildren(10, "tag");
    } else if (question[0].startsWith("newest")) {
      SortField newest = new SortField("published", SortField.Type.LONG, true);
      newest.setCanUsePoints();
      top = searcher.search(query, 10, new Sort(newest));
    } else {
      top = searcher.search(query, 10);
    }
    for (ScoreDoc hit : top.scoreDocs) searcher.doc(hit.doc).get("title");
    return top.totalHits.value;
  }

  private static void ask(Path index, Path questions, int rounds) throws IOException {
    List<String[]> all = new ArrayList<>();
    for (String line : Files.readAllLines(questions)) all.add(line.split("\t", -1));
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader);
      // The first rounds warm the JVM up and are not told.
      for (int round = -rounds; round < rounds; ++round) {
        for (String[] question : all) {
          long start = System.nanoTime();
          long total = answer(searcher, state, question);
          double milliseconds = (System.nanoTime() - start) / 1e6;
          if (round >= 0) System.out.println(question[0] + "\t" + milliseconds + "\t" + total);
        }
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path first = Paths.get(arguments[1]);
    Path second = Paths.get(arguments[2]);
    int number = Integer.parseInt(arguments[3]);
    if (arguments[0].equals("build")) {
      build(first, second, number);
    } else {
      ask(first, second, number);
    }
  }
}
