"""Every recorded change of the regime in a mirror: adopted, pending, ahead, not applicable, or unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from controllist.changes.records import GAP
from controllist.history.pairs import PairRecord
from controllist.mirrors.marks import Credits, credited
from controllist.mirrors.parts import contained, word_counts
from controllist.mirrors.printed import as_printed
from controllist.mirrors.records import Adoption, Proof
from controllist.mirrors.rules import carried, is_by_reference, is_derived
from controllist.mirrors.said import Mirror, Said
from controllist.mirrors.states import closer
from controllist.mirrors.traced import Traced, differently_made
from controllist.mirrors.voices import SAID_ALIKE, Case, code_of, is_of_place, voices_of
from controllist.model import Node

_HEADINGS = ("category", "group")
_UNTRACKED = ("category", "group", "statement")
"""Headings, and texts beside the list that editions divide at will."""
_TELLING = frozenset({"text", "threshold", "chemical"})
"""What suffices to say that a mirror was first; a few words may be alike by chance."""
_LIKE_OLDER = Proof("wording", note="nearer to the new than to older words alone")
FEWEST_LACKING = 4
"""So many words must a note lack, to be looked for in the notes beside it."""
SAID_BEFORE = 0.85
"""The share of an item's words that stood in the item above it before it was lettered."""


def adoptions(
    mirror: Mirror, records: Iterable[PairRecord], missing: Sequence[str] = (), credits_: Credits | None = None
) -> tuple[Adoption, ...]:
    """What became of every change of the regime, pair of editions by pair.

    `missing` are the days of regime editions that are not at hand: what a mirror says after such a day may come from
    there. `credits_` tell what instruments brought, for a mirror whose provisions bear their marks.
    """
    dated = {each.date: each for each in mirror.regimes}
    found = []
    for record in records:
        if record.old in dated and record.new in dated:
            found += [_adoption(case, mirror, missing, credits_) for case in _cases(record, mirror, dated)]
    return tuple(found)


_NO_CHANGE_OF_LAW = frozenset({"correction", GAP})


def _cases(record: PairRecord, mirror: Mirror, dated: Mapping[str, Traced]) -> Iterator[Case]:
    for change in record.changes:
        side, edition = (change.new, dated[record.new]) if change.new else (change.old, dated[record.old])
        node = edition.by_id.get(side.id) if side else None
        if node is None or _NO_CHANGE_OF_LAW.intersection(change.flags) or _is_untracked(node, edition):
            continue
        lineage = edition.lineages[node.id]
        old, new = mirror.state_at(lineage, record.old), mirror.state_at(lineage, record.new)
        yield Case(record, change, lineage, old, new, node, edition.owner[node.id])


def _is_untracked(node: Node, edition: Traced) -> bool:
    above: Node | None = node
    while above is not None and above.kind not in ("item", "statement"):
        above = edition.by_id.get(above.parent)
    return node.kind in _UNTRACKED or (above is not None and above.kind == "statement")


def _adoption(case: Case, mirror: Mirror, missing: Sequence[str], credits_: Credits | None) -> Adoption:
    change = case.change
    side = change.new or change.old
    base = Adoption(
        change=change.id, code=side.code if side and side.code else case.node.id, kind=change.kind,
        effect=change.effect, regime_from=case.record.old, regime_edition=case.record.new,
        mirror=mirror.mirrors[-1].edition.info.list, status="unknown",
    )  # fmt: skip
    if why := _not_applicable(case, mirror):
        return msgspec.structs.replace(base, status="not-applicable", evidence=(Proof("reason", note=why),))
    said = mirror.said(case.lineage)
    voices = voices_of(case, said, mirror)
    node = next((each.node for each in reversed(said) if each.node is not None), None)
    if node is not None:
        base = msgspec.structs.replace(base, mirror_code=node.code or node.id)
    decided = [number for number, voice in enumerate(voices) if voice != "unsure"]
    if not decided:
        return msgspec.structs.replace(base, evidence=(_why_unknown(case, said, mirror),))
    if voices[decided[-1]] == "old":
        return _not_adopted(base, case, mirror, said, decided[-1])
    early = [n for n in decided if voices[n] == "old" and said[n].edition.in_force < case.record.new]
    by = next(n for n in decided if voices[n] == "new" and n > max(early, default=-1))
    last_old = max((n for n in decided if n < by and voices[n] == "old"), default=-1)
    found = _adopted(base, case, mirror, said, last_old, by, missing, credits_)
    again = [said[n].edition.date for n in decided if n > by and voices[n] == "old"]
    if not again or found.status != "adopted":
        return found
    relapse = Proof("reason", note=f"the mirror said the old again from {again[0]} to {again[-1]}")
    return msgspec.structs.replace(found, evidence=(*found.evidence, relapse))


def _not_adopted(base: Adoption, case: Case, mirror: Mirror, said: Sequence[Said], last_old: int) -> Adoption:
    """Pending, if the mirror's newest edition says the old and is not older than the change."""
    base = msgspec.structs.replace(base, after=said[last_old].edition.date)
    if _taken_back(case, mirror):
        note = Proof("reason", note="the regime has taken it back since")
        return msgspec.structs.replace(base, status="not-applicable", evidence=(note,))
    if last_old < len(said) - 1:
        note = Proof("reason", note="since then the mirror words it otherwise, nearer to neither")
        return msgspec.structs.replace(base, evidence=(note,))
    if _said_beside(case, said[last_old], mirror):
        note = Proof("reason", note="notes beside it say what the change adds")
        return msgspec.structs.replace(base, evidence=(note,))
    shown = _shown(case, said[last_old], mirror)
    if said[last_old].edition.in_force < case.record.new:
        note = Proof("reason", note="the mirror's last edition at hand is older than the change")
        return msgspec.structs.replace(base, evidence=(*shown, note))
    return msgspec.structs.replace(base, status="pending", evidence=shown)


def _said_beside(case: Case, said: Said, mirror: Mirror) -> bool:
    """Whether the words that a note of the mirror lacks stand in others of the same item: it may be divided there."""
    states = mirror.states(case.lineage)
    new = states[case.new].saying if states else None
    if new is None or said.node is None or said.node.kind == "item" or not mirror.same_language:
        return False
    lacking = word_counts(new.text) - word_counts(mirror.saying(said).text)
    beside = [node for node in said.edition.children.get(said.node.parent, ()) if node.kind != "item"]
    there = sum((word_counts(node.text) for node in beside if node is not said.node), start=Counter[str]())
    return lacking.total() >= FEWEST_LACKING and (lacking & there).total() >= SAID_ALIKE * lacking.total()


def _taken_back(case: Case, mirror: Mirror) -> bool:
    """Whether the regime says today what it said before the change: then nothing is left to adopt."""
    states = mirror.states(case.lineage)
    return bool(states) and not is_of_place(case, mirror) and states[-1].saying == states[case.old].saying


def _adopted(
    base: Adoption, case: Case, mirror: Mirror, said: Sequence[Said], last_old: int, by: int,
    missing: Sequence[str], credits_: Credits | None,
) -> Adoption:  # fmt: skip
    edition = said[by].edition
    info = edition.edition.info
    proof = _shown(case, said[by], mirror)
    after = said[last_old].edition.date if last_old >= 0 else ""
    base = msgspec.structs.replace(base, status="adopted", after=after, by=edition.date, evidence=proof)
    base = msgspec.structs.replace(base, instrument=info.instrument if after else "")
    if edition.in_force < case.record.new:
        return _before_the_regime(base, case, mirror, said[by], missing, credits_)
    node = said[by].node
    if credits_ is not None and node is not None:
        marked = credited(credits_, node, case.record.new)
        if marked is None:
            note = Proof("mark", note="no mark of the provision dates it")
            return msgspec.structs.replace(base, evidence=(*proof, note))
        return msgspec.structs.replace(
            base, instrument=marked.instrument, days=_days(case.record.new, marked.in_force),
            evidence=(*proof, Proof("mark", mirror=f"{marked.instrument}, {marked.in_force}")),
        )  # fmt: skip
    if not after or any(case.record.old < day < case.record.new for day in missing):
        return base
    if differently_made(said[last_old].edition, edition):
        note = Proof("reason", note="one of the two editions is reconstructed: the text may be older")
        return msgspec.structs.replace(base, instrument="", evidence=(*proof, note))
    least = None
    if not mirror.rules.complete:
        least = max(0, _days(case.record.new, said[last_old].edition.in_force) + 1)
        base = msgspec.structs.replace(base, instrument="")  # an act of which no edition is at hand may have done it
    return msgspec.structs.replace(base, days=_days(case.record.new, edition.in_force), days_least=least)


def _before_the_regime(
    base: Adoption, case: Case, mirror: Mirror, said: Said, missing: Sequence[str], credits_: Credits | None
) -> Adoption:
    """A mirror that says the new before the regime's edition at hand: it was first, or had an edition that is not."""
    between = [day for day in missing if case.record.old < day <= said.edition.in_force]
    if between:
        note = Proof("reason", note="the edition of the regime that brought it is not at hand")
        marked = credited(credits_, said.node, min(between)) if credits_ is not None and said.node is not None else None
        instrument = marked.instrument if marked else base.instrument
        return msgspec.structs.replace(base, instrument=instrument, evidence=(*base.evidence, note))
    doubt = _doubt(base, case, mirror, said)
    if doubt is None:
        return msgspec.structs.replace(base, status="ahead")
    return msgspec.structs.replace(base, status="unknown", evidence=(doubt,), after="", by="", instrument="")


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _doubt(adoption: Adoption, case: Case, mirror: Mirror, said: Said) -> Proof | None:
    """Why it cannot be said that the mirror was first, though it says the new; None if it can."""
    if min(said.standing.states, default=case.new) < case.old:
        return Proof("reason", note="the regime said so at an earlier time, too")
    kinds = {proof.type for proof in _telling(case, said, mirror, adoption.evidence)}
    if case.change.kind in ("reworded", "renumbered", "moved", "removed") or (kinds and not kinds & _TELLING):
        return Proof("reason", note="the mirror's own wording is like the new since before the regime had it")
    if not mirror.same_language and "threshold" not in kinds:
        return Proof("reason", note="the mirror's own wording is like the new since before the regime had it")
    if case.change.kind != "added" or said.node is None:
        return None
    before = next(each for each in mirror.regimes if each.date == case.record.old)
    above = before.by_lineage.get(_parent_lineage(case, mirror))
    near = [above, *before.children.get(above.id, ())] if above else []
    near += [node for node in before.edition.nodes if case.node.code and node.code == case.node.code]
    if any(contained(case.node.text, node.text) >= SAID_BEFORE for node in near):
        return Proof("reason", note="the regime said it before, in another place")
    words = said.node.text
    alike = min(contained(case.node.text, words), contained(words, case.node.text))
    if mirror.same_language and (alike < SAID_ALIKE or not _cite_alike(case, said, mirror)):
        return Proof("reason", note="the mirror had another item there before the regime had this")
    return None


def _cite_alike(case: Case, said: Said, mirror: Mirror) -> bool:
    """Whether the mirror's item and the regime's new one refer to one thing at least, where both refer to any."""
    new = mirror.states(case.lineage)[case.new].saying
    own = mirror.saying(said)
    return new is None or not new.refs or not own.refs or bool(new.refs & own.refs)


def _telling(case: Case, said: Said, mirror: Mirror, shown: tuple[Proof, ...]) -> tuple[Proof, ...]:
    """What tells the new from the old; of a change of words, nothing that tells it from older states alone."""
    states = mirror.states(case.lineage)
    old, new = (states[number].saying for number in (case.old, case.new))
    if said.node is None or old is None or new is None:
        return shown
    own = mirror.saying(said)
    return shown if own.text and own.text == new.text else closer(own, old, new)[1] or (_LIKE_OLDER,)


def _parent_lineage(case: Case, mirror: Mirror) -> str:
    edition = next(each for each in mirror.regimes if each.date == case.record.new)
    return edition.lineages.get(case.node.parent, "")


def _shown(case: Case, said: Said, mirror: Mirror) -> tuple[Proof, ...]:
    """What shows that an edition says the one side of a change and not the other, in words as they are printed."""
    proofs = _proofs(case, said, mirror)
    if said.node is None or not mirror.same_language:
        return proofs
    ours = [node.text for each in mirror.regimes if (node := each.by_lineage.get(case.lineage))]
    return tuple(
        Proof(one.type, as_printed(one.old, *ours), as_printed(one.new, *ours), as_printed(one.mirror, said.node.text),
              one.note) if one.type == "wording" else one
        for one in proofs
    )  # fmt: skip


def _proofs(case: Case, said: Said, mirror: Mirror) -> tuple[Proof, ...]:
    if is_of_place(case, mirror):
        return (Proof("code", code_of(case, "old"), code_of(case, "new"), said.node.code if said.node else ""),)
    states = mirror.states(case.lineage)
    old, new = (states[n].saying if states else None for n in (case.old, case.new))
    if said.node is not None and old is not None and new is not None:
        _, proof = closer(mirror.saying(said), old, new)
        equal = tuple(one for one in said.standing.proof if one.type == "text")
        return (*equal, *proof) or said.standing.proof
    return said.standing.proof


def _not_applicable(case: Case, mirror: Mirror) -> str:
    """Why a change does not concern the mirror; empty if it does."""
    rules = mirror.rules
    if is_by_reference(case.owner, rules):
        return "incorporated by reference, as amended from time to time"
    linked = bool(mirror.links.of_regime.get(case.lineage))
    if linked:
        return ""
    if is_derived(case.owner, rules):
        return "the mirror carries this part in another form, and no item of it answers"
    if not carried(case.owner, rules):
        return "the mirror does not carry this part of the list"
    if case.change.kind == "added" and "." not in case.owner and case.node.kind == "item":
        return ""
    if not _entry_is_linked(case, mirror):
        return "the mirror does not carry this entry"
    if case.change.kind == "removed" and case.record.old > mirror.mirrors[0].in_force:
        return "the mirror never had this item"
    return ""


def _entry_is_linked(case: Case, mirror: Mirror) -> bool:
    """Whether something that the node stands under, below the headings, is linked with the mirror."""
    date_ = case.record.new if case.change.new else case.record.old
    edition = next(each for each in mirror.regimes if each.date == date_)
    node: Node | None = case.node
    while node is not None:
        above = edition.by_id.get(node.parent)
        if above is None:
            return node.kind != "item"
        if above.kind in _HEADINGS:
            return node is not case.node or node.kind != "item"
        if mirror.links.of_regime.get(edition.lineages[above.id]):
            return True
        node = above
    return False


def _why_unknown(case: Case, said: Sequence[Said], mirror: Mirror) -> Proof:
    if case.old == case.new and not is_of_place(case, mirror):
        return Proof("reason", note="the two editions differ in spelling, quotes or the way of citing alone")
    if all(each.node is None for each in said):
        return Proof("reason", note="no item of the mirror answers it")
    if mirror.mirrors[0].language != mirror.regimes[0].language:
        return Proof("reason", note="the words are of another language, and no figure tells")
    if is_of_place(case, mirror):
        return Proof("reason", note="the mirror numbers it otherwise")
    return Proof("reason", note="the mirror's words are nearer to neither")
