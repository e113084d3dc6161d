"""An office for each test, on the sample figures."""

import pytest

from bot.domain.catalogue import Catalogue
from bot.understanding.reader import Reader
from storage import Storage
from tests.conversation.office import Office


@pytest.fixture
def office(sample_storage: Storage, catalogue: Catalogue, reader: Reader) -> Office:
    return Office(sample_storage, catalogue, reader)
