"""The messages of the parse benchmark: NAME.bin holds them back to back, NAME.idx an "offset length" a line.

small20k and mix20k are 20,000 real messages, round-robin from the corpora beside the repository (small20k without those
over 64 KiB). Without the corpora they are made of our own fixtures, which are smaller and kinder: the ratios between the
programs then say little about real mail, and the driver says so. att25 and nest100 need nobody's mail.
"""

import base64
import hashlib
import itertools
import random

COUNT = 20_000
SMALL = 65_536
ATTACHMENT = 25 * 1024 * 1024
NAMES = ("small20k", "mix20k", "att25", "nest100")


def make(folder, corpora, fixtures):
    """Makes what is missing below `folder`; returns False when own fixtures had to do."""
    has_corpora = (corpora / "messages.txt").exists()
    origin = f"corpora of {corpora}" if has_corpora else "fixtures"
    stamp = folder / "origin"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == origin:
        return has_corpora
    folder.mkdir(parents=True, exist_ok=True)
    real = from_corpora(corpora) if has_corpora else from_fixtures(fixtures)
    small = [message for message in real if len(message) <= SMALL]
    write(folder / "mix20k", itertools.islice(itertools.cycle(real), COUNT))
    write(folder / "small20k", itertools.islice(itertools.cycle(small), COUNT))
    write(folder / "att25", [with_attachment()] * 8)
    write(folder / "nest100", [nested(100)] * 200)
    stamp.write_text(origin, encoding="utf-8")
    return has_corpora


def write(base, messages):
    offset = 0
    with open(f"{base}.bin", "wb") as file, open(f"{base}.idx", "w", encoding="ascii") as index:
        for message in messages:
            file.write(message)
            index.write(f"{offset} {len(message)}\n")
            offset += len(message)


def from_corpora(corpora):
    names = (corpora / "messages.txt").read_text(encoding="utf-8").splitlines()
    return unique((corpora / name).read_bytes() for name in names)


def from_fixtures(fixtures):
    return unique(path.read_bytes() for path in fixtures.rglob("*.eml"))


def unique(messages):
    """Each once, in an order that does not depend on the disk, without the line of a mailbox file."""
    found = {}
    for message in messages:
        if message.startswith(b"From "):
            message = message[message.find(b"\n") + 1 :]
        found[hashlib.sha256(message).digest()] = message
    return [found[digest] for digest in sorted(found)]


def with_attachment():
    encoded = base64.b64encode(random.Random(42).randbytes(ATTACHMENT))
    lines = b"\r\n".join(encoded[start : start + 76] for start in range(0, len(encoded), 76))
    head = (
        "From: Alice <alice@example.com>\nTo: support@example.com\nSubject: =?utf-8?Q?gro=C3=9Fer_Anhang?=\n"
        "Date: Tue, 1 Jul 2025 10:00:00 +0200\nMessage-ID: <big@example.com>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=utf-8\n\n'
        "See attachment.\n--b1\nContent-Type: application/octet-stream; name=big.bin\n"
        "Content-Disposition: attachment; filename=big.bin\nContent-Transfer-Encoding: base64\n\n"
    )
    return head.replace("\n", "\r\n").encode() + lines + b"\r\n--b1--\r\n"


def nested(depth):
    """Multiparts in multiparts, a text part at each level."""
    text = "From: a@example.com\nTo: b@example.com\nSubject: nested\nMIME-Version: 1.0\n"
    for level in range(depth):
        text += f'Content-Type: multipart/mixed; boundary="n{level}"\n\n--n{level}\nContent-Type: text/plain\n\n'
        text += f"level {level}\n--n{level}\n"
    text += "Content-Type: text/plain\n\nbottom\n"
    text += "".join(f"--n{level}--\n" for level in reversed(range(depth)))
    return text.replace("\n", "\r\n").encode()
