"""Another host of the network, made of namespaces, for what only strangers are refused or given."""

import contextlib
import fcntl
import pathlib
import shutil
import subprocess
import tempfile

import pytest

NAME = "bilancio-prova"
HOST = "10.211.0.1"


def ip(*arguments, check=True):
    return subprocess.run(["ip", *arguments], check=check, capture_output=True, text=True)


def clear():
    ip("netns", "del", NAME, check=False)
    ip("link", "del", "bilancio0", check=False)


@contextlib.contextmanager
def stranger():
    """Gives what asks this machine from there: `ask(port, path, *options of curl)`, with the head of the answer."""
    if shutil.which("ip") is None:
        pytest.skip("`ip` is not installed: no stranger could be made")
    # One at a time: the names are the machine's.
    lock = (pathlib.Path(tempfile.gettempdir()) / f"{NAME}.lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    clear()
    try:
        ip("netns", "add", NAME)
        ip("link", "add", "bilancio0", "type", "veth", "peer", "name", "bilancio1")
        ip("link", "set", "bilancio1", "netns", NAME)
        ip("addr", "add", f"{HOST}/24", "dev", "bilancio0")
        ip("link", "set", "bilancio0", "up")
        ip("-n", NAME, "addr", "add", "10.211.0.2/24", "dev", "bilancio1")
        ip("-n", NAME, "link", "set", "bilancio1", "up")
    except subprocess.CalledProcessError as error:
        clear()
        pytest.skip(f"no network of its own can be made here: {error.stderr.strip()}")

    def ask(port, path, *options):
        result = subprocess.run(
            ["ip", "netns", "exec", NAME, "curl", "-s", "-m", "10", "-i", *options, f"http://{HOST}:{port}/{path}"],
            capture_output=True, encoding="utf-8", errors="replace",
        )
        return result.stdout

    try:
        yield ask
    finally:
        clear()
        lock.close()
