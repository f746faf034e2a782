"""What becomes of hard constructions of Word, with us and with other readers: a table for Benchmarks/README.md.

    BILANCIO_SAMPLES=FOLDER swift test --filter WordReaderTests
    python3 Benchmarks/documents.py FOLDER

Words: letters and digits that a person sees in Word; those that are deleted, moved away, hidden or codes must not appear.
Structures: headings, entries of lists, cells, notes, links, pictures, bold, italic and struck words.
Of the readers those are tried that are there: pandoc, mammoth, markitdown (PyPI), LibreOffice.
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile


def words(text):
    return collections.Counter(re.findall(r"[^\W_]+", text.replace("\u00ad", "")))


def tree(text, form):
    return json.loads(subprocess.run(["pandoc", "-f", form, "-t", "json"], input=text, capture_output=True, text=True, check=True).stdout)


def look(node, structures, texts):
    """Counts what a tree of pandoc's has, and gathers what it says."""
    if isinstance(node, list):
        for one in node:
            look(one, structures, texts)
        return
    if not isinstance(node, dict):
        return
    kind, content = node.get("t"), node.get("c")
    if kind in ("Str", "Math", "Code", "CodeBlock", "RawInline", "RawBlock"):
        texts.append(content if isinstance(content, str) else content[-1])
    elif kind in ("Space", "SoftBreak", "LineBreak"):
        texts.append(" ")
    elif kind in ("Para", "Plain", "Header"):
        texts.append(" ")
    if kind in ("Header", "Note", "Link", "Image", "Strong", "Emph", "Strikeout"):
        structures[kind] += 1
    if kind in ("BulletList", "OrderedList"):
        structures[kind] += len(content if kind == "BulletList" else content[1])
        if kind == "OrderedList":
            structures["start", content[0][0]] += 1
    if kind == "Table":
        for cell in cells(content):
            structures["cell"] += bool(cell)
    look(content, structures, texts)


def cells(content):
    """The contents of a table's cells; pandoc has rows as attributes and cells."""
    for part in content[3][1] + [row for body in content[4] for row in body[2] + body[3]] + content[5][1]:
        for cell in part[1]:
            yield cell[4]


def read(made):
    structures, texts = collections.Counter(), []
    look(made["blocks"], structures, texts)
    return words("".join(texts)), structures


def pandoc(file):
    return json.loads(subprocess.run(["pandoc", "-f", "docx", "-t", "json", str(file)], capture_output=True, check=True).stdout)


def mammoth(file):
    import mammoth
    with open(file, "rb") as handle:
        return tree(mammoth.convert_to_html(handle).value, "html")


def markitdown(file):
    from markitdown import MarkItDown
    return tree(MarkItDown().convert(str(file)).text_content, "gfm")


def libreoffice(file):
    made = file.with_suffix(".html")
    if not made.exists():
        # All at once: it takes long to begin.
        with tempfile.TemporaryDirectory() as folder:
            files = [str(one) for one in file.parent.glob("*.docx")]
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}", "--convert-to", "html:HTML (StarWriter)",
                            "--outdir", str(file.parent), *files], capture_output=True, check=True)
    return tree(made.read_text(errors="replace"), "html")


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def whole(file):
    """Says of each part what it is, as Word does; the reader here needs no such list, and others do."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kinds = {"document": "document.main", "footnotes": "footnotes", "endnotes": "endnotes", "styles": "styles", "numbering": "numbering",
             "comments": "comments", "header1": "header", "footer1": "footer", "settings": "settings"}
    said = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}{kind}+xml"/>' for name, kind in kinds.items() if f"word/{name}.xml" in parts)
    parts["[Content_Types].xml"] = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' + said + "</Types>").encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def ours(file):
    return tree(json.loads(file.with_suffix(".json").read_text())["markdown"][0], "gfm+footnotes")


def main(folder):
    files = sorted(pathlib.Path(folder).glob("*.docx"))
    for file in files:
        whole(file)
    facts = {file: json.loads(file.with_suffix(".json").read_text()) for file in files}
    wanted = {file: read(ours(file)) for file in files}
    readers = [("bilancio", ours), ("pandoc", pandoc)]
    for name, reader in (("mammoth", mammoth), ("markitdown", markitdown)):
        try:
            __import__(name)
            readers.append((name, reader))
        except ImportError:
            pass
    if shutil.which("soffice"):
        readers.append(("LibreOffice (HTML)", libreoffice))
    all_words = sum(sum(kept.values()) for kept, _ in wanted.values())
    all_parts = sum(sum(parts.values()) for _, parts in wanted.values())
    unseen = {file: words(" ".join(one["unseen"])) - wanted[file][0] for file, one in facts.items()}
    print(f"| reader | words kept / {all_words} | unseen words shown / {sum(sum(one.values()) for one in unseen.values())} "
          f"| structures kept / {all_parts} | constructions whole / {len(files)} |\n| --- | ---: | ---: | ---: | ---: |")
    for name, reader in readers:
        kept = shown = parts = right = 0
        for file in files:
            try:
                got_words, got_parts = read(reader(file))
            except Exception as error:
                print(f"  {name}, {facts[file]['name'][0]}: {error}", file=sys.stderr)
                continue
            want_words, want_parts = wanted[file]
            kept += sum((got_words & want_words).values())
            shown += sum((got_words & unseen[file]).values())
            parts += sum((got_parts & want_parts).values())
            right += got_words == want_words and not want_parts - got_parts
        print(f"| {name} | {kept} | {shown} | {parts} | {right} |")


if __name__ == "__main__":
    main(sys.argv[1])
