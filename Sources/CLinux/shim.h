// Calls of Linux that Swift's Glibc module does not show, because the C library declares
// them only for programs that ask for its extensions.
#pragma once

/// Exchanges two names in one step with RENAME_EXCHANGE (renameat2(2), Linux 3.15).
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);

/// Waits until the file system of a descriptor is on the disk (syncfs(2)).
int syncfs(int descriptor);

/// The cores that a process may run on, a bit each (sched_getaffinity(2)).
int sched_getaffinity(int process, unsigned long size, unsigned long *mask);

/// The first place of some bytes in others (memmem(3)).
void *memmem(const void *haystack, unsigned long haystack_length, const void *needle,
             unsigned long needle_length);

// Watching folders (inotify(7)) and what kind of file system a folder is on (statfs(2)).
#include <sys/inotify.h>
#include <sys/vfs.h>

// Opening a file below a folder (openat2(2), Linux 5.6), which the C library has no function for.
#include <linux/openat2.h>
#include <sys/syscall.h>

long syscall(long number, ...);

/// Opens what a path below a folder leads to, links followed where they stay below the folder.
static inline int open_beneath(int folder, const char *path, int flags) {
  struct open_how how = {
    .flags = (unsigned int)flags, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

// Rights and remarks beside a file's own (xattr(7)), which hold access control lists.
#include <sys/xattr.h>

// Where other disks are mounted (statx(2)).
#include <linux/stat.h>
int statx(int folder, const char *path, int flags, unsigned int wanted, struct statx *answer);

/// A file in memory that has no name (memfd_create(2), Linux 3.17).
int memfd_create(const char *name, unsigned int flags);
