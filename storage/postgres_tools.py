"""pg_dump and pg_restore, PostgreSQL's own programs: found on the PATH, given the password through the environment only."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL

_SECONDS = 3600.0  # a province's figures take seconds; a tool that hangs must end some time
_COPY, _END = "COPY public.", "\\."


class ToolFailed(Exception):  # noqa: N818  named after what happened
    """A tool is missing, or gave up; the text is its own last word, without passwords."""

    def __init__(self, message: str, *, tool_missing: bool = False, archive_unreadable: bool = False) -> None:
        """Say what kind of failure it is."""
        super().__init__(message)
        self.tool_missing = tool_missing
        self.tool_too_old = "pg_dump version" in message  # "server version: 18.6; pg_dump version: 15.18"
        self.archive_unreadable = archive_unreadable


def dump(url: URL, file: Path) -> None:
    """The database as it is at this moment, into a file in pg_dump's own compressed format."""
    _run("pg_dump", f"--dbname={_without_password(url)}", "--format=custom", *_NOBODYS, f"--file={file}", url=url)


def restore(url: URL, file: Path) -> None:
    """All of an archive into a database, or nothing of it."""
    once = ("--single-transaction", "--exit-on-error")
    _run("pg_restore", f"--dbname={_without_password(url)}", *_NOBODYS, *once, str(file), url=url)


def content(file: Path) -> tuple[dict[str, int], str | None]:
    """Rows by table and the revision of the tables, from reading every row of an archive."""
    rows: dict[str, int] = {}
    revision, table = None, None
    command = [_tool("pg_restore"), "--data-only", "--file=-", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as reading:  # noqa: S603  our own words
        for line in reading.stdout or ():
            if table is None:
                if line.startswith(_COPY):
                    table = line[len(_COPY) :].split(" ", 1)[0].strip('"')
                    rows[table] = 0
            elif line.rstrip("\n") == _END:
                table = None
            else:
                rows[table] += 1
                if table == "alembic_version":
                    revision = line.strip()
        complaint = reading.stderr.read() if reading.stderr else ""
    if reading.returncode:
        raise ToolFailed(_last_line(complaint), archive_unreadable=True)
    return rows, revision


_NOBODYS = ("--no-owner", "--no-privileges")  # restored by whoever restores it


def _run(tool: str, *arguments: str, url: URL) -> None:
    environment = os.environ | {"LC_ALL": "C"} | ({"PGPASSWORD": str(url.password)} if url.password else {})
    command = [_tool(tool), "--no-password", *arguments]
    try:
        done = subprocess.run(  # noqa: S603  our own words
            command, env=environment, capture_output=True, text=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired as expired:
        message = f"{tool} did not end"
        raise ToolFailed(message) from expired
    if done.returncode:
        raise ToolFailed(_last_line(done.stderr))


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ToolFailed(name, tool_missing=True)
    return found


def _without_password(url: URL) -> str:
    """The address as PostgreSQL's own programs read it; other people see their arguments."""
    return url.set(drivername="postgresql", password=None).render_as_string()


def _last_line(complaint: str) -> str:
    lines = [line for line in complaint.strip().splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"
