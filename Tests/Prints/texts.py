"""Texts that try all that a print must get right, added to those of the shipped edition."""

import struct
import zlib

# Each is code in the language that prints are written in; in a text it is a text.
HOSTILE = [
    '#{panic("fuori")}', '"; panic("fuori"); "', "\\\\ ] } )", "$x^2$", "@riferimento", "#include \"/etc/passwd\"",
    "<etichetta>", "// commento", "/* commento */",
]
MISSING = "你"


def torture(content):
    """Adds what is hard to a page of context."""
    page = content / "2020/contesto/contesto-strategico.md"
    folder = page.parent
    (folder / "larga.png").write_bytes(picture(900, 500))
    (folder / "alta.png").write_bytes(picture(100, 2000))
    wide = [f"Anno {2010 + number}" for number in range(14)]
    lines = [
        "", "## Valori difficili", "", " · ".join(f"`{text}`" for text in HOSTILE), "",
        " · ".join(text.replace("<", "\\<").replace("*", "\\*").replace("\\\\", "\\\\\\\\") for text in HOSTILE), "",
        f"Altre scritture: Ελληνικά, кириллица, العربية, ☐ ☑ → ≤ ½ e {MISSING}.", "",
        "![Un rettangolo largo](larga.png)", "", "![Una striscia alta](alta.png)", "",
        "| Parola | N |", "|---|---:|", f"| {'precipitevolissimevolmente' * 4} | 1 |", "",
        row(wide), row(["---:"] * 14), *(row([str(number * 12345678)] * 14) for number in (1, 2)), "",
        "| N | Nome | Nota |", "|---|---|---|",
        *(row([str(number), f"voce {number}", f"testo della riga {number}"]) for number in range(200)), "",
        "1. primo", "   - dentro il primo", "     1. ancora più dentro", "", "        > una citazione", "",
        "        ```", "        righe  con   blanchi", "          e rientro", "        ```", "",
        "- [x] fatto", "- [ ] da fare", "",
    ]
    page.write_text(page.read_text(encoding="utf-8") + "\n".join(lines), encoding="utf-8")


def row(cells):
    return "| " + " | ".join(cells) + " |"


def picture(width, height):
    """A PNG of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = (b"\0" + bytes([200, 120, 40]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines))
            + chunk(b"IEND", b""))
