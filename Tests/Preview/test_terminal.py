"""What the one at the terminal sees, and what the command refuses."""

import pathlib
import re
import socket
import subprocess
import tempfile

from program import PROGRAM, ROOT

from .preview import Preview, wait


def refused(*options):
    result = subprocess.run(
        [PROGRAM, "preview", *options], cwd=ROOT, capture_output=True, text=True, timeout=20,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
    assert result.returncode == 2, (options, result.returncode)
    return result.stderr


def test_ctrl_c_stops_at_once():
    preview = Preview()
    with preview:
        # A page that listens does not hold it up.
        news = preview.news()
        next(news)
        seconds = preview.stop()
        assert seconds < 0.5, seconds


def test_a_taken_port_is_told_and_the_next_one_tried():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        preview = Preview()
        try:
            preview.start(port)
            assert preview.said(f"La porta {port} è occupata")
            assert preview.port > port
            assert preview.get()[0] == 200
        finally:
            preview.__exit__()


def test_others_are_let_in_only_when_asked():
    assert "--condividi" in refused("--host", "0.0.0.0")
    assert "--condividi" in refused("--host", "192.168.1.7")
    with Preview("--host", "localhost") as preview:
        assert preview.get()[0] == 200


def test_an_address_that_is_not_ours_is_told():
    assert "203.0.113.9" in refused("--share", "--host", "203.0.113.9", "--port", "0")
    assert "nulla.invalid" in refused("--share", "--host", "nulla.invalid", "--port", "0")


def test_wrong_options_are_told():
    assert "porta" in refused("--port", "70000")
    assert "{path}" in refused("--editor", "blocco-note")
    assert "{path}" in refused("--editor", "javascript:alert({path})")
    assert "nessuna" in refused("--content", "nessuna")


def test_one_line_for_each_rebuild():
    with Preview() as preview:
        before = len(preview.lines)
        for number in range(3):
            preview.write(preview.read() + f"\nRiga {number} di prova.\n")
            wait("one more line", lambda: len(preview.lines) == before + number + 1)
        line = r"^content/2021/1-scuole/1-nuova-mensa\.md: \d+ pagine, \d+ ms, (nessun problema|\d .*)$"
        assert all(re.match(line, each) for each in preview.lines[before:]), preview.lines


def test_drafts_can_be_left_out():
    with Preview() as preview:
        draft = preview.read().replace("numero: 1", "numero: 2\nbozza: true")
        preview.write(draft, "2021/1-scuole/2-dopo.md")
        preview.shows("Questa pagina è una bozza", "2021/scuole/dopo/")
        preview.shows("Bozze", "_preview/")
        # Where it is listed it is told too.
        preview.shows("(Bozza)", "2021/scuole/")
    with Preview("--no-drafts") as preview:
        preview.write(draft, "2021/1-scuole/2-dopo.md")
        preview.shows("È una bozza", "2021/scuole/dopo/")
        assert preview.get("2021/scuole/dopo/")[0] == 404
        assert "Bozze" not in preview.text("_preview/")


def test_an_editor_can_be_chosen():
    with Preview("--editor", "idea") as preview:
        assert f"idea://open?file={preview.folder}/content/" in preview.text("_preview/")
    with Preview(environment={"BILANCIO_EDITOR": "mio://{path}#{line}"}) as preview:
        assert f"mio://{preview.folder.as_posix().lstrip('/')}/content/" in preview.text("_preview/")


def test_the_last_look_is_what_a_build_writes():
    preview = Preview("--publish-like")
    site = preview.content / "sito.yml"
    text = site.read_text(encoding="utf-8").replace("example.it/", "example.it/citt%C3%A0/sociale/")
    site.write_text(text, encoding="utf-8")
    with preview, tempfile.TemporaryDirectory() as built:
        subprocess.run(
            [PROGRAM, "build", "--quiet", "--output", f"{built}/site"], cwd=preview.folder, check=True,
            capture_output=True,
        )
        folder = pathlib.Path(built) / "site"
        files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith(".bilancio")]
        assert len(files) > 20
        assert preview.get()[1]["location"] == "/citt%C3%A0/sociale/"
        for file in files:
            path = file.relative_to(folder).as_posix()
            if path in ("manifest.json", "bilancio-manifest.json", ".manifest") or "manifest" in path:
                continue
            address = "citt%C3%A0/sociale/" + (path[: -len("index.html")] if path.endswith("index.html") else path)
            assert preview.get(address)[2] == file.read_bytes(), path
        assert preview.get("_preview/")[0] == 404
        status, fields, body = preview.get("citt%C3%A0/sociale/nulla/")
        assert (status, body) == (404, (folder / "404.html").read_bytes())
        assert "font-src 'self'" in fields["content-security-policy"]
        # A mistake leaves the last good pages here too.
        with preview.changed("tipo: sito", "tipo: [sito", "sito.yml"):
            wait("the mistake", lambda: preview.said("Così non si pubblica"))
            assert preview.get("citt%C3%A0/sociale/2021/")[0] == 200
