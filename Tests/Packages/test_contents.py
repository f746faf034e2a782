"""What the packages hold and say, looked at without running them."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from program import PROGRAM, ROOT

sys.path.insert(0, str(ROOT / "Packaging"))
import about  # noqa: E402
import parts  # noqa: E402

VERSION = subprocess.run([PROGRAM, "--version"], stdout=subprocess.PIPE, text=True).stdout.strip()


@pytest.fixture
def unpacked(package, tmp_path):
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path], check=True)
    return tmp_path / "usr"


def test_the_version_stands_in_one_place(packages):
    assert VERSION == about.version()
    names = {file.name for file in packages.iterdir()}
    assert names == {
        f"bilancio_{VERSION}_amd64.deb", f"bilancio-{VERSION}-linux-x86_64.tar.zst", f"bilancio-{VERSION}.spdx.json",
        "publiccode.yml", "SHA256SUMS"}
    described = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert described["softwareVersion"] == VERSION
    assert described["legal"]["license"] == about.LICENCE
    assert re.search(rf"^## {re.escape(VERSION)}\b", (ROOT / "CHANGELOG.md").read_text(), re.M)


def test_packages_are_small_and_the_program_is_stripped(package, archive, unpacked):
    for file in (package, archive):
        assert file.stat().st_size < 40_000_000
    assert "no symbols" in about.output("nm", unpacked / "bin/bilancio", stderr=subprocess.STDOUT)


def test_nothing_tells_of_the_machine_that_built_it(unpacked):
    needle = os.fsencode(ROOT)
    for file in unpacked.rglob("*"):
        if file.is_file():
            assert needle not in file.read_bytes(), file


def test_all_that_travels_with_it_is_there(unpacked):
    share = unpacked / "share/bilancio"
    assert {file.name for file in (ROOT / "docs").glob("*.md")} == {file.name for file in (share / "manual").glob("*.md")}
    assert (share / "example/content/sito.yml").is_file()
    assert (share / "themes/comune/vendor/bootstrap-italia/LICENSE").is_file()
    assert "Mozilla Public License" in (share / "axe/LICENSE").read_text()
    # Pages lead to files that are there.
    for page in (share / "manual").glob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)", page.read_text(encoding="utf-8")):
            if "/" not in link or link.startswith(("immagini/", "schemi/")):
                if link.endswith((".md", ".png", ".json")):
                    assert (page.parent / link).exists(), f"{page.name}: {link}"


@pytest.mark.parametrize("place", ["man/man1", "man/it/man1"])
def test_the_manual_page_is_sound_and_names_each_command(unpacked, tmp_path, place):
    page = tmp_path / "bilancio.1"
    page.write_bytes(subprocess.run(
        ["zcat", unpacked / "share" / place / "bilancio.1.gz"], check=True, stdout=subprocess.PIPE).stdout)
    words = page.read_text(encoding="utf-8")
    # Commands are called by their names in the page's language.
    environment = os.environ | {"LC_ALL": "it_IT.UTF-8" if "/it/" in place else "en_GB.UTF-8"}
    names = subprocess.run(
        [PROGRAM, "--experimental-dump-help"], stdout=subprocess.PIPE, text=True, env=environment).stdout
    for command in json.loads(names)["command"]["subcommands"]:
        if command["commandName"] != "help":
            assert f'.SS bilancio {command["commandName"]}'.replace("-", "\\-") in words
    # The variables that it tells of are those that the program reads.
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "Sources").rglob("*.swift"))
    for name in re.findall(r"\\fB([A-Z]+_[A-Z]+)\\fR", words):
        assert f'"{name}"' in sources, name
    if shutil.which("mandoc"):
        assert about.output("mandoc", "-T", "lint", "-W", "warning", page) == ""
    if shutil.which("man"):
        shown = subprocess.run(
            ["man", "--warnings", "--local-file", page], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"LC_ALL": "C.UTF-8", "MANPAGER": "cat"})
        assert (shown.returncode, shown.stderr) == (0, "")


def test_the_entry_of_the_menu_is_valid(unpacked):
    if not shutil.which("desktop-file-validate"):
        pytest.skip("`desktop-file-validate` is missing: install `desktop-file-utils`")
    entry = unpacked / "share/applications/bilancio.desktop"
    assert about.output("desktop-file-validate", entry, stderr=subprocess.STDOUT) == ""
    assert (unpacked / "share/icons/hicolor/scalable/apps/bilancio.svg").is_file()


def test_debian_has_no_fault_to_find(package):
    if not shutil.which("lintian"):
        pytest.skip("`lintian` is missing: install Debian's package of that name")
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", package],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout


def test_the_bill_of_materials_has_every_part_with_its_terms(packages, unpacked):
    text = next(packages.glob("*.spdx.json")).read_text(encoding="utf-8")
    bill = json.loads(text)
    assert bill["spdxVersion"] == "SPDX-2.3"
    by_name = {package["name"]: package for package in bill["packages"]}
    for module in parts.linked_modules(PROGRAM):
        owner = parts.package_of(module)
        assert owner is None or owner.lower() in by_name, module
    for name in ("swift", "bootstrap-italia", "axe-core", *(
            parts.owner(path) for _, path in parts.shared_libraries(PROGRAM))):
        assert by_name[name]["licenseConcluded"] != "NOASSERTION"
    identifiers = [package["SPDXID"] for package in bill["packages"]]
    assert len(set(identifiers)) == len(identifiers)
    for relation in bill["relationships"]:
        assert relation["relatedSpdxElement"] in identifiers
    assert (unpacked / "share/doc/bilancio/bilancio.spdx.json").read_text(encoding="utf-8") == text
    # Whoever is named there has its terms in whole beside it.
    terms = subprocess.run(
        ["zcat", unpacked / "share/doc/bilancio/NOTICE.gz"], check=True, stdout=subprocess.PIPE, text=True).stdout
    for name, package in by_name.items():
        assert name == "bilancio" or f'{name} {package["versionInfo"]} (' in terms, name


def test_publiccode_keeps_the_rules_of_its_standard():
    """The mandatory keys of publiccode.yml 0.7 and the limits of their texts."""
    described = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    for key in ("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType",
                "description", "legal", "maintenance", "localisation"):
        assert described[key], key
    assert described["publiccodeYmlVersion"] == "0.7"
    assert described["localisation"]["localisationReady"] is True
    assert set(described["localisation"]["availableLanguages"]) == set(described["description"]) == {"it", "en"}
    for words in described["description"].values():
        assert len(words["shortDescription"]) <= 150 and "\n" not in words["shortDescription"]
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
        for picture in words.get("screenshots", []):
            assert (ROOT / picture).is_file() and picture.endswith((".png", ".jpg"))
    assert (ROOT / described["logo"]).is_file()
    maintenance = described["maintenance"]
    assert maintenance["type"] in ("internal", "contract", "community", "none")
    if maintenance["type"] in ("internal", "community"):
        assert all(contact["name"] for contact in maintenance["contacts"])


@pytest.mark.slow
def test_the_same_commit_gives_the_same_bytes(packages, tmp_path):
    subprocess.run(
        [sys.executable, "-B", ROOT / "Packaging/package.py", "--program", PROGRAM, "--output", tmp_path / "again"],
        check=True, cwd=tmp_path, stdout=subprocess.DEVNULL, umask=0o077,
        env=os.environ | {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"})
    again = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (tmp_path / "again").iterdir()}
    assert again == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in packages.iterdir()}
