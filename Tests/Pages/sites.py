"""The sites that are walked: the shipped edition whole, and small ones for what it does not show."""

import dataclasses
import pathlib
import shutil
import subprocess
import sys

from program import PROGRAM, ROOT

from .walk import CONCERNS

BASE, CASES = ROOT / "Tests/Golden/Base", ROOT / "Tests/Golden/Cases"
ACTION = "  azione: https://bilancio.example.it/risposte"


@dataclasses.dataclass(frozen=True)
class Listed:
    """A site to walk, what is looked at there, and what its form asks."""

    name: str
    only: str = ""
    mode: str = "chiarezza"
    # The first pages of so many kinds, for a site that differs from one seen whole.
    sample: int | None = None
    # Lines of `sito.yml` in place of those on feedback, for the small content.
    lines: tuple = ()
    # A site that is finished already, and the same with the whole style sheet.
    folder: pathlib.Path | None = None
    whole: pathlib.Path | None = None

    @property
    def concerns(self):
        return [each for each in CONCERNS if not self.only or each.NAME in self.only.split()]

    def built(self, folder, *options):
        """The finished site, in a folder for it; what is warned of is what some of them are about."""
        output = folder / "-".join([self.name, *options])
        done = subprocess.run(
            [PROGRAM, "build", "--quiet", "--content", self.laid_out(folder / f"{self.name}.content"), "--output",
             output, *options], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return output

    def laid_out(self, content):
        """Its content: that of the shipped edition where nothing else is made."""
        if content.exists():
            return content
        if self.name == "edition":
            return ROOT / "content"
        if self.name == "large":
            subprocess.run([sys.executable, ROOT / "Benchmarks/generate.py", "4", content], check=True,
                           stdout=subprocess.DEVNULL)
            return content
        shutil.copytree(BASE, content)
        if self.name == "anni":
            case = CASES / "edizioni-negli-anni"
            shutil.copytree(case / "content", content, dirs_exist_ok=True)
            for path in (case / "removed.txt").read_text(encoding="utf-8").split():
                (content / path).unlink()
        elif self.name == "dati":
            for case in ("dati-aperti", "rettifiche"):
                shutil.copytree(CASES / case / "content", content, dirs_exist_ok=True)
        else:
            site = content / "sito.yml"
            kept = site.read_text(encoding="utf-8").partition("feedback:")[0]
            footer = ("piede:", "  privacy: https://www.comune.example.it/privacy/")
            site.write_text(kept + "\n".join([*footer, *self.lines]) + "\n", encoding="utf-8")
        return content


SITES = [
    Listed("edition"),
    # Every kind of fact that an achievement may have.
    Listed("large", only="validity data reflow axe"),
    # Every oddity that figures may have, and pages that were corrected.
    Listed("dati", only="validity structure links destinations data axe reflow"),
    # Editions that know each other, and what they share.
    Listed("anni", only="validity structure destinations axe reflow"),
    # The other modes of the form, which is the same on every page.
    Listed("utile", only="validity feedback", mode="utile", sample=5, lines=("feedback:", "  modo: utile", ACTION)),
    Listed("entrambi", only="validity structure axe feedback", mode="entrambi", sample=5,
           lines=("lingua: en", "feedback:", "  modo: entrambi", ACTION)),
    Listed("nessuno", only="validity feedback", mode="nessuno", sample=5, lines=("feedback:", "  modo: nessuno")),
    Listed("inattivo", only="validity axe feedback", sample=5, lines=("feedback:", "  modo: chiarezza")),
    Listed("registrati", only="validity feedback", mode="registrati", sample=5,
           lines=("feedback:", "  modo: chiarezza", "  accesso: registrati",
                  "  accedi: https://bilancio.example.it/entra")),
]
