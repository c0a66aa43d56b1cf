"""A whole team at work: 20 agents' scripts on a store of 50,000 tickets, while 10 mails a second arrive.

Every script is a process of its own with a token of its own: it lists, shows, notes, changes and answers, with a pause
after each step. What it changes, it changes guarded by the version it saw (If-Match), and after a 409 it looks again
and repeats. The few tickets they all change are the same for all, so they do meet; after a minute others take their place,
because no ticket is worked on by twenty people for an hour, and one of a thousand notes would be what is measured. In
the end each of these tickets must have exactly the version and the messages that the successes add up to.

Memory has to be flat. The search in memory grows with the mail by design, up to `search.memory_limit`; so the load runs
with a limit that is reached before it begins, and what still grows is a fault.
"""

import collections
import contextlib
import http.client
import json
import multiprocessing
import os
import pathlib
import random
import secrets
import shutil
import subprocess
import sys
import time

import mix
import table
import trial

HERE = pathlib.Path(__file__).resolve().parent
TICKETS = 50_000
FILLING = 6_000  # mails in the inbox at once: beyond that it is Dovecot that is measured
AGENTS = 20
PAUSE = 0.25  # seconds after each step of a script
SHARED = 40  # tickets that all scripts change at a time
TURN = 60.0  # seconds until others take their place
MAILS_PER_SECOND = 10
SETTLING = 30.0  # seconds before memory is looked at first
PATIENCE = 300.0
SETTINGS = '\n[search]\nmemory_limit = "32MiB"\n'
STEPS = [("list", 30), ("show", 40), ("note", 10), ("change", 10), ("reply", 10)]


@contextlib.contextmanager
def sink(office):
    """A server that takes every answer at once; its port."""
    command = [sys.executable, HERE / "sink.py", office / "server.pem", office / "server.key"]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        port = int(server.stdout.readline())
        server.stdin.write("open\n")
        server.stdin.flush()
        yield port
    finally:
        server.kill()
        server.wait()


class Load:
    """On an open office and a configured desk."""

    def __init__(self, desk, maildir, seconds):
        self.desk, self.maildir, self.seconds = desk, maildir, seconds
        self.lags, self.sizes = [], []

    def run(self, results):
        """Fills the store, lets everybody work, and adds rows to the table of results."""
        self.prepare()
        self.fill()
        self.work(results)

    # the mailbox and the store

    def prepare(self):
        """A Maildir that Dovecot would make at the first login, given to whom it runs as."""
        mail = (self.desk.office / "mail").stat()
        self.owner = (mail.st_uid, mail.st_gid)
        for folder in ("", "cur", "new", "tmp"):
            (self.maildir / folder).mkdir(parents=True, exist_ok=True)
            os.chown(self.maildir / folder, *self.owner)
        os.chown(self.maildir.parent, *self.owner)

    def drop(self, number):
        """Delivers one mail as a delivery agent does, in one rename. The name it has in the inbox."""
        name = f"{mix.START + number}.M{number}P2.load"
        (self.maildir / "tmp" / name).write_bytes(message(number))
        os.chown(self.maildir / "tmp" / name, *self.owner)
        os.rename(self.maildir / "tmp" / name, self.maildir / "new" / name)
        return name

    def fill(self):
        print(f"load: {TICKETS:,} tickets first", flush=True)
        held = 0
        while held < TICKETS:
            count = min(FILLING, TICKETS - held)
            for number in range(held, held + count):
                self.drop(number)
            self.desk.serve()
            self.desk.wait_for("the inbox to be empty", lambda: not outstanding(self.maildir), PATIENCE)
            held += count
            if held < TICKETS:
                self.desk.stop_daemon()
                # What was moved would slow down Dovecot, whose growth is not the question.
                shutil.rmtree(self.maildir / ".ticketd", ignore_errors=True)

    # the work

    def work(self, results):
        numbers = range(1, TICKETS + 1)
        turns = min(int(self.seconds / TURN) + 2, TICKETS // SHARED)
        shared = random.Random(1).sample(numbers, SHARED * turns)
        before = {number: state(self.desk, number) for number in shared}
        tokens = [
            self.desk.ask("tokens", "add", f"agent {index}", "--scope", "tickets:write", "--scope", "tickets:read")
            for index in range(AGENTS)
        ]
        end = time.monotonic() + self.seconds
        answers = multiprocessing.Queue()
        scripts = [
            multiprocessing.Process(
                target=Script(index, self.desk.web_port, token["secret"], shared, end).run, args=(answers,)
            )
            for index, token in enumerate(tokens)
        ]
        print(f"load: {AGENTS} scripts for {self.seconds:.0f} s, {MAILS_PER_SECOND} mails a second", flush=True)
        for script in scripts:
            script.start()
        try:
            self.post(end)
            reports = [answers.get(timeout=PATIENCE) for _ in scripts]
        finally:
            for script in scripts:
                script.kill()
                script.join()
        complaints = [report["complaint"] for report in reports if "complaint" in report]
        if complaints:
            raise trial.Failure(complaints[0])
        self.report(results, reports, self.lost(before, reports))

    def post(self, end):
        """Delivers as mail comes, and sees when each has left the inbox: it is moved only after it is committed."""
        waiting, number, start, next_sample = {}, TICKETS, time.monotonic(), time.monotonic()
        while time.monotonic() < end or (waiting and time.monotonic() < end + PATIENCE):
            now = time.monotonic()
            due = int((min(now, end) - start) * MAILS_PER_SECOND)
            while number - TICKETS < due:
                waiting[self.drop(number)] = time.monotonic()
                number += 1
            present = outstanding(self.maildir)
            now = time.monotonic()
            for name in [name for name in waiting if name not in present]:
                self.lags.append(now - waiting.pop(name))
            if now >= next_sample:
                self.sizes.append((now - start, resident(self.desk.daemon.pid)))
                next_sample = now + 1
            time.sleep(0.02)
        if waiting:
            raise trial.Failure(f"{len(waiting)} mails were not taken in {PATIENCE:.0f} s")

    def lost(self, before, reports):
        """How many changes that were answered with success cannot be found."""
        versions, messages = collections.Counter(), collections.Counter()
        for report in reports:
            versions.update(report["versions"])
            messages.update(report["messages"])
        lost = 0
        for number, (version, count) in before.items():
            found_version, found_count = state(self.desk, number)
            lost += abs(found_version - version - versions[number]) + abs(found_count - count - messages[number])
        return lost

    def report(self, results, reports, lost):
        times = collections.defaultdict(list)
        for report in reports:
            for step, measured in report["times"].items():
                times[step] += measured
        rows = []
        for step, measured in [*((step, times[step]) for step, _ in STEPS), ("intake lag", self.lags)]:
            middle, late = percentile(measured, 50) * 1_000, percentile(measured, 99) * 1_000
            rows.append([step, f"{len(measured):,}", table.number(middle, 1), table.number(late, 1)])
            results.add("load", f"{step} p50 ms", middle, "none", None)
            results.add("load", f"{step} p99 ms", late, "none", None)
        table.show(
            f"Load: {AGENTS} scripts and {MAILS_PER_SECOND} mails a second on {TICKETS:,} tickets, "
            f"{self.seconds:.0f} s.",
            ["step", "times", "p50 ms", "p99 ms"],
            rows,
        )
        conflicts = sum(report["conflicts"] for report in reports)
        settled = [size for at, size in self.sizes if at >= min(SETTLING, self.seconds / 4)]
        share = max(1, len(settled) // 10)
        first, last = table.median(settled[:share]) / 1e6, table.median(settled[-share:]) / 1e6
        print(f"\n  conflicts that were looked at again: {conflicts:,}; lost updates: {lost}")
        most = max(settled) / 1e6
        print(f"  memory after settling: {first:.0f} MB, at the end: {last:.0f} MB, at most: {most:.0f} MB")
        tenths = [table.median(part) for part in parts([size / 1e6 for size in settled], 10)]
        print(f"  by tenths of the time: {', '.join(f'{mega:.0f}' for mega in tenths)} MB")
        index = self.desk.ask("status")["search"]["bytes"] / 1e6
        print(f"  of it the search in memory, at its limit: {index:.0f} MB")
        results.add("load", "lost updates", lost, "goal", 0)
        results.add("load", "conflicts", conflicts, "none", None)
        results.add("load", "MB at the end", last, "MB after settling", first)


class Script:
    """One agent's script: it answers a report when its time is over."""

    def __init__(self, index, port, token, shared, end):
        self.random = random.Random(1_000 + index)
        self.index, self.port, self.shared, self.end = index, port, shared, end
        self.start = time.monotonic()
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self.times = collections.defaultdict(list)
        self.versions, self.messages = collections.Counter(), collections.Counter()
        self.conflicts = self.count = 0

    def run(self, answers):
        try:
            self.work()
        except (trial.Failure, OSError, http.client.HTTPException) as failure:
            answers.put({"complaint": f"script {self.index}: {failure!r}"})
            return
        answers.put(
            {
                "times": dict(self.times),
                "versions": self.versions,
                "messages": self.messages,
                "conflicts": self.conflicts,
            }
        )

    def work(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        time.sleep(self.random.random() * PAUSE)
        while time.monotonic() < self.end:
            step = self.random.choices([name for name, _ in STEPS], [weight for _, weight in STEPS])[0]
            getattr(self, step)()
            time.sleep(PAUSE)

    def ask(self, step, method, path, body=None, version=None, key=None):
        headers = dict(self.headers)
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        if key is not None:
            headers["Idempotency-Key"] = key
        start = time.monotonic()
        self.connection.request(method, path, None if body is None else json.dumps(body), headers)
        response = self.connection.getresponse()
        text = response.read()
        self.times[step].append(time.monotonic() - start)
        if response.status >= 300 and response.status != 409:
            raise trial.Failure(f"{method} {path} was answered {response.status}: {text[:300]}")
        return response.status, json.loads(text)

    def list(self):
        self.ask("list", "GET", "/api/v1/tickets?status=new&limit=50")

    def show(self):
        self.ask("show", "GET", f"/api/v1/tickets/{self.random.randrange(1, TICKETS + 1)}")

    def one_of_all(self):
        """A ticket that all scripts change now."""
        first = int((time.monotonic() - self.start) / TURN) * SHARED
        return self.random.choice(self.shared[first : first + SHARED])

    def note(self):
        number = self.one_of_all()
        self.ask("note", "POST", f"/api/v1/tickets/{number}/notes", {"text": f"Script {self.index} was here."})
        self.versions[number] += 1
        self.messages[number] += 1

    def change(self):
        self.count += 1
        tag = f"script-{self.index}-{self.count}"
        number = self.guarded("change", "PATCH", "", {"tags": [tag]})
        self.versions[number] += 1

    def reply(self):
        number = self.guarded("reply", "POST", "/replies", {"text": "We look into it."}, secrets.token_hex(16))
        self.versions[number] += 1
        self.messages[number] += 1

    def guarded(self, step, method, rest, body, key=None):
        number = self.one_of_all()
        path = f"/api/v1/tickets/{number}"
        while True:
            version = self.ask("show", "GET", path)[1]["version"]
            # As long as a script needs to think; others change the ticket meanwhile.
            time.sleep(self.random.random() * PAUSE)
            if self.ask(step, method, path + rest, body, version, key)[0] != 409:
                return number
            self.conflicts += 1


def state(desk, number):
    ticket = desk.api("GET", f"/api/v1/tickets/{number}")
    return ticket["version"], ticket["messageCount"]


def outstanding(maildir):
    """The names of mails that are still in the inbox, without what Dovecot adds to them."""
    return {name.partition(":")[0] for folder in ("new", "cur") for name in os.listdir(maildir / folder)}


def parts(measured, count):
    """The measurements in so many runs of about the same length, none of them empty."""
    edges = [len(measured) * edge // count for edge in range(count + 1)]
    return [measured[low:high] for low, high in zip(edges, edges[1:]) if high > low]


def percentile(measured, share):
    return sorted(measured)[min(len(measured) - 1, len(measured) * share // 100)] if measured else 0.0


def resident(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1_024
    return 0


def message(number):
    """A short new mail; nobody has written before it, so each is a ticket."""
    return (
        f"From: Customer {number} <customer-{number}@example.test>\r\n"
        f"To: support@postoffice.test\r\nSubject: {mix.SENTENCES[number % len(mix.SENTENCES)][:40]} ({number})\r\n"
        f"Date: Mon, 05 Jan 2026 08:00:00 +0000\r\nMessage-ID: <load-{number}@mail.example.test>\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n"
        + "\r\n".join(mix.SENTENCES[(number + line) % len(mix.SENTENCES)] for line in range(6))
        + "\r\n"
    ).encode()
