"""Articles, numbers, dates and addresses, as Italian writes them."""

import re
import unicodedata

from .words import MONTHS

JOINED = {
    "di": {"il": "del", "lo": "dello", "la": "della", "l'": "dell'", "i": "dei", "gli": "degli", "le": "delle"},
    "a": {"il": "al", "lo": "allo", "la": "alla", "l'": "all'", "i": "ai", "gli": "agli", "le": "alle"},
    "su": {"il": "sul", "lo": "sullo", "la": "sulla", "l'": "sull'", "i": "sui", "gli": "sugli", "le": "sulle"},
    "da": {"il": "dal", "lo": "dallo", "la": "dalla", "l'": "dall'", "i": "dai", "gli": "dagli", "le": "dalle"},
    "in": {"il": "nel", "lo": "nello", "la": "nella", "l'": "nell'", "i": "nei", "gli": "negli", "le": "nelle"},
}


def join(preposition, phrase):
    """`di` + `la rete` → `della rete`."""
    if phrase.startswith("l'"):
        return JOINED[preposition]["l'"] + phrase[2:]
    article, rest = phrase.split(" ", 1)
    return f"{JOINED[preposition][article]} {rest}"


def forms(name, phrase):
    """A phrase with each preposition its sentences may ask for, by the name of the slot."""
    return {name: phrase} | {f"{word}_{name}": join(word, phrase) for word in JOINED}


def month_forms(name, place):
    month = MONTHS[place]
    to = f"ad {month}" if month[0] == "a" else f"a {month}"
    return {name: month, f"a_{name}": to, f"A_{name}": capital(to)}


def bare(phrase):
    """`la rete` → `rete`."""
    return phrase[2:] if phrase.startswith("l'") else phrase.split(" ", 1)[1]


def capital(text):
    return text[0].upper() + text[1:]


def grouped(number):
    return f"{number:,}".replace(",", ".")


def italian(scaled, decimals):
    """An integer counted in units of its last decimal, as Italian writes it: `1.234,5`."""
    if not decimals:
        return grouped(scaled)
    return f"{grouped(scaled // 10**decimals)},{scaled % 10**decimals:0{decimals}d}"


def plain(scaled, decimals):
    """The same number with a decimal point and no grouping."""
    if not decimals:
        return str(scaled)
    return f"{scaled // 10**decimals}.{scaled % 10**decimals:0{decimals}d}"


def long_date(date):
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def slash_date(date):
    return f"{date.day:02d}/{date.month:02d}/{date.year}"


SMALL_WORDS = {
    "a", "ai", "al", "alla", "alle", "con", "d", "dei", "degli", "del", "dell", "della", "delle", "dello", "di", "e", "gli",
    "i", "il", "in", "l", "la", "le", "lo", "lungo", "nel", "nella", "nelle", "per", "quartiere", "su", "sugli", "sui",
    "sul", "sull", "sulla", "sulle", "sullo", "tutto"}


def slug(text):
    """An address of the words that carry meaning, or of all of them where none does."""
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", flat)
    return "-".join([word for word in words if word not in SMALL_WORDS] or words)
