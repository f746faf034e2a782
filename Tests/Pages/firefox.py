"""Firefox, as its own protocol drives it (WebDriver BiDi): the engine that Chromium is not."""

import contextlib
import json
import re
import shutil
import subprocess
import tempfile
import time

import websocket

PATIENCE = 60


class Firefox:
    """One window without a screen."""

    def __init__(self, socket):
        self.socket, self.count = socket, 0
        self.ask("session.new", capabilities={})
        self.window = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method, **parameters):
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.count:
                assert answer["type"] == "success", answer
                return answer["result"]

    def goto(self, url):
        self.ask("browsingContext.navigate", context=self.window, url=url, wait="complete")

    def evaluate(self, code):
        """The value of an expression that gives a text, a number or a truth value."""
        answer = self.ask("script.evaluate", expression=code, target={"context": self.window}, awaitPromise=True)
        assert answer["type"] == "success", answer
        return answer["result"].get("value")

    def until(self, condition):
        end = time.monotonic() + PATIENCE
        while not self.evaluate(condition):
            assert time.monotonic() < end, f"never so: {condition}"
            time.sleep(0.02)


@contextlib.contextmanager
def running():
    folder = tempfile.mkdtemp(prefix="bilancio-firefox-")
    process = subprocess.Popen(
        ["firefox-esr", "--headless", "--no-remote", "--profile", folder, "--remote-debugging-port", "0"],
        env={"HOME": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        address = next(found[1] for line in process.stderr
                       if (found := re.search(r"listening on (ws://\S+)", line)))
        socket = websocket.create_connection(f"{address}/session", timeout=PATIENCE, suppress_origin=True)
        with contextlib.closing(socket):
            yield Firefox(socket)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()
        process.stderr.close()
        shutil.rmtree(folder, ignore_errors=True)
