"""The report that hostile shapes stand in: the base of the golden cases, without a fault of its own."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "Tests/Golden/Base"
THEME = ROOT / "themes/comune"

PAGE = "2021/1-scuole/1-nuova-mensa.md"


class Report:
    """A content folder to lay files in."""

    def __init__(self, folder):
        self.folder = folder
        # The theme of the repository, until a shape writes into one of its own.
        self.theme_folder = folder.parent / "theme"
        shutil.rmtree(self.theme_folder, ignore_errors=True)
        shutil.copytree(BASE, folder)

    def file(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path):
        return (self.folder / path).read_text()

    def theme(self, path, text):
        """A file of a copy of the theme."""
        if not self.theme_folder.exists():
            shutil.copytree(THEME, self.theme_folder)
        target = self.theme_folder / path
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def themed(self, path):
        return (THEME / path).read_text()

    def body(self, text):
        """The Markdown of the achievement's page."""
        self.file(PAGE, self.read(PAGE) + "\n" + text + "\n")

    def premise(self, text):
        """The Markdown of a field of YAML, indented as it must be."""
        objective = "2021/1-scuole/obiettivo.yml"
        lines = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
        self.file(objective, self.read(objective).replace("premessa: |\n", "premessa: |\n" + lines + "\n"))

    def summary(self, text):
        """A short field, without Markdown."""
        old = "in_breve: La mensa di via Roma è aperta da settembre."
        self.file(PAGE, self.read(PAGE).replace(old, "in_breve: " + text))


class Shape:
    """A content that grows: its name, how many of something at the smallest size, and what writes it."""

    def __init__(self, name, count, write):
        self.name, self.count, self.write = name, count, write


def in_body(name, count, make):
    """A shape that is the body of one page."""
    return Shape(name, count, lambda report, n: report.body(make(n)))


def in_field(name, count, make):
    """A shape that is a field of YAML."""
    return Shape(name + " in a field", count, lambda report, n: report.premise(make(n)))
