"""How right the recorded results of mirrors are, against labels made by reading (`labels/README.md`).

Facts suffice: links, adoptions and shared controls are read from `lists/`, and gap rows are recorded there for the
newest editions; those of other editions are compared on the spot, by what the dataset holds. A label that the dataset
has no answer to counts as wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

import msgspec

from controllist.library import Library
from controllist.mirror_reports import gaps
from controllist.mirrors.records import Adoption, GapRow, Shared
from controllist.mirrors.store import load_adoptions, load_correspondences, load_shared
from controllist.sources.vault import Vault

LABELS = Path(__file__).resolve().parent / "labels"
LISTS = Path(__file__).resolve().parents[1] / "lists"
NO_VAULT = Path(__file__).resolve().parent / "no-vault"
HELD_BY_BOTH = ("same-code", "other-code", "split")
"""The kinds of labels whose item both sides hold."""

LinkKind = Literal["same-code", "other-code", "split", "missing", "extra", "not-the-same", "plurilateral"]
Place = tuple[str, str]
"""A list and a code in it."""
_T = TypeVar("_T")


class LinkLabel(msgspec.Struct, frozen=True):
    """Which mirror item answers which regime item, or that none does; `other` is a second mirror."""

    regime: str | None
    mirror: str
    regime_code: str | None
    mirror_code: str | None
    kind: LinkKind
    how: str
    other: str = ""
    other_code: str = ""

    @property
    def list(self) -> str:
        """The mirror's list."""
        return self.mirror.partition("@")[0]


class AdoptionLabel(msgspec.Struct, frozen=True):
    """What became of a change in a mirror, by reading; `also_right` are statuses that are as honest."""

    regime_from: str
    regime_to: str
    code: str
    mirror: str
    status: str
    edition: str | None
    previous: str | None
    why: str
    also_right: tuple[str, ...] = ()
    instrument: str | None = None


class GapLabel(msgspec.Struct, frozen=True):
    """Which side controls more by one row."""

    regime: str
    mirror: str
    regime_code: str | None
    mirror_code: str | None
    stricter: str
    why: str


class Miss(NamedTuple):
    """A label that the dataset answers otherwise."""

    where: str
    label: str
    found: str


class Share(NamedTuple):
    """How many labels of a sort there are and how many are answered right; the others one by one."""

    right: int
    labels: int
    misses: tuple[Miss, ...] = ()

    @property
    def share(self) -> float:
        """The share that is right; 1 where there is none."""
        return self.right / self.labels if self.labels else 1.0

    def __add__(self, other: object) -> Share:
        assert isinstance(other, Share)
        return Share(self.right + other.right, self.labels + other.labels, self.misses + other.misses)


def labels(name: str, kind: type[_T], folder: Path = LABELS) -> list[_T]:
    """The labels of a file."""
    return msgspec.json.Decoder(kind).decode_lines((folder / name).read_bytes())


class Recorded:
    """The recorded results of a folder of lists, by code and edition."""

    def __init__(self, lists: Path = LISTS) -> None:
        self.library = Library(lists, Vault(NO_VAULT))
        # cached for this object alone, and freed with it
        self.lineages = cache(self._lineages)
        self.links = cache(self._links)
        self.adoptions = cache(self._adoptions)
        self.gap_rows = cache(self._gap_rows)

    def _lineages(self, edition: str) -> dict[str, str]:
        """The lineages of an edition's items by their codes."""
        name, _, date = edition.partition("@")
        history = self.library.history(name)
        facts = history.facts(date)
        names = history.lineages.names(date, list(facts))
        return {each.code: names[ident] for ident, each in facts.items() if each.code}

    def _links(self, mirror: str) -> frozenset[tuple[str, str]]:
        """The recorded links of a mirror, lineage to lineage."""
        return frozenset((link.regime, link.mirror) for link in load_correspondences(self.library.lists / mirror))

    def _adoptions(self, mirror: str) -> dict[tuple[str, str], list[Adoption]]:
        """The recorded adoptions of a mirror by the regime's edition and either code of the change."""
        found: dict[tuple[str, str], list[Adoption]] = {}
        for each in load_adoptions(self.library.lists / mirror):
            for code in {each.code, each.change.partition(">")[0]} - {""}:
                found.setdefault((each.regime_edition, code), []).append(each)
        return found

    def _gap_rows(self, regime: str, mirror: str) -> tuple[GapRow, ...]:
        return gaps(self.library, mirror, regime).rows

    @cached_property
    def shared(self) -> list[Shared]:
        """The controls that several lists share."""
        return load_shared(self.library.lists)


def link_share(wanted: Iterable[LinkLabel], recorded: Recorded) -> Share:
    """How many labels of links the recorded correspondences agree with."""
    known = list(wanted)
    misses = [miss for label in known if (miss := _link_miss(label, recorded)) is not None]
    return Share(len(known) - len(misses), len(known), tuple(misses))


def _link_miss(label: LinkLabel, recorded: Recorded) -> Miss | None:
    links = recorded.links(label.list)
    ours = recorded.lineages(label.regime) if label.regime else {}
    theirs = recorded.lineages(label.mirror)
    here, there = ours.get(label.regime_code or "", ""), theirs.get(label.mirror_code or "", "")
    shown = " ".join(filter(None, (label.kind, label.regime_code, label.mirror_code)))
    if (label.regime_code and not here) or (label.mirror_code and not there):
        return Miss(label.mirror, shown, "no such item")
    if label.kind == "missing":
        found = [code for code, name in theirs.items() if (here, name) in links]
        return Miss(label.mirror, shown, ", ".join(found)) if found else None
    if label.kind == "extra":
        found = [code for code, name in ours.items() if (name, there) in links]
        return Miss(label.mirror, shown, ", ".join(found)) if found else None
    if ((here, there) in links) != (label.kind == "not-the-same"):
        return None
    return Miss(label.mirror, shown, "linked" if label.kind == "not-the-same" else "not linked")


class SharedScore(NamedTuple):
    """Pairs of national controls that are the same: how many of the labelled ones are recorded, and which recorded
    pairs of a labelled item are no labels."""

    found: Share
    unlabelled: tuple[tuple[Place, Place], ...]


def shared_score(wanted: Iterable[LinkLabel], recorded: Recorded) -> SharedScore:
    """The labels of plurilateral controls against `shared.jsonl`."""
    pairs = {_ordered((label.list, label.mirror_code or ""), (label.other.partition("@")[0], label.other_code))
             for label in wanted}  # fmt: skip
    told = {pair for control in recorded.shared for pair in _pairs(_places(control, recorded))}
    touched = {place for pair in pairs for place in pair}
    missed = tuple(Miss("shared.jsonl", f"{a} {b}", "no pair") for a, b in sorted(pairs - told))
    beyond = sorted(pair for pair in told - pairs if {*pair} & touched)
    return SharedScore(Share(len(pairs & told), len(pairs), missed), tuple(beyond))


def _places(control: Shared, recorded: Recorded) -> list[Place]:
    found = []
    for name, date, ident in control.items:
        facts = recorded.library.history(name).facts(date).get(ident)
        found.append((name, facts.code if facts and facts.code else ident))
    return found


def _pairs(places: Sequence[Place]) -> set[tuple[Place, Place]]:
    return {_ordered(a, b) for a in places for b in places if a[0] != b[0]}


def _ordered(one: Place, other: Place) -> tuple[Place, Place]:
    return (one, other) if one < other else (other, one)


class AdoptionScore(NamedTuple):
    """Labels of adoptions: their status, the edition of those adopted, and how many are answered `unknown`."""

    status: Share
    edition: Share
    pending: Share
    unknown: int
    instrument: Share

    def __add__(self, other: object) -> AdoptionScore:
        assert isinstance(other, AdoptionScore)
        return AdoptionScore(
            self.status + other.status, self.edition + other.edition, self.pending + other.pending,
            self.unknown + other.unknown, self.instrument + other.instrument,
        )  # fmt: skip


_ONE, _NONE = Share(1, 1), Share(0, 0)


def adoption_score(label: AdoptionLabel, recorded: Recorded) -> AdoptionScore:
    """One label against the recorded adoption of its change; of several under one code, the first under that code.

    The edition is scored where the label names one: the first that shows the new text. A label's instrument is scored
    where the mirror's provisions bear marks and the label names one.
    """
    found = recorded.adoptions(label.mirror).get((label.regime_to.partition("@")[2], label.code), [])
    told = next((each for each in found if each.code == label.code), found[0] if found else None)
    status = told.status if told else "no record"
    where = f"{label.mirror} {label.regime_to} {label.code}"
    honest = told is not None and told.status in (label.status, *label.also_right)
    miss = Share(0, 1, (Miss(where, f"{label.status} {label.edition or ''}".strip(), _answer(told)),))
    dated = told is not None and honest and told.by == label.edition
    names_edition = label.edition is not None and label.status in ("adopted", "ahead")
    act = told is not None and honest and told.instrument == label.instrument
    return AdoptionScore(
        status=_ONE if honest else miss,
        edition=_NONE if not names_edition else _ONE if dated else miss,
        pending=_NONE if label.status != "pending" else _ONE if honest else miss,
        unknown=int(status == "unknown" and label.status != "unknown"),
        instrument=_NONE if not label.instrument else _ONE if act else miss,
    )


def _answer(found: Adoption | None) -> str:
    return " ".join(filter(None, (found.status, found.by, found.instrument))) if found else "no record"


def adoption_scores(wanted: Iterable[AdoptionLabel], recorded: Recorded) -> dict[str, AdoptionScore]:
    """The scores of each mirror."""
    found: dict[str, AdoptionScore] = {}
    for label in wanted:
        one = adoption_score(label, recorded)
        found[label.mirror] = found[label.mirror] + one if label.mirror in found else one
    return found


class GapScore(NamedTuple):
    """Labels of gap rows: right, `unclear` where a side is labelled, the other side or a side where none is labelled,
    and those without a row."""

    labels: int
    right: int
    unclear: int
    wrong: tuple[Miss, ...]
    no_row: tuple[Miss, ...]

    def __add__(self, other: object) -> GapScore:
        assert isinstance(other, GapScore)
        return GapScore(
            self.labels + other.labels, self.right + other.right, self.unclear + other.unclear,
            self.wrong + other.wrong, self.no_row + other.no_row,
        )  # fmt: skip


def gap_score(label: GapLabel, rows: Sequence[GapRow]) -> GapScore:
    """One label against the rows of its editions."""
    row = next((each for each in rows if _is_row(each, label)), None)
    codes = " / ".join(code or "–" for code in (label.regime_code, label.mirror_code))
    if row is None:
        return GapScore(1, 0, 0, (), (Miss(label.mirror, f"{codes} {label.stricter}", "no row"),))
    if row.stricter == label.stricter:
        return GapScore(1, 1, 0, (), ())
    if row.stricter == "unclear":
        return GapScore(1, 0, 1, (), ())
    return GapScore(1, 0, 0, (Miss(label.mirror, f"{codes} {label.stricter}", row.stricter),), ())


def _is_row(row: GapRow, label: GapLabel) -> bool:
    if not label.regime_code:
        return not row.code and row.mirror_code == label.mirror_code
    mirror_code = label.mirror_code or ""
    return row.code == label.regime_code and (not mirror_code or row.mirror_code in ("", mirror_code))


def gap_scores(wanted: Iterable[GapLabel], recorded: Recorded) -> dict[tuple[str, str], GapScore]:
    """The scores of each pair of editions (the regime's, the mirror's)."""
    found: dict[tuple[str, str], GapScore] = {}
    for label in wanted:
        key = (label.regime, label.mirror)
        one = gap_score(label, recorded.gap_rows(*key))
        found[key] = found[key] + one if key in found else one
    return found


def link_table(found: Mapping[tuple[str, str], Share]) -> str:
    """Right of labelled, a row for each mirror and a column for each kind."""
    kinds = [kind for kind in LinkKind.__args__ if any(key[1] == kind for key in found)]  # type: ignore[attr-defined]
    rows = [f"{'links':10}" + "".join(f"{kind:>14}" for kind in kinds)]
    for mirror in dict.fromkeys(key[0] for key in found):
        cells = (found.get((mirror, kind)) for kind in kinds)
        rows.append(f"{mirror:10}" + "".join(f"{f'{c.right}/{c.labels}' if c else '':>14}" for c in cells))
    return "\n".join(rows)


def adoption_table(found: Mapping[str, AdoptionScore]) -> str:
    """A row for each mirror."""
    rows = [f"{'adoptions':10}" + "".join(f"{name:>12}" for name in (*AdoptionScore._fields, "wrong"))]
    for mirror, score in found.items():
        wrong = sum("unknown" not in miss.found for miss in score.status.misses)
        cells = (f"{c.right}/{c.labels}" if isinstance(c, Share) else str(c) for c in (*score, wrong))
        rows.append(f"{mirror:10}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(rows)


def gap_table(found: Mapping[tuple[str, str], GapScore]) -> str:
    """A row for each pair of editions."""
    rows = [f"{'gap rows':42}" + "".join(f"{name:>9}" for name in GapScore._fields)]
    for (regime, mirror), score in found.items():
        cells = (len(cell) if isinstance(cell, tuple) else cell for cell in score)
        rows.append(f"{f'{mirror} against {regime}':42}" + "".join(f"{cell:>9}" for cell in cells))
    return "\n".join(rows)


def miss_lines(misses: Iterable[Miss]) -> str:
    """The misses, one a line, each once."""
    counted = Counter(misses)
    return "\n".join(f"  {miss.where}: {miss.label}: {miss.found}" for miss in counted)


def by_mirror_and_kind(wanted: Iterable[LinkLabel], recorded: Recorded) -> dict[tuple[str, str], Share]:
    """The shares of each mirror and kind, plurilateral ones left out."""
    groups: dict[tuple[str, str], list[LinkLabel]] = {}
    for label in wanted:
        if label.kind != "plurilateral":
            groups.setdefault((label.list, label.kind), []).append(label)
    return {key: link_share(group, recorded) for key, group in groups.items()}
