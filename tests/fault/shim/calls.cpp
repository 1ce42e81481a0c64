// SPDX-License-Identifier: GPL-3.0-or-later
// Stands before the C library in a program that is run with LD_PRELOAD: counts what the program does in one
// folder, and lets it fail there as plan() says.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <string>
#include <string_view>

#include "tests/fault/shim/journal.h"
#include "tests/fault/shim/open_files.h"
#include "tests/fault/shim/plan.h"

namespace newsline::fault {
namespace {

/// The function of this name that the program would call without us.
template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// Whether the call fails; a crash does not return.
bool fails(Deed deed) {
  if (deed == Deed::kill) end_process();
  if (deed != Deed::once && deed != Deed::forever) return false;
  errno = plan().error_number;
  return true;
}

/// What somebody else does to a file while the program reads it.
void disturb(Deed deed, const std::string& path) {
  struct stat status {};
  if (deed == Deed::shrink && stat(path.c_str(), &status) == 0) [[maybe_unused]]
    const int ignored = ::truncate(path.c_str(), status.st_size / 2);
  if (deed == Deed::vanish) next<int (*)(const char*)>("unlink")(path.c_str());
  if (deed == Deed::replace)
    next<int (*)(const char*, const char*)>("rename")(plan().other.c_str(), path.c_str());
}

using OpenAt = int (*)(int, const char*, int, ...);

int counted_open(int folder, const char* path, int flags, mode_t mode) {
  static const auto kReal = next<OpenAt>("openat64");
  const std::string whole = whole_path(folder, path);
  if (!plan().concerns(whole)) return kReal(folder, path, flags, mode);
  const JournalEntry entry;
  const Deed deed = count(Call::open);
  if (fails(deed)) return -1;
  disturb(deed, whole);
  const int file = kReal(folder, path, flags, mode);
  if (file < 0) return file;
  entry.note(Step::open, note_open(file), static_cast<std::uint64_t>(flags), whole);
  return file;
}

/// Counts a call by path, and notes it where it succeeds.
template <typename Work>
int counted(Call call, Step step, const std::string& path, Work&& work) {
  if (!plan().concerns(path)) return work();
  const JournalEntry entry;
  if (fails(count(call))) return -1;
  const int result = work();
  if (result == 0) entry.note(step, 0, 0, path);
  return result;
}

template <typename Work>
ssize_t counted_read(int file, Work&& work) {
  if (handle_of(file) == 0) return work();
  const Deed deed = count(Call::read);
  if (fails(deed)) return -1;
  if (deed != Deed::nothing) disturb(deed, path_of(file));
  return work();
}

template <typename Work>
ssize_t counted_write(int file, const void* bytes, std::size_t size, off64_t offset, Work&& work) {
  const std::uint64_t handle = handle_of(file);
  if (handle == 0) return work(size);
  const JournalEntry entry;
  const Deed deed = count(Call::write);
  if (deed == Deed::tear) {
    work(size / 2);
    end_process();
  }
  if (fails(deed)) return -1;
  const ssize_t written = work(size);
  if (written > 0)
    entry.note(Step::write, handle, static_cast<std::uint64_t>(offset),
               {static_cast<const char*>(bytes), static_cast<std::size_t>(written)});
  return written;
}

bool is_generation(const std::string& path) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  return name.starts_with("gen-") && !name.ends_with(".tmp");
}

int counted_sync(Call call, const char* name, int file) {
  const auto real = next<int (*)(int)>(name);
  const std::uint64_t handle = handle_of(file);
  if (handle == 0) return real(file);
  const JournalEntry entry;
  if (fails(count(call))) return -1;
  const int result = real(file);
  if (result != 0) return result;
  entry.note(Step::sync, handle, 0, {});
  if (is_generation(path_of(file))) count_commit();
  return result;
}

int counted_truncate(int file, off64_t size) {
  static const auto kReal = next<int (*)(int, off64_t)>("ftruncate64");
  const std::uint64_t handle = handle_of(file);
  if (handle == 0) return kReal(file, size);
  const JournalEntry entry;
  if (fails(count(Call::truncate))) return -1;
  const int result = kReal(file, size);
  if (result == 0) entry.note(Step::truncate, handle, static_cast<std::uint64_t>(size), {});
  return result;
}

int counted_close(int file) {
  static const auto kReal = next<int (*)(int)>("close");
  if (handle_of(file) == 0) return kReal(file);
  const Deed deed = count(Call::close);
  note_close(file);
  if (deed == Deed::kill) end_process();
  const int result = kReal(file);  // a file is closed even where close() fails
  return fails(deed) ? -1 : result;
}

mode_t mode_of(int flags, va_list rest) {
  const bool has_mode = (flags & (O_CREAT | O_TMPFILE)) != 0;
  return has_mode ? va_arg(rest, mode_t) : 0;
}

}  // namespace
}  // namespace newsline::fault

using namespace newsline::fault;

/// What the linker is to find before the C library.
#define NEWSLINE_SHIM extern "C" __attribute__((visibility("default")))

NEWSLINE_SHIM int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return counted_open(AT_FDCWD, path, flags, mode);
}

NEWSLINE_SHIM int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return counted_open(AT_FDCWD, path, flags, mode);
}

NEWSLINE_SHIM int openat(int folder, const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return counted_open(folder, path, flags, mode);
}

NEWSLINE_SHIM int openat64(int folder, const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return counted_open(folder, path, flags, mode);
}

NEWSLINE_SHIM int __open_2(const char* path, int flags) { return counted_open(AT_FDCWD, path, flags, 0); }
NEWSLINE_SHIM int __open64_2(const char* path, int flags) { return counted_open(AT_FDCWD, path, flags, 0); }
NEWSLINE_SHIM int __openat_2(int folder, const char* path, int flags) {
  return counted_open(folder, path, flags, 0);
}
NEWSLINE_SHIM int __openat64_2(int folder, const char* path, int flags) {
  return counted_open(folder, path, flags, 0);
}

NEWSLINE_SHIM ssize_t read(int file, void* bytes, size_t size) {
  static const auto kReal = next<ssize_t (*)(int, void*, size_t)>("read");
  return counted_read(file, [&] { return kReal(file, bytes, size); });
}

NEWSLINE_SHIM ssize_t __read_chk(int file, void* bytes, size_t size, size_t) {
  return read(file, bytes, size);
}

NEWSLINE_SHIM ssize_t pread64(int file, void* bytes, size_t size, off64_t offset) {
  static const auto kReal = next<ssize_t (*)(int, void*, size_t, off64_t)>("pread64");
  return counted_read(file, [&] { return kReal(file, bytes, size, offset); });
}

NEWSLINE_SHIM ssize_t pread(int file, void* bytes, size_t size, off_t offset) {
  return pread64(file, bytes, size, offset);
}
NEWSLINE_SHIM ssize_t __pread64_chk(int file, void* bytes, size_t size, off64_t offset, size_t) {
  return pread64(file, bytes, size, offset);
}

NEWSLINE_SHIM ssize_t write(int file, const void* bytes, size_t size) {
  static const auto kReal = next<ssize_t (*)(int, const void*, size_t)>("write");
  const off64_t offset = handle_of(file) == 0 ? 0 : lseek64(file, 0, SEEK_CUR);
  return counted_write(file, bytes, size, offset, [&](size_t part) { return kReal(file, bytes, part); });
}

NEWSLINE_SHIM ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  static const auto kReal = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  return counted_write(file, bytes, size, offset,
                       [&](size_t part) { return kReal(file, bytes, part, offset); });
}

NEWSLINE_SHIM ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  return pwrite64(file, bytes, size, offset);
}

NEWSLINE_SHIM int fsync(int file) { return counted_sync(Call::fsync, "fsync", file); }
NEWSLINE_SHIM int fdatasync(int file) { return counted_sync(Call::fdatasync, "fdatasync", file); }
NEWSLINE_SHIM int ftruncate64(int file, off64_t size) noexcept { return counted_truncate(file, size); }
NEWSLINE_SHIM int ftruncate(int file, off_t size) noexcept { return counted_truncate(file, size); }
NEWSLINE_SHIM int close(int file) { return counted_close(file); }

NEWSLINE_SHIM int rename(const char* from, const char* to) noexcept {
  static const auto kReal = next<int (*)(const char*, const char*)>("rename");
  const std::string first = whole_path(AT_FDCWD, from);
  if (!plan().concerns(first)) return kReal(from, to);
  const JournalEntry entry;
  if (fails(count(Call::rename))) return -1;
  const int result = kReal(from, to);
  if (result == 0) entry.note(Step::rename, 0, first.size(), first, whole_path(AT_FDCWD, to));
  return result;
}

NEWSLINE_SHIM int unlink(const char* path) noexcept {
  static const auto kReal = next<int (*)(const char*)>("unlink");
  return counted(Call::unlink, Step::unlink, whole_path(AT_FDCWD, path), [&] { return kReal(path); });
}

NEWSLINE_SHIM int rmdir(const char* path) noexcept {
  static const auto kReal = next<int (*)(const char*)>("rmdir");
  return counted(Call::unlink, Step::remove, whole_path(AT_FDCWD, path), [&] { return kReal(path); });
}

NEWSLINE_SHIM int unlinkat(int folder, const char* path, int flags) noexcept {
  static const auto kReal = next<int (*)(int, const char*, int)>("unlinkat");
  const Step step = (flags & AT_REMOVEDIR) != 0 ? Step::remove : Step::unlink;
  return counted(Call::unlink, step, whole_path(folder, path), [&] { return kReal(folder, path, flags); });
}

NEWSLINE_SHIM int remove(const char* path) noexcept {
  struct stat status {};
  const bool is_folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
  return is_folder ? rmdir(path) : unlink(path);
}

NEWSLINE_SHIM int mkdir(const char* path, mode_t mode) noexcept {
  static const auto kReal = next<int (*)(const char*, mode_t)>("mkdir");
  return counted(Call::mkdir, Step::make, whole_path(AT_FDCWD, path), [&] { return kReal(path, mode); });
}
