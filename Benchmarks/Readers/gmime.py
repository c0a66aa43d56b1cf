"""What GMime reads of a message, in the neutral form of the corpora."""

import gi

gi.require_version("GMime", "3.0")
from gi.repository import GMime  # noqa: E402 (the version has to be named before)
from Readers.neutral import attempt, encoded  # noqa: E402

GMime.init()
OPTIONS = GMime.ParserOptions.new()


def read(octets):
    parser = GMime.Parser.new_with_stream(GMime.StreamMem.new_with_buffer(octets))
    message = parser.construct_message(OPTIONS)
    if message is None:
        raise ValueError("GMime does not read it")
    leaves, deep = [], []
    walk(message.get_mime_part(), "1", leaves, deep, is_top=True)
    return {
        "from": addresses(message.get_from()),
        "to": addresses(message.get_addresses(GMime.AddressType.TO)),
        "cc": addresses(message.get_addresses(GMime.AddressType.CC)),
        "reply_to": addresses(message.get_reply_to()),
        "subject": message.get_subject(),
        "message_id": message.get_message_id(),
        "date": attempt(lambda: message.get_date().to_unix()),
        "leaves": leaves,
        "deep": deep,
    }


def addresses(found):
    flat = []
    for index in range(found.length() if found else 0):
        address = found.get_address(index)
        if isinstance(address, GMime.InternetAddressGroup):
            flat += addresses(address.get_members())
        else:
            flat.append([address.get_name(), address.get_addr()])
    return flat


def walk(part, path, leaves, deep, is_top):
    if part is None:
        return
    if isinstance(part, GMime.Multipart):
        for number in range(part.get_count()):
            walk(part.get_part(number), f"{path}_{number + 1}", leaves, deep, is_top)
        return
    if isinstance(part, GMime.MessagePart):
        if is_top:
            leaves.append(label(part))
        message = part.get_message()
        if message is not None:
            walk(message.get_mime_part(), f"{path}_1", leaves, deep, is_top=False)
        return
    leaf = label(part) | {"b": encoded(content(part))}
    if leaf["t"].startswith("text/"):
        leaf["u"] = attempt(part.get_text)
    deep.append({"p": path, "t": leaf["t"], "b": leaf["b"]})
    if is_top:
        leaves.append(leaf)


def content(part):
    wrapper = part.get_content()
    if wrapper is None:
        return b""
    stream = GMime.StreamMem.new()
    wrapper.write_to_stream(stream)
    return bytes(stream.get_byte_array() or b"")


def label(part):
    kind = part.get_content_type()
    disposition = part.get_disposition()
    return {
        "t": kind.get_mime_type().lower() if kind else "text/plain",
        "d": disposition if disposition in ("inline", "attachment") else None,
        "fn": attempt(lambda: part.get_filename()),
        "cid": part.get_content_id(),
    }
