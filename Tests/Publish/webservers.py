"""nginx and Apache, set up as docs/pubblicare.md tells."""

import contextlib
import pathlib
import subprocess
import urllib.error
import urllib.request

from .places import free_port, wait_for

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


def is_root():
    return pathlib.Path("/proc/self").stat().st_uid == 0


def nginx(home, port):
    """The command that runs nginx with its configuration in a folder."""
    (home / "nginx.conf").write_text(NGINX.format(home=home, port=port, user="user root;" if is_root() else ""))
    return ["/usr/sbin/nginx", "-c", str(home / "nginx.conf")]


def apache(home, port, root, current=None, more="", override="FileInfo Options AuthConfig Limit"):
    """The command that runs Apache with its configuration in a folder."""
    folder = pathlib.Path("/usr/lib/apache2/modules")
    lines = [f"LoadModule {name}_module {folder}/mod_{name}.so" for name in [*MODULES, "status"]
             if (folder / f"mod_{name}.so").exists()]
    user = "User www-data\nGroup www-data" if is_root() else ""
    text = APACHE.format(home=home, port=port, root=root, user=user)
    text = text.replace(f"{root}/current", str(current or f"{root}/current"))
    text = text.replace("FileInfo Options AuthConfig Limit", override)
    (home / "apache.conf").write_text("\n".join(lines) + text + more)
    return ["/usr/sbin/apache2", "-X", "-f", str(home / "apache.conf")]


def made(servers, name):
    """A folder for a server of that name, and its port."""
    port = free_port()
    home = servers.folder / f"{name}-{port}"
    (home / "html").mkdir(parents=True)
    for folder in (servers.folder, home):
        folder.chmod(0o755)
    return home, port
