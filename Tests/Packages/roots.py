"""Bare systems that packages are tried in: a folder that a process takes for the whole disk."""

import contextlib
import ctypes
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time

import pytest

from program import ROOT

KEPT = ROOT / ".build/roots"
MIRROR = "http://deb.debian.org/debian"
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"
# Whoever uses the program.
USER = 1000

NEW_MOUNTS, PRIVATE = 0x00020000, (1 << 18) | (1 << 14)
libc = ctypes.CDLL(None, use_errno=True)


class Root:
    """A disk of its own, with the machine's network, below a folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def path(self, inside):
        return self.folder / inside.lstrip("/")

    def _enter(self, uid, cwd):
        def enter():
            # Its own view of what is mounted, which ends with it.
            (self.folder / "proc").mkdir(exist_ok=True)
            proc = str(self.folder / "proc").encode()
            if libc.unshare(NEW_MOUNTS) or libc.mount(None, b"/", None, PRIVATE, None) \
                    or libc.mount(b"proc", proc, b"proc", 0, None):
                raise OSError(ctypes.get_errno(), "no mounts of its own")
            os.chroot(self.folder)
            os.setgroups([])
            os.setgid(uid)
            os.setuid(uid)
            os.chdir(cwd)
        return enter

    def _options(self, uid, cwd, environment):
        home = "/root" if uid == 0 else "/home/anna"
        return {
            "preexec_fn": self._enter(uid, cwd or home), "text": True, "stdin": subprocess.DEVNULL,
            "env": {"PATH": PATH, "HOME": home, "LC_ALL": "C.UTF-8", **(environment or {})},
        }

    def run(self, *command, uid=USER, cwd=None, status=0, given=None, environment=None):
        """Runs a command to its end, and returns all that it wrote."""
        options = self._options(uid, cwd, environment)
        if given is not None:
            del options["stdin"]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, input=given, timeout=600, **options)
        assert status is None or done.returncode == status, f"{command}: {done.returncode}\n{done.stdout}"
        return done.stdout

    def apt(self, *arguments):
        return self.run(
            "apt-get", "--yes", "--quiet", *arguments, uid=0, environment={"DEBIAN_FRONTEND": "noninteractive"})

    @contextlib.contextmanager
    def preview(self, *command, **options):
        """Runs a preview, and gives what it wrote until it listened."""
        with subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
                **self._options(USER, options.get("cwd"), None)) as process:
            with ended(process):
                yield told(process)

    def add_user(self):
        home = self.path("/home/anna")
        home.mkdir(parents=True, exist_ok=True)
        with open(self.path("/etc/passwd"), "a") as users, open(self.path("/etc/group"), "a") as groups:
            users.write(f"anna:x:{USER}:{USER}::/home/anna:/bin/sh\n")
            groups.write(f"anna:x:{USER}:\n")
        os.chown(home, USER, USER)

    def give(self, source, inside):
        """Copies a folder of this machine into the root, as the user's own."""
        target = self.path(inside)
        shutil.copytree(source, target)
        for path in [target, *target.rglob("*")]:
            os.chown(path, USER, USER)

    def files(self):
        """All files but those in which the system writes down what it did."""
        kept = re.compile(r"(proc|tmp|var/(cache|lib/apt|lib/dpkg|log|tmp))(/|$)|etc/ld\.so\.cache$|var/lib/systemd")
        found = set()
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), self.folder)
                if not kept.match(path):
                    found.add(path)
        return found


def told(process):
    """What a preview writes until it says where it is."""
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "http://" in line and "_preview/" not in line:
            # Invitations come at once after it.
            time.sleep(0.3)
            os.set_blocking(process.stdout.fileno(), False)
            lines += process.stdout.readlines()
            return "".join(lines)
    raise AssertionError(f"it ended: {''.join(lines)}")


@contextlib.contextmanager
def ended(process):
    """Ends a process of ours, and all that it started, whatever happens."""
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def needs_root():
    if os.geteuid() != 0:
        pytest.skip("bare systems need root: run `sudo make packages-test`")


def debian():
    """A minimal Debian 12, made once; skipped where neither it nor the network is there."""
    needs_root()
    kept = KEPT / "bookworm"
    if not kept.exists():
        if not shutil.which("debootstrap"):
            pytest.skip("`debootstrap` is missing: install Debian's package of that name")
        try:
            socket.create_connection(("deb.debian.org", 80), timeout=20).close()
        except OSError as error:
            pytest.skip(f"no bare system is kept in {kept}, and Debian's mirror is not reached: {error}")
        made = KEPT / "unfinished"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        done = subprocess.run(
            ["debootstrap", "--variant=minbase", "bookworm", str(made), MIRROR],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode == 0, done.stdout[-3000:]
        made.rename(kept)
    return kept
