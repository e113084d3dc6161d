"""Word and Excel files are zip packages of XML: opened within limits, so that no file can fill the machine's memory.

XML with a document type is refused: office programs write none, and entities are how XML bombs and file readers are made.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from bot.documents.encoding import BadFile

MAX_MEMBERS = 3000  # a report with many pictures has some hundred
MAX_UNPACKED = 300 * 2**20  # bytes of all members; pictures hardly shrink, so 20 MB of them stay near 20 MB
MAX_PART = 64 * 2**20  # bytes of one XML part; that of a long report has 5 MB, a sheet of formatted blank rows much more
_MAX_TAGS = 1_000_000  # of one part, closing ones counted; an element takes some 300 bytes of memory
_ENCRYPTED = 1  # bit of a member's flags
_MAIN = "/officeDocument"  # how the type of the relation to the main part ends, in transitional and strict files


class BadPart(Exception):  # noqa: N818  a condition of the file, turned into an answer at the door
    """A package cannot be read on; `why` is what to say."""

    def __init__(self, why: BadFile) -> None:
        """Keep the reason."""
        super().__init__(why.value)
        self.why = why


class Package:
    """An opened zip package. Members are read one by one, never all."""

    def __init__(self, content: bytes) -> None:
        """Open and check the sizes that the package states; raises BadPart."""
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as problem:
            raise BadPart(BadFile.DAMAGED) from problem
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
            raise BadPart(BadFile.BOMB)
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise BadPart(BadFile.PASSWORD)
        self._members = {member.filename.lstrip("/").replace("\\", "/"): member for member in members}

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self._members)

    def bytes_of(self, name: str) -> bytes:
        """A member's content; raises BadPart when it is missing, damaged or too big."""
        member = self._members.get(name)
        if member is None:
            raise BadPart(BadFile.DAMAGED)
        if member.file_size > MAX_PART:
            raise BadPart(BadFile.BOMB)
        try:
            return self._zip.read(member)
        except (BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError) as problem:
            raise BadPart(BadFile.DAMAGED) from problem

    def xml(self, name: str, *, without: re.Pattern[bytes] | None = None) -> ET.Element:
        """A part as a tree, what matches `without` left out before it is read; raises BadPart."""
        content = self.bytes_of(name)
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            content = _as_utf8(content)
        if without is not None:
            content = without.sub(b"", content)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise BadPart(BadFile.DAMAGED)
        if content.count(b"<") > _MAX_TAGS or content.count(b'="') > _MAX_TAGS:
            raise BadPart(BadFile.TOO_BIG)
        try:
            return ET.fromstring(content)  # noqa: S314  no entities and few elements: checked above
        except (ET.ParseError, ValueError, LookupError) as problem:
            raise BadPart(BadFile.DAMAGED) from problem

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part ("" for the package) refers to inside the package: relation id → its type and the member's name."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self._members:
            return {}
        found = {}
        for relation in self.xml(name):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found[relation.get("Id", "")] = (relation.get("Type", ""), path)
        return found

    def main_part(self, usual: str) -> str:
        """The name of the main part: as the package's relations say, else the usual one."""
        targets = [path for kind, path in self.related("").values() if kind.endswith(_MAIN)]
        return next((path for path in targets if path in self._members), usual)


def local(tag: str) -> str:
    """An XML name without its namespace; transitional and strict files differ only in that."""
    return tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str | None:
    """An attribute by its name without namespace."""
    return next((value for key, value in element.attrib.items() if local(key) == name), None)


def _as_utf8(content: bytes) -> bytes:
    """An XML part in UTF-16, without the declaration that says so."""
    try:
        text = content.decode("utf-16")
    except UnicodeDecodeError as problem:
        raise BadPart(BadFile.DAMAGED) from problem
    if text.startswith("<?xml"):
        text = text.partition("?>")[2]
    return text.encode()
