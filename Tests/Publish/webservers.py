"""The site as nginx and Apache show it, set up as docs/pubblicare.md tells."""

import contextlib
import pathlib
import subprocess
import urllib.error
import urllib.request

from places import Folder, free_port, wait_for
from project import Project

NGINX = """
pid {home}/nginx.pid; error_log {home}/nginx.err; daemon off; {user}
events {{}}
http {{
  access_log off; include /etc/nginx/mime.types;
  client_body_temp_path {home}/t1; proxy_temp_path {home}/t2; fastcgi_temp_path {home}/t3;
  uwsgi_temp_path {home}/t4; scgi_temp_path {home}/t5;
  server {{
    listen 127.0.0.1:{port};
    root {home}/html;
    location ^~ /bilancio-sociale/ {{
      include {home}/html/bilancio-sociale/nginx-intestazioni.conf;
    }}
  }}
}}
"""
MODULES = "mpm_event authz_core mime dir alias headers filter deflate autoindex unixd".split()
APACHE = """
ServerRoot {home}
PidFile {home}/apache.pid
ErrorLog {home}/apache.err
Listen 127.0.0.1:{port}
ServerName localhost
TypesConfig /etc/mime.types
DocumentRoot {home}/html
{user}
Alias /bilancio-sociale {root}/current
<Directory {root}>
  AllowOverride FileInfo Options AuthConfig Limit
  Options SymLinksIfOwnerMatch
  Require all granted
</Directory>
<Directory {home}/html>
  Require all granted
</Directory>
"""


class Straight(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def ask(address):
    """Status, fields and body, without going where an answer leads."""
    try:
        answer = urllib.request.build_opener(Straight).open(address, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, answer.headers, answer.read()


@contextlib.contextmanager
def running(*arguments, port):
    process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait()


def shown(servers, start):
    """Publishes a site with a page that moved, looks at it, and publishes it again under the server's eyes."""
    port, place = free_port(), Folder(servers)
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


def nginx_shows_it_as_it_should(servers):
    @contextlib.contextmanager
    def start(home, port, place):
        (home / "nginx.conf").write_text(NGINX.format(home=home, port=port, user="user root;" if is_root() else ""))
        with running("/usr/sbin/nginx", "-c", str(home / "nginx.conf"), port=port):
            yield

    shown(servers, start)


def apache_shows_it_as_it_should(servers):
    @contextlib.contextmanager
    def start(home, port, place):
        folder = pathlib.Path("/usr/lib/apache2/modules")
        lines = [f"LoadModule {name}_module {folder}/mod_{name}.so" for name in MODULES
                 if (folder / f"mod_{name}.so").exists()]
        user = "User www-data\nGroup www-data" if is_root() else ""
        (home / "apache.conf").write_text(
            "\n".join(lines) + APACHE.format(home=home, port=port, root=place.root, user=user))
        with running("/usr/sbin/apache2", "-X", "-f", str(home / "apache.conf"), port=port):
            yield

    shown(servers, start)


def is_root():
    return pathlib.Path("/proc/self").stat().st_uid == 0


TESTS = [nginx_shows_it_as_it_should, apache_shows_it_as_it_should]
