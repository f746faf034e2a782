"""The prints that are looked at: that of the shipped edition, and one of texts that try everything."""

import re
import shutil
import subprocess
import zipfile

import pytest

from program import PROGRAM, ROOT

from . import texts


class Print:
    """A print, beside the page that it is made of."""

    def __init__(self, folder, content):
        self.folder = folder
        self.content = content
        self.file = folder / "print.pdf"
        self.said = run("pdf", "--output", self.file, "--content", content, cwd=folder)
        self.book = folder / "book.epub"
        run("epub", "--output", self.book, "--content", content, cwd=folder)
        self.word = folder / "word.docx"
        run("word", "--output", self.word, "--content", content, cwd=folder)

    @property
    def texts(self):
        """The texts of the book by their names, in the order of the archive."""
        with zipfile.ZipFile(self.book) as book:
            return {name: book.read(name).decode() for name in book.namelist()
                    if name.endswith((".xhtml", ".opf"))}

    @property
    def page(self):
        """The whole document as the site has it."""
        site = self.folder / "site"
        if not site.exists():
            run("build", "--content", self.content, "--output", site, "--quiet", cwd=self.folder)
        return next(site.glob("2*/documento/index.html")).read_text(encoding="utf-8")


def run(*arguments, cwd, status=0):
    """Runs the program in Italian; what it says."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], cwd=cwd, capture_output=True, text=True,
        env={"LC_ALL": "it_IT.UTF-8", "PATH": "/usr/bin:/bin", "HOME": str(cwd)})
    assert done.returncode == status, done.stderr + done.stdout
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def offered(tmp_path_factory):
    """A site whose edition is there as every kind of file; the folder of the edition."""
    folder = tmp_path_factory.mktemp("offered")
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    site = content / "sito.yml"
    kept = re.sub(r"^(pdf|epub|word):.*\n", "", site.read_text(encoding="utf-8"), flags=re.MULTILINE)
    site.write_text(kept + "\npdf: sì\nepub: sì\nword: sì\n", encoding="utf-8")
    run("build", "--output", "site", "--quiet", cwd=folder)
    return folder / "site/2020"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    return Print(tmp_path_factory.mktemp("shipped"), ROOT / "content")


@pytest.fixture(scope="session")
def torture(tmp_path_factory):
    folder = tmp_path_factory.mktemp("torture")
    shutil.copytree(ROOT / "content", folder / "content")
    texts.torture(folder / "content")
    return Print(folder, folder / "content")


@pytest.fixture(params=["shipped", "torture"])
def print_(request):
    return request.getfixturevalue(request.param)
