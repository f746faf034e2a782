"""Who may read a draft, and that nothing but the site can be read."""

import pytest

from .preview import ACHIEVEMENT, OBJECTIVE, Preview, wait
from .stranger import stranger

NOTHING = b"un testo che non e del sito"


def test_only_the_site_can_be_read(preview):
    (preview.folder / "segreto.txt").write_bytes(NOTHING)
    (preview.content / "_nota.txt").write_bytes(NOTHING)
    (preview.content / "2021/foglio.pdf").write_bytes(NOTHING)
    wait("the warning of an unused file", lambda: preview.said("1 avviso"))
    ways = ["..", "%2e%2e", "%2E%2E", ".%2e", "%252e%252e", "..%2f", "..%5c", "..\\", "%c0%ae%c0%ae", "....//"]
    paths = [f"{way}/segreto.txt" for way in ways] + [f"2021/{way}/{way}/segreto.txt" for way in ways]
    paths += [f"assets/{way}/{way}/content/_nota.txt" for way in ways]
    paths += ["_nota.txt", "file/_nota.txt", "2021/file/foglio.pdf", "content/sito.yml", "sito.yml"]
    paths += ["/etc/passwd", "//etc/passwd", "file:///etc/passwd", "_preview/../segreto.txt", "_preview/etc/passwd"]
    paths += ["%00", "2021/%00/", "%", "%zz", "%ff%fe", "2021/index.html%00.css"]
    paths += [f"_preview/pagine/{way}/segreto.txt" for way in ways]
    for path in paths:
        request = f"GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\nConnection: close\r\n\r\n"
        answer = preview.raw(request.encode())
        status = int(answer.split(b" ")[1])
        assert status in (302, 400, 404), f"/{path}: {status}"
        assert NOTHING not in answer and b"root:" not in answer and b"tipo: sito" not in answer, path
    whole = f"GET http://127.0.0.1:{preview.port}/../segreto.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    assert NOTHING not in preview.raw(whole.encode())


def test_a_page_from_elsewhere_reads_nothing(preview):
    port = preview.port

    def status(**headers):
        return preview.get(ACHIEVEMENT, **headers)[0]

    for host in ("127.0.0.1", f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}"):
        assert status(Host=host) == 200, host
    # A name of somebody else's that leads here (DNS rebinding), and what only looks like one of ours.
    for host in ("evil.example", f"evil.example:{port}", f"localhost.evil.example:{port}", "127.0.0.1.nip.io",
                 f"127.0.0.1@evil.example:{port}", "localhost:80:80", "", f"0.0.0.0:{port}", f"192.168.1.7:{port}",
                 f"127.0.0.1:{port}.evil.example", "[::1].evil.example"):
        answer = preview.get(ACHIEVEMENT, Host=host)
        assert answer[0] in (400, 403), f"{host!r}: {answer[0]}"
        assert b"mensa" not in answer[2], host
    assert status(Origin=f"http://127.0.0.1:{port}") == 200
    for origin in ("http://evil.example", "https://evil.example", f"http://localhost:{port}", "null",
                   f"https://127.0.0.1:{port}", "http://127.0.0.1:3000"):
        assert status(Origin=origin) == 403, origin
    assert status(Sec_Fetch_Site="same-origin") == 200
    assert status(Sec_Fetch_Site="none") == 200
    link = {"Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    assert status(Sec_Fetch_Site="cross-site", **link) == 200
    for site in ("cross-site", "same-site"):
        assert status(Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="script") == 403
        assert status(Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="iframe") == 403
        assert status(Sec_Fetch_Site=site) == 403
    assert preview.get("_preview/eventi", Origin="http://evil.example")[0] == 403
    fields = preview.get("2021/dati.csv")[1]
    assert "access-control-allow-origin" not in fields
    assert fields["cross-origin-resource-policy"] == "same-origin"


def test_only_reading_is_possible(preview):
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        status, fields, _ = preview.get(ACHIEVEMENT, method)
        assert status == 405 and fields["allow"] == "GET, HEAD", method


def test_odd_requests_are_judged_as_what_they_are(preview):
    def answer(first, *fields):
        lines = [first, *fields, "Connection: close", "", ""]
        return preview.raw("\r\n".join(lines).encode())

    port, own = preview.port, f"Host: 127.0.0.1:{preview.port}"
    page = "/" + ACHIEVEMENT
    # The host of a target in absolute form counts, and both must be ours.
    assert answer(f"GET http://127.0.0.1:{port}{page} HTTP/1.1", own).startswith(b"HTTP/1.1 200 ")
    for target in ("http://evil.example", f"http://127.0.0.1@evil.example:{port}", "http://[::1", "https://127.0.0.1",
                   f"http://127.0.0.1.:{port}", "ftp://127.0.0.1", "http://"):
        for host in (own, "Host: evil.example", "Host: "):
            found = answer(f"GET {target}{page} HTTP/1.1", host)
            assert found.split(b" ")[1] in (b"400", b"403") and b"mensa" not in found, f"{target} {host}"
    for fields in ([own, own], [own, "Host: evil.example"], ["Host: evil.example", own], [], ["Host: [::1"],
                   ["Host: localhost:"], ["Host: localhost:0"], ["Host: localhost:65536"], ["Host: a@localhost"],
                   ["Host: 127.0.0.1."], ["Host: localhost, evil.example"]):
        found = answer(f"GET {page} HTTP/1.1", *fields)
        assert found.split(b" ")[1] in (b"400", b"403") and b"mensa" not in found, fields
    for method in ("FOO", "PROPFIND", "CONNECT", "TRACE", "OPTIONS", "BREW", "get"):
        head = answer(f"{method} {page} HTTP/1.1", own).split(b"\r\n\r\n")[0].decode()
        assert head.startswith("HTTP/1.1 405 ") and "\r\nAllow: GET, HEAD" in head.replace("allow:", "Allow:"), method
    assert b" 405 " in answer("OPTIONS * HTTP/1.1", own).split(b"\r\n")[0]
    for first in ("GET * HTTP/1.1", "GET /", "PRI * HTTP/2.0", "\x16\x03\x01", "GET / HTTP/9.9"):
        assert answer(first, own).startswith(b"HTTP/1.1 4"), first


def test_a_connection_ends_after_the_answer_where_it_must(preview):
    own = f"Host: 127.0.0.1:{preview.port}\r\n"
    for request in (f"GET /2021/ HTTP/1.0\r\n{own}\r\n", f"GET /2021/ HTTP/1.0\r\n{own}Connection: keep-alive\r\n\r\n",
                    f"GET /2021/ HTTP/1.1\r\n{own}Connection: Close\r\n\r\n",
                    f"GET /2021/ HTTP/1.1\r\n{own}Connection: close, TE\r\n\r\n",
                    f"GET /2021/ HTTP/1.1\r\n{own}Content-Length: 9\r\n\r\nab",
                    f"CONNECT /2021/ HTTP/1.1\r\n{own}\r\n"):
        answer = preview.raw(request.encode(), half_close=False)
        assert b"\r\nconnection: close" in answer.split(b"\r\n\r\n")[0].lower(), request
    # One request behind the other on one line, as browsers do it.
    two = f"GET /2021/ HTTP/1.1\r\n{own}\r\n" * 2 + f"GET /2021/ HTTP/1.1\r\n{own}Connection: close\r\n\r\n"
    assert preview.raw(two.encode(), half_close=False).count(b"HTTP/1.1 200 OK") == 3


def test_attachments_are_documents(preview):
    """As the server files say: an attachment runs nothing and is taken for nothing else."""
    folder = preview.content / "2021/1-scuole"
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    files = {"foglio.csv": b"a,b\n1,2\n", "piano.pdf": b"%PDF-1.4\n", "disegno.svg": drawing}
    for name, text in files.items():
        (folder / name).write_bytes(text)
    links = " ".join(f"[Il {name}]({name})" for name in ("foglio.csv", "piano.pdf")) + "\n\n![Un disegno](disegno.svg)"
    with preview.changed("## I posti", links + "\n\n## I posti"):
        for name in files:
            address = f"2021/file/1-scuole/{name}"
            wait(name, lambda: preview.get(address)[0] == 200)
            fields = preview.get(address)[1]
            assert fields["x-content-type-options"] == "nosniff", name
            isolated = fields["content-security-policy"].startswith("sandbox; default-src 'none'")
            # Chrome shows no PDF in a sandbox.
            assert isolated == (not name.endswith(".pdf")), f"{name}: {fields['content-security-policy']}"
            assert "script-src 'self'" not in fields["content-security-policy"] or name.endswith(".pdf")
    page = preview.get(ACHIEVEMENT)[1]["content-security-policy"]
    assert "sandbox" not in page and "script-src 'self'" in page
    for name in files:
        (folder / name).unlink()


@pytest.mark.slow
def test_what_does_not_go_on_is_ended(preview):
    """Half requests, idle lines and readers that do not read; the others are served all the while."""
    import socket
    import threading
    import time

    (preview.content / "2021/1-scuole/grande.pdf").write_bytes(b"x" * 40_000_000)
    own = f"Host: 127.0.0.1:{preview.port}\r\n\r\n".encode()
    patience = 20
    whole = b"GET /2021/ HTTP/1.1\r\n" + own
    ended = {}

    def connection():
        return socket.create_connection(("127.0.0.1", preview.port), timeout=4 * patience)

    def read(line, name, begin):
        while True:
            try:
                part = line.recv(65536)
            except ConnectionResetError:
                part = b""
            if not part:
                ended[name] = time.monotonic() - begin
                return

    def waits(name, request):
        line = connection()
        line.sendall(request)
        read(line, name, time.monotonic())

    def drips():
        line, begin = connection(), time.monotonic()
        for byte in b"GET / HTTP/1.1\r\nX: " + b"a" * 100:
            try:
                line.sendall(bytes([byte]))
            except OSError:
                break
            time.sleep(0.5)
        ended["drips"] = time.monotonic() - begin

    def reads_nothing():
        line = connection()
        line.sendall(b"GET /2021/file/1-scuole/grande.pdf HTTP/1.1\r\n" + own)
        time.sleep(2.5 * patience)
        total = 0
        try:
            while part := line.recv(1 << 20):
                total += len(part)
        except ConnectionResetError:
            pass
        assert total < 40_000_000, "a reader that does not read is given up"
        ended["reads nothing"] = 0

    with preview.changed("## I posti", "[Grande](grande.pdf)\n\n## I posti"):
        wait("the large file", lambda: preview.get("2021/file/1-scuole/grande.pdf", "HEAD")[0] == 200)
        held = [connection() for _ in range(900)]
        for line in held:
            line.sendall(b"GET / HTTP/1.1\r\nHost: 12")
        threads = [threading.Thread(target=waits, args=pair) for pair in
                   (("nothing", b""), ("half", whole[:-3]), ("idle", whole))]
        threads += [threading.Thread(target=drips), threading.Thread(target=reads_nothing)]
        for thread in threads:
            thread.start()
        begin = time.monotonic()
        assert preview.get("2021/")[0] == 200 and time.monotonic() - begin < 5, "others are served"
        for thread in threads:
            thread.join()
        for line in held:
            read(line, "held", begin)
    assert len(ended) == len(threads) + 1, f"not all ended: {ended}"
    for name, seconds in ended.items():
        assert seconds < 2 * patience or name == "held", f"{name}: {seconds:.0f} s"
    # What listens for news has nothing to say for long, and stays.
    assert preview.get("2021/")[0] == 200


def test_pictures_of_any_size_are_messages(preview):
    for length in ("1e23", "-inf", "99999999999999999999999", "nan", "-0", "1e-300", "0"):
        (preview.content / "2021/1-scuole/strana.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{length}" height="1" viewBox="0 0 {length} 1"/>')
        with preview.changed("## I posti", f"![Una figura {length}](strana.svg)\n\n## I posti"):
            preview.shows("non è un'immagine", "_preview/")
            assert preview.process.poll() is None, length
    (preview.content / "2021/1-scuole/strana.svg").unlink()
    preview.hides("non è un'immagine", "_preview/")


def test_a_missing_page_says_how_to_make_it(preview):
    preview.shows("tipo: edizione", "1999/")
    with Preview("--language", "en") as english:
        assert "kind: edition" in english.text("1999/") and "type: " not in english.text("1999/")
        assert "kind: achievement" in english.text(OBJECTIVE + "altro/")


def test_answers_are_those_of_a_server(preview):
    status, fields, body = preview.get(ACHIEVEMENT)
    assert status == 200 and fields["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in fields["content-security-policy"]
    assert "frame-ancestors 'self'" in fields["content-security-policy"]
    status, head, nothing = preview.get(ACHIEVEMENT, "HEAD")
    assert status == 200 and nothing == b"" and int(head["content-length"]) == len(body)
    assert preview.get(ACHIEVEMENT, If_None_Match=fields["etag"])[0] == 304
    assert preview.get(ACHIEVEMENT, If_None_Match='"other"')[0] == 200
    status, fields, _ = preview.get(ACHIEVEMENT.rstrip("/"))
    assert status == 302 and fields["location"] == "/" + ACHIEVEMENT
    kinds = {"2021/dati.csv": "text/csv; charset=utf-8", "2021/edizione.json": "application/json",
             "catalogo.ttl": "text/turtle; charset=utf-8", "sitemap.xml": "application/xml"}
    for path, kind in kinds.items():
        status, fields, body = preview.get(path)
        assert (status, fields["content-type"]) == (200, kind) and body, path


def test_a_colleague_is_invited_once():
    with Preview("--share", "--host", "0.0.0.0") as preview:
        # Seen from this machine nobody needs an invitation.
        assert preview.get(ACHIEVEMENT)[0] == 200
        invitation = wait("an invitation", lambda: preview.said(r"http://([0-9.]+):\d+(/_preview/entra\?chiave=\w+)"))
        host, path = invitation.group(1), invitation.group(2).lstrip("/")
        assert any("in chiaro" in line for line in preview.lines), "the terminal says what an invitation means"
        if host.startswith("127."):
            pytest.skip("no network address here: the way of an invited browser was not tried")

        def ask(path, **headers):
            import http.client

            connection = http.client.HTTPConnection(host, preview.port, timeout=10)
            connection.request("GET", "/" + path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Set-Cookie"), answer.read()

        assert ask(ACHIEVEMENT)[0] == 200, "this machine's own other address is this machine"
        assert ask("", Host="evil.example")[0] == 403


def test_strangers_are_refused():
    """Without an invitation nothing, with one everything."""
    with stranger() as ask, Preview("--share", "--host", "0.0.0.0") as preview:
        said = wait("an invitation", lambda: preview.said(r"10\.211\.0\.1:\d+/(_preview/entra\?chiave=\w+)"))
        assert "403" in ask(preview.port, ACHIEVEMENT).splitlines()[0]
        assert "403" in ask(preview.port, "_preview/entra?chiave=0000").splitlines()[0]
        entered = ask(preview.port, said.group(1))
        assert "302" in entered.splitlines()[0]
        cookie = next(line for line in entered.splitlines() if line.lower().startswith("set-cookie:"))
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
        secret = cookie.split(":", 1)[1].split(";")[0].strip()
        assert "mensa" in ask(preview.port, ACHIEVEMENT, "-H", f"Cookie: {secret}")
        assert "403" in ask(preview.port, ACHIEVEMENT, "-H", "Cookie: bilancio-anteprima=0").splitlines()[0]
        assert "403" in ask(preview.port, ACHIEVEMENT, "-H", f"Cookie: {secret}", "-H", "Host: evil.example")
        assert "403" in ask(preview.port, said.group(1)).splitlines()[0], "an invitation works once"
        answers = [ask(preview.port, f"_preview/entra?chiave={number:032x}") for number in range(9)]
        assert "429" in answers[-1].splitlines()[0] and "retry-after:" in answers[-1].lower(), "tries are slowed"
        assert "mensa" in ask(preview.port, ACHIEVEMENT, "-H", f"Cookie: {secret}"), "not for who is in"
        wait("another invitation", lambda: preview.said("L'invito è stato usato"))
