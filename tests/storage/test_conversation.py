"""What a conversation remembers, and what buttons mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.outgoing import ButtonRecord
from storage import Storage
from tests.storage.office import CLERK, COLLEAGUE, GROUP_CHAT, NOW, PRIVATE_CHAT

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


@pytest.mark.parametrize("button", [BUTTON, replace(BUTTON, person_id=None, message_id=9)])
def test_a_button_means_what_it_meant_when_it_was_made(storage: Storage, button: ButtonRecord) -> None:
    with storage.begin() as unit:
        unit.add_button(button)
        unit.commit()
    with storage.begin() as unit:
        assert unit.button(button.token) == button
        assert unit.button("another") is None


def test_a_message_we_did_not_send_is_about_nothing(storage: Storage) -> None:
    with storage.begin() as unit:
        assert unit.subject(PRIVATE_CHAT, 1) is None
