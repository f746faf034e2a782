"""What is written for web servers, with hostile addresses, before the real nginx and Apache."""

import pathlib
import subprocess
import urllib.parse

import pytest

from .places import free_port
from .project import ACHIEVEMENT
from .webservers import apache, ask, made, nginx, running

# The address of the site and that of the form; whether texts with them are accepted may differ, what is written may not.
ADDRESSES = [
    ("https://a.it/a;internal;/", None), ("https://a.it/a;}location/{internal;}/", None),
    ("https://a.it/a b/", None), ("https://a.it/a%20b/", None), ("https://a.it/$host/", None),
    ("https://a.it/%24host/", None), ("https://a.it/a%0Ab/", None), ("https://a.it/a%22b/", None),
    ("https://a.it/a'b/", None), ("https://a.it/a\\b/", None), ("https://a.it/a%5Cb/", None),
    ("https://a.it/%7Bx%7D/", None), ("https://a.it/perché/", None), ("https://a.it/a+b(c)*[d]|e/", None),
    ("https://a.it/a#b/", None), ("https://a.it/%23b/", None), ("https://a.it/a?b/", None),
    ("https://a.it/%25{x}/", None), ("https://u:segreto@a.it/", None), ("https://a.it/~x.y_z-0/", None),
    ("https://b.it/x/", "https://a%41.it/f"), ("https://b.it/x/", "https://a.it;sandbox/f"),
    ("https://b.it/x/", "https://a.it$host/f"), ("https://b.it/x/", "https://forlì.it:8443/f"),
    ("https://b.it/x/", "https://a.it'/f"), ("https://b.it/x/", "https://a.it\"; x/f"),
    ("https://b.it/x/", "https://a.it}/f"), ("https://b.it/x/", "https://u:segreto@a.it/f"),
]


def aimed(project, address, action=None):
    quoted = address.replace("\\", "\\\\").replace('"', '\\"')
    lines = ["tipo: sito", "ente:", "  nome: Comune di Prova", f'indirizzo: "{quoted}"', "feedback:"]
    if action is None:
        lines += ["  modo: nessuno"]
    else:
        quoted = action.replace("\\", "\\\\").replace('"', '\\"')
        lines += ["  modo: utile", "  accesso: tutti", f'  azione: "{quoted}"', "  privacy: https://b.it/privacy",
                  "  titolare: Comune di Prova", "  conservazione: sei mesi"]
    project.write("sito.yml", "\n".join(lines) + "\n")


def test_hostile_addresses_say_nothing_to_servers(servers, project, note):
    home, port = made(servers, "indirizzi")
    refused = 0
    for address, action in ADDRESSES:
        aimed(project, address, action)
        output = home / "sito"
        answer = project.run("build", "--output", output)
        case = (address, action, answer)
        assert "segreto" not in answer.errors, case
        if answer.status != 0:
            assert answer.status == 1, case
            refused += 1
            continue
        text = (output / "nginx-intestazioni.conf").read_text()
        (home / "html/bilancio-sociale").unlink(missing_ok=True)
        (home / "html/bilancio-sociale").symlink_to(output)
        test = subprocess.run([*nginx(home, port), "-t"], capture_output=True, text=True, check=False)
        assert test.returncode == 0, (case, test.stderr, text)
        # `.htaccess` is read with a request only; a mistake in it is status 500.
        other = free_port()
        with running(*apache(home, other, home, current=output), port=other):
            status, fields, _ = ask(f"http://127.0.0.1:{other}/bilancio-sociale/")
        assert status == 200 and "default-src 'none'" in fields["Content-Security-Policy"], (case, status)
    assert 0 < refused < len(ADDRESSES), refused
    note(f"{len(ADDRESSES)} addresses, {refused} of them refused")


@pytest.mark.parametrize("name", ["perché", "a b", "a;b", "a+b(c)"])
def test_odd_paths_lead_where_they_should(servers, project, name):
    """Redirects and the page that is not there, below paths that servers write differently."""
    home, port = made(servers, "percorsi")
    base = f"http://127.0.0.1:{port}/" + name.replace(" ", "%20") + "/"
    aimed(project, base)
    project.write("2021/edizione.yml", project.read("2021/edizione.yml")
                  + "spostati:\n  - da: scuole/mensa\n    a: scuole/nuova-mensa\n")
    output = home / "sito"
    answer = project.run("build", "--output", output)
    assert answer.status == 0, answer
    (home / "html" / name).symlink_to(output)
    asked = f"http://127.0.0.1:{port}/" + encoded(name) + "/"
    config = nginx(home, port)
    text = pathlib.Path(config[-1]).read_text()
    text = text.replace("location ^~ /bilancio-sociale/", f'location ^~ "/{name}/"')
    text = text.replace(f"include {home}/html/bilancio-sociale/", f"include {output}/")
    pathlib.Path(config[-1]).write_text(text)
    with running(*config, port=port):
        leads(asked, output, name)
    config = apache(home, port, home, current=output)
    text = pathlib.Path(config[-1]).read_text()
    pathlib.Path(config[-1]).write_text(text.replace("Alias /bilancio-sociale", f'Alias "/{name}"'))
    with running(*config, port=port):
        leads(asked, output, name)


def encoded(name):
    return urllib.parse.quote(name, safe="")


def leads(base, output, name):
    status, fields, _ = ask(base + "2021/scuole/mensa")
    where = urllib.parse.unquote(fields.get("Location") or "")
    assert status == 301 and where.endswith(f"/{name}/2021/scuole/nuova-mensa/"), (name, status, where)
    status, _, body = ask(base + "non-esiste/")
    assert status == 404 and body == (output / "404.html").read_bytes(), (name, status, body[:80])


def test_attachments_are_files_and_never_programs(servers, project):
    home, port = made(servers, "allegati")
    aimed(project, f"http://127.0.0.1:{port}/bilancio-sociale/")
    folder = project.content / "2021/1-scuole"
    (folder / "a.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "a.txt").write_text("testo")
    (folder / "a.geojson").write_text('{"type":"FeatureCollection","features":[]}')
    (folder / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    project.write(ACHIEVEMENT, project.read() + "\n[a](a.pdf) [b](a.txt) [c](a.svg) [d](a.geojson)\n")
    output = home / "sito"
    answer = project.run("build", "--output", output)
    assert answer.status == 0, answer
    (home / "html/bilancio-sociale").symlink_to(output)
    base = f"http://127.0.0.1:{port}/bilancio-sociale/"

    def look():
        for name, kind in [("a.pdf", "application/pdf"), ("a.txt", "text/plain"),
                           ("a.svg", "image/svg+xml"), ("a.geojson", None)]:
            status, fields, body = ask(f"{base}2021/file/1-scuole/{name}")
            assert status == 200 and body == (folder / name).read_bytes(), (name, status, body[:80])
            assert fields["X-Content-Type-Options"] == "nosniff", fields
            assert ("sandbox" in fields["Content-Security-Policy"]) == (name != "a.pdf"), fields
            assert len(fields.get_all("Content-Security-Policy")) == 1, fields
            assert kind is None or fields["Content-Type"].startswith(kind), fields
        status, fields, _ = ask(base)
        assert status == 200 and "sandbox" not in fields["Content-Security-Policy"], fields

    with running(*nginx(home, port), port=port):
        look()
    # Apache told to run each of them, as one that runs PHP does.
    runs = '<FilesMatch "\\.(pdf|txt|svg|geojson)$">\n  SetHandler server-status\n</FilesMatch>\nExtendedStatus On\n'
    for override in ("FileInfo Options AuthConfig Limit", "All"):
        with running(*apache(home, port, home, current=output, more=runs, override=override), port=port):
            look()
    # Where the server does not read `.htaccess`, it still shows the pages.
    with running(*apache(home, port, home, current=output, override="None"), port=port):
        assert ask(base)[0] == 200
