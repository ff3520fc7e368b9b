"""Ids that the same input always gets."""

from hashlib import sha256


def stable_id(*parts: str) -> str:
    """A short id of what is named, the same on every machine and in every run.

    >>> stable_id("number", "a:12", "b:15")
    'number-ea292135'
    """
    return f"{parts[0]}-{sha256(chr(31).join(parts).encode('utf-8', 'replace')).hexdigest()[:8]}"
