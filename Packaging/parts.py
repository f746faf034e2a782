"""What goes into the program besides its own code: what is linked into it, and what travels with it."""

import dataclasses
import functools
import json
import pathlib
import re
import subprocess

import about

CHECKOUTS = about.ROOT / ".build/checkouts"
# What is of the C library and so on every machine, or of the system itself.
SYSTEM = re.compile(r"linux-vdso|ld-linux|lib(c|m|pthread|dl|rt|resolv|util)\.so")


@dataclasses.dataclass(frozen=True)
class Part:
    """One thing that somebody else made."""

    name: str
    version: str
    licence: str
    download: str
    # How it is known among packages (https://github.com/package-url/purl-spec).
    purl: str
    # STATIC_LINK, DYNAMIC_LINK or CONTAINS, as SPDX 2.3 names it.
    how: str
    checksum: str = ""
    # The files with its terms, which go along.
    texts: tuple = ()


def all_parts(program):
    return [*swift_packages(program), runtime(), *travelling(), *libraries(program)]


# Swift packages


def swift_packages(program):
    """Those with a module in the program, by the list of the files that it was linked from."""
    state = json.loads((about.ROOT / ".build/workspace-state.json").read_text())["object"]["dependencies"]
    wanted = {package_of(module) for module in linked_modules(program)} - {None}
    for entry in sorted(state, key=lambda entry: entry["packageRef"]["identity"]):
        place, checkout = CHECKOUTS / entry["subpath"], entry["state"]["checkoutState"]
        if entry["subpath"] not in wanted:
            continue
        location = entry["packageRef"]["location"].removesuffix(".git")
        version = checkout.get("version", checkout["revision"])
        texts = tuple(sorted(
            file for file in place.iterdir() if re.match(r"(?i)(licen[cs]e|notice)", file.name) and file.is_file()))
        yield Part(
            entry["packageRef"]["identity"], version, licence(texts),
            f'git+{location}@{checkout["revision"]}', f'pkg:swift/{location.removeprefix("https://")}@{version}',
            "STATIC_LINK", texts=texts)


def linked_modules(program):
    folder = pathlib.Path(program).resolve().parent
    names = (folder / "bilancio.product/Objects.LinkFileList").read_text()
    return sorted(set(re.findall(r"/([^/\n]+)\.build/", names)))


@functools.cache
def package_of(module):
    """The checkout that a module is from; nil for the program's own."""
    if (about.ROOT / "Sources" / module).is_dir():
        return None
    for checkout in sorted(CHECKOUTS.iterdir()):
        if any(folder.is_dir() for folder in checkout.glob(f"Sources/**/{module}")):
            return checkout.name
    for checkout in sorted(CHECKOUTS.iterdir()):
        manifest = (checkout / "Package.swift").read_text(encoding="utf-8")
        if re.search(rf'name: "{re.escape(module)}"', manifest):
            return checkout.name
    raise SystemExit(f"of which package is the module {module}, which is linked into the program?")


def licence(texts):
    words = " ".join(text.read_text(encoding="utf-8") for text in texts if "notice" not in text.name.lower())
    if "Runtime Library Exception" in words:
        return "Apache-2.0 WITH Swift-exception"
    for sign, name in {"Apache License": "Apache-2.0", "Permission is hereby granted": "MIT"}.items():
        if sign in words:
            return name
    raise SystemExit(f"under which licence is {texts}?")


def runtime():
    """Swift's own libraries, which are linked into the program."""
    version = re.search(r"Swift version ([\d.]+)", about.output("swift", "--version"))[1]
    compiler = pathlib.Path(about.output("sh", "-c", "command -v swiftc").strip()).resolve()
    text = next(
        (folder / "share/swift/LICENSE.txt" for folder in compiler.parents
         if (folder / "share/swift/LICENSE.txt").is_file()), None)
    if text is None:
        raise SystemExit(f"the licence of Swift is not beside {compiler}")
    return Part(
        "swift", version, "Apache-2.0 WITH Swift-exception",
        f"git+https://github.com/swiftlang/swift@swift-{version}-RELEASE",
        f"pkg:swift/github.com/swiftlang/swift@{version}", "STATIC_LINK", texts=(text,))


# What travels with it


def travelling():
    library = about.ROOT / "themes/comune/vendor/bootstrap-italia"
    wheels = {file: pinned(about.ROOT / file) for file in (".ci/axe.txt", "themes/comune/requirements.txt")}
    axe = (about.ROOT / ".build/axe/axe.min.js").read_text(encoding="utf-8")[:200]
    common = pathlib.Path("/usr/share/common-licenses")
    name, version, checksum = wheels["themes/comune/requirements.txt"]
    carrier = f"https://pypi.org/project/{name}/{version}/"
    yield Part(
        "bootstrap-italia", version, "BSD-3-Clause AND OFL-1.1", carrier, f"pkg:pypi/{name}@{version}", "CONTAINS",
        checksum, (library / "LICENSE",))
    name, version, checksum = wheels[".ci/axe.txt"]
    number = re.search(r"axe v([\d.]+)", axe)[1]
    yield Part(
        "axe-core", number, "MPL-2.0", f"https://pypi.org/project/{name}/{version}/", f"pkg:npm/axe-core@{number}",
        "CONTAINS", checksum, (common / "MPL-2.0",))


def pinned(file):
    """Name, version and hash of the wheel that carries something."""
    return re.search(r"^([\w.-]+)==([\w.]+) --hash=sha256:(\w+)", file.read_text(), re.M).groups()


# Libraries of Debian


# Their terms in SPDX's words, by the beginning of the package's name (which ends in a number that may
# change); Debian's own words for them stand in the files that go along.
LICENCES = {
    "libcmark-gfm": "BSD-2-Clause AND MIT", "libexpat": "MIT", "libgcc-s": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libmimalloc": "MIT", "libnettle": "LGPL-3.0-or-later OR GPL-2.0-or-later",
    "libstdc++": "GPL-3.0-or-later WITH GCC-exception-3.1", "libyaml-": "MIT", "zlib1g": "Zlib",
}


def shared_libraries(program):
    """Soname and file of each library that is not of the system itself."""
    found = re.findall(r"^\s*(\S+) => (\S+)", about.output("ldd", program, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}), re.M)
    return sorted((name, pathlib.Path(path)) for name, path in found if not SYSTEM.match(name))


def libraries(program):
    for name, path in shared_libraries(program):
        package = owner(path)
        version = about.output("dpkg-query", "--show", "--showformat=${Version}", package)
        terms = next((words for stem, words in LICENCES.items() if package.startswith(stem)), None)
        if terms is None:
            raise SystemExit(f"under which licence is {package}, which the program is linked with?")
        yield Part(
            package, version, terms, f"https://packages.debian.org/bookworm/{package}",
            f"pkg:deb/debian/{package}@{version}?arch={about.ARCHITECTURE}&distro=bookworm", "DYNAMIC_LINK",
            texts=(pathlib.Path("/usr/share/doc") / package / "copyright",))


def owner(path):
    # The folders /lib and /usr/lib are the same, and packages may say either.
    name = path.resolve()
    for spelling in (name, pathlib.Path(str(name).removeprefix("/usr"))):
        try:
            return about.output("dpkg-query", "--search", spelling, stderr=subprocess.DEVNULL).split(":")[0]
        except subprocess.CalledProcessError:
            continue
    raise SystemExit(f"of which package is {path}?")
