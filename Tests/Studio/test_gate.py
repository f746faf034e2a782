"""Who may write: the browser that was opened with the studio, by its own forms, into records and nothing else."""

import pathlib
import urllib.parse

import pytest

from .studio import FILE, PAGE, Studio, tree

ACTION = "/_studio/" + PAGE


def sent(form, action="salva"):
    return urllib.parse.urlencode(form.pairs + [("azione", action)]).encode()


def test_a_hundred_hostile_requests_write_nothing(studio):
    form = studio.open(PAGE).form.set("f.titolo", "PRESO")
    body = sent(form)
    before = tree(studio.content)
    port = studio.port
    own = f"http://127.0.0.1:{port}"
    refused = [
        # From elsewhere, or from nobody.
        *({"Origin": origin} for origin in (
            None, "null", "", "http://evil.example", "https://evil.example", f"http://localhost:{port}",
            f"https://127.0.0.1:{port}", "http://127.0.0.1:3000", "http://127.0.0.1", f"{own}.evil.example",
            f"{own}/", f"{own}, http://evil.example", f" {own}x", "file://", "chrome-extension://abc")),
        *({"Sec_Fetch_Site": site} for site in ("cross-site", "same-site", "none", "x")),
        # By another name (DNS rebinding).
        *({"Host": host, "Origin": f"http://{host}"} for host in (
            "evil.example", f"evil.example:{port}", "127.0.0.1.nip.io", f"0.0.0.0:{port}", f"192.168.1.7:{port}",
            f"localhost.evil.example:{port}", "")),
        # Bodies that a page may send without asking.
        *({"Content_Type": kind} for kind in (
            "text/plain", "text/plain; application/json", "multipart/form-data; boundary=x", "", "application/xml",
            "text/html", "application/x-www-form-urlencodedx", "image/png")),
        # Without the session, or with another.
        *({"Cookie": cookie} for cookie in (
            None, "", "x=y", studio.cookie + "x", studio.cookie.split("=")[0] + "=", studio.cookie.replace("-", "_"),
            studio.cookie.split("=")[0] + "=" + "0" * 32)),
    ]
    for headers in refused:
        status = studio.post(ACTION, body, **headers)[0]
        assert status in (400, 403, 405), (headers, status)
        assert tree(studio.content) == before, headers
    for token in ("", "0" * 32, form["t"][0][:-1], form["t"][0] + "0"):
        assert studio.post(ACTION, sent(studio.open(PAGE).form.set("f.titolo", "PRESO").set("t", token)))[0] == 403
        assert tree(studio.content) == before
    without = [pair for pair in form.pairs if pair[0] != "t"]
    assert studio.post(ACTION, urllib.parse.urlencode(without).encode())[0] == 403
    # No other method, and no reading that writes.
    query = "/" + ACTION.lstrip("/") + "?" + body.decode()
    for method in ("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"):
        status = studio.get(query.lstrip("/"), method=method, Cookie=studio.cookie)[0]
        assert status in (200, 302, 403, 405), method
        assert tree(studio.content) == before, method
    assert tree(studio.content) == before


def test_no_request_names_a_file(studio):
    before = tree(studio.folder)
    token = studio.open(PAGE).form["t"][0]
    outside = pathlib.Path(studio.folder) / "fuori.yml"
    paths = [
        "../fuori.yml", "..%2ffuori.yml", "%2e%2e/fuori.yml", "/etc/passwd", "//etc/passwd", "2021/../../fuori.yml",
        "2021/atti.yml", "content/2021/atti.yml", "file:///etc/passwd", "2021/CON.yml", "2021/ATTI/dgc-2021-10",
        "2021/atti/DGC-2021-10", "-/file/0000000000000000", "-/file/" + "a" * 200, "%00", "2021/atti/%00", "2021/atti/.",
        "2021/realizzazione/scuole/../scuole/nuova-mensa", "dev/zero", "x" * 4000,
    ]
    for path in paths:
        for action in ("salva", "testo", "annulla", "togli:x", "su:tappe.1"):
            body = urllib.parse.urlencode({"t": token, "testo": "PRESO", "f.titolo": "PRESO", "azione": action, "h": "x"})
            status = studio.post("/_studio/" + path, body.encode())[0]
            assert status in (400, 403, 404, 409), (path, action, status)
    for path in paths:
        assert studio.get("_studio/" + path, Cookie=studio.cookie)[0] in (302, 400, 404), path
    assert not outside.exists()
    assert tree(studio.folder) == before


def test_forms_are_bounded_and_those_left_halfway_end(studio):
    form = studio.open(PAGE).form
    before = tree(studio.content)
    big = form.set("f.cosa_abbiamo_fatto", "x" * (2 << 20))
    assert studio.post(ACTION, sent(big))[0] == 413
    head = (
        f"POST {ACTION} HTTP/1.1\r\nHost: 127.0.0.1:{studio.port}\r\nOrigin: {studio.url.rstrip('/')}\r\n"
        f"Cookie: {studio.cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    )
    for rest in (
        "Content-Length: 100\r\n\r\nf.titolo=PRESO", "Content-Length: 3\r\n\r\nf.titolo=PRESO", "\r\nf.titolo=PRESO",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nf.tit\r\n0\r\n\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        "Content-Length: -1\r\n\r\n", "Content-Length: 9999999999999999999999\r\n\r\n", "Content-Length: x\r\n\r\n",
    ):
        answer = studio.raw((head + rest).encode())
        assert b" 303 " not in answer.split(b"\r\n")[0] and b" 200 " not in answer.split(b"\r\n")[0], rest
    assert tree(studio.content) == before
    assert studio.open(PAGE).status == 200


def test_no_value_becomes_markup(studio):
    evil = '"><script>alert(1)</script>{{x}}</textarea><img src=x onerror=alert(1)>'
    before = studio.read(FILE)
    form = studio.open(PAGE).form
    for name in set(form.names()):
        kind = form[name]
        if name in ("f.stato", "f.atti", "f.indicatori", "f.ufficio", "f.bozza", "f.in_breve", "f.titolo") or not kind:
            continue
        form.set(name, evil)
    form.set("f.titolo", evil).set("f.in_breve", evil)
    pages = [studio.send(form), studio.open(PAGE), studio.open("2021/"), studio.open("2021/?q=" + urllib.parse.quote(evil)),
             studio.open(PAGE + "?vista=testo"), studio.open(PAGE + "?apri=" + urllib.parse.quote(evil)),
             studio.open(PAGE + "?fatto=" + urllib.parse.quote(evil) + "&di=" + urllib.parse.quote(evil)),
             studio.open(PAGE + "?fatto=salvato&di=" + urllib.parse.quote(evil))]
    for page in pages:
        assert "<script>alert" not in page.text and "<img src=x" not in page.text, page.address
        policy = page.fields["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "form-action 'self'" in policy
    (studio.content / FILE).write_text(before, encoding="utf-8")


def test_the_key_works_once_and_the_cookie_is_strict():
    with Studio() as studio:
        assert studio.get(studio.entrance)[0] == 403
        assert "HttpOnly" in studio.get("_studio/")[1].get("set-cookie", "HttpOnly")
        assert studio.get("_studio/2021/")[0] == 403
        assert studio.get("_studio/2021/", Cookie=studio.cookie)[0] == 200
        # The site may be shown beside its form, and by nobody else.
        assert "frame-ancestors 'self'" in studio.get("2021/")[1]["content-security-policy"]


def test_the_preview_is_read_only(studio):
    from Preview.preview import Preview

    with Preview() as preview:
        assert preview.get("_studio/")[0] == 404
        assert preview.get("_studio/", method="POST")[0] == 405
        assert preview.get("_studio/entra?chiave=x")[0] == 404
