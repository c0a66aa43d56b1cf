"""What ticketd is measured against: programs that fetch the same mailbox and do less with it.

mbsync copies it to a Maildir, durably (its default) or without fsync; Python's imaplib fetches it to nowhere.
Each runs as a process of its own, so that its CPU time and peak memory are the kernel's word, not ours.
"""

import os
import pathlib
import resource
import subprocess
import sys
import time

IMAPLIB = """
import imaplib, ssl, sys
port, user, password, authority = sys.argv[1:]
session = imaplib.IMAP4_SSL("127.0.0.1", int(port), ssl_context=ssl.create_default_context(cafile=authority))
session.login(user, password)
count = int(session.select("INBOX", readonly=True)[1][0])
fetched = 0
for first in range(1, count + 1, 500):
    _, parts = session.fetch(f"{first}:{min(first + 499, count)}", "(UID BODY.PEEK[])")
    fetched += sum(isinstance(part, tuple) for part in parts)
session.logout()
sys.exit(0 if fetched == count else 1)
"""

MBSYNC = """\
FSync {fsync}

IMAPAccount office
Host localhost
Port {IMAPS_PORT}
User {SUPPORT_ADDRESS}
Pass {SUPPORT_PASSWORD}
SSLType IMAPS
CertificateFile {CA_FILE}

IMAPStore far
Account office

MaildirStore near
Path {folder}/copy/
Inbox {folder}/copy/INBOX
Subfolders Verbatim

Channel all
Far :far:INBOX
Near :near:INBOX
Sync Pull
Create Near
SyncState *
"""


class Measurement:
    """Seconds on the clock, CPU seconds and peak memory of one run over `messages` messages."""

    def __init__(self, messages, wall, cpu, peak):
        self.rate = messages / wall
        self.cpu = cpu * 1_000 / messages
        self.peak = peak / 1e6


def measure(command, messages):
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {complaint.strip()}")
    # Linux starts a child's peak at its parent's size, which is smaller than any of these.
    return Measurement(messages, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def imaplib(desk, messages):
    settings = desk.settings
    login = [settings["IMAPS_PORT"], settings["SUPPORT_ADDRESS"], settings["SUPPORT_PASSWORD"], settings["CA_FILE"]]
    return measure([sys.executable, "-c", IMAPLIB, *login], messages)


def mbsync(desk, messages, fsync):
    folder = desk.folder / "mbsync"
    (folder / "copy").mkdir(parents=True)
    file = folder / "mbsyncrc"
    file.write_text(MBSYNC.format(fsync=fsync, folder=folder, **desk.settings), encoding="utf-8")
    result = measure(["mbsync", "--config", str(file), "--quiet", "all"], messages)
    copied = sum(1 for name in ("cur", "new") for _ in (folder / "copy/INBOX" / name).iterdir())
    if copied != messages:
        raise RuntimeError(f"mbsync copied {copied} of {messages} messages")
    return result


def own_peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def process_cpu(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def process_peak(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"no VmHWM for process {pid}")
