"""The open data: of their schema's form, the same in every file, and listed in a catalogue that holds."""

import csv
import decimal
import io
import json
import re
import urllib.parse

import jsonschema
import rdflib
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD
from rdflib.compare import to_isomorphic

NAME = "data"
DCATAPIT = rdflib.Namespace("http://dati.gov.it/onto/dcatapit#")
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
AUTHORITY = "http://publications.europa.eu/resource/authority/"
# What the Italian profile asks of each class (Linee guida per i cataloghi dati, elementi obbligatori).
REQUIRED = {
    DCATAPIT.Catalog: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.modified, DCAT.dataset],
    DCATAPIT.Dataset: [
        DCTERMS.identifier,
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.modified,
        DCAT.theme,
        DCTERMS.rightsHolder,
        DCTERMS.accrualPeriodicity,
        DCAT.distribution,
    ],
    DCATAPIT.Distribution: [DCTERMS["format"], DCAT.accessURL, DCTERMS.license],
    DCATAPIT.Agent: [DCTERMS.identifier, FOAF.name],
    DCATAPIT.Organization: [VCARD.fn, VCARD.hasEmail],
    DCTERMS.PeriodOfTime: [DCATAPIT.startDate],
}
# Each class of the profile stands beside that of the European one, which others look for.
EUROPEAN = {
    DCATAPIT.Catalog: DCAT.Catalog,
    DCATAPIT.Dataset: DCAT.Dataset,
    DCATAPIT.Distribution: DCAT.Distribution,
    DCATAPIT.Agent: FOAF.Agent,
    DCATAPIT.Organization: VCARD.Organization,
    DCATAPIT.LicenseDocument: DCTERMS.LicenseDocument,
}
# Whose values are things of which kind, where the catalogue itself describes them.
KINDS = {
    DCTERMS.publisher: DCATAPIT.Agent,
    DCTERMS.rightsHolder: DCATAPIT.Agent,
    DCTERMS.creator: DCATAPIT.Agent,
    DCAT.dataset: DCATAPIT.Dataset,
    DCAT.distribution: DCATAPIT.Distribution,
    DCAT.contactPoint: DCATAPIT.Organization,
    DCTERMS.license: DCATAPIT.LicenseDocument,
    DCTERMS.temporal: DCTERMS.PeriodOfTime,
    DCTERMS.spatial: DCTERMS.Location,
    FOAF.homepage: FOAF.Document,
    DCAT.landingPage: FOAF.Document,
}
# Whose values are of which list.
LISTS = {
    DCAT.theme: "data-theme/",
    DCTERMS.accrualPeriodicity: "frequency/",
    DCTERMS.language: "language/",
    DCTERMS["format"]: "file-type/",
    DCTERMS.accessRights: "access-right/",
    DCAT.themeTaxonomy: "data-theme",
}
FIELDS = ["period", "value", "missing_reason", "out_of", "tied", "status", "note", "source"]
NUMBERS = {"value", "out_of", "tied"}
DATES = {DCTERMS.modified, DCTERMS.issued, DCATAPIT.startDate, DCATAPIT.endDate, DCAT.startDate, DCAT.endDate}
PLACES = {DCAT.downloadURL, DCAT.accessURL, FOAF.homepage, DCAT.landingPage}


def whole(run):
    editions = sorted(run.site.folder.glob("*/edizione.json"))
    for file in editions:
        yield from edition(run, file)
    yield from catalogue(run, editions)


# Documents and tables


def edition(run, file):
    """The document of an edition, and with it those and the tables of its indicators."""
    document = yield from valid(run, file)
    if document is None:
        return
    rows = yield from table(run, file.with_name("dati.csv"), ["indicator", *FIELDS])
    for indicator in document["indicators"]:
        folder = file.with_name("dati")
        own = yield from valid(run, folder / f"{indicator['id']}.json")
        if own is not None and any(own.get(name) != value for name, value in indicator.items()):
            yield run.site_finding(file, f"`{indicator['id']}` is told otherwise than in its own file")
        values = yield from table(run, folder / f"{indicator['id']}.csv", FIELDS)
        told = [cells(each) for each in indicator["observations"]]
        if values is not None and values != told:
            yield run.site_finding(folder / f"{indicator['id']}.csv", "other observations than in the JSON")
        if rows is not None:
            lines = [{name: row[name] for name in FIELDS} for row in rows if row["indicator"] == indicator["id"]]
            full = [each | {"source": each["source"] or indicator["source"]} for each in told]
            if lines != full:
                yield run.site_finding(file.with_name("dati.csv"), f"other observations of `{indicator['id']}`")
        yield from known(run, file, document, indicator)
    if rows is not None and len(rows) != sum(len(each["observations"]) for each in document["indicators"]):
        yield run.site_finding(file.with_name("dati.csv"), "lines that are no observation of the edition")


def cells(observation):
    """An observation of a document as the cells of a line."""
    return {name: cell(name, observation.get(name)) for name in FIELDS}


def cell(name, value):
    text = "" if value is None else f"{value:f}" if isinstance(value, decimal.Decimal) else str(value)
    return number(text) if name in NUMBERS else text


def numeric(text):
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) is not None


def number(text):
    """One writing for each number: `1.50` and `1.5` are the same."""
    return str(decimal.Decimal(text).normalize()) if numeric(text) else text


def table(run, file, columns):
    """The lines of a table as records; a space before a text keeps spreadsheets from running it."""
    if not file.is_file():
        yield run.site_finding(file, "this table is missing")
        return None
    text = file.read_bytes().decode("utf-8")
    if text.startswith("\ufeff"):
        yield run.site_finding(file, "begins with a byte-order mark: leave it away")
    if not text.endswith("\r\n"):
        yield run.site_finding(file, "lines end in CR LF (RFC 4180), the last one too")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    for place, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield run.site_finding(file, f"line {place} has {len(row)} cells, the header {len(rows[0])}")
            return None
        for name, value in zip(rows[0], row):
            if value[:1] in ("=", "+", "-", "@") and not numeric(value):
                yield run.site_finding(file, f"a spreadsheet runs `{value[:20]}` as a formula: put a space before it")
    missing = [name for name in columns if name not in rows[0]]
    if missing:
        yield run.site_finding(file, f"no column `{missing[0]}`: every field has one")
        return None
    return [{name: cell(name, value.lstrip(" ")) for name, value in zip(rows[0], row)} for row in rows[1:]]


def valid(run, file):
    """The document, when the schema that it names is on the site and finds nothing wrong with it."""
    if not file.is_file():
        yield run.site_finding(file, "this document is missing")
        return None
    document = json.loads(file.read_text(encoding="utf-8"), parse_float=decimal.Decimal)
    name = urllib.parse.urlsplit(document.get("$schema", ""))
    schema = run.site.file(name.path) if name.path else None
    if schema is None:
        yield run.site_finding(file, f"`$schema` names `{name.path}`, which is not on the site")
        return None
    form = json.loads(schema.read_text(encoding="utf-8"))
    checker = jsonschema.validators.validator_for(form, default=None)
    if checker is not jsonschema.Draft202012Validator:
        yield run.site_finding(schema, "a schema of draft 2020-12 is needed: say so in `$schema`")
        return None
    checker.check_schema(form)
    yield from described(run, schema, form, "")
    errors = sorted(checker(form).iter_errors(document), key=lambda error: error.json_path)
    for error in errors:
        yield run.site_finding(file, f"not of its schema's form at {error.json_path}: {error.message[:160]}")
    return None if errors else document


def described(run, file, form, path):
    """Every object of a schema is closed, and every member of it explained."""
    if form.get("type") == "object" and form.get("additionalProperties") is not False:
        yield run.site_finding(file, f"the object at `{path}` is open: close it with `additionalProperties`")
    for name, member in form.get("properties", {}).items():
        if not member.get("description"):
            yield run.site_finding(file, f"`{path}/{name}` is not explained: give it a `description`")
        yield from described(run, file, member, f"{path}/{name}")
    for name, member in form.get("$defs", {}).items():
        yield from described(run, file, member, f"{path}/{name}")
    if "items" in form:
        yield from described(run, file, form["items"], path)


def known(run, file, document, indicator):
    """The names that an indicator uses are in the document."""
    sources = {each["id"] for each in document["sources"]}
    named = {indicator["source"]} | {each["source"] for each in indicator["observations"] if "source" in each}
    for name in sorted(named - sources):
        yield run.site_finding(file, f"`{indicator['id']}` names the source `{name}`, which is not in the document")
    for address in (indicator["url"], indicator["csv"]):
        if run.site.file(urllib.parse.urlsplit(address).path) is None:
            yield run.site_finding(file, f"`{address}` is not on the site")


# The catalogue


def catalogue(run, editions):
    files = [run.site.folder / "catalogo.ttl", run.site.folder / "catalogo.jsonld"]
    graphs = []
    for file, form in zip(files, ("turtle", "json-ld")):
        try:
            graphs.append(rdflib.Graph().parse(data=file.read_bytes(), format=form))
        except Exception as error:
            yield run.site_finding(file, f"does not parse: {' '.join(str(error).split())[:160]}")
            return
    if to_isomorphic(graphs[0]) != to_isomorphic(graphs[1]):
        lone = next(iter(set(graphs[0]) ^ set(graphs[1])), ())
        yield run.site_finding(files[1], f"says other things than the Turtle: {' '.join(map(str, lone))}")
    for finding in profile(graphs[0], run, editions):
        yield run.site_finding(files[0], finding)


def profile(graph, run, editions):
    """What breaks the profile, as words."""
    for kind, properties in REQUIRED.items():
        for thing in graph.subjects(RDF.type, kind):
            for name in properties:
                if (thing, name, None) not in graph:
                    yield f"<{thing}> lacks `{graph.qname(name)}`, which the profile asks for"
    for kind, other in EUROPEAN.items():
        for thing in graph.subjects(RDF.type, kind):
            if (thing, RDF.type, other) not in graph:
                yield f"<{thing}> is no `{graph.qname(other)}`"
    for subject, name, value in graph:
        words = wrong(graph, name, value) or lost(run, name, value)
        if words:
            yield f"<{subject}> `{graph.qname(name)}`: {words}"
    datasets = set(graph.objects(None, DCAT.dataset))
    if len(list(graph.subjects(RDF.type, DCATAPIT.Catalog))) != 1 or len(datasets) != len(editions):
        yield f"one catalogue with {len(editions)} editions is needed, {len(datasets)} are listed"


def wrong(graph, name, value):
    if name in KINDS and (value, RDF.type, KINDS[name]) not in graph:
        return f"<{value}> is not described as a `{graph.qname(KINDS[name])}`"
    if name in LISTS and not str(value).startswith(AUTHORITY + LISTS[name]):
        return f"<{value}> is not of the Union's list `{LISTS[name].strip('/')}`"
    if name in DATES and getattr(value, "datatype", None) not in (XSD.date, XSD.gYearMonth, XSD.gYear):
        return f"`{value}` is no date"
    if name in (DCTERMS.title, DCTERMS.description) and not getattr(value, "language", None):
        return "the words need their language"
    return None


def lost(run, name, value):
    """Pages and files that the catalogue names are on the site."""
    if name in PLACES and run.site.file(urllib.parse.urlsplit(value).path) is None:
        return f"<{value}> is not on the site"
    return None
