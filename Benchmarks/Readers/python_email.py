"""What Python's email reads of a message, in the neutral form of the corpora."""

import email
import email.policy
import email.utils

from Readers.neutral import attempt, encoded


def read(octets):
    message = email.message_from_bytes(octets, policy=email.policy.default)
    leaves, deep = [], []
    walk(message, "1", leaves, deep, is_top=True)
    return {
        "from": addresses(message, "from"),
        "to": addresses(message, "to"),
        "cc": addresses(message, "cc"),
        "reply_to": addresses(message, "reply-to"),
        "subject": attempt(lambda: text(message["subject"])),
        "message_id": attempt(lambda: text(message["message-id"]).strip().strip("<>")),
        "date": attempt(lambda: date(message)),
        "leaves": leaves,
        "deep": deep,
    }


def text(value):
    return None if value is None else str(value)


def addresses(message, name):
    # One field of a name is what RFC 5322 allows; Python gives all of them, and each fails by itself.
    fields = attempt(lambda: message.get_all(name, [])) or []
    found = []
    for field in fields:
        found += attempt(lambda field=field: [[a.display_name or None, a.addr_spec or None] for a in field.addresses]) or []
    return found


def date(message):
    moment = message["date"].datetime
    return None if moment is None else int(moment.timestamp())


def walk(part, path, leaves, deep, is_top):
    """Every leaf with its path; an embedded message is one leaf of the outer one, and is entered for `deep` only."""
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for number, child in enumerate(part.iter_parts(), 1):
            walk(child, f"{path}_{number}", leaves, deep, is_top)
        return
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        if is_top:
            leaves.append(label(part))
        for child in part.get_payload():
            walk(child, f"{path}_1", leaves, deep, is_top=False)
        return
    octets = attempt(lambda: part.get_payload(decode=True)) or b""
    leaf = label(part) | {"b": encoded(octets)}
    if part.get_content_maintype() == "text":
        # Some charsets are unknown to it; then it says nothing of the text.
        leaf["u"] = attempt(part.get_content)
    deep.append({"p": path, "t": leaf["t"], "b": leaf["b"]})
    if is_top:
        leaves.append(leaf)


def label(part):
    return {
        "t": part.get_content_type(),
        "d": attempt(part.get_content_disposition),
        "fn": attempt(part.get_filename),
        "cid": attempt(lambda: text(part["content-id"]).strip().strip("<>")),
    }
