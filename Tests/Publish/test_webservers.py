"""The site as nginx and Apache show it, set up as docs/pubblicare.md tells."""

import pytest

from .places import free_port
from .project import Project
from .webservers import apache, ask, nginx, running


def start_nginx(home, port, place):
    return running(*nginx(home, port), port=port)


def start_apache(home, port, place):
    return running(*apache(home, port, place.root), port=port)


@pytest.mark.parametrize("start", [start_nginx, start_apache], ids=["nginx", "apache"])
def test_a_web_server_shows_it_as_it_should(servers, place, start):
    """Publishes a site with a page that moved, looks at it, and publishes it again under the server's eyes."""
    port = free_port()
    base = f"http://127.0.0.1:{port}/bilancio-sociale/"
    home = servers.folder / f"web-{port}"
    (home / "html").mkdir(parents=True)
    (home / "html/index.html").write_text("il sito del Comune")
    (home / "html/bilancio-sociale").symlink_to(place.served)
    for folder in (servers.folder, home):
        folder.chmod(0o755)
    with Project(place, indirizzo=base) as project:
        project.write("2021/edizione.yml", project.read("2021/edizione.yml")
                      + "spostati:\n  - da: scuole/mensa\n    a: scuole/nuova-mensa\n")
        assert project.publish().status == 2, "nobody answers yet"
        with start(home, port, place):
            status, fields, body = ask(base)
            assert status == 200 and body == project.site["index.html"], status
            assert fields["Content-Type"] == "text/html; charset=utf-8", fields
            assert "default-src 'none'" in fields["Content-Security-Policy"], fields
            assert fields["X-Content-Type-Options"] == "nosniff" and "max-age=300" in fields["Cache-Control"], fields
            status, fields, _ = ask(base + "2021")
            assert status == 301 and fields["Location"].endswith("/bilancio-sociale/2021/"), fields
            for moved in ("2021/scuole/mensa", "2021/scuole/mensa/"):
                status, fields, _ = ask(base + moved)
                assert status == 301 and fields["Location"].endswith("/2021/scuole/nuova-mensa/"), fields
            status, fields, body = ask(base + "2021/scuole/non-esiste/")
            assert status == 404 and body == project.site["404.html"], (status, body[:80])
            status, fields, _ = ask(base + "2021/dati.csv")
            assert fields["Content-Type"] == "text/csv; charset=utf-8", fields
            assert fields["Access-Control-Allow-Origin"] == "*" and "max-age=300" in fields["Cache-Control"], fields
            sheet = next(path for path in project.site if path.endswith(".css"))
            status, fields, _ = ask(base + sheet)
            assert "immutable" in fields["Cache-Control"] and fields["Content-Type"].startswith("text/css"), fields
            for hidden in (".htaccess", "nginx-intestazioni.conf"):
                assert ask(base + hidden)[0] in (403, 404), hidden
            status, fields, _ = ask(f"http://127.0.0.1:{port}/")
            assert status == 200 and "Content-Security-Policy" not in fields, "the rest of the server is left alone"
            project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
            said = project.published().output
            assert "Riletti" in said and "sono quelli pubblicati" in said, said
            assert project.run("publish", "--undo", "--yes").status == 0
