"""The folders of an installed program: `bin/` and `share/` below one prefix, the same in every package."""

import gzip
import os
import pathlib
import re
import shutil

import about
import bill
import man
import parts

# Where the shells look for completions; the program writes them itself.
COMPLETIONS = {
    "bash": "share/bash-completion/completions/bilancio",
    "zsh": "share/zsh/vendor-completions/_bilancio",
    "fish": "share/fish/vendor_completions.d/bilancio.fish",
}


def fill(prefix, program):
    """Puts the program and all that travels with it below a folder."""
    binary = put(program, prefix / "bin/bilancio", 0o755)
    about.output("strip", "--strip-all", binary)
    share = prefix / "share/bilancio"
    for source, place in (("themes", "themes"), ("docs", "manual"), ("content", "example/content")):
        for file in about.tracked(source):
            if file.name not in ("requirements.txt", ".gitignore"):
                put(about.ROOT / file, share / place / file.relative_to(source))
    library = pathlib.Path("themes/comune/vendor/bootstrap-italia")
    for file in sorted((about.ROOT / library).rglob("*")):
        if file.is_file():
            put(file, share / file.relative_to(about.ROOT))
    for file in sorted((about.ROOT / ".build/print-fonts").glob("*.ttf")):
        put(file, share / "print-fonts" / file.name)
    put(about.ROOT / ".build/axe/axe.min.js", share / "axe/axe.min.js")
    put(pathlib.Path("/usr/share/common-licenses/MPL-2.0"), share / "axe/LICENSE")
    for shell, place in COMPLETIONS.items():
        script = about.output(
            program, "--generate-completion-script", shell, env=os.environ | {"LC_ALL": "it_IT.UTF-8"})
        # It is read by a shell, and run by none.
        write(prefix / place, re.sub(r"\A#!.*\n", "", script))
    write(prefix / "share/man/man1/bilancio.1.gz", man.page(program, "en"))
    write(prefix / "share/man/it/man1/bilancio.1.gz", man.page(program, "it"))
    documents(prefix / "share/doc/bilancio", list(parts.all_parts(program)))


def documents(folder, found):
    """The terms of everything, and the list of what there is."""
    linked = [part for part in found if part.how != "CONTAINS"]
    stanzas = "".join(
        f"Files: {part.name}-{part.version}\nCopyright: its authors, named in NOTICE.gz\nLicense: {part.licence}\n"
        + "".join(f" {line}\n" for line in ("The whole text is in NOTICE.gz.",)) + "\n" for part in linked)
    template = (about.ROOT / "Packaging/copyright.in").read_text(encoding="utf-8")
    write(folder / "copyright", template.replace("@LINKED@\n", stanzas))
    write(folder / "NOTICE.gz", notices(found))
    write(folder / "bilancio.spdx.json", bill.document(found))
    write(folder / "CHANGELOG.md.gz", (about.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


def notices(found):
    """All terms in whole; those that are the same for many stand once."""
    texts = {}
    for part in found:
        for file in part.texts:
            words = file.read_text(encoding="utf-8").strip("\n")
            texts.setdefault(words, []).append(f"{part.name} {part.version} ({file.name})")
    rule = "=" * 79
    return "\n\n".join(f"{rule}\n{chr(10).join(names)}\n{rule}\n\n{words}" for words, names in texts.items()) + "\n"


def put(source, target, mode=0o644):
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)
    return target


def write(target, words):
    """A text, compressed where its name says so."""
    target.parent.mkdir(parents=True, exist_ok=True)
    data = words.encode()
    target.write_bytes(gzip.compress(data, 9, mtime=0) if target.suffix == ".gz" else data)
    target.chmod(0o644)


def settle(folder):
    """Gives all files and folders the rights and the time that they have in every run."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
        os.utime(path, (about.epoch(), about.epoch()), follow_symlinks=False)


def replaced(file, **words):
    """A text of this folder with its marks filled in."""
    text = (about.ROOT / "Packaging" / file).read_text(encoding="utf-8")
    return re.sub(r"@(\w+)@", lambda mark: words[mark[1].lower()], text)
