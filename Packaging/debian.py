"""The package for Debian 12, whose libraries it requires."""

import email.utils
import hashlib
import pathlib
import tempfile

import about
import layout

DESCRIPTION = """\
Description: makes a municipality's social report, from texts to accessible pages
 Communications staff of an Italian municipality write objectives, premises and
 achievements as YAML and Markdown; bilancio checks them, shows the pages while
 they are written, and publishes them.
 .
 A figure that a text states is compared with the data, an act is cited once and
 linked everywhere, and an objective without a result is told with file, line
 and what to do, before a citizen sees it. In Italian and English.
"""


def make(program, target):
    """- Returns: the package's file."""
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(work) / "root"
        prefix = root / "usr"
        layout.fill(prefix, program)
        here = about.ROOT / "Packaging"
        layout.put(here / "bilancio.desktop", prefix / "share/applications/bilancio.desktop")
        layout.put(here / "bilancio.svg", prefix / "share/icons/hicolor/scalable/apps/bilancio.svg")
        layout.put(here / "anteprima", prefix / "lib/bilancio/anteprima", 0o755)
        layout.write(prefix / "share/doc/bilancio/changelog.gz", changelog())
        files = sorted(path for path in prefix.rglob("*") if path.is_file())
        layout.write(root / "DEBIAN/md5sums", "".join(
            f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files))
        layout.write(root / "DEBIAN/control", control(prefix / "bin/bilancio", prefix))
        layout.settle(root)
        file = target / f"{about.NAME}_{about.version()}_{about.ARCHITECTURE}.deb"
        # One thread, since several would cut the bytes into other blocks.
        about.output(
            "dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build", root, file,
            env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(about.epoch())})
    return file


def changelog():
    """In Debian's form; what is new for users is in the program's own."""
    return (
        f"{about.NAME} ({about.version()}) unstable; urgency=medium\n\n  * CHANGELOG.md.gz tells what is new.\n\n"
        f" -- {about.MAINTAINER}  {email.utils.format_datetime(about.date())}\n")


def control(binary, prefix):
    size = sum(-(-path.stat().st_size // 1024) if path.is_file() else 1 for path in prefix.rglob("*"))
    return (
        f"Package: {about.NAME}\nVersion: {about.version()}\nArchitecture: {about.ARCHITECTURE}\n"
        f"Maintainer: {about.MAINTAINER}\nInstalled-Size: {size}\n"
        # `bilancio package` runs zip; the others are of a place to publish to, and named when they are missing.
        f"Depends: {libraries(binary)}, zip\nRecommends: curl, sensible-utils\n"
        "Suggests: git, libvips-tools, openssh-client, rclone, rsync, xdg-utils\n"
        f"Section: text\nPriority: optional\n{DESCRIPTION}")


def libraries(binary):
    """The packages of the libraries that the program is linked with, and from which version on."""
    with tempfile.TemporaryDirectory() as work:
        (pathlib.Path(work) / "debian").mkdir()
        (pathlib.Path(work) / "debian/control").write_text(
            f"Source: {about.NAME}\n\nPackage: {about.NAME}\nArchitecture: {about.ARCHITECTURE}\n")
        found = about.output("dpkg-shlibdeps", "-O", "--warnings=0", binary, cwd=work)
    return found.strip().removeprefix("shlibs:Depends=")
