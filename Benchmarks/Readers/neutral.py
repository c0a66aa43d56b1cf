"""What the readers of the other libraries share."""

import base64


def encoded(octets):
    return base64.b64encode(octets).decode("ascii")


def attempt(wanted):
    """What was asked for, or nothing: a library that fails on a field of damaged mail is wrong about that field only."""
    try:
        return wanted()
    except Exception:
        return None


def without_mailbox_line(octets):
    """A From_ line of an mbox is no part of the message."""
    if octets.startswith(b"From "):
        return octets[octets.find(b"\n") + 1 :]
    return octets
