"""What editors are told of the files (`bilancio schema`), tried as the YAML language server uses it.

That server reads YAML 1.2 with its core types and checks by draft 07. Here a validator of the same draft reads
every text of the house that the program accepts, and then the same texts with one thing broken.
"""

import copy
import json
import pathlib
import re
import subprocess

import jsonschema
import pytest
import yaml

from program import PROGRAM, ROOT


class Core(yaml.SafeLoader):
    """The core types of YAML 1.2: no dates, no `yes`, no numbers of base 60."""


Core.yaml_implicit_resolvers = {}
for tag, form, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 10)
                     if node.value.lstrip("+-").isdigit() else node.value)

KINDS = [
    "sito", "edizione", "area", "obiettivo", "realizzazione", "indicatore", "indicatori", "fonti", "atti",
    "glossario", "uffici", "piani", "contesto", "rettifiche", "pubblicazione",
]


def accepted():
    """The texts in YAML of all projects that the program accepts."""
    folders = [ROOT / "content", ROOT / "Tests/Golden/Base"]
    folders += sorted((ROOT / "Tests/Corpus").glob("*/content")) + [ROOT / "Tests/Corpus"]
    for case in sorted((ROOT / "Tests/Golden/Cases").iterdir()):
        messages = case / "diagnostics.txt"
        # What is wrong with a draft stops nothing, and is wrong all the same.
        told = messages.read_text() if messages.exists() else ""
        if told.startswith("exit 0") and "è in una bozza" not in told:
            folders.append(case / "content")
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            hidden = any(part[0] in "._" for part in path.relative_to(folder).parts)
            if path.suffix.lower() not in (".yml", ".yaml") or hidden or not path.is_file():
                continue
            try:
                document = yaml.load(path.read_bytes().decode("utf-8-sig"), Core)
            except (UnicodeDecodeError, yaml.YAMLError):
                continue  # in another encoding, or with a duplicate of libyaml's own
            if isinstance(document, dict) and ("tipo" in document or "kind" in document):
                found[path.resolve()] = document
    return found


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemi")
    subprocess.run([PROGRAM, "schema", "--cartella", folder], check=True, capture_output=True)
    made = {path.stem: json.loads(path.read_text()) for path in folder.glob("*.json")}
    for schema in made.values():
        jsonschema.Draft7Validator.check_schema(schema)
    return made


@pytest.fixture(scope="module")
def texts():
    return accepted()


def findings(schema, document):
    validator = jsonschema.Draft7Validator(schema)
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(document)]


def kind(document):
    return document.get("tipo") or document.get("kind")


def test_there_is_a_schema_for_each_kind_and_one_for_all(schemas):
    assert set(schemas) == {*KINDS, "contenuto"}


def test_what_the_program_accepts_passes(schemas, texts):
    assert len(texts) > 150
    wrong = {}
    for path, document in texts.items():
        found = findings(schemas["contenuto"], document)
        if found:
            wrong[str(path.relative_to(ROOT))] = found
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


def test_the_schema_of_its_kind_says_the_same(schemas, texts):
    english = {"site": "sito", "edition": "edizione", "objective": "obiettivo", "achievement": "realizzazione",
               "indicator": "indicatore", "indicators": "indicatori", "sources": "fonti", "acts": "atti",
               "glossary": "glossario", "offices": "uffici", "plans": "piani", "context": "contesto",
               "corrections": "rettifiche", "publishing": "pubblicazione"}
    for document in texts.values():
        name = english.get(kind(document), kind(document))
        assert not findings(schemas[name], document)


def broken(document):
    """The document with one thing broken, and what."""
    entries = document.get("voci") or document.get("entries")
    for key in list(document):
        copied = copy.deepcopy(document)
        copied[key + "x"] = copied.pop(key)
        yield f"{key} misspelt", copied
    if isinstance(entries, list) and entries and isinstance(entries[0], dict):
        copied = copy.deepcopy(document)
        first = (copied.get("voci") or copied.get("entries"))[0]
        first["inventato"] = 1
        yield "an unknown field of an entry", copied
    words = {"stato", "misura", "verso", "valutazione", "status", "measure", "direction", "assessment"}
    for key in words & set(document):
        copied = copy.deepcopy(document)
        copied[key] = "chissà"
        yield f"{key} of no list", copied
    for key in {"aggiornato_il", "stato_al", "updated_on", "status_on", "periodo", "period"} & set(document):
        copied = copy.deepcopy(document)
        copied[key] = "domani"
        yield f"{key} without a date", copied
    for key in {"titolo", "nome", "title", "name"} & set(document):
        copied = copy.deepcopy(document)
        copied[key] = ["uno", "due"]
        yield f"{key} as a list", copied
    if "anno" in document:
        copied = copy.deepcopy(document)
        copied["anno"] = "duemila"
        yield "a year in words", copied


def test_what_is_broken_is_found(schemas, texts):
    missed, tried = [], 0
    for path, document in texts.items():
        for what, changed in broken(document):
            tried += 1
            if not findings(schemas["contenuto"], changed):
                missed.append(f"{path.relative_to(ROOT)}: {what}")
    assert tried > 800
    assert not missed, "\n".join(missed[:40])


@pytest.mark.parametrize("text", [
    "stato: in ritardo", "stato: Conclusa", "stato: IN CORSO", "stato: in-corso", "stato: completati", "bozza: sì",
    "bozza: Sì", "bozza: true", "bozza: no", "in_breve: 2024", "stato_al: 29 giugno 2020", "atti: dgc-1, dgc-2",
    "atti: [dgc-1]", "bozza:", "in_breve:",
])
def test_each_way_of_writing_is_allowed(schemas, text):
    base = yaml.load("""
tipo: realizzazione
numero: 1
titolo: Una mensa
in_breve: Aperta.
ufficio: scuola
stato: in_corso
stato_al: 2021-12-31
cosa_abbiamo_fatto: Il racconto.
aggiornato_il: 2021-12-31
""", Core)
    document = base | yaml.load(text, Core)
    assert not findings(schemas["contenuto"], document)


def test_explanations_are_in_italian_and_english_names_are_not_suggested(schemas):
    fields = schemas["realizzazione"]["definitions"]["realizzazione"]["properties"]
    assert fields["in_breve"]["description"].startswith("In due frasi.")
    assert "280" in fields["in_breve"]["description"]
    assert fields["summary"]["doNotSuggest"] is True
    assert "doNotSuggest" not in fields["in_breve"]
    assert fields["stato"]["anyOf"][0]["enum"][0] == "pianificata"
