"""Which way a pair of nodes changed what is controlled, from their own words and from their place in the list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from controllist.changes.clause import Setting, clause_evidence
from controllist.changes.clauses import Polarity
from controllist.changes.plain import plain, stem
from controllist.changes.records import Effect, Evidence, opposite, turned_note
from controllist.changes.taken_out import DETERMINED
from controllist.changes.tree import Tree
from controllist.figures.phrases import word_set
from controllist.model import Node
from controllist.wording import normal

_INCLUDES = re.compile(
    r"\b(?:includes?|including|also\s+(?:controls?|applies|apply)|umfass\w*|einschließlich|schließ(?:t|en))\b",
    re.IGNORECASE,
)
_INCLUDES_FIRST = re.compile(
    r"\W*(?:(?:note|anmerkung)\b[^:]{0,30}:)?\W*(?:(?:(?:unter)?nummern?|items?|ECCNs?|entry|category|paragraphs?)\s+)?"
    r"(?:[\w.()/-]*\d[\w.()-]*(?:\s+(?:and|or|und|to|bis)\s+[\w.()/-]*\d[\w.()-]*)?|this\s+\w+)\s+"
    r"(?:also\s+)?(?:includes?|controls?\s+also|umfass\w*|schließ(?:t|en))\b",
    re.IGNORECASE,
)
"""A note that says of its item, before all else, what that item includes."""
_COMMON = word_set(
    "having with that which designed specially following greater than exceeding less more therefor modified capable "
    "besonder besonders konstruiert entwickelt geändert"
)
_THEREFOR = re.compile(r"\b(?:therefor|dafür|hierfür)\b", re.IGNORECASE)
_ITS_PARTS = re.compile(
    r"\b(?:therefor|dafür|hierfür)\b|\bspecially\s+designed\W+(?:parts|components|accessories)\b", re.IGNORECASE
)
_ROOT = 7
"""Letters by which forms of one word are known: "manufacture", "manufacturing"."""
_ONLY = re.compile(r"\b(?:appl(?:y|ies)\s+only|only\s+appl(?:y|ies)|controls?\s+only)\b", re.IGNORECASE)


class Editions:
    """Two editions and what stands where: the ground on which pairs of their nodes are judged.

    `partner` gives the new node's id of each old one that has been paired.
    """

    def __init__(self, old: Tree, new: Tree, partner: Mapping[str, str]) -> None:
        self.old, self.new = old, new
        self.partner = dict(partner)
        self.origin = {there: here for here, there in self.partner.items()}

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The code in the new edition of each code of the old one that has been paired."""
        found: dict[str, str] = {}
        for node in self.old.nodes:
            kept = self.new.by_id.get(self.partner.get(node.id, "")) if node.code else None
            if kept is not None:
                found[node.code] = kept.code
        return found

    @cached_property
    def reassigned(self) -> frozenset[str]:
        """The codes that name another item in the new edition, where one of the two items has no counterpart."""
        named = {node.code for node in self.old.nodes if node.kind == "item" and node.status == "active"}
        kept = {code for code in named if self.renamed.get(code) != code and self.new.is_active(code)}
        come = {self.new.by_code[code].id for code in kept} - self.origin.keys()
        return frozenset(code for code in kept if code not in self.renamed or self.new.by_code[code].id in come)

    @cached_property
    def swapped(self) -> Editions:
        """The same two editions read backwards."""
        return Editions(self.new, self.old, self.origin)


def evidence_of(old: Node | None, new: Node | None, editions: Editions) -> list[Evidence]:
    """The evidence of one pair, of an added node (`old` is None) or of a removed one (`new` is None)."""
    before = old if old is not None and old.status == "active" else None
    after = new if new is not None and new.status == "active" else None
    if before and after:
        return _kept(before, after, editions)
    if after:
        return [_noted(_come(after, editions), old, new)]
    if before:
        backwards = _come(before, editions.swapped)
        effect = opposite(backwards.effect)
        note = _BACKWARDS.get(backwards.note, backwards.note)
        gone = Evidence(backwards.type, effect, backwards.parameter, backwards.new, backwards.old, note)
        return [_noted(gone, old, new)]
    return []


def _noted(evidence: Evidence, old: Node | None, new: Node | None) -> Evidence:
    """Says so where a number was taken up, or became reserved."""
    if not (old and new):
        return evidence
    note = "the number became reserved" if new.status == "reserved" else "a reserved number was taken up"
    return Evidence(evidence.type, evidence.effect, note="; ".join(filter(None, [note, evidence.note])))


_NEW_ENTRY = "a new entry"
_NEW_CHOICE = "one more of several that are each enough"
_NEW_NEED = "one more of several that are all needed"
_WITH_PARENT = "stands and falls with what it stands under"
_BACKWARDS = {
    _NEW_ENTRY: "an entry is gone",
    _NEW_CHOICE: "one less of several that are each enough",
    _NEW_NEED: "one less of several that are all needed",
}


def _come(node: Node, editions: Editions) -> Evidence:
    """The evidence of a node that has no counterpart in the old edition."""
    if node.kind != "item":
        return _note_come(node)
    tree = editions.new
    parent = tree.parent_item(node)
    if parent is None:
        return Evidence("entry", "tightened", new=node.code, note=_NEW_ENTRY)
    origin = editions.old.by_id.get(editions.origin.get(parent.id, ""))
    if origin is None or origin.status == "reserved":
        above = _come(parent, editions)
        return Evidence("parent", above.effect, new=parent.code, note=_WITH_PARENT)
    return _child_come(node, parent, origin, editions)


def _child_come(node: Node, parent: Node, origin: Node, editions: Editions) -> Evidence:
    logic = editions.new.logic(parent)
    if not editions.old.is_list(origin.id):
        return Evidence("logic", "unclear", new=node.code, note="what was said in one clause now stands in several")
    if logic != editions.old.logic(origin) or logic == "unknown":
        return Evidence("logic", "unclear", new=node.code, note="how the list counts is not certain")
    effect: Effect = "relaxed" if logic == "all" else "tightened"
    way = editions.new.way(node)
    if way != 1:
        effect = opposite(effect) if way < 0 else "unclear"
    return Evidence("logic", effect, new=node.code, note=_NEW_NEED if logic == "all" else _NEW_CHOICE)


def _note_come(node: Node) -> Evidence:
    """The evidence of a note that is new: what it takes out is no longer controlled, what it limits is less."""
    text = plain(node.text)
    if node.kind == "nota-bene":
        return Evidence("note", "none", note="points elsewhere")
    if node.kind in ("category", "group"):
        return Evidence("heading", "none")
    if node.kind == "note" and node.excludes:
        return Evidence("exclusion", "relaxed", note="an exclusion")
    if node.kind == "note" and _ONLY.search(text):
        return Evidence("condition", "relaxed", note="limits what it qualifies")
    if node.kind == "note" and _INCLUDES.search(text):
        return Evidence("inclusion", "unclear", note="says what is included")
    return Evidence(
        "definition" if node.kind == "definition" else "note", "unclear", note="what it does is not certain"
    )


def _kept(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """The evidence of two nodes that are in force in both editions."""
    named = _reassigned(old, new, editions)
    if old.text and new.text and (old.text == new.text or normal(old.text) == normal(new.text)):
        return named + _logic_changed(old, new, editions)
    setting = Setting((editions.old, editions.new), editions.renamed, _way(old, new, editions), _cited_from(old, new))
    if old.kind in ("category", "group"):
        return [Evidence("heading", "none")] if plain(old.text) != plain(new.text) else []
    found = clause_evidence(old, new, setting)
    found = [_guarded(evidence, old, new, editions) for evidence in found]
    if not found and old.text and new.text:
        found = [Evidence("wording", "none", note="spelling, articles, marks or units alone")]
    kinds = {old.kind, new.kind}
    if kinds == {"nota-bene"}:
        return [Evidence("note", "none", note="points elsewhere")] if found else []
    if len(kinds) > 1 or not (_says_scope(old) and _says_scope(new)):
        found = [_undecided(evidence) for evidence in found]
    if kinds & {"technical-note", "definition"}:
        found = [_undecided(evidence) if evidence.type == "example" else evidence for evidence in found]
    return found + named + _logic_changed(old, new, editions)


def _reassigned(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """What it does that both texts cite a number that went to another item."""
    if not editions.reassigned or not old.refs:
        return []
    codes = editions.reassigned.intersection(old.refs, new.refs)
    said = ", ".join(sorted(codes))
    note = "the number went to another item"
    return [Evidence("reference", "unclear", old=said, new=said, note=note)] if codes else []


def _cited_from(old: Node, new: Node) -> tuple[str, str]:
    """The codes in which shortened citations are completed: the items' own, or those that notes stand under."""
    return (old.code, new.code) if old.code and new.code else (old.parent, new.parent)


def _way(old: Node, new: Node, editions: Editions) -> Polarity:
    first, second = editions.old.way(old), editions.new.way(new)
    return first if first == second else 0


_DEFINES = re.compile(
    r"(?:1\.\s+)?(?:(?:for\s+the\s+purposes?\s+of|in|im\s+sinne\s+von)\s[^,'\"]{1,60},?\s+)?(?:an?\s|the\s|eine?\s|der\s|die\s|das\s)?"
    r"['\"][^'\"]{2,80}['\"]\s*(?:\([^()]{1,30}\)\s*)?(?:is|are|means|refers?\s+to|have|has|ist|sind|bedeutet|haben|hat)\b"
    r"|(?:for\s+the\s+purposes?\s+of|in)\s[^,'\"]{1,30},\s(?:the\s)?[\w-]+\s(?:have|has)\s+(?:all|any)\s+of\s+the\s+following\b",
    re.IGNORECASE,
)
_ITS_NAME = re.compile(r"^technical\s+notes?\b[^:]{0,30}:\s*", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[.]\s+(?:\d{1,2}\.\s+)?[A-Z'\"]")


def _says_scope(node: Node) -> bool:
    """Whether the words of a node say themselves what is controlled: more there never means less, or always.

    A note that includes or takes out does, and so does a technical note that is one definition; what explains does not.
    """
    if node.kind == "statement":
        return node.text.startswith("List ")
    text = plain(node.text)
    if node.kind == "technical-note":
        text = _ITS_NAME.sub("", text)
        found = _DEFINES.match(text)
        return found is not None and (found[0].endswith("following") or not _NEXT_SENTENCE.search(text))
    if node.kind != "note" or node.excludes or _ONLY.search(text) or DETERMINED.search(text):
        return True
    return bool(_INCLUDES_FIRST.match(text))


def _undecided(evidence: Evidence) -> Evidence:
    """What an explaining note says bears on what it explains, but which way cannot be told from the note."""
    if (evidence.effect == "none" and evidence.type != "example") or evidence.type == "exclusion":
        return evidence
    return Evidence(
        evidence.type, "unclear", evidence.parameter, evidence.old, evidence.new,
        evidence.note if evidence.note and turned_note(evidence.note) == evidence.note else "in an explanation",
    )  # fmt: skip


def _guarded(evidence: Evidence, old: Node, new: Node, editions: Editions) -> Evidence:
    """What only moved to a neighbour has not left the list; such evidence decides nothing."""
    if evidence.effect in ("none", "unclear"):
        return evidence
    if evidence.type in ("condition", "alternative", "exclusion") and _said_nearby(evidence, old, new, editions):
        return Evidence(
            evidence.type, "unclear", old=evidence.old, new=evidence.new, note="said by a neighbour instead"
        )
    if evidence.type != "reference":
        return evidence
    gone = {code.strip() for code in evidence.old.split(",")} - {""}
    near = {ref for node in editions.new.below.get(new.parent, ()) if node.id != new.id for ref in node.refs}
    come = {code.strip() for code in evidence.new.split(",")} - {""}
    was_near = {ref for node in editions.old.below.get(old.parent, ()) if node.id != old.id for ref in node.refs}
    if (gone and gone <= near - was_near) or (come and come <= was_near - near):
        return Evidence("reference", "unclear", old=evidence.old, new=evidence.new, note="named by a neighbour instead")
    return evidence


def _said_nearby(evidence: Evidence, old: Node, new: Node, editions: Editions) -> bool:
    """Whether words that one edition has here stand in the other edition under the item or in its parent."""
    here, there = (old, new), (editions.old, editions.new)
    if evidence.new and not evidence.old:
        here, there = (new, old), (editions.new, editions.old)
    words = _telling_words(evidence.old or evidence.new)
    if not words or (evidence.old and evidence.new):
        return False
    therefor = _THEREFOR.search(evidence.old + evidence.new) is not None
    if (evidence.type == "condition" or therefor) and _said_above(words, here[1], there[1], therefor=therefor):
        return True
    notes = evidence.type == "exclusion"
    return _most_near(words, here[1], there[1], notes=notes) and not _most_near(words, here[0], there[0], notes=notes)


def _said_above(words: frozenset[str], node: Node, tree: Tree, *, therefor: bool) -> bool:
    """Whether the items above, in the edition that lacks the words, say all of them anyway.

    Parts "therefor" are said only where the items above name parts of their own.
    """
    above = tree.parent_item(node)
    said: set[str] = set()
    while above is not None:
        if therefor and not _ITS_PARTS.search(above.text):
            return False
        said |= {word[:_ROOT] for word in _telling_words(above.text)}
        above = tree.parent_item(above)
    return bool(said) and all(word[:_ROOT] in said for word in words)


def _most_near(words: frozenset[str], node: Node, tree: Tree, *, notes: bool) -> bool:
    """Whether a node above or below, or another note of the same item, says most of the words."""
    nodes = [*tree.below.get(node.id, ()), *filter(None, [tree.parent_item(node)])]
    if notes and node.kind == "note":
        nodes += [near for near in tree.below.get(node.parent, ()) if near.kind == "note" and near.id != node.id]
    return any(2 * len(words & _telling_words(near.text)) > len(words) for near in nodes)


@lru_cache(maxsize=4096)
def _telling_words(text: str) -> frozenset[str]:
    """The words and figures of a text that tell what it is about."""
    return frozenset(stem(word) for word in re.findall(r"\d[\d.,]*|\w{4,}", plain(text))) - _COMMON


def _same_texts(olds: Sequence[Node], news: Sequence[Node]) -> bool:
    return [node.text for node in olds] == [node.text for node in news]


def _logic_changed(old: Node, new: Node, editions: Editions) -> list[Evidence]:
    """A lead-in that asks for all where it asked for any, or the reverse."""
    olds, news = editions.old.items_below(old.id), editions.new.items_below(new.id)
    if len(olds) < 2 or len(news) < 2:
        return []
    if old.text == new.text and ("of the following" in new.text or _same_texts(olds, news)):
        return []
    first, second = editions.old.logic(old), editions.new.logic(new)
    if {first, second} != {"any", "all"}:
        return []
    effect: Effect = "relaxed" if second == "all" else "tightened"
    way = editions.new.way_below(new)
    effect = effect if way == 1 else opposite(effect) if way < 0 else "unclear"
    return [Evidence("logic", effect, old=f"{first} of the list", new=f"{second} of the list")]
