// A power cut for tests: what was never synced is gone.
//
//     LD_PRELOAD=power-cut.so POWER_CUT_WATCH=DIR POWER_CUT_MIRROR=DIR2 program ...
//
// After each fsync or fdatasync that succeeds on a file below WATCH its content is copied to the same place below
// MIRROR, before the call returns. A test kills the program with SIGKILL and goes on with MIRROR: that is the disk
// after the cut. A test that wants some unsynced writes to have survived, as a real disk allows, mixes files of WATCH
// and MIRROR.
//
// Names: a rename or unlink reaches MIRROR at once, or with POWER_CUT_NAMES=synced only when the directory is synced,
// as POSIX has it. A file renamed before its content was synced is empty in MIRROR, which is how file systems lose it.
// Promises: MIRROR never holds half a file. Whatever the shim itself cannot do aborts the program: a test must not
// pass by it. Refuses: to see O_SYNC, sync(2), msync(2) and io_uring, which the tested program does not use.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PENDING_LIMIT 4096  // renames and unlinks waiting for their directory; a state directory sees a handful

struct change {
    char from[PATH_MAX];  // in MIRROR
    char to[PATH_MAX];    // in MIRROR; empty for an unlink
};

static char watch[PATH_MAX], mirror[PATH_MAX];
static int names_wait;
static struct change *pending[PENDING_LIMIT];
static int pending_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_renameat)(int, const char *, int, const char *);
static int (*real_renameat2)(int, const char *, int, const char *, unsigned);
static int (*real_unlink)(const char *);
static int (*real_unlinkat)(int, const char *, int);
static int (*real_remove)(const char *);

static void give_up(const char *what, const char *path) {
    dprintf(2, "power-cut: cannot %s %s: %s\n", what, path, strerror(errno));
    abort();
}

static void join(char *out, const char *first, const char *second) {
    if (snprintf(out, PATH_MAX, "%s%s", first, second) >= PATH_MAX) {
        errno = ENAMETOOLONG;
        give_up("join", first);
    }
}

__attribute__((constructor)) static void start(void) {
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_renameat = dlsym(RTLD_NEXT, "renameat");
    real_renameat2 = dlsym(RTLD_NEXT, "renameat2");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_unlinkat = dlsym(RTLD_NEXT, "unlinkat");
    real_remove = dlsym(RTLD_NEXT, "remove");
    const char *from = getenv("POWER_CUT_WATCH"), *to = getenv("POWER_CUT_MIRROR"), *names = getenv("POWER_CUT_NAMES");
    if (!from || !to) return;
    if (!realpath(from, watch)) give_up("find", from);
    if (!realpath(to, mirror)) give_up("find", to);
    names_wait = names && strcmp(names, "synced") == 0;
}

// The place below MIRROR that stands for `path`; 0 when `path` is not below WATCH.
static int mirrored(const char *path, char *out) {
    size_t length = strlen(watch);
    if (!length || strncmp(path, watch, length) != 0 || (path[length] != '/' && path[length] != 0)) return 0;
    join(out, mirror, path + length);
    return 1;
}

static int mirrored_descriptor(int descriptor, char *out) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    struct stat status;  // an unlinked file has no name to mirror
    if (fstat(descriptor, &status) != 0 || status.st_nlink == 0) return 0;
    return mirrored(path, out);
}

// The name itself may be a link or not exist; its directory is resolved.
static int mirrored_name(int directory, const char *name, char *out) {
    char path[PATH_MAX], parent[PATH_MAX], resolved[PATH_MAX], place[PATH_MAX];
    if (name[0] == '/' || directory == AT_FDCWD) {
        join(path, name, "");
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
        ssize_t length = readlink(link, parent, sizeof parent - 2);
        if (length <= 0) return 0;
        parent[length] = '/';
        parent[length + 1] = 0;
        join(path, parent, name);
    }
    char *slash = strrchr(path, '/');
    join(parent, slash ? path : ".", "");
    if (slash) parent[slash == path ? 1 : slash - path] = 0;
    if (!realpath(parent, resolved)) return 0;
    join(place, resolved, "/");
    const char *last = strrchr(name, '/');
    join(path, place, last ? last + 1 : name);
    return mirrored(path, out);
}

static void make_parents(const char *place) {
    char path[PATH_MAX];
    join(path, place, "");
    for (char *slash = strchr(path + strlen(mirror) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        if (mkdir(path, 0700) != 0 && errno != EEXIST) give_up("make", path);
        *slash = '/';
    }
}

// Beside MIRROR, so that a kill in the middle leaves nothing in it.
static int open_partial(char *partial, mode_t mode) {
    char ending[32];
    snprintf(ending, sizeof ending, ".partial-%d", (int)gettid());
    join(partial, mirror, ending);
    int out = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode & 0777);
    if (out < 0) give_up("create", partial);
    return out;
}

static void copy_content(int descriptor, const char *place) {
    char link[64], partial[PATH_MAX], buffer[1 << 16];
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    int in = open(link, O_RDONLY | O_CLOEXEC);  // an offset of our own, and readable even when theirs is write-only
    if (in < 0) give_up("read", place);
    int out = open_partial(partial, status.st_mode);
    for (ssize_t count; (count = read(in, buffer, sizeof buffer)) != 0;) {
        if (count < 0 || write(out, buffer, count) != count) give_up("copy to", place);
    }
    close(in);
    close(out);
    make_parents(place);
    if (real_rename(partial, place) != 0) give_up("place", place);
}

static void apply(const struct change *change) {
    struct stat status;
    if (!change->to[0]) {
        if (real_remove(change->from) != 0 && errno != ENOENT) give_up("remove", change->from);
        return;
    }
    make_parents(change->to);
    if (lstat(change->from, &status) == 0) {
        if (real_rename(change->from, change->to) != 0) give_up("rename", change->from);
        return;
    }
    char partial[PATH_MAX];  // renamed, but never synced
    close(open_partial(partial, 0600));
    if (real_rename(partial, change->to) != 0) give_up("place", change->to);
}

static int lies_in(const char *place, const char *directory) {
    size_t length = strlen(directory);
    return strncmp(place, directory, length) == 0 && place[length] == '/' && !strchr(place + length + 1, '/');
}

static void apply_pending(const char *directory) {
    int kept = 0;
    for (int i = 0; i < pending_count; i++) {
        if (lies_in(pending[i]->to[0] ? pending[i]->to : pending[i]->from, directory)) {
            apply(pending[i]);
            free(pending[i]);
        } else {
            pending[kept++] = pending[i];
        }
    }
    pending_count = kept;
}

static void record(const struct change *change) {
    pthread_mutex_lock(&lock);
    if (!names_wait) {
        apply(change);
    } else if (pending_count < PENDING_LIMIT) {
        pending[pending_count] = malloc(sizeof *change);
        *pending[pending_count++] = *change;
    } else {
        errno = ENOBUFS;
        give_up("remember the change of", change->from);
    }
    pthread_mutex_unlock(&lock);
}

static int synced(int result, int descriptor) {
    char place[PATH_MAX];
    int reason = errno;
    if (result == 0 && mirrored_descriptor(descriptor, place)) {
        struct stat status;
        pthread_mutex_lock(&lock);
        if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
            apply_pending(place);
        } else {
            copy_content(descriptor, place);
        }
        pthread_mutex_unlock(&lock);
    }
    errno = reason;
    return result;
}

int fsync(int descriptor) { return synced(real_fsync(descriptor), descriptor); }

int fdatasync(int descriptor) { return synced(real_fdatasync(descriptor), descriptor); }

static int renamed(int result, int from_directory, const char *from, int to_directory, const char *to) {
    struct change change;
    int reason = errno;
    // What comes from outside WATCH has no content in MIRROR; what goes outside is gone from it.
    if (result == 0) {
        int leaves = mirrored_name(from_directory, from, change.from);
        int arrives = mirrored_name(to_directory, to, change.to);
        if (!arrives) change.to[0] = 0;
        if (!leaves && arrives) join(change.from, mirror, ".outside");
        if (leaves || arrives) record(&change);
    }
    errno = reason;
    return result;
}

int rename(const char *from, const char *to) { return renamed(real_rename(from, to), AT_FDCWD, from, AT_FDCWD, to); }

int renameat(int from_directory, const char *from, int to_directory, const char *to) {
    return renamed(real_renameat(from_directory, from, to_directory, to), from_directory, from, to_directory, to);
}

int renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned flags) {
    int result = real_renameat2(from_directory, from, to_directory, to, flags);
    return renamed(result, from_directory, from, to_directory, to);
}

static int removed(int result, int directory, const char *name) {
    struct change change = {.to = {0}};
    int reason = errno;
    if (result == 0 && mirrored_name(directory, name, change.from)) record(&change);
    errno = reason;
    return result;
}

int unlink(const char *name) { return removed(real_unlink(name), AT_FDCWD, name); }

int unlinkat(int directory, const char *name, int flags) {
    return removed(real_unlinkat(directory, name, flags), directory, name);
}

int remove(const char *name) { return removed(real_remove(name), AT_FDCWD, name); }
