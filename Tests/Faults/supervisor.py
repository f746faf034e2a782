"""A program whose calls of the system are seen one by one, and of which one may fail.

Linux asks the supervisor about each call before it is made (seccomp(2), user notification): of all threads, of
the C library's own calls and of programs that are started. So a fault is exact, and no part of the program
knows that it is tried.
"""

import ctypes
import dataclasses
import errno
import fcntl
import os
import platform
import select
import signal
import socket
import struct
import time

LIBRARY = ctypes.CDLL(None, use_errno=True)

# x86-64 (asm/unistd_64.h): those that touch files, with where their arguments are: (folder, path) pairs of
# indexes, None for the current folder, or the index of a descriptor.
PATHS = {
    "open": (2, [(None, 0)]), "stat": (4, [(None, 0)]), "lstat": (6, [(None, 0)]), "truncate": (76, [(None, 0)]),
    "rename": (82, [(None, 0), (None, 1)]), "mkdir": (83, [(None, 0)]), "rmdir": (84, [(None, 0)]),
    "link": (86, [(None, 0), (None, 1)]), "unlink": (87, [(None, 0)]), "symlink": (88, [(None, 1)]),
    "readlink": (89, [(None, 0)]), "chmod": (90, [(None, 0)]), "openat": (257, [(0, 1)]), "mkdirat": (258, [(0, 1)]),
    "newfstatat": (262, [(0, 1)]), "unlinkat": (263, [(0, 1)]), "renameat": (264, [(0, 1), (2, 3)]),
    "linkat": (265, [(0, 1), (2, 3)]), "symlinkat": (266, [(1, 2)]), "readlinkat": (267, [(0, 1)]),
    "fchmodat": (268, [(0, 1)]), "faccessat": (269, [(0, 1)]), "utimensat": (280, [(0, 1)]),
    "renameat2": (316, [(0, 1), (2, 3)]), "statx": (332, [(0, 1)]), "openat2": (437, [(0, 1)]),
    "faccessat2": (439, [(0, 1)]), "fchmodat2": (452, [(0, 1)]), "mknodat": (259, [(0, 1)]),
    "fchownat": (260, [(0, 1)]),
}
DESCRIPTORS = {
    "read": 0, "write": 1, "close": 3, "fstat": 5, "pread64": 17, "pwrite64": 18, "flock": 73, "fsync": 74,
    "fdatasync": 75, "ftruncate": 77, "fchmod": 91, "fchown": 93, "getdents64": 217, "fallocate": 285,
    "syncfs": 306, "copy_file_range": 326,
}
NAMES = {number: name for name, (number, _) in PATHS.items()} | {n: name for name, n in DESCRIPTORS.items()}

ALLOW, NOTIFY = 0x7FFF0000, 0x7FC00000
AT_FDCWD = -100
CONTINUE = 1
RECEIVE = 3 << 30 | 80 << 16 | ord("!") << 8
SEND = 3 << 30 | 24 << 16 | ord("!") << 8 | 1
SECCOMP, PIDFD_OPEN, PIDFD_GETFD = 317, 434, 438
SHORT = "short"


@dataclasses.dataclass(frozen=True)
class Call:
    """A call that concerns the folder that is watched."""
    name: str
    paths: tuple
    writes: bool = False
    # The program that was started and makes the call; empty for the one that is tried.
    tool: str = ""

    def __str__(self):
        return f"{self.tool} {self.name} {' → '.join(self.paths)}".strip()


@dataclasses.dataclass
class Outcome:
    status: int
    errors: str
    calls: list
    failed: Call | None
    took: float


def is_possible():
    if platform.machine() != "x86_64":
        return False
    pid = os.fork()
    if pid == 0:
        os._exit(0 if _filter() >= 0 else 1)
    return os.waitpid(pid, 0)[1] == 0


def _filter():
    """Has the system ask about the calls from now on; gives the descriptor that it asks through."""
    numbers = sorted(NAMES)
    program = [(0x20, 0, 0, 4), (0x15, 1, 0, 0xC000003E), (0x06, 0, 0, ALLOW), (0x20, 0, 0, 0)]
    program += [(0x15, len(numbers) - index, 0, number) for index, number in enumerate(numbers)]
    program += [(0x06, 0, 0, ALLOW), (0x06, 0, 0, NOTIFY)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in program))
    whole = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(program), ctypes.addressof(code)))
    LIBRARY.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS
    return LIBRARY.syscall(SECCOMP, 1, 8, whole)  # SECCOMP_SET_MODE_FILTER, NEW_LISTENER


def run(arguments, folder, environment, effect=None, at=None, errors=None, core=None, patience=120):
    """Runs a program in a folder.

    effect: a number of errno, or SHORT for a read or a write of half of what was asked for
    at: which call that concerns the folder it befalls, counted from 0
    """
    ours, theirs = socket.socketpair()
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        _become(arguments, folder, environment, errors, core, theirs)
    theirs.close()
    try:
        _, descriptors, _, _ = socket.recv_fds(ours, 1, 1)
    finally:
        ours.close()
    watch = _Watch(descriptors[0], os.path.realpath(folder), effect, at)
    status = watch.until_over(pid, start + patience)
    os.close(descriptors[0])
    with open(errors, errors="backslashreplace") as file:
        words = file.read()
    return Outcome(status, words, watch.calls, watch.failed, time.monotonic() - start)


def _become(arguments, folder, environment, errors, core, theirs):
    os.setsid()
    os.chdir(folder)
    if core is not None:
        os.sched_setaffinity(0, {core})
    nothing = os.open("/dev/null", os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 2)
    listener = _filter()
    if listener < 0:
        os._exit(125)
    socket.send_fds(theirs, [b"x"], [listener])
    os.execve(arguments[0], arguments, environment)


class _Watch:
    def __init__(self, descriptor, folder, effect, at):
        self.descriptor, self.folder, self.effect, self.at = descriptor, folder, effect, at
        self.calls, self.failed = [], None
        self.first, self.ours = None, set()

    def until_over(self, pid, end):
        poll = select.poll()
        poll.register(self.descriptor, select.POLLIN)
        while True:
            events = poll.poll(200)
            if events and events[0][1] & select.POLLIN:
                self._answer()
            elif events:
                # Nobody is left who could ask.
                return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            if time.monotonic() > end:
                os.killpg(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                return "no end"

    def _answer(self):
        question = bytearray(80)
        try:
            fcntl.ioctl(self.descriptor, RECEIVE, question)
        except OSError:
            return
        identifier, task, _, number, _, _, *values = struct.unpack("QIIiIQ6Q", question)
        value, error, flags = 0, 0, CONTINUE
        call = self._call(task, NAMES[number], values)
        if call:
            if len(self.calls) == self.at:
                self.failed = call
                if self.effect == SHORT:
                    value, flags = self._half(task, call.name, values), 0
                else:
                    error, flags = -self.effect, 0
            self.calls.append(call)
        try:
            fcntl.ioctl(self.descriptor, SEND, bytearray(struct.pack("QqiI", identifier, value, error, flags)))
        except OSError as gone:
            if gone.errno != errno.ENOENT:
                raise

    def _call(self, task, name, values):
        try:
            if name in PATHS:
                places = [self._place(task, values, *pair) for pair in PATHS[name][1]]
            else:
                places = [os.readlink(f"/proc/{task}/fd/{values[0] & 0xFFFFFFFF}")]
        except OSError:
            return None
        inside = [place[len(self.folder) + 1:] for place in places if place.startswith(self.folder + "/")]
        if not inside:
            return None
        flags = {"open": 1, "openat": 2}.get(name)
        writes = flags is not None and bool(values[flags] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        return Call(name, tuple(inside), writes, self._tool(task))

    def _tool(self, task):
        if task in self.ours:
            return ""
        process = _process(task)
        self.first = self.first or process
        if process == self.first:
            self.ours.add(task)
            return ""
        with open(f"/proc/{process}/comm") as file:
            return file.read().strip()

    def _place(self, task, values, folder, path):
        with open(f"/proc/{task}/mem", "rb", 0) as memory:
            memory.seek(values[path])
            # Up to the end of the page, behind which there may be nothing.
            text = memory.read(min(4096, 4096 - values[path] % 4096))
            if b"\0" not in text:
                text += memory.read(4096)
        text = os.fsdecode(text.split(b"\0")[0])
        if text.startswith("/"):
            return os.path.normpath(text)
        base = ctypes.c_int(values[folder] & 0xFFFFFFFF).value if folder is not None else AT_FDCWD
        home = os.readlink(f"/proc/{task}/cwd" if base == AT_FDCWD else f"/proc/{task}/fd/{base}")
        return os.path.normpath(os.path.join(home, text))

    def _half(self, task, name, values):
        """Reads or writes half of what was asked for, in the program's place."""
        count = max(1, values[2] // 2)
        owner = LIBRARY.syscall(PIDFD_OPEN, _process(task), 0)
        descriptor = LIBRARY.syscall(PIDFD_GETFD, owner, values[0], 0)
        try:
            with open(f"/proc/{task}/mem", "r+b", 0) as memory:
                memory.seek(values[1])
                if name == "write":
                    return os.write(descriptor, memory.read(count))
                data = os.read(descriptor, count)
                memory.write(data)
                return len(data)
        finally:
            os.close(descriptor)
            os.close(owner)


def _process(task):
    with open(f"/proc/{task}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Tgid:"))
