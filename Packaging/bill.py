"""The bill of materials: what is in the program, whose it is and under which terms (SPDX 2.3, as JSON)."""

import hashlib
import json
import re

import about


def document(parts):
    packages = [package(about.NAME, about.version(), about.LICENCE, "NOASSERTION", None)]
    relations = [relation("SPDXRef-DOCUMENT", "DESCRIBES", packages[0]["SPDXID"])]
    for part in parts:
        packages.append(package(part.name, part.version, part.licence, part.download, part.purl, part.checksum))
        relations.append(relation(packages[0]["SPDXID"], part.how, packages[-1]["SPDXID"]))
    mark = hashlib.sha256(json.dumps([packages, about.epoch()], sort_keys=True).encode()).hexdigest()[:32]
    return json.dumps(
        {
            "spdxVersion": "SPDX-2.3",
            "dataLicense": "CC0-1.0",
            "SPDXID": "SPDXRef-DOCUMENT",
            "name": f"{about.NAME}-{about.version()}",
            "documentNamespace": f"https://spdx.org/spdxdocs/{about.NAME}-{about.version()}-{mark}",
            "creationInfo": {
                "created": f"{about.date():%Y-%m-%dT%H:%M:%SZ}",
                "creators": [f"Organization: {about.MAINTAINER.split(' <')[0]}", "Tool: bilancio-packaging"],
            },
            "packages": packages,
            "relationships": relations,
        }, ensure_ascii=False, indent=1) + "\n"


def package(name, version, licence, download, purl, checksum=""):
    value = {
        "name": name,
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name),
        "versionInfo": version,
        "supplier": "NOASSERTION",
        "downloadLocation": download,
        "filesAnalyzed": False,
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
    }
    if checksum:
        # Of what it is taken from, which is looked at before anything is taken.
        value["comment"] = f"SHA256 of the archive it is taken from: {checksum}"
    if purl:
        value["externalRefs"] = [
            {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}]
    return value


def relation(one, kind, other):
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}
