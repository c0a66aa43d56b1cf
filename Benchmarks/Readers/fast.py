"""What fast-mail-parser (Rust's mailparse under Python) reads of a message, in the neutral form of the corpora."""

import fast_mail_parser
from Readers.neutral import attempt, encoded


def read(octets):
    message = fast_mail_parser.parse_email(octets)
    leaves, deep = [], []
    walk(fast_mail_parser.parse_email_tree(octets), "1", leaves, deep, is_top=True)
    fill(leaves, message.text_plain, "text/plain")
    fill(leaves, message.text_html, "text/html")
    identifier = next((values[0] for name, values in message.headers.items() if name.lower() == "message-id"), None)
    return {
        "from": addresses([message.from_] if message.from_ else []),
        "to": addresses(message.to),
        "cc": addresses(message.cc),
        "reply_to": addresses(message.reply_to),
        "subject": message.subject,
        "message_id": identifier and identifier.strip().strip("<>"),
        "date": attempt(lambda: int(message.date_parsed.timestamp())),
        "text": "\n".join(message.text_plain),
        "html": "\n".join(message.text_html),
        "leaves": leaves,
        "deep": deep,
    }


def addresses(found):
    return [[address.display_name, address.address] for address in found]


def walk(part, path, leaves, deep, is_top):
    if part.is_message:
        if is_top:
            leaves.append(label(part))
        for child in part.children:
            walk(child, f"{path}_1", leaves, deep, is_top=False)
        return
    if part.content is None:
        for number, child in enumerate(part.children, 1):
            walk(child, f"{path}_{number}", leaves, deep, is_top)
        return
    leaf = label(part) | {"b": encoded(part.content)}
    deep.append({"p": path, "t": leaf["t"], "b": leaf["b"]})
    if is_top:
        leaves.append(leaf)


def fill(leaves, texts, kind):
    """Texts it gives as lists beside the tree: they belong to the leaves of the kind that are no attachments."""
    bodies = [leaf for leaf in leaves if leaf["t"] == kind and leaf["d"] != "attachment"]
    if len(bodies) == len(texts):
        for leaf, text in zip(bodies, texts):
            leaf["u"] = text


def label(part):
    return {
        "t": part.content_type,
        "d": part.disposition if part.disposition in ("inline", "attachment") else None,
        "fn": part.filename or None,
        "cid": part.content_id,
    }
