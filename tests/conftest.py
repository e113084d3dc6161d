"""Shared by all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres import running_postgres


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    """An empty PostgreSQL for this test run (or xdist worker); started when a test first asks for it."""
    with running_postgres() as address:
        yield address
