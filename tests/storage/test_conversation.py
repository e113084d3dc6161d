"""What a conversation remembers, and what buttons mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.outgoing import ButtonRecord
from storage import Storage
from tests.storage.office import CLERK, COLLEAGUE, GROUP_CHAT, NOW, PRIVATE_CHAT, Q3, SCT

FOCUS = {"indicator": "nhiem_vu", "period": "2022-Q3", "nested": {"choices": ["a", "b"], "none": None, "yes": True}}
BUTTON = ButtonRecord("t0ken", PRIVATE_CHAT, CLERK, {"do": "undo", "batch": "update-1"}, expires_at=NOW)


def test_each_person_in_each_chat_has_documents_of_each_kind(storage: Storage) -> None:
    with storage.begin() as unit:
        unit.remember(PRIVATE_CHAT, CLERK, "focus", FOCUS)
        unit.remember(GROUP_CHAT, CLERK, "focus", {"in": "nhóm"})
        unit.remember(PRIVATE_CHAT, CLERK, "pending", {})
        unit.commit()
    with storage.begin() as unit:
        assert unit.memory(PRIVATE_CHAT, CLERK, "focus") == FOCUS
        assert unit.memory(GROUP_CHAT, CLERK, "focus") == {"in": "nhóm"}
        assert unit.memory(PRIVATE_CHAT, CLERK, "pending") == {}
        assert unit.memory(PRIVATE_CHAT, CLERK, "step") is None
        assert unit.memory(GROUP_CHAT, COLLEAGUE, "focus") is None


def test_a_document_is_replaced_and_forgotten(storage: Storage) -> None:
    with storage.begin() as unit:
        for document in (FOCUS, {"new": 1}):
            unit.remember(PRIVATE_CHAT, CLERK, "focus", document)
        assert unit.memory(PRIVATE_CHAT, CLERK, "focus") == {"new": 1}
        for _ in range(2):
            unit.remember(PRIVATE_CHAT, CLERK, "focus", None)
        assert unit.memory(PRIVATE_CHAT, CLERK, "focus") is None


def test_whoever_changes_a_document_read_changes_only_that(storage: Storage) -> None:
    """A unit of work reads the documents once; each reader gets one of its own, as it stands after every change."""
    with storage.begin() as unit:
        unit.remember(GROUP_CHAT, CLERK, "focus", {"rows": ["a"]})
        read = unit.memory(GROUP_CHAT, CLERK, "focus")
        assert read is not None
        read["rows"].append("b")
        assert unit.memory(GROUP_CHAT, CLERK, "focus") == {"rows": ["a"]}
        unit.chat_migrated(GROUP_CHAT, GROUP_CHAT - 1)
        assert unit.memory(GROUP_CHAT, CLERK, "focus") is None
        assert unit.memory(GROUP_CHAT - 1, CLERK, "focus") == {"rows": ["a"]}


def test_what_another_wrote_while_this_turn_waited_for_a_report_is_read(storage: Storage) -> None:
    """Two processes at the same chat: whoever waits goes on with what the first one left."""
    if not storage.is_shared:
        pytest.skip("on SQLite nobody writes while another may")
    with storage.begin() as first, storage.begin() as second:
        assert second.memory(GROUP_CHAT, CLERK, "focus") is None
        first.report(SCT, Q3, to_change=True)
        first.remember(GROUP_CHAT, CLERK, "focus", {"i": "a"})
        first.commit()
        second.report(SCT, Q3, to_change=True)
        assert second.memory(GROUP_CHAT, CLERK, "focus") == {"i": "a"}


@pytest.mark.parametrize("button", [BUTTON, replace(BUTTON, person_id=None)])
def test_a_button_means_what_it_meant_when_it_was_made(storage: Storage, button: ButtonRecord) -> None:
    with storage.begin() as unit:
        unit.add_buttons([button])
        unit.commit()
    with storage.begin() as unit:
        assert unit.button(button.token) == button
        assert unit.button("another") is None


def test_a_message_we_did_not_send_is_about_nothing(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.subject(PRIVATE_CHAT, 1) is None
