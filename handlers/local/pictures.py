"""What Telegram asks of uploaded files: sizes, and a picture that is one (core.telegram.org/bots/api#sendphoto)."""

from __future__ import annotations

import struct

from handlers.local.faults import ApiError, refuse

_PHOTO_BYTES, _DOCUMENT_BYTES = 10_000_000, 50_000_000
_SIDES_LIMIT = 10_000  # width and height together
_RATIO_LIMIT = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG segments that tell the size


def checked_document(content: bytes) -> None:
    """ApiError for an empty file and one over 50 MB."""
    _check_size(content, _DOCUMENT_BYTES)


def checked_photo(content: bytes) -> tuple[int, int]:
    """Width and height; ApiError for what is no picture, over 10 MB, or of a size that Telegram does not take."""
    _check_size(content, _PHOTO_BYTES)
    size = _size_of(content)
    if size is None:
        refuse("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > _SIDES_LIMIT or max(width, height) > _RATIO_LIMIT * min(width, height):
        refuse("PHOTO_INVALID_DIMENSIONS")
    return size


def _check_size(content: bytes, limit: int) -> None:
    if not content:
        refuse("file must be non-empty")
    if len(content) > limit:
        raise ApiError(413, "Request Entity Too Large")


def _size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG, None for anything else."""
    if content.startswith(_PNG):
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if not content.startswith(b"\xff\xd8"):
        return None
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:  # noqa: PLR2004  every segment begins with it
        if content[place + 1] in _FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return None
