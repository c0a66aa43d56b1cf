#!/usr/bin/python3
"""`python_parsers.py email|fast DATA RUNS [LIMIT]`: Python's email, or the Rust of fast-mail-parser, read every message.

Both are asked for what ticketd is asked for, as far as they have it. One JSON object a run.
"""

import contextlib
import json
import resource
import sys
import time
import warnings


def python_email():
    import email
    import email.policy

    def length(wanted):
        # Its decoders fail on damaged mail, each in its own way; what cannot be read counts nothing.
        with contextlib.suppress(Exception):
            return len(wanted() or "")
        return 0

    def content(part):
        with contextlib.suppress(Exception):
            return len(part.get_content())
        return length(lambda: part.get_payload(decode=True))

    def read(message):
        parsed = email.message_from_bytes(message, policy=email.policy.default)
        names = ("from", "to", "cc", "subject", "date", "message-id")
        total = sum(length(lambda: str(parsed[name] or "")) for name in names)
        for part in parsed.walk():
            if not part.is_multipart():
                total += length(part.get_filename) + content(part)
        return total

    return read


def fast_mail_parser():
    import fast_mail_parser

    def read(message):
        try:
            parsed = fast_mail_parser.parse_email(message)
        except fast_mail_parser.ParseError:
            return 0
        addresses = len(parsed.to) + len(parsed.cc)
        texts = [parsed.subject, *parsed.text_plain, *parsed.text_html]
        files = sum(len(file.content) + len(file.filename) for file in parsed.attachments)
        return sum(map(len, texts)) + addresses + files + (parsed.date_parsed is not None)

    return read


def stock(base, limit):
    with open(base + ".bin", "rb") as file, open(base + ".idx", encoding="ascii") as index:
        places = [tuple(map(int, line.split())) for line in index][:limit]
        messages = []
        for offset, length in places:
            file.seek(offset)
            messages.append(file.read(length))
        return messages


def main():
    warnings.simplefilter("ignore")
    engine, base, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    name, read = {
        "email": ("Python email", python_email),
        "fast": ("fast-mail-parser", fast_mail_parser),
    }[engine]
    read = read()
    messages = stock(base, int(sys.argv[4]) if len(sys.argv) > 4 else None)
    for run in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        total = sum(map(read, messages))
        line = {
            "prog": name,
            "set": base.split("/")[-1],
            "run": run,
            "wall": time.perf_counter() - wall,
            "cpu": time.process_time() - cpu,
            "bytes": sum(map(len, messages)),
            "msgs": len(messages),
            "sum": total,
            "maxrss_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        }
        print(json.dumps(line), flush=True)


main()
