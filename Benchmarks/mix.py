"""The same mail on every machine: what a support mailbox holds, made from a seed.

60 % short plain text, 25 % text and HTML alternatives of 10-40 KB, 10 % with attachments of 50-500 KB, 5 % in other
charsets; 30 % of all are follow-ups that name what they answer. 2,000 messages are about 82 MB.
"""

import base64
import pathlib
import quopri
import random
import shutil

VERSION = 3  # of the recipe; a stock made by another one is made again
FOLLOW_UPS = 0.30
PEOPLE_PER_MESSAGE = 0.5
START = 1_767_600_000  # Monday 5 January 2026, 08:00 UTC
SENTENCES = [
    "I ordered the blue one on Monday and have not heard anything since.",
    "The invoice shows a different amount than the offer you sent me.",
    "When I press the button, the page says that something went wrong.",
    "Could you please tell me when the parcel will arrive?",
    "My colleague has the same problem, but only on her telephone.",
    "We would like to change the address of our branch office.",
    "Thank you for the quick answer, that has helped me a lot.",
    "I have attached a picture of the label, as you asked.",
    "The password that you sent does not work, not even after a restart.",
    "Is it possible to move the appointment to the following week?",
]
OTHER = [
    ("iso-8859-1", "Grüße aus München, die Rechnung über 40 £ fehlt noch. Über eine Antwort würde ich mich freuen."),
    ("windows-1252", "“Können Sie mir helfen?” – das habe ich schon zweimal gefragt… Preis: 40 €"),
    ("koi8-r", "Здравствуйте, я хотел бы вернуть товар. Номер заказа указан в теме письма."),
    ("shift_jis", "お世話になっております。注文した商品がまだ届いていません。ご確認をお願いいたします。"),
    ("gb18030", "您好，我的订单还没有到货，请帮我查一下。谢谢！"),
    ("iso-2022-jp", "お問い合わせありがとうございます。返品の方法を教えてください。"),
]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Mix:
    """Yields messages as bytes. Only the generator of this object is used, so a seed is a mailbox."""

    def __init__(self, seed=1, kinds=(("plain", 60), ("html", 25), ("attachment", 10), ("charset", 5))):
        self.random = random.Random(seed)
        self.kinds = kinds
        self.conversations = []

    def messages(self, count):
        people = max(1, int(count * PEOPLE_PER_MESSAGE))
        for number in range(count):
            kind = self.random.choices([name for name, _ in self.kinds], [weight for _, weight in self.kinds])[0]
            yield self.message(number, kind, people)

    def message(self, number, kind, people):
        if self.conversations and self.random.random() < FOLLOW_UPS:
            conversation = self.random.choice(self.conversations)
            subject = f"Re: {conversation['subject']}"
        else:
            subject = f"{self.random.choice(SENTENCES)[:40].rstrip()} ({number})"
            conversation = {"subject": subject, "person": self.random.randrange(people), "ids": []}
            self.conversations.append(conversation)
        identity = f"{self.random.getrandbits(96):024x}.{number}@mail.example.test"
        head = self.headers(number, conversation, subject, identity)
        conversation["ids"].append(identity)
        body = getattr(self, kind)()
        return (head + body).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")

    def headers(self, number, conversation, subject, identity):
        person = conversation["person"]
        date = self.date(START + number * 37)
        trace = f"{self.random.getrandbits(64):016x}"
        signature = base64.b64encode(self.random.randbytes(192)).decode()
        folded = "\n\t".join(signature[at : at + 72] for at in range(0, len(signature), 72))
        lines = [
            f"Return-Path: <person{person}@customers.test>",
            "Delivered-To: support@postoffice.test",
            "Authentication-Results: postoffice.test;\n\tdkim=pass header.d=customers.test;\n\tspf=pass "
            f"smtp.mailfrom=customers.test;\n\tdmarc=pass header.from=customers.test",
            f"Received: from mx.customers.test (mx.customers.test [192.0.2.17])\n\tby postoffice.test with ESMTPS id "
            f"{trace}\n\tfor <support@postoffice.test>; {date}",
            f"Received: from laptop (unknown [198.51.100.9])\n\tby mx.customers.test with ESMTPSA id {trace[:10]};"
            f"\n\t{date}",
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=customers.test; s=mail;\n\t"
            f"h=from:to:subject:date:message-id; bh={signature[:43]}=;\n\tb={folded}",
            f"From: Person {person} <person{person}@customers.test>",
            "To: Support <support@postoffice.test>",
            f"Subject: {subject}",
            f"Date: {date}",
            f"Message-ID: <{identity}>",
        ]
        if conversation["ids"]:
            lines.append(f"In-Reply-To: <{conversation['ids'][-1]}>")
            lines.append("References: " + "\n ".join(f"<{name}>" for name in conversation["ids"][-10:]))
        return ("\n".join([*lines, "MIME-Version: 1.0"]) + "\n").encode()

    def date(self, moment):
        days, seconds = divmod(moment - START + 8 * 3600, 86_400)
        day = 5 + days  # of January 2026; months are counted on from there
        month = 0
        for length in (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30):
            if day <= length:
                break
            day, month = day - length, month + 1
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        return f"{day} {MONTHS[month]} 2026 {clock} +0000"

    def sentences(self, size):
        words, length = [], 0
        while length < size:
            words.append(self.random.choice(SENTENCES))
            length += len(words[-1]) + 1
            if self.random.random() < 0.2:
                words.append("\n\n")
        return " ".join(words)

    def plain(self):
        head = b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        return head + quoted(self.sentences(self.random.randint(200, 2_000)))

    def alternative(self, size):
        boundary = f"=_{self.random.getrandbits(80):020x}"
        text = self.sentences(size // 5)
        rows = "".join(
            '<tr><td style="padding:0 12px 8px 0;font-family:Arial,sans-serif">'
            f"<p>{self.random.choice(SENTENCES)}</p>"
            f'</td><td><a href="https://shop.example.test/item/{self.random.getrandbits(40)}">more&nbsp;&rarr;</a></td>'
            "</tr>\n"
            for _ in range(size * 3 // 5 // 190)
        )
        page = (
            "<html><head><style>p { margin: 0 } .x { color: #333 }</style></head><body>"
            f'<img src="https://track.example.test/{self.random.getrandbits(64)}" width="1" height="1">'
            f"<table>{rows}</table></body></html>"
        )
        parts = [("text/plain", text), ("text/html", page)]
        body = b"".join(
            f"--{boundary}\nContent-Type: {media}; charset=utf-8\n".encode()
            + b"Content-Transfer-Encoding: quoted-printable\n\n"
            + quoted(content)
            + b"\n"
            for media, content in parts
        )
        return f'Content-Type: multipart/alternative; boundary="{boundary}"\n\n'.encode() + body + end(boundary)

    def html(self):
        return self.alternative(self.random.randint(10_000, 40_000))

    def attachment(self):
        boundary = f"=_{self.random.getrandbits(80):020x}"
        parts = [b"--" + boundary.encode() + b"\n" + self.plain() + b"\n"]
        for index in range(1 if self.random.random() < 0.9 else 2):
            size = self.random.randint(50_000, 500_000) * 3 // 4  # as it stands in the mail, in base64
            media, name = self.random.choice([("image/jpeg", "photo.jpg"), ("application/pdf", "invoice.pdf")])
            head = (
                f'--{boundary}\nContent-Type: {media}; name="{index}-{name}"\n'
                f'Content-Disposition: attachment; filename="{index}-{name}"\nContent-Transfer-Encoding: base64\n\n'
            )
            parts.append(head.encode() + base64.encodebytes(self.random.randbytes(size)))
        return f'Content-Type: multipart/mixed; boundary="{boundary}"\n\n'.encode() + b"".join(parts) + end(boundary)

    def charset(self):
        name, text = self.random.choice(OTHER)
        body = base64.encodebytes((text + "\n" + text * self.random.randint(1, 8)).encode(name))
        return f"Content-Type: text/plain; charset={name}\nContent-Transfer-Encoding: base64\n\n".encode() + body


def quoted(text):
    return quopri.encodestring(text.encode())


def end(boundary):
    return f"--{boundary}--\n".encode()


def stock(folder, count, seed=1, kinds=None):
    """A folder of `count` messages, made once. The bytes in it."""
    folder = pathlib.Path(folder)
    stamp = folder / ".complete"
    wanted = f"{VERSION} {count} {seed} {kinds}"
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        mix = Mix(seed) if kinds is None else Mix(seed, kinds)
        for number, message in enumerate(mix.messages(count)):
            (folder / f"{number:06}.eml").write_bytes(message)
        stamp.write_text(wanted, encoding="ascii")
    return sum(file.stat().st_size for file in folder.glob("*.eml"))


def fill(maildir, folder):
    """Puts the stock into a Maildir as unread mail, as fast as the disk goes; Dovecot sees it at the next SELECT."""
    maildir = pathlib.Path(maildir)
    for name in ("cur", "new", "tmp"):
        (maildir / name).mkdir(parents=True, exist_ok=True)
    for file in sorted(pathlib.Path(folder).glob("*.eml")):
        size = file.stat().st_size
        number = int(file.stem)
        target = maildir / "cur" / f"{START + number}.M{number}P1.mix,S={size},W={size}:2,"
        shutil.copyfile(file, target)
