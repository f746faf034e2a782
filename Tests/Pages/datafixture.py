"""The open data of the small good site."""

import json

ORIGIN = "https://bilancio.example.it"
LISTS = "http://publications.europa.eu/resource/authority/"
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatapit": "http://dati.gov.it/onto/dcatapit#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
HEADER = "period,value,missing_reason,out_of,tied,status,note,source"
SERIES = [
    {"period": "2019", "value": 77, "status": "A", "note": "=B2, non è una formula", "source": "stampa"},
    {"period": "2020", "value": -13.5, "out_of": 107, "status": "B"},
]
TEXT, OPEN = {"type": "string", "description": "Un testo."}, {"type": "object", "additionalProperties": False}


def closed(properties, required):
    return OPEN | {"properties": properties, "required": required}


def schema():
    observation = closed(
        {name: TEXT for name in HEADER.split(",")}
        | {name: {"type": "number", "description": "Un numero."} for name in ("value", "out_of", "tied")},
        ["period", "value", "status"],
    )
    indicator = {name: TEXT for name in ("id", "source", "url", "csv")} | {
        "observations": {"type": "array", "description": "I valori.", "items": observation}
    }
    members = {
        "$schema": TEXT,
        "sources": {"type": "array", "description": "Le fonti.", "items": closed({"id": TEXT}, ["id"])},
        "indicators": {"type": "array", "description": "I dati.", "items": closed(indicator, list(indicator))},
    }
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    own = {name: members[name] for name in ("$schema", "sources")} | indicator
    return draft | closed(members, ["indicators"]), draft | closed(own, list(indicator))


def documents():
    indicator = {
        "id": "posizione",
        "source": "classifica",
        "url": f"{ORIGIN}/2020/servizi/",
        "csv": f"{ORIGIN}/2020/dati/posizione.csv",
        "observations": SERIES,
    }
    sources = [{"id": "classifica"}, {"id": "stampa"}]
    schemas = f"{ORIGIN}/schemi/"
    edition = {"$schema": schemas + "edizione-1.json", "sources": sources, "indicators": [indicator]}
    return edition, {"$schema": schemas + "indicatore-1.json", "sources": sources} | indicator


CSV = f'{HEADER}\r\n2019,77,,,,A," =B2, non è una formula",stampa\r\n2020,-13.50,,107,,B,,\r\n'
ALL = (
    f"indicator,{HEADER}\r\n"
    'posizione,2019,77,,,,A," =B2, non è una formula",stampa\r\nposizione,2020,-13.50,,107,,B,,classifica\r\n'
)

# (name, kinds, statements); a value in angle brackets is a name, one with `^` a date, others are words.
PAGE, FILE, SET = f"{ORIGIN}/2020/", f"{ORIGIN}/2020/#csv", f"{ORIGIN}/2020/#dataset"
CATALOGUE = [
    (
        f"{ORIGIN}/#catalogo",
        ["dcatapit:Catalog", "dcat:Catalog"],
        {
            "dct:title": "Il catalogo",
            "dct:description": "Che cosa contiene",
            "dct:publisher": f"<{ORIGIN}/#ente>",
            "dct:modified": "^2021-03-01",
            "dcat:themeTaxonomy": f"<{LISTS}data-theme>",
            "dcat:dataset": f"<{SET}>",
        },
    ),
    (f"{ORIGIN}/#ente", ["dcatapit:Agent", "foaf:Agent"], {"dct:identifier": "c_z999", "foaf:name": "Comune"}),
    (
        f"{ORIGIN}/#contatto",
        ["dcatapit:Organization", "vcard:Organization"],
        {"vcard:fn": "Comune", "vcard:hasEmail": "<mailto:dati@comune.example.it>"},
    ),
    (
        SET,
        ["dcatapit:Dataset", "dcat:Dataset"],
        {
            "dct:identifier": "c_z999:2020",
            "dct:title": "I dati del 2020",
            "dct:description": "Che cosa dicono",
            "dct:modified": "^2021-03-01",
            "dcat:theme": f"<{LISTS}data-theme/GOVE>",
            "dct:accrualPeriodicity": f"<{LISTS}frequency/ANNUAL>",
            "dct:rightsHolder": f"<{ORIGIN}/#ente>",
            "dcat:contactPoint": f"<{ORIGIN}/#contatto>",
            "dct:temporal": f"<{ORIGIN}/2020/#periodo>",
            "dcat:distribution": f"<{FILE}>",
        },
    ),
    (f"{ORIGIN}/2020/#periodo", ["dct:PeriodOfTime"], {"dcatapit:startDate": "^2020-01-01"}),
    (
        FILE,
        ["dcatapit:Distribution", "dcat:Distribution"],
        {
            "dct:format": f"<{LISTS}file-type/CSV>",
            "dcat:accessURL": f"<{PAGE}>",
            "dcat:downloadURL": f"<{ORIGIN}/2020/dati.csv>",
            "dct:license": f"<{ORIGIN}/note-legali/>",
        },
    ),
    (f"{ORIGIN}/note-legali/", ["dcatapit:LicenseDocument", "dct:LicenseDocument"], {}),
]


def turtle():
    def written(value):
        return f'"{value[1:]}"^^xsd:date' if value[0] == "^" else value if value[0] == "<" else f'"{value}"@it'

    lines = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    for name, kinds, statements in CATALOGUE:
        parts = [f"a {', '.join(kinds)}"] + [f"{key} {written(value)}" for key, value in statements.items()]
        lines.append(f"<{name}> " + " ;\n  ".join(parts) + " .")
    return "\n".join(lines) + "\n"


def linked():
    def written(value):
        if value[0] == "^":
            return {"@value": value[1:], "@type": "xsd:date"}
        return {"@id": value[1:-1]} if value[0] == "<" else {"@value": value, "@language": "it"}

    graph = [
        {"@id": name, "@type": kinds} | {key: written(value) for key, value in statements.items()}
        for name, kinds, statements in CATALOGUE
    ]
    return text({"@context": PREFIXES, "@graph": graph})


def text(document):
    return json.dumps(document, ensure_ascii=False)


def files():
    edition, indicator = documents()
    forms = schema()
    return {
        "2020/edizione.json": text(edition),
        "2020/dati.csv": ALL,
        "2020/dati/posizione.json": text(indicator),
        "2020/dati/posizione.csv": CSV,
        "schemi/edizione-1.json": text(forms[0]),
        "schemi/indicatore-1.json": text(forms[1]),
        "catalogo.ttl": turtle(),
        "catalogo.jsonld": linked(),
    }
