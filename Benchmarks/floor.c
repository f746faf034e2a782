/* The floor of the build's time: what any program must do that makes this site.
 *
 *     floor CONTENT SITE TARGET
 *
 * Two threads list and read every file of CONTENT, run cmark-gfm over the body of each Markdown file
 * and throw the HTML away, then write the files of the finished SITE into the fresh folder TARGET.
 * SITE is in memory before the clock starts: only its writing is counted. One line of JSON tells
 * the times; those of the phases are sums over both threads, waiting for the lock included.
 *
 *     cc -O2 -Wall -Wextra -Werror -o floor floor.c -lcmark-gfm-extensions -lcmark-gfm -lpthread
 */

#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

enum { THREADS = 2, EXTENSIONS = 4 };

static const int OPTIONS = CMARK_OPT_FOOTNOTES;
static const char *const EXTENSION_NAMES[EXTENSIONS] = {"table", "strikethrough", "autolink", "tasklist"};
static cmark_syntax_extension *extensions[EXTENSIONS];

/* While it finishes a document, cmark-gfm adds the characters of strikethrough and autolink to a
 * table that all parsers share, and takes them out again: two threads must not do so at once. */
static pthread_mutex_t inline_phase = PTHREAD_MUTEX_INITIALIZER;

struct buffer {
  char *bytes;
  size_t size, capacity;
};

struct file {
  char *path; /* Relative to the folder that was listed. */
  struct buffer content;
  bool opens_folder; /* The first of its folder: whoever writes it makes the folder. */
};

struct folder {
  int handle;
  struct file *files;
  size_t count, capacity;
};

struct phases {
  double read, cmark, write;
};

struct work {
  struct folder content, site;
  int target;
  atomic_size_t next;
};

struct worker {
  struct work *work;
  struct phases spent;
  struct buffer scratch;
  size_t bytes_in, bytes_out, pages;
};

/* --- Small tools --------------------------------------------------------------------------- */

__attribute__((noreturn, format(printf, 1, 2))) static void fail(const char *format, ...) {
  int error = errno;
  va_list arguments;
  va_start(arguments, format);
  fputs("floor: ", stderr);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fprintf(stderr, error ? ": %s\n" : "\n", strerror(error));
  exit(EXIT_FAILURE);
}

static void *grown(void *memory, size_t size) {
  void *larger = realloc(memory, size);
  if (!larger) fail("out of memory");
  return larger;
}

static double seconds(struct timespec time) { return (double)time.tv_sec + (double)time.tv_nsec / 1e9; }

static double now(void) {
  struct timespec time;
  if (clock_gettime(CLOCK_MONOTONIC, &time)) fail("clock_gettime");
  return seconds(time);
}

static double processor_time(void) {
  struct rusage usage;
  if (getrusage(RUSAGE_SELF, &usage)) fail("getrusage");
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static bool ends_with(const char *text, const char *ending) {
  size_t length = strlen(text), tail = strlen(ending);
  return length >= tail && !strcmp(text + length - tail, ending);
}

/* --- Listing and reading ------------------------------------------------------------------- */

static char *joined(const char *folder, const char *name) {
  char *path = NULL;
  if (asprintf(&path, *folder ? "%s/%s" : "%s%s", folder, name) < 0) fail("out of memory");
  return path;
}

static void add_file(struct folder *folder, char *path, bool opens_folder) {
  if (folder->count == folder->capacity) {
    folder->capacity = folder->capacity ? 2 * folder->capacity : 1024;
    folder->files = grown(folder->files, folder->capacity * sizeof *folder->files);
  }
  folder->files[folder->count++] = (struct file){.path = path, .opens_folder = opens_folder};
}

static unsigned char kind_of(int parent, const struct dirent *entry) {
  struct stat status;
  if (entry->d_type != DT_UNKNOWN) return entry->d_type; /* Some file systems do not tell. */
  if (fstatat(parent, entry->d_name, &status, AT_SYMLINK_NOFOLLOW)) fail("%s", entry->d_name);
  return S_ISDIR(status.st_mode) ? DT_DIR : S_ISREG(status.st_mode) ? DT_REG : DT_LNK;
}

static DIR *open_folder(const struct folder *folder, const char *path) {
  int handle = openat(folder->handle, *path ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *stream = handle < 0 ? NULL : fdopendir(handle);
  if (!stream) fail("%s", path);
  return stream;
}

/* Folders nest a few levels deep, so recursion is safe here; links are not followed. */
static void list(struct folder *folder, const char *path) {
  DIR *stream = open_folder(folder, path);
  bool first = true;
  struct dirent *entry;
  while (errno = 0, (entry = readdir(stream))) {
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    unsigned char kind = kind_of(dirfd(stream), entry);
    if (kind != DT_DIR && kind != DT_REG) continue;
    char *inner = joined(path, entry->d_name);
    if (kind == DT_REG) {
      add_file(folder, inner, first);
      first = false;
    } else {
      list(folder, inner);
      free(inner);
    }
  }
  if (errno) fail("%s", path);
  closedir(stream);
}

static void open_and_list(struct folder *folder, const char *path) {
  folder->handle = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder->handle < 0) fail("%s", path);
  list(folder, "");
}

static void make_room(struct buffer *buffer, size_t size) {
  if (buffer->capacity >= size) return;
  buffer->bytes = grown(buffer->bytes, size);
  buffer->capacity = size;
}

static void read_file(int folder, const char *path, struct buffer *into) {
  struct stat status;
  int handle = openat(folder, path, O_RDONLY | O_CLOEXEC);
  if (handle < 0 || fstat(handle, &status)) fail("%s", path);
  size_t size = (size_t)status.st_size;
  make_room(into, size);
  for (into->size = 0; into->size < size;) {
    ssize_t got = read(handle, into->bytes + into->size, size - into->size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("%s", path);
    if (got == 0) break;
    into->size += (size_t)got;
  }
  close(handle);
}

static void load(struct folder *folder) {
  for (size_t place = 0; place < folder->count; place++)
    read_file(folder->handle, folder->files[place].path, &folder->files[place].content);
}

static void release(struct folder *folder) {
  for (size_t place = 0; place < folder->count; place++) {
    free(folder->files[place].path);
    free(folder->files[place].content.bytes);
  }
  free(folder->files);
  close(folder->handle);
}

/* --- Markdown ------------------------------------------------------------------------------ */

static void register_extensions(void) {
  cmark_gfm_core_extensions_ensure_registered();
  for (int place = 0; place < EXTENSIONS; place++) {
    extensions[place] = cmark_find_syntax_extension(EXTENSION_NAMES[place]);
    if (!extensions[place]) fail("cmark-gfm has no extension %s", EXTENSION_NAMES[place]);
  }
}

/* Where the text begins after the front matter between two lines of three dashes. */
static size_t body_start(const struct buffer *text) {
  static const char mark[] = "\n---\n";
  const size_t length = sizeof mark - 1;
  if (text->size < 4 || memcmp(text->bytes, mark + 1, 4)) return 0;
  const char *end = memmem(text->bytes + 3, text->size - 3, mark, length);
  return end ? (size_t)(end - text->bytes) + length : 0;
}

static cmark_node *parsed(cmark_parser *parser, const char *text, size_t size) {
  for (int place = 0; place < EXTENSIONS; place++)
    if (!cmark_parser_attach_syntax_extension(parser, extensions[place])) fail("cmark-gfm");
  cmark_parser_feed(parser, text, size);
  pthread_mutex_lock(&inline_phase);
  cmark_node *document = cmark_parser_finish(parser);
  pthread_mutex_unlock(&inline_phase);
  if (!document) fail("cmark-gfm");
  return document;
}

static void render_and_discard(const struct buffer *text) {
  size_t start = body_start(text);
  cmark_parser *parser = cmark_parser_new(OPTIONS);
  cmark_node *document = parsed(parser, text->bytes + start, text->size - start);
  char *html = cmark_render_html(document, OPTIONS, cmark_parser_get_syntax_extensions(parser));
  if (!html) fail("cmark-gfm");
  cmark_get_default_mem_allocator()->free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
}

/* --- Writing ------------------------------------------------------------------------------- */

/* Makes the folder of `path` and those above it; another thread may have been first. */
static void make_folder_of(int target, const char *path) {
  const char *slash = strrchr(path, '/');
  if (!slash) return;
  char *folder = strndup(path, (size_t)(slash - path));
  if (!folder) fail("out of memory");
  if (mkdirat(target, folder, 0777) && errno == ENOENT) {
    make_folder_of(target, folder);
    mkdirat(target, folder, 0777); /* Where this fails too, creating the file says why. */
  }
  free(folder);
}

static int create(int target, const struct file *file) {
  const int how = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
  if (file->opens_folder) make_folder_of(target, file->path);
  int handle = openat(target, file->path, how, 0666);
  if (handle < 0 && errno == ENOENT) {
    make_folder_of(target, file->path);
    handle = openat(target, file->path, how, 0666);
  }
  if (handle < 0) fail("%s", file->path);
  return handle;
}

static void write_file(int target, const struct file *file) {
  int handle = create(target, file);
  for (size_t done = 0; done < file->content.size;) {
    ssize_t put = write(handle, file->content.bytes + done, file->content.size - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) fail("%s", file->path);
    done += (size_t)put;
  }
  if (close(handle)) fail("%s", file->path);
}

/* --- The work ------------------------------------------------------------------------------ */

static void take_in(struct worker *worker, const struct file *file) {
  double start = now();
  read_file(worker->work->content.handle, file->path, &worker->scratch);
  double after_reading = now();
  worker->spent.read += after_reading - start;
  worker->bytes_in += worker->scratch.size;
  if (!ends_with(file->path, ".md")) return;
  render_and_discard(&worker->scratch);
  worker->spent.cmark += now() - after_reading;
  worker->pages++;
}

static void put_out(struct worker *worker, const struct file *file) {
  double start = now();
  write_file(worker->work->target, file);
  worker->spent.write += now() - start;
  worker->bytes_out += file->content.size;
}

/* The content comes first in the common order of the work, then the site. */
static void *run(void *argument) {
  struct worker *worker = argument;
  struct work *work = worker->work;
  const size_t inputs = work->content.count, all = inputs + work->site.count;
  for (size_t place; (place = atomic_fetch_add(&work->next, 1)) < all;) {
    if (place < inputs) take_in(worker, &work->content.files[place]);
    else put_out(worker, &work->site.files[place - inputs]);
  }
  return NULL;
}

static void run_threads(struct worker workers[THREADS], struct work *work) {
  pthread_t threads[THREADS];
  for (int place = 0; place < THREADS; place++) {
    workers[place] = (struct worker){.work = work};
    errno = pthread_create(&threads[place], NULL, run, &workers[place]);
    if (errno) fail("pthread_create");
  }
  for (int place = 0; place < THREADS; place++) {
    errno = pthread_join(threads[place], NULL);
    if (errno) fail("pthread_join");
  }
}

static void open_target(struct work *work, const char *path) {
  if (mkdir(path, 0777)) fail("%s", path);
  work->target = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (work->target < 0) fail("%s", path);
}

static void report(const struct worker workers[THREADS], size_t files, double listing, double wall, double cpu) {
  struct worker sum = {.spent.read = listing};
  for (int place = 0; place < THREADS; place++) {
    sum.pages += workers[place].pages;
    sum.bytes_in += workers[place].bytes_in;
    sum.bytes_out += workers[place].bytes_out;
    sum.spent.read += workers[place].spent.read;
    sum.spent.cmark += workers[place].spent.cmark;
    sum.spent.write += workers[place].spent.write;
  }
  printf("{\"pages\": %zu, \"files_written\": %zu, \"bytes_in\": %zu, \"bytes_out\": %zu, "
         "\"wall_s\": %.6f, \"cpu_s\": %.6f, \"read_s\": %.6f, \"cmark_s\": %.6f, \"write_s\": %.6f}\n",
         sum.pages, files, sum.bytes_in, sum.bytes_out, wall, cpu, sum.spent.read, sum.spent.cmark,
         sum.spent.write);
}

int main(int count, char **arguments) {
  if (count != 4) {
    fputs("usage: floor CONTENT SITE TARGET\n", stderr);
    return 2;
  }
  static struct work work;
  struct worker workers[THREADS];
  open_and_list(&work.site, arguments[2]);
  load(&work.site);
  register_extensions();

  double cpu = processor_time(), start = now();
  open_and_list(&work.content, arguments[1]);
  double listing = now() - start;
  open_target(&work, arguments[3]);
  run_threads(workers, &work);
  double wall = now() - start;
  cpu = processor_time() - cpu;

  report(workers, work.site.count, listing, wall, cpu);
  for (int place = 0; place < THREADS; place++) free(workers[place].scratch.bytes);
  release(&work.content);
  release(&work.site);
  close(work.target);
  return fflush(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
