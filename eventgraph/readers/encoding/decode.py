"""Bytes to text: which encoding a pasted file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

import webencodings

_BINARY_MAGIC = {
    b"%PDF-": "a PDF file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a media file",
    b"PK\x03\x04": "a zip archive or office document",
    b"PK\x05\x06": "a zip archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"7z\xbc\xaf": "a 7-zip archive",
    b"\xfd7zXZ": "an xz archive",
    b"Rar!": "a RAR archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("cp1256", "cp1251", "koi8_r", "iso8859_6", "iso8859_5", "cp1253", "cp1255", "cp1250")
_EXPECTED = "expected text in UTF-8, UTF-16, windows-1256, windows-1251 or latin-1"
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 65_536
_NUL_BYTES_OF_TEXT = 2  # that a text may hold by some accident, and one more in a thousand bytes


class UndecodableError(ValueError):
    """Bytes that are not text in a known encoding; the message is one line for the user."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file, without byte order mark, newlines as they are.

    Args:
        data: The whole file.
        declared: Encoding that the file names itself (HTML), as the WHATWG standard lists them; tried
            after UTF-8.

    Raises:
        UndecodableError: The bytes are a binary file or in no known encoding.

    >>> decode("صباح الخير".encode("windows-1256"))
    'صباح الخير'
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    _refuse_binary(data)
    if (wide := _wide_encoding(data)) and "\0" not in (text := _strictly(data, wide)):
        return text
    if b"\0" in data and (_many_nul_bytes(data) or _CONTROL.search(data)):
        raise UndecodableError(f"a binary file (it holds NUL bytes); {_EXPECTED}")
    return _narrow(data, declared).replace("\0", "\ufffd")


def decode_line(data: bytes) -> str:
    """The text of one JSON line, which is UTF-8.

    Raises:
        UndecodableError: The bytes are not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise UndecodableError(
            f"byte {data[problem.start]:#04x} at {problem.start} is not UTF-8; expected a JSON line in UTF-8"
        ) from None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        if problem.end >= len(data) - 3:  # cut off within the last character
            return data[: problem.start].decode(encoding)
        raise UndecodableError(
            f"broken {encoding.upper()} at byte {problem.start}; {_EXPECTED}"
        ) from None


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _BINARY_MAGIC.items():
        if data.startswith(magic):
            raise UndecodableError(f"{kind}; {_EXPECTED}")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: an even length, and the bytes of one parity share few values."""
    sample = data[: _SAMPLE & ~1]
    if len(data) % 2 or len(sample) < 4 or b"\x00" not in sample:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        common = sum(high.count(byte) for byte in (0x00, 0x04, 0x06, 0x20))
        if common >= 0.9 * len(high):
            return encoding
    return None


def _narrow(data: bytes, declared: str | None) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if _mostly_control(data):
            raise UndecodableError(f"a binary file (it holds control characters); {_EXPECTED}")
        return text
    return _damaged_utf8(data) or _declared(data, declared) or _legacy(data)


def _many_nul_bytes(data: bytes) -> bool:
    return data.count(0) > _NUL_BYTES_OF_TEXT + len(data) // 1000


def _mostly_control(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > 0.02 * len(sample) + 2


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes keeps its text, with U+FFFD in their place."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text[:_SAMPLE] if character > "\x7f" and character != "\ufffd")
    return text if broken * 20 <= whole else None


def _declared(data: bytes, declared: str | None) -> str | None:
    if declared is None:
        return None
    encoding = webencodings.lookup(declared)  # Python knows others, which are none of text
    if encoding is None:
        return None
    try:
        text: str = encoding.codec_info.decode(data, "strict")[0]
    except UnicodeError:
        return None
    return text


def _legacy(data: bytes) -> str:
    """One byte a character: Latin when most letters are ASCII, else what reads best."""
    if _mostly_control(data):
        raise UndecodableError(f"a binary file (it holds control characters); {_EXPECTED}")
    sample = data[:_SAMPLE]
    letters = sum(1 for byte in sample if chr(byte).isascii() and chr(byte).isalpha())
    high = len(_HIGH.findall(sample))
    if high <= 0.4 * letters:
        return _latin(data)
    encoding = _best_guess(sample)
    if encoding is None:
        raise UndecodableError(f"an unknown encoding; {_EXPECTED}")
    return data.decode(encoding, "replace")


def _latin(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _best_guess(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    from eventgraph.readers.encoding.oddity import oddity

    found = from_bytes(sample, cp_isolation=list(_LEGACY), enable_fallback=False)
    ranked = sorted(
        (oddity(str(match)), _LEGACY.index(match.encoding), match.encoding) for match in found
    )
    return ranked[0][2] if ranked and ranked[0][0] < 0.25 else None
