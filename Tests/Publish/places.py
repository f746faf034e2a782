"""Places to publish to: real servers on this machine, started here and stopped at the end."""

import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import pytest

from .project import tree


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process, patience=20):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert process.poll() is None, f"the server ended: {process.args}"
        time.sleep(0.05)
    raise AssertionError(f"nothing listens at port {port}")


class Place:
    """Where a site goes; `root` is what the server has on the disk."""

    name = ""
    environment = {}
    # Whether what replaces a page is there in the same moment that what it replaces is gone.
    is_atomic = True
    # Whether files of others may stand among those of the site.
    is_shared = True

    def __init__(self, servers):
        self.root = servers.folder / f"{self.name}-{os.urandom(4).hex()}"
        self.root.mkdir()

    def files(self):
        """What readers could ask for."""
        return tree(self.root)

    def put(self, path, data):
        """A file of somebody else's."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    @property
    def served(self):
        """The folder that a web server would show."""
        return self.root


class Folder(Place):
    name = "cartella"
    is_shared = False

    @property
    def target(self):
        return {"tipo": "cartella", "dove": self.root}

    @property
    def served(self):
        return self.root / "current"

    def files(self):
        return tree(self.served.resolve()) if self.served.exists() else {}

    def put(self, path, data):
        file = self.served / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


class SecureShell(Place):
    def __init__(self, servers):
        super().__init__(servers)
        self.environment = {"BILANCIO_SSH": str(servers.ssh)}

    @property
    def target(self):
        return {"tipo": self.name, "dove": f"127.0.0.1:{self.root}"}


class SFTP(SecureShell):
    name = "sftp"


class Rsync(SecureShell):
    name = "rsync"


class WebDAV(Place):
    name = "webdav"
    # rclone removes before it moves: a page may be away between the two requests.
    is_atomic = False

    def __init__(self, servers):
        self.root = servers.webdav_root / f"w{os.urandom(4).hex()}"
        self.root.mkdir()
        self.environment = {"RCLONE_CONFIG": str(servers.rclone)}

    @property
    def target(self):
        return {"tipo": "rclone", "dove": f'"dav:{self.root.name}"'}


class S3(Place):
    name = "s3"

    def __init__(self, servers):
        import boto3

        self.client = boto3.client(
            "s3", endpoint_url=servers.s3, aws_access_key_id="a", aws_secret_access_key="b", region_name="us-east-1")
        self.bucket = f"b{os.urandom(4).hex()}"
        self.client.create_bucket(Bucket=self.bucket)
        self.environment = {"RCLONE_CONFIG": str(servers.rclone)}

    @property
    def target(self):
        return {"tipo": "rclone", "dove": f'"s3:{self.bucket}/bilancio"'}

    def files(self):
        found = {}
        for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix="bilancio/"):
            for item in page.get("Contents", []):
                body = self.client.get_object(Bucket=self.bucket, Key=item["Key"])["Body"].read()
                found[item["Key"].removeprefix("bilancio/")] = body
        return found

    def put(self, path, data):
        self.client.put_object(Bucket=self.bucket, Key=f"bilancio/{path}", Body=data)


PLACES = [Folder, SFTP, Rsync, WebDAV, S3]


def over(*kinds):
    """Runs a test with a place of each of these kinds; without it the place is a folder."""
    return pytest.mark.parametrize("place", kinds, indirect=True, ids=lambda kind: kind.name)


class Servers:
    """OpenSSH, rclone's WebDAV server and an S3 endpoint, each on a free port of the loopback."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bilancio-servers-"))
        self.processes = []
        self.start_ssh()
        self.start_webdav()
        self.start_s3()
        (self.folder / "rclone.conf").write_text("\n".join([
            "[dav]", "type = webdav", f"url = http://127.0.0.1:{self.webdav_port}", "vendor = other",
            "user = comune", f"pass = {self.obscured('segreto')}", "",
            "[altri]", "type = webdav", f"url = http://127.0.0.1:{self.webdav_port}", "vendor = other",
            "user = comune", f"pass = {self.obscured('sbagliata')}", "",
            "[locale]", "type = local", "",
            "[s3]", "type = s3", "provider = Other", "access_key_id = a", "secret_access_key = b",
            f"endpoint = {self.s3}", "",
        ]))
        self.rclone = self.folder / "rclone.conf"
        return self

    def __exit__(self, *_):
        for process in self.processes:
            process.terminate()
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, port, *arguments, **options):
        log = open(self.folder / f"{pathlib.Path(arguments[0]).name}.log", "w")
        process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options)
        self.processes.append(process)
        wait_for(port, process)

    def start_ssh(self):
        keys = self.folder / "chiavi"
        keys.mkdir()
        for name in ("host", "utente", "estranea"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keys / name], check=True)
        port = free_port()
        public = (keys / "host.pub").read_text().split()
        (keys / "conosciute").write_text(f"[127.0.0.1]:{port} {public[0]} {public[1]}\n")
        configuration = self.folder / "sshd.conf"
        configuration.write_text("\n".join([
            f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {keys / 'host'}",
            f"AuthorizedKeysFile {keys / 'utente.pub'}", f"PidFile {self.folder / 'sshd.pid'}", "StrictModes no",
            "UsePAM no", "PermitRootLogin prohibit-password", "MaxStartups 100", "Subsystem sftp internal-sftp", "",
        ]))
        if os.getuid() == 0:
            pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        self.start(port, "/usr/sbin/sshd", "-D", "-e", "-f", str(configuration))
        self.ssh = self.shell("ssh", port, keys / "utente", keys / "conosciute")
        self.stranger = self.shell("ssh-estranea", port, keys / "estranea", keys / "conosciute")
        self.unknown = self.shell("ssh-sconosciuto", port, keys / "utente", "/dev/null")
        self.nowhere = self.shell("ssh-nessuno", free_port(), keys / "utente", keys / "conosciute")

    def shell(self, name, port, key, known):
        script = self.folder / name
        options = ["BatchMode=yes", f"Port={port}", f"IdentityFile={key}", "IdentitiesOnly=yes",
                   f"UserKnownHostsFile={known}", "StrictHostKeyChecking=yes", "IdentityAgent=none"]
        script.write_text("#!/bin/sh\nexec ssh -F none " + " ".join(f"-o {o}" for o in options) + ' "$@"\n')
        script.chmod(0o755)
        return script

    def start_webdav(self):
        self.webdav_root, self.webdav_port = self.folder / "dav", free_port()
        self.webdav_root.mkdir()
        self.start(self.webdav_port, "rclone", "serve", "webdav", "--addr", f"127.0.0.1:{self.webdav_port}",
                   "--dir-cache-time", "0s", "--user", "comune", "--pass", "segreto", str(self.webdav_root),
                   env={"PATH": "/usr/bin:/bin", "RCLONE_CONFIG": "/dev/null"})

    def start_s3(self):
        port = free_port()
        self.s3 = f"http://127.0.0.1:{port}"
        self.start(port, sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port))

    @staticmethod
    def obscured(password):
        return subprocess.run(
            ["rclone", "obscure", password], check=True, capture_output=True, text=True).stdout.strip()
