"""Which faults each call may meet, and in which words they are told."""

import errno as e
import os

from .supervisor import SHORT

READ = [e.EIO, e.EACCES, e.EMFILE]
LOOK = [e.EIO, e.EACCES]
ROOM = [e.ENOSPC, e.EDQUOT, e.EROFS, e.EIO, e.EACCES]
NAME = [e.EIO, e.EACCES, e.EPERM, e.EROFS, e.ENOSPC, e.EXDEV, e.EBUSY]

OF_CALL = {
    "read": [e.EIO, e.EINTR, SHORT], "pread64": [e.EIO, e.EINTR],
    "write": [e.ENOSPC, e.EDQUOT, e.EIO, e.EINTR, SHORT], "pwrite64": [e.ENOSPC, e.EIO],
    "open": READ, "openat": READ, "openat2": READ + [e.ENOSYS, e.EAGAIN],
    "close": [e.EIO, e.ENOSPC],
    "stat": LOOK, "lstat": LOOK, "fstat": [e.EIO], "newfstatat": LOOK, "statx": LOOK + [e.ENOSYS],
    "readlink": LOOK, "readlinkat": LOOK, "faccessat": LOOK, "faccessat2": LOOK,
    "getdents64": [e.EIO], "flock": [e.ENOLCK, e.EINTR],
    "mkdir": ROOM + [e.EMLINK], "mkdirat": ROOM + [e.EMLINK], "mknodat": ROOM, "symlink": ROOM + [e.EPERM],
    "symlinkat": ROOM + [e.EPERM],
    "rename": NAME, "renameat": NAME, "renameat2": NAME + [e.EINVAL, e.ENOSYS],
    "link": NAME + [e.EMLINK, e.EOPNOTSUPP], "linkat": NAME + [e.EMLINK, e.EOPNOTSUPP],
    "unlink": [e.EIO, e.EACCES, e.EBUSY, e.EROFS], "unlinkat": [e.EIO, e.EACCES, e.EBUSY, e.EROFS],
    "rmdir": [e.EIO, e.EBUSY, e.ENOTEMPTY],
    "chmod": [e.EPERM, e.EROFS], "fchmod": [e.EPERM, e.EROFS], "fchmodat": [e.EPERM, e.EROFS],
    "fchmodat2": [e.EPERM, e.ENOSYS], "fchown": [e.EPERM], "fchownat": [e.EPERM],
    "utimensat": [e.EPERM, e.EROFS], "truncate": [e.EIO], "ftruncate": [e.EIO],
    "fsync": [e.EIO, e.ENOSPC], "fdatasync": [e.EIO, e.ENOSPC], "syncfs": [e.EIO, e.ENOSPC, e.EDQUOT],
    "fallocate": [e.EOPNOTSUPP, e.ENOSPC], "copy_file_range": [e.EXDEV, e.EINVAL, e.EIO],
}


def all_of(call):
    effects = OF_CALL[call.name]
    return effects + [e.ENOSPC, e.EDQUOT, e.EROFS] if call.writes else effects


def name(effect):
    return effect if effect == SHORT else e.errorcode[effect]


def is_borne(call, effect):
    """Whether nothing but the time it takes may show of a fault."""
    return not call.tool and (effect == SHORT or effect == e.EINTR and call.name in ("read", "write"))


WORDS = {
    e.EACCES: "non hai il permesso", e.EPERM: "non hai il permesso", e.ENOSPC: "il disco è pieno",
    e.EDQUOT: "lo spazio che ti spetta è finito", e.EROFS: "il disco è in sola lettura",
    e.EIO: "il disco non risponde bene", e.EMFILE: "troppi file aperti", e.EBUSY: "è cambiato",
    e.EXDEV: "sta su un altro disco", e.ENOTEMPTY: "la cartella non è vuota",
}


def words(effect):
    """The cause, as the program or the system says it."""
    return [word for word in (WORDS.get(effect), os.strerror(effect)) if word]
