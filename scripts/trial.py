"""A ticketd on a private post office, in a folder of its own: what the demo and the benchmarks drive.

Promises: everything it starts ends with `close`, by its pid, and the folder goes with it. Waiting is for something to
be true, within a limit, and says what it waited for when it was not.
"""

import email
import email.policy
import http.client
import imaplib
import json
import os
import pathlib
import secrets
import shlex
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time

SCRIPTS = pathlib.Path(__file__).resolve().parent
PATIENCE = 30.0  # seconds; everything here takes less than one

CONFIGURATION = """\
[service]
name = "Example Support"
public_url = "http://127.0.0.1:{web_port}"
listen = "127.0.0.1:{web_port}"
state_dir = "{folder}/state"
admin_socket = "{folder}/admin.sock"

[keys]
root = "file:{folder}/credentials/root"

[controller]
name = "Example GmbH"
address = "Musterstr. 1, 10115 Berlin, Germany"
email = "privacy@postoffice.test"
country = "DE"

[outbox]
undo = "0s"

[backup]
desk = {{to = "{folder}/backups/desk", every = "1d", keep = "30d"}}
keys = {{to = "{folder}/backups/keys", every = "1h", keep = "7d"}}

[[mailbox]]
name = "support"
address = "support@postoffice.test"
imap = "imaps://localhost:{IMAPS_PORT}"
smtp = "{smtp}"
username = "support@postoffice.test"
password = "file:{folder}/credentials/support"
ca_file = "{CA_FILE}"
authserv_id = "postoffice.test"
start = "{start}"
after_import = "move:ticketd"
legal_basis = {{customers = "contract", others = "legitimate-interest", interest = "answering questions"}}

[mailbox.retention]
closed_tickets = "365d"
attachments = "90d"
originals = "30d"
"""


class Failure(Exception):
    """A sentence for whoever ran the script."""


class Trial:
    def __init__(self, binary, passing=(), users=("support@postoffice.test", "customer@postoffice.test")):
        self.binary = str(pathlib.Path(binary).resolve())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ticketd-"))
        self.folder.chmod(0o711)  # the post office runs as nobody
        self.office = self.folder / "office"
        self.config = self.folder / "ticketd.toml"
        self.daemon = None
        self.settings = {}
        self.passing = passing
        self.users = users

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    # the post office

    def open_office(self):
        options = [f"--user={user}" for user in self.users] + [f"--pass={name}" for name in self.passing]
        run([SCRIPTS / "post-office", "start", *options, self.office])
        lines = (self.office / "environment").read_text(encoding="utf-8").splitlines()
        pairs = (line.partition("=") for line in lines)
        self.settings = {name: "".join(shlex.split(value)) for name, _, value in pairs}

    def deliver(self, message, sender="customer@postoffice.test", login=None):
        options = ["--from", sender, "--to", "support@postoffice.test"] + (["--login", login] if login else [])
        run([SCRIPTS / "deliver", self.office, *options], input=message)

    def imap(self, user):
        """A logged-in session of SUPPORT, CUSTOMER, …"""
        context = ssl.create_default_context(cafile=self.settings["CA_FILE"])
        session = imaplib.IMAP4_SSL("127.0.0.1", int(self.settings["IMAPS_PORT"]), ssl_context=context)
        session.login(self.settings[f"{user}_ADDRESS"], self.settings[f"{user}_PASSWORD"])
        return session

    def inbox(self, user):
        session = self.imap(user)
        session.select("INBOX", readonly=True)
        numbers = session.search(None, "ALL")[1][0].split()
        bodies = [session.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers]
        session.logout()
        return [email.message_from_bytes(body, policy=email.policy.default) for body in bodies]

    # ticketd

    def configure(self, start="new", smtp=None, more=""):
        for name in ("credentials", "backups/desk", "backups/keys", "state"):
            (self.folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        secret(self.folder / "credentials/support", self.settings["SUPPORT_PASSWORD"])
        self.web_port = free_port()
        smtp = smtp or f"smtps://localhost:{self.settings['SMTPS_PORT']}"
        text = CONFIGURATION.format(
            folder=self.folder, web_port=self.web_port, smtp=smtp, start=start, **self.settings
        )
        self.config.write_text(text + more, encoding="utf-8")
        self.ticketd("keys", "init")

    def ticketd(self, *arguments, input=None, may_fail=False):
        """Runs one command as an operator would; its output."""
        return run([self.binary, *arguments, "--config", self.config], input=input, may_fail=may_fail)

    def ask(self, *arguments):
        return json.loads(self.ticketd(*arguments, "--json"))

    def serve(self):
        self.log = open(self.folder / "ticketd.log", "ab")
        self.daemon = subprocess.Popen(
            [self.binary, "serve", "--config", self.config],
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.wait_for("ticketd to be ready", self.is_ready)

    def is_ready(self):
        if self.daemon.poll() is not None:
            raise Failure(f"ticketd ended with {self.daemon.returncode}:\n{self.last_words()}")
        try:
            return self.http("GET", "/readyz")[0] == 200
        except OSError:
            return False

    def last_words(self):
        lines = (self.folder / "ticketd.log").read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-20:])

    def http(self, method, url, body=None, headers=None):
        """Asks the public side; `url` is a path or one of our links. The status, the headers and the text."""
        path = url.removeprefix(f"http://127.0.0.1:{self.web_port}")
        connection = http.client.HTTPConnection("127.0.0.1", self.web_port, timeout=PATIENCE)
        return answer(connection, method, path, body, headers)

    def api(self, method, path, body=None):
        """Asks the admin socket, as the command line does."""
        connection = SocketConnection(self.folder / "admin.sock")
        headers = {"Content-Type": "application/json", "Idempotency-Key": secrets.token_hex(16)} if body else {}
        text = json.dumps(body).encode() if body is not None else None
        status, _, text = answer(connection, method, path, text, headers)
        if status >= 300:
            raise Failure(f"{method} {path} was answered {status}: {text}")
        return json.loads(text) if text else None

    def wait_for(self, what, condition, patience=PATIENCE, pause=0.05):
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            found = condition()
            if found:
                return found
            time.sleep(pause)
        words = f"\n{self.last_words()}" if self.daemon else ""
        raise Failure(f"waited {patience:.0f} s for {what}, in vain{words}")

    def stop_daemon(self):
        if self.daemon and self.daemon.poll() is None:
            self.daemon.send_signal(signal.SIGTERM)
            try:
                self.daemon.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.daemon.kill()
                self.daemon.wait()
        self.daemon = None

    def close(self):
        self.stop_daemon()
        if self.office.exists():
            run([SCRIPTS / "post-office", "stop", self.office], may_fail=True)
        shutil.rmtree(self.folder, ignore_errors=True)


class SocketConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("ticketd", timeout=PATIENCE)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def answer(connection, method, path, body, headers):
    try:
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode("utf-8", "replace")
    finally:
        connection.close()


def run(command, input=None, may_fail=False):
    done = subprocess.run(
        [str(word) for word in command],
        input=input,
        stdin=subprocess.DEVNULL if input is None else None,
        capture_output=True,
        check=False,
    )
    if done.returncode != 0 and not may_fail:
        words = " ".join(str(word) for word in command[:4])
        complaint = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise Failure(f"`{words} …` ended with {done.returncode}: {complaint}")
    return (done.stdout + (done.stderr if may_fail else b"")).decode("utf-8", "replace")


def secret(path, text):
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def free_port():
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return attempt.getsockname()[1]


def main(work):
    """Runs `work`, and ends with its complaint instead of a traceback."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        work()
    except Failure as failure:
        sys.exit(f"{pathlib.Path(sys.argv[0]).name}: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
