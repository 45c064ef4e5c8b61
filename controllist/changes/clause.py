"""What a change of wording does to what one clause controls, with the evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from controllist.changes.clauses import Polarity, is_condition, polarity
from controllist.changes.limits import Limit, LimitPair, compare, limits_of, paired, stated
from controllist.changes.listing import Clause, Listed, listed_changes
from controllist.changes.meaning import Span, Token, bare, lists_of, masked, meaning_of, runs_of
from controllist.changes.phrases import EXAMPLE, is_aside, is_list_of_goods, role_of
from controllist.changes.plain import plain
from controllist.changes.pointers import between_runs, compare_runs, left_out, of_itself
from controllist.changes.records import Effect, Evidence, clipped, opposite
from controllist.changes.replaced import counted, relation
from controllist.changes.segments import Segment, segments, slides, words_at
from controllist.changes.taken_out import outside
from controllist.changes.tree import Tree
from controllist.model import Node

_STANDARD = re.compile(
    r"\b(?:ISO|ASTM|DIN|EN|IEC|IEEE|ANSI|JIS|VDI|SAE|BS|NIJ|MIL|STANAG|AMS|ITU|3GPP)\b[\s/-]*[A-Z]*[\s-]?\d"
)
_BY_ROLE: dict[str, Effect] = {
    "alternative": "tightened", "condition": "relaxed", "exclusion": "relaxed", "example": "none", "neutral": "none",
}  # fmt: skip
_TYPE_OF_ROLE = {"neutral": "wording"}


class Setting(NamedTuple):
    """What surrounds the two clauses: both editions, the new code of each old one, and the way the clauses count."""

    trees: tuple[Tree, Tree]
    renamed: Mapping[str, str]
    way: Polarity
    within: tuple[str, str]


def clause_evidence(old: Node, new: Node, setting: Setting) -> list[Evidence]:
    """Everything that differs in meaning between the words of two nodes; nothing if only typography does."""
    texts, way = outside([plain(old.text), plain(new.text)], old.excludes or new.excludes, setting.way)
    setting = setting._replace(way=way)
    pairs = paired(limits_of(texts[0], old.thresholds), limits_of(texts[1], new.thresholds))
    found = [evidence for pair in pairs if pair.old and pair.new and (evidence := compare(pair.old, pair.new))]
    if not all(texts):
        found += _unplaced(pairs)
        return [_turned(evidence, setting.way) for evidence in found]
    placed = [_placed(pair) for pair in pairs]
    clauses = (_clause(texts[0], [one for one, _ in placed]), _clause(texts[1], [one for _, one in placed]))
    found += [
        _evidence(limit, None) if limit is pair.old else _evidence(None, limit)
        for pair in pairs
        for limit in pair
        if limit and limit.start < 0 and not (pair.old and pair.new)
    ]
    return [_turned(evidence, setting.way) for evidence in found + _wording(*clauses, setting)]


def _unplaced(pairs: Sequence[LimitPair]) -> list[Evidence]:
    return [_evidence(pair.old, pair.new) for pair in pairs if not (pair.old and pair.new)]


def _evidence(old: Limit | None, new: Limit | None) -> Evidence:
    one = old or new
    parameter = one.threshold.parameter if one else ""
    return Evidence("threshold", "unclear", parameter, stated(old), stated(new), "a limit that stands on one side only")


def _turned(evidence: Evidence, way: Polarity) -> Evidence:
    if way == 1 or evidence.effect == "none":
        return evidence
    effect = "unclear" if way == 0 else opposite(evidence.effect)
    changed: dict[str, str] = {"effect": effect}
    if way < 0 and effect != evidence.effect:
        changed["note"] = "; ".join(filter(None, [evidence.note, "in an exclusion"]))
    fields = {name: getattr(evidence, name) for name in evidence.__struct_fields__}
    return Evidence(**{**fields, **changed})


def _placed(pair: LimitPair) -> tuple[Span | None, Span | None]:
    """The places of a pair of limits, which stand as one sign in both clauses."""
    if pair.old and pair.new:
        if pair.old.start < 0 or pair.new.start < 0:
            return None, None
        key = f"limit{pair.old.start}x{pair.new.start}"
        return Span(pair.old.start, pair.old.end, key), Span(pair.new.start, pair.new.end, key)
    gone = Span(pair.old.start, pair.old.end, "gone") if pair.old and pair.old.start >= 0 else None
    come = Span(pair.new.start, pair.new.end, "come") if pair.new and pair.new.start >= 0 else None
    return gone, come


def _clause(text: str, spans: Sequence[Span | None]) -> Clause:
    held = masked(text, [span for span in spans if span] + [*lists_of(text), *runs_of(text)])
    return Clause(held, meaning_of(held.text))


def _wording(old: Clause, new: Clause, setting: Setting) -> list[Evidence]:
    found: list[Evidence] = []
    differing = segments(old.tokens, new.tokens)
    if differing and Counter(_keys(old.tokens)) == Counter(_keys(new.tokens)):
        found.append(_reordered(old, new, differing))
    else:
        moved = _moved(old, new, differing)
        found += [Evidence("order", "none", note="words moved within the clause")] * bool(moved)
        lists = listed_changes(old, new, [one for one in differing if one not in moved])
        found += [_list_evidence(one, old, new) for one in lists]
        done = moved.union(*(one.differences for one in lists))
        found += [
            _doubted(_segment_evidence(old, new, one), one, old, new, differing) for one in differing if one not in done
        ]
    return _without_moved_or(found) + _kept_evidence(old, new, differing, setting)


def _without_moved_or(found: list[Evidence]) -> list[Evidence]:
    """The evidence, where "tin or clay" became "tin, clay or glass" without the "or" that only moved on."""
    alternatives = [one for one in found if one.type == "alternative"]
    came = any(_OR_FIRST.match(one.new) and not one.old for one in alternatives)
    went = any(_OR_FIRST.match(one.old) and not one.new for one in alternatives)
    return [
        one
        for one in found
        if one.type != "wording"
        or not (
            (came and not one.new and _OR_ALONE.fullmatch(one.old))
            or (went and not one.old and _OR_ALONE.fullmatch(one.new))
        )
    ]


def _list_evidence(listed: Listed, old: Clause, new: Clause) -> Evidence:
    """What it does that a list names more, fewer, or the same in another order."""
    if not listed.gone and not listed.come:
        return Evidence("order", "none", note="the same list in another form")
    said = clipped(", ".join(sorted(listed.gone))), clipped(", ".join(sorted(listed.come)))
    at = listed.differences[0].new_from
    if is_aside(bare(new.masked.text[: new.tokens[at - 1].end if at else 0])):
        return Evidence("example", "none", old=said[0], new=said[1])
    evidence = Evidence("alternative", "tightened" if listed.come else "relaxed", old=said[0], new=said[1])
    first = listed.differences[0]
    ways = {_way_behind(old, first.old_from), _way_behind(new, first.new_from)}
    return _turned(evidence, ways.pop() if len(ways) == 1 else 0)


def _way_behind(clause: Clause, at: int) -> Polarity:
    """Which way the place behind the words before a token counts."""
    before = bare(clause.masked.text[: clause.tokens[at - 1].end if at else 0])
    return polarity(bare(clause.masked.text), len(before))


_OR_FIRST = re.compile(r"\W*(?:or|oder)\b", re.IGNORECASE)
_OR_ALONE = re.compile(r"\W*(?:or|oder)\W*(?:\(?[a-z][.)]|\d{1,2}\.)?\W*", re.IGNORECASE)


def _keys(tokens: Sequence[Token]) -> list[str]:
    return [token.key for token in tokens]


def _moved(old: Clause, new: Clause, differing: Sequence[Segment]) -> set[Segment]:
    """Differences that are one run of plain words taken out in one place and put in at another."""
    gone = {_plain_run(old.tokens[one.old_from : one.old_to]): one for one in differing if one.is_deletion}
    moved: set[Segment] = set()
    for one in differing:
        keys = _plain_run(new.tokens[one.new_from : one.new_to])
        if (
            one.is_insertion
            and keys
            and keys in gone
            and not any(_TELLING.search(key) for key in keys)
            and len(keys) < 4
        ):
            moved |= {one, gone[keys]}
    return moved


def _plain_run(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a run without the "with" or "of" that joins it to what follows."""
    return tuple(key for key in _keys(tokens) if key not in ("with", "of", "mit", "von"))


def _doubted(evidence: Evidence, one: Segment, old: Clause, new: Clause, differing: Sequence[Segment]) -> Evidence:
    """Evidence from one difference, which decides nothing where another difference says the same thing elsewhere."""
    here = _differing_keys(old, new, one)
    others = [_differing_keys(old, new, other) for other in differing if other != one]
    all_keys = {key for keys in (here, *others) for key in keys}
    limited = {"<gone>", "<come>"} & set(here)
    why = ""
    if limited and {"<gone>", "<come>"} <= all_keys:
        why = "measured in another way"
    elif any(_shared_limit(here, keys) for keys in others):
        why = "words moved and changed"
    elif (limited and _leads_into_list(old) != _leads_into_list(new)) or _now_below(old, new, one):
        why = "what was said in one clause now stands in several"
    elif any(len(keys) > 1 and (_holds(here, keys) or _holds(keys, here)) for keys in others if len(here) > 1):
        why = "words moved and changed"
    if not why or evidence.effect == "none":
        return evidence
    return Evidence(evidence.type, "unclear", evidence.parameter, evidence.old, evidence.new, why)


def _shared_limit(here: list[str], keys: list[str]) -> bool:
    return any(key.startswith("<limit") and key in keys for key in here)


def _now_below(old: Clause, new: Clause, one: Segment) -> bool:
    """Whether words are missing from the side that leads into a list, where the other says all in one clause."""
    before, after = _leads_into_list(old), _leads_into_list(new)
    return (after and not before and one.is_deletion) or (before and not after and one.is_insertion)


def _differing_keys(old: Clause, new: Clause, one: Segment) -> list[str]:
    return _keys(old.tokens[one.old_from : one.old_to]) + _keys(new.tokens[one.new_from : one.new_to])


def _leads_into_list(clause: Clause) -> bool:
    return any(token.key in ("<any>", "<all>", "<list>") for token in clause.tokens)


def _holds(whole: list[str], part: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


_TELLING = re.compile(r"^-?\d|^<(?!refs)|^(?:not|no|or|and|than|except|without|unless)$")


def _reordered(old: Clause, new: Clause, differing: Sequence[Segment]) -> Evidence:
    moved = [token.key for segment in differing for token in old.tokens[segment.old_from : segment.old_to]]
    telling = [key for key in moved if _TELLING.search(key) and not key.startswith("cas:")]
    effect: Effect = "unclear" if telling else "none"
    return Evidence("order", effect, note="the same words in another order")


def _segment_evidence(old: Clause, new: Clause, segment: Segment) -> Evidence:
    gone = words_at(old.masked.text, old.tokens, segment.old_from, segment.old_to)
    come = words_at(new.masked.text, new.tokens, segment.new_from, segment.new_to)
    said = {"old": clipped(old.masked.shown(gone).strip(" ,;")), "new": clipped(new.masked.shown(come).strip(" ,;"))}
    if segment.is_insertion:
        role, effect = _put_in(new, segment.new_from, segment.new_to)
        said["old"] = ""
    elif segment.is_deletion:
        role, effect = _put_in(old, segment.old_from, segment.old_to)
        effect = opposite(effect)
        said["new"] = ""
    else:
        return _replacement(old, new, segment, said)
    if _STANDARD.search(said["old"] + " " + said["new"]):
        return Evidence("standard", "unclear", **said, note="another standard of measurement")
    kind = {"neutral": "wording", None: "wording"}.get(role, role)
    note = "" if role else "what the words do is not certain"
    return Evidence(kind, effect, **said, note=note)  # type: ignore[arg-type]  # roles are evidence types


def _put_in(clause: Clause, start: int, stop: int) -> tuple[str | None, Effect]:
    """The role of words that one clause has and the other has not, and what their presence does."""
    text = clause.masked.text
    for first, last in slides(clause.tokens, start, stop):
        opens = clause.tokens[first - 1].end if first else 0
        shuts = clause.tokens[last - 1].end
        while shuts < len(text) and text[shuts] in "\"')" and text[opens:shuts].count(text[shuts]) % 2:
            shuts += 1
        role = role_of(bare(text[opens:shuts]), bare(text[:opens]), bare(text[shuts:]))
        if role is None:
            continue
        effect = _BY_ROLE[role]
        way = polarity(bare(text), len(bare(text[: clause.tokens[first].start])))
        if role == "exclusion" or _JOINED.match(bare(text[opens:shuts])):
            way = polarity(bare(text), len(bare(text[:opens])))
        if role == "exclusion" and _NEW_SENTENCE.match(text[opens:shuts]):
            way = 1
        if effect != "none" and way != 1:
            effect = opposite(effect) if way < 0 else "unclear"
        return role, effect
    return None, "unclear"


_NEW_SENTENCE = re.compile(r"[\s\"')]*[.]\s")
_JOINED = re.compile(r"[\s,]*(?:and/or|or|and|oder|und)\b", re.IGNORECASE)
"""Words that go on with what stands before them, an exclusion too."""


def _replacement(old: Clause, new: Clause, segment: Segment, said: dict[str, str]) -> Evidence:
    left = _keys(old.tokens[segment.old_from : segment.old_to])
    right = _keys(new.tokens[segment.new_from : segment.new_to])
    if _STANDARD.search(" ".join(said.values())):
        return Evidence("standard", "unclear", **said, note="another standard of measurement")
    if "<gone>" in left and "<come>" in right:
        return Evidence("threshold", "unclear", **said, note="measured in another way")
    found = relation(left, right) or _recounted(old, new, segment) or _rejoined(old, new, segment)
    if found is None and _in_example(old, segment.old_from) and _in_example(new, segment.new_from):
        return Evidence("example", "none", **said)
    if found is None:
        if any(key.startswith("cas:") for key in left + right):
            return Evidence("chemical", "unclear", **said)
        return Evidence("wording", "unclear", **said, note="other words")
    effect, note = found
    where = len(bare(new.masked.text[: new.tokens[segment.new_from].start]))
    way = polarity(bare(new.masked.text), where)
    if effect != "none" and way != 1:
        effect = opposite(effect) if way < 0 else "unclear"
    return Evidence("wording", effect, **said, note=note)


def _recounted(old: Clause, new: Clause, segment: Segment) -> tuple[Effect, str] | None:
    before = bare(new.masked.text[: new.tokens[segment.new_from].start])
    if is_condition(before, len(before)):
        return None
    after = bare(new.masked.text[new.tokens[segment.new_to - 1].end :])
    keys = _keys(old.tokens[segment.old_from : segment.old_to]), _keys(new.tokens[segment.new_from : segment.new_to])
    return counted(*keys, before, after)


def _rejoined(old: Clause, new: Clause, segment: Segment) -> tuple[Effect, str] | None:
    """Goods that stand side by side at the head of a clause are each meant, whether "and" or "or" joins them."""
    places = ((old, segment.old_from, segment.old_to), (new, segment.new_from, segment.new_to))
    for clause, start, stop in places:
        opens = clause.tokens[start - 1].end if start else 0
        if _keys(clause.tokens[start:stop]) not in _JOINTS or not is_list_of_goods(bare(clause.masked.text[:opens])):
            return None
    return "none", "goods joined by another word"


_JOINTS = (["and"], ["or"], ["and/or"], ["und"], ["oder"], ["sowie"])


def _in_example(clause: Clause, at: int) -> bool:
    return EXAMPLE.search(bare(clause.masked.text[: clause.tokens[at].start])) is not None


def _kept_evidence(old: Clause, new: Clause, differing: Sequence[Segment], setting: Setting) -> list[Evidence]:
    """What differs inside tokens that stand in both clauses: references, the logic of lists, marks of terms."""
    found: list[Evidence] = []
    marks: set[tuple[str, str]] = set()
    for left, right in _kept(old.tokens, new.tokens, differing):
        if left.key == "<refs>":
            found += _references(old, new, (left, right), setting)
        elif left.mark != right.mark:
            marks.add((left.mark, right.mark))
    found = between_runs(found)
    if marks - {('"', "'"), ("'", '"')}:
        found.append(Evidence("term", "unclear", note="a word became a defined term, or ceased to be one"))
    elif marks:
        found.append(Evidence("term", "none", note="a term is defined elsewhere"))
    return found


def _references(old: Clause, new: Clause, tokens: tuple[Token, Token], setting: Setting) -> list[Evidence]:
    """What became of a run of references that stands in both clauses."""
    runs = [
        clause.masked.held[clause.masked.text[token.start : token.end]]
        for clause, token in zip((old, new), tokens, strict=True)
    ]
    evidence = compare_runs(runs[0], runs[1], setting.within, setting.trees, setting.renamed)
    if evidence is None or evidence.effect == "none":
        return [evidence] if evidence else []
    way = _way_behind(new, new.tokens.index(tokens[1]))
    evidence = left_out(evidence) if way < 0 else evidence
    before = bare(new.masked.text[: tokens[1].start])
    if _ITSELF.fullmatch(before):
        return [of_itself(evidence, setting.within)]
    if _IN_OTHER_WORDS.search(before):
        return [Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note="in an explanation")]
    if EXAMPLE.search(before):
        return [Evidence("reference", "none", old=evidence.old, new=evidence.new, note="in an example")]
    return [_turned(evidence, way)]


_ITSELF = re.compile(
    r"\W*(?:(?:note|anmerkung)\b[^:<>]*[:.])?\W*(?:(?:unter)?nummern?|items?|ECCNs?|entry|paragraph)?\s*", re.I
)
"""What stands before the code of which a note speaks."""
_IN_OTHER_WORDS = re.compile(r"\b(?:i\.e\.|d\.\s?h\.|that\s+is)[^()]*$", re.IGNORECASE)


def _kept(old: Sequence[Token], new: Sequence[Token], differing: Sequence[Segment]) -> list[tuple[Token, Token]]:
    kept: list[tuple[Token, Token]] = []
    at = (0, 0)
    for segment in [*differing, Segment(len(old), len(old), len(new), len(new))]:
        kept += zip(old[at[0] : segment.old_from], new[at[1] : segment.new_from], strict=True)
        at = (segment.old_to, segment.new_to)
    return kept
