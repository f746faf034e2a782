// Two calls of Linux that Swift's Glibc module does not show, because the C library declares
// them only for programs that ask for its extensions.
#pragma once

/// Exchanges two names in one step with RENAME_EXCHANGE (renameat2(2), Linux 3.15).
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);

/// Waits until the file system of a descriptor is on the disk (syncfs(2)).
int syncfs(int descriptor);
