"""What a message means: a closed union of requests, and the context it was read in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.domain.catalogue import AgencyCode, IndicatorId
from bot.domain.period import Period
from bot.domain.value import Fault, Figure


class Intent(StrEnum):
    """What a question wants (../shared/eval/SPEC.md names the first nine)."""

    VALUE = "value"
    TREND = "trend"
    COMPARE = "compare"
    RANK = "rank"
    TOTAL = "total"
    MISSING = "missing"
    NOTE = "note"
    DEFINE = "define"
    HISTORY = "history"
    SUBMITTED = "submitted"  # who has submitted
    DEADLINE = "deadline"  # when is the report due


class Chart(StrEnum):
    """A picture is wanted."""

    NAMED = "named"  # of what the message says
    AGAIN = "again"  # of what was last answered: "vẽ đi"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One catalogue row that a piece of text may mean; score 0 to 1, calibrated as the chance of being right."""

    indicator: IndicatorId
    score: float


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit to compare with, as in "dưới 90 %"."""

    below: bool
    number: Decimal


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody asks. Candidates best first: indicators, or a heading/section when that is asked for.

    `certain`: the first candidate is meant; else up to five readings that are all answered.
    `agencies`: () none named, (ALL_AGENCIES,) the whole province. Period, periods as named in the text, today-relative words
    resolved; `every_period`: "qua các quý".
    """

    intent: Intent
    candidates: tuple[Candidate, ...]
    certain: bool
    agencies: tuple[AgencyCode, ...] = ()
    period: Period | None = None
    periods: tuple[Period, ...] = ()
    every_period: bool = False
    follow_up: bool = False  # indicator, agency or period were taken from the focus
    descending: bool = True  # rank: highest first
    limit: int | None = None  # rank: "top 5"
    threshold: Threshold | None = None
    chart: Chart | None = None  # a picture is wanted, not only words
    excluded: str = ""  # what the message leaves out, in its words: "không kể bcci"


@dataclass(frozen=True, slots=True)
class EntryValue:
    """One value somebody wants stored.

    Exactly one of `figure` and `fault` is set. `certain` True: `indicator` is set and the write needs no question.
    Otherwise `candidates` (best first, at most five) are what to ask among.
    """

    indicator: IndicatorId | None
    candidates: tuple[Candidate, ...]
    certain: bool
    figure: Figure | None
    fault: Fault | None
    note: str | None
    raw: str  # the value as typed
    text: str  # the piece of the message it came from


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody wants values stored, for the named agency and period or (None) their own and the open one."""

    agency: AgencyCode | None
    period: Period | None
    values: tuple[EntryValue, ...]
    is_table: bool = False  # a pasted table: previewed, stored all or nothing


@dataclass(frozen=True, slots=True)
class Chosen:
    """A typed answer to the pending question: one of its choices (`indicator`), or a decision."""

    indicator: IndicatorId | None = None
    skipped: bool = False
    confirmed: bool = False


class UnknownKind(StrEnum):
    """Why nothing was understood."""

    SMALL_TALK = "small_talk"
    THANKS = "thanks"
    NOT_IN_CATALOGUE = "not_in_catalogue"
    NO_SUCH_AGENCY = "no_such_agency"  # a figure of a body that does not report, asked for or given
    SEVERAL_REPORTS = "several_reports"  # values of several agencies or periods in one message
    SUBMITTING = "submitting"  # "nộp báo cáo": the clerk's command in plain words
    NOTHING = "nothing"  # noise, emoji, empty


@dataclass(frozen=True, slots=True)
class Unknown:
    """Neither question nor entry. `nearest`: up to three rows worth naming; whose and which period was named.

    `outsider`: the body that does not report, as typed; `agencies` are then those that may have been meant, `intent` what was
    asked of it, None when a value was given.
    """

    kind: UnknownKind
    nearest: tuple[Candidate, ...] = ()
    period: Period | None = None
    agencies: tuple[AgencyCode, ...] = ()
    outsider: str = ""
    intent: Intent | None = None


class StepWish(StrEnum):
    """What somebody wants of a step of guided entry instead of giving a figure."""

    SKIP = "skip"  # bỏ qua
    BACK = "back"  # quay lại
    STOP = "stop"  # dừng
    AS_LAST = "as_last"  # như kỳ trước
    COMPUTED = "computed"  # ghi số tự tính
    WHOLE = "whole"  # nhập cả mục
    REST_NOTHING = "rest_nothing"  # phần còn lại không phát sinh
    REST_AS_LAST = "rest_as_last"  # cả phần giữ như kỳ trước
    UNDO = "undo"  # hoàn tác
    SHOW = "show"  # xem lại bước


@dataclass(frozen=True, slots=True)
class StepItem:
    """What a message says of one row: a figure, a fault, or a wish (SKIP, AS_LAST, COMPUTED).

    None of them: it holds a value, but maybe not this row's ("20 người" where documents are counted).
    """

    indicator: IndicatorId
    raw: str
    figure: Figure | None = None
    fault: Fault | None = None
    wish: StepWish | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """A message that answers the step shown. `items` in the order of its rows, or `wish`: where to go from here.

    `certain` False: a list whose values could be told apart in another way too. `miscounted`: a list of values, but not one
    for each row; nothing of it may be stored. `also`: what the same message enters for rows that it names.
    """

    items: tuple[StepItem, ...] = ()
    wish: StepWish | None = None
    certain: bool = True
    miscounted: tuple[str, ...] = ()
    also: Entry | None = None


Request = Question | Entry | Chosen | StepAnswer | Unknown


@dataclass(frozen=True, slots=True)
class Focus:
    """What the conversation was last about."""

    indicator: IndicatorId | None = None
    agency: AgencyCode | None = None
    period: Period | None = None
    intent: Intent | None = None
    written: tuple[IndicatorId, ...] = ()  # whose values were last stored here, for that agency and period
    latest: IndicatorId | None = None  # the one stored last, when the last message stored one


@dataclass(frozen=True, slots=True)
class PendingChoice:
    """The question the bot has open: which of these rows is meant by `raw`."""

    choices: tuple[IndicatorId, ...]
    raw: str


@dataclass(frozen=True, slots=True)
class GuidedStep:
    """The step that guided entry shows: one row, or (`is_list`) the rows of a heading that one message may answer."""

    rows: tuple[IndicatorId, ...]
    agency: AgencyCode
    period: Period
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a message is read with; nothing else is looked at."""

    today: date
    agency: AgencyCode | None = None  # the writer's own agency; None: an official
    open_period: Period | None = None  # the report now open for the writer
    focus: Focus = field(default_factory=Focus)
    pending: PendingChoice | None = None
    replied_to: Focus | None = None  # what the replied-to message was about
    step: GuidedStep | None = None  # what guided entry shows, which a bare number answers

    @property
    def is_of_agency(self) -> bool:
        """Whether the writer speaks for an agency; which one does not change what the words mean."""
        return self.agency is not None
