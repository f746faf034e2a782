"""The little YAML that the generator writes."""

import re

PLAIN_SCALAR = re.compile(r"[A-Za-zÀ-ÿ«][^\n\"\\]*")
RESERVED = {"yes", "no", "true", "false", "on", "off", "null", "y", "n", "si"}
FLOW_MARKS = set(",[]{}")


def quoted(text, flow=False):
    """A scalar: bare where nothing in it can be mistaken, else in double quotes. `flow` is inside `{}` or `[]`."""
    safe = PLAIN_SCALAR.fullmatch(text) and ": " not in text and " #" not in text and text[-1] not in ": "
    if safe and text.lower() not in RESERVED and not (flow and FLOW_MARKS & set(text)):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def inline_list(items):
    return "[" + ", ".join(quoted(item, flow=True) for item in items) + "]"


def block(key, text):
    """A block scalar `|`, with empty lines left empty."""
    lines = ["  " + line if line else "" for line in text.split("\n")]
    return f"{key}: |\n" + "\n".join(lines) + "\n"
