"""Accepted aliases reach every process, and nothing is learnt without an administrator."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.catalogue import IndicatorId
from bot.domain.catalogue_file import load_catalogue
from bot.domain.growing import AliasAccepted, AliasRefused, AliasWithdrawn, NoSuchAlias, accept_alias, withdraw_alias
from bot.grown import GrownReader
from bot.understanding.aliases import NameOf
from bot.understanding.matching import match
from bot.understanding.reader import Reader
from storage import Storage
from tests.storage.conftest import address, migrated_postgres

__all__ = ["address", "migrated_postgres"]  # fixtures: each test runs on both databases

NOW = datetime(2023, 3, 15, 2, 0, tzinfo=UTC)
ADMINISTRATOR = 14
WORDING = "van ban di may quet"
ELECTRONIC, RETURNED = IndicatorId("documents.electronic_only"), IndicatorId("dossiers.returned")
OF_FILE = Reader(load_catalogue())


def rows_meant(wording: str, reader: Reader) -> tuple[str, ...]:
    return match([token.name for token in reader.lexicon.tokens(wording.split())], reader=reader).rivals


def test_an_accepted_alias_is_understood_by_every_process_and_no_more_once_withdrawn(address: str) -> None:
    here, there = Storage(address), Storage(address)
    ours, theirs = GrownReader(OF_FILE), GrownReader(OF_FILE)
    with there.begin() as work:
        assert theirs.current(work) is OF_FILE
    with here.begin() as work:
        outcome = accept_alias(
            "Văn bản đi máy quét", ELECTRONIC, store=work, reader=ours.current(work), by=ADMINISTRATOR, at=NOW
        )
        work.commit()
    assert outcome == AliasAccepted(WORDING, ELECTRONIC, outcome.version)
    with there.begin() as work:
        grown = theirs.current(work)
        assert theirs.current(work) is grown  # compiled once
        assert rows_meant(WORDING, grown) == (ELECTRONIC,)
        assert grown.catalogue.version == f"{OF_FILE.catalogue.version}+{outcome.version}"
    with there.begin() as work:
        assert withdraw_alias(WORDING, store=work, catalogue=OF_FILE.catalogue, by=None, at=NOW) == AliasWithdrawn(WORDING)
        work.commit()
    with here.begin() as work:
        assert rows_meant(WORDING, ours.current(work)) != (ELECTRONIC,)
        assert withdraw_alias(WORDING, store=work, catalogue=OF_FILE.catalogue, by=None, at=NOW) == NoSuchAlias(WORDING)
    for storage in (here, there):
        storage.close()


def test_an_alias_whose_acceptance_was_undone_is_understood_no_more(address: str) -> None:
    """On SQLite turns share a commit: a later one may have read with an alias before that commit failed."""
    storage, ours = Storage(address), GrownReader(OF_FILE)
    with storage.begin() as work:
        accept_alias(WORDING, ELECTRONIC, store=work, reader=ours.current(work), by=ADMINISTRATOR, at=NOW)
        assert rows_meant(WORDING, ours.current(work)) == (ELECTRONIC,)  # and never committed
    with storage.begin() as work:
        assert rows_meant(WORDING, ours.current(work)) != (ELECTRONIC,)
    storage.close()


def test_one_wording_is_accepted_for_one_row_whatever_the_process_knew(address: str) -> None:
    storage = Storage(address)
    with storage.begin() as work:
        accept_alias(WORDING, ELECTRONIC, store=work, reader=OF_FILE, by=ADMINISTRATOR, at=NOW)
        outcome = accept_alias("văn-bản đi máy quét", RETURNED, store=work, reader=OF_FILE, by=ADMINISTRATOR, at=NOW)
        assert isinstance(outcome, AliasRefused)
        assert isinstance(outcome.obstacle, NameOf)
        assert outcome.obstacle.row.id == ELECTRONIC
        assert len(work.accepted_aliases()) == 1
    storage.close()


def test_accepting_needs_a_row_that_exists(address: str) -> None:
    storage = Storage(address)
    with storage.begin() as work, pytest.raises(KeyError):
        accept_alias(WORDING, IndicatorId("gone"), store=work, reader=OF_FILE, by=ADMINISTRATOR, at=NOW)
    storage.close()


def test_however_often_a_row_is_chosen_nothing_is_learnt(address: str) -> None:
    storage = Storage(address)
    reader = GrownReader(OF_FILE)
    with storage.begin() as work:
        for _ in range(50):
            work.note_unmatched(WORDING, refused=True, nearest=ELECTRONIC, at=NOW)
            work.note_choice(WORDING, ELECTRONIC)
        assert reader.current(work) is OF_FILE
    storage.close()
