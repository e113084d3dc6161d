"""Who answers for which rows of an agency's report: sections, headings or indicators given to named clerks.

A row's owner is the person it was given to, else the owner of the nearest row above that was given to somebody. So each row
has one owner or none, and what the owners have filled adds up to the agency's completeness. A duty restricts nobody: every
clerk of the agency may still enter everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.acts import Act, ActKind, Duty
from bot.domain.catalogue import AgencyCode, Catalogue, CatalogueRow, IndicatorId
from bot.domain.completeness import Completeness, completeness_of, required_rows
from bot.domain.people import Role
from bot.domain.period import Period
from bot.domain.ports import Store
from bot.domain.value import Figure

Owner = int | None  # a person's id, None: nobody's


@dataclass(frozen=True, slots=True)
class Share:
    """What one owner answers for, and how much of it is filled."""

    owner: Owner
    rows: tuple[IndicatorId, ...]  # as given to them, in printed order; () for what is nobody's
    done: Completeness


def standing_duties(store: Store, catalogue: Catalogue, agency: AgencyCode) -> list[Duty]:
    """The agency's duties in printed order; those of people who are no clerks of it, or of rows that are no more, left out."""
    clerks = {person.id for person in store.people(role=Role.CLERK, agency=agency)}
    order = {row.id: place for place, row in enumerate(catalogue.rows)}
    held = [duty for duty in store.duties(agency) if duty.person_id in clerks and duty.row in order]
    return sorted(held, key=lambda duty: order[duty.row])


def owner_of(row_id: IndicatorId, owners: Mapping[IndicatorId, int], catalogue: Catalogue) -> Owner:
    """Who answers for a row: by itself, else by the nearest row above."""
    for each in (catalogue.row(row_id), *catalogue.ancestors(row_id)):
        if each.id in owners:
            return owners[each.id]
    return None


def shares(store: Store, catalogue: Catalogue, agency: AgencyCode, period: Period) -> list[Share]:
    """The agency's report by owner, in order of their first row, what is nobody's last; each required row in one share."""
    duties = standing_duties(store, catalogue, agency)
    figures = {value.key.indicator: value.figure for value in store.values(agencies=(agency,), periods=(period,))}
    return shares_of(figures, duties, catalogue, period)


def shares_of(
    figures: Mapping[IndicatorId, Figure], duties: Sequence[Duty], catalogue: Catalogue, period: Period
) -> list[Share]:
    """The same, of these figures and duties."""
    owners = {duty.row: duty.person_id for duty in duties}
    people: list[Owner] = [*dict.fromkeys(duty.person_id for duty in duties), None]
    owned: dict[Owner, list[CatalogueRow]] = {owner: [] for owner in people}
    for row in required_rows(figures, catalogue, period):
        owned[owner_of(row.id, owners, catalogue)].append(row)
    entered: dict[Owner, dict[IndicatorId, Figure]] = {owner: {} for owner in people}
    for indicator, figure in figures.items():
        owner = owner_of(indicator, owners, catalogue) if indicator in catalogue else None
        entered[owner][indicator] = figure
    return [
        Share(
            owner,
            tuple(duty.row for duty in duties if duty.person_id == owner),
            completeness_of(entered[owner], catalogue, period, among=owned[owner]),
        )
        for owner in people
    ]


def assign(
    rows: Iterable[IndicatorId], agency: AgencyCode, person_id: int | None, *, store: Store, by: int, at: datetime
) -> tuple[Duty | None, ...]:
    """Give rows to a clerk, or (None) to nobody; for each the duty that stood before. What stays as it was is no act."""
    before = {duty.row: duty for duty in store.duties(agency)}
    rows = tuple(dict.fromkeys(rows))
    for row in rows:
        standing = before.get(row)
        if (standing.person_id if standing else None) == person_id:
            continue
        store.assign(agency, row, person_id)
        kind = ActKind.UNASSIGNED if person_id is None else ActKind.ASSIGNED
        concerned = person_id if person_id is not None else standing.person_id if standing else None
        store.add_act(Act(kind, at, by, person_id=concerned, agency=agency, row=row))
    return tuple(before.get(row) for row in rows)
