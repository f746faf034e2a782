"""The packages that were made, and bare systems to try them in."""

import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest

from program import ROOT

from .roots import KEPT, Root, debian, needs_root

PACKAGES = pathlib.Path(os.environ.get("BILANCIO_PACKAGES", ROOT / ".build/packages")).absolute()


@pytest.fixture(scope="session")
def packages():
    if not (PACKAGES / "SHA256SUMS").exists():
        pytest.exit(f"the packages are not made: make packages (looked for {PACKAGES})", returncode=2)
    return PACKAGES


@pytest.fixture(scope="session")
def package(packages):
    """The Debian package."""
    return next(packages.glob("*.deb"))


@pytest.fixture(scope="session")
def archive(packages):
    return next(packages.glob("*.tar.zst"))


@pytest.fixture
def folder():
    """A folder on the disk of the bare systems, gone after the test."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT, prefix="test-") as name:
        pathlib.Path(name).chmod(0o755)
        yield pathlib.Path(name)


@pytest.fixture
def system(folder):
    """A minimal Debian with an ordinary user, without systemd, desktop, Swift or a compiler."""
    subprocess.run(["cp", "-a", "--reflink=auto", debian(), folder / "root"], check=True)
    root = Root(folder / "root")
    root.add_user()
    shutil.copy("/etc/resolv.conf", root.path("/etc/resolv.conf"))
    return root


@pytest.fixture
def bare(folder):
    """A disk with the C library and nothing else."""
    needs_root()
    full, root = debian(), Root(folder / "root")
    root.folder.mkdir()
    for name in ("lib", "lib64", "bin", "sbin"):
        root.path(name).symlink_to(f"usr/{name}")
    listed = (full / "var/lib/dpkg/info/libc6:amd64.list").read_text().splitlines()
    for name in (name for name in listed if "/lib/" in name or "/lib64/" in name):
        # The folders /lib and /lib64 are links there too.
        source = full / name.lstrip("/")
        if source.is_file() or source.is_symlink():
            target = root.path("usr" + name if name.startswith("/lib") else name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)
    for name in ("etc", "tmp", "dev", "home"):
        root.path(name).mkdir()
    root.path("tmp").chmod(0o1777)
    for name, minor in (("null", 3), ("urandom", 9)):
        os.mknod(root.path("dev") / name, 0o020666, os.makedev(1, minor))
        root.path(f"dev/{name}").chmod(0o666)
    root.add_user()
    return root
