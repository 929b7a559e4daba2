"""From the text of a case file to plain lists and dicts, with nothing that YAML could smuggle in.

A case file is a small part of YAML: mappings, lists and scalars. Anchors,
aliases, tags and repeated keys are refused. ``true`` and ``false`` are the only
flags (``no`` stays a word), numbers stay exact decimals, and a date stays text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, cast

import yaml

from clinic_gait.exchange.case_faults import CaseError

#: A file of more characters is not a case file.
LARGEST = 400_000
#: cases, case, visits, visit, plan, exercises, exercise, and a list to spare.
DEEPEST = 12
#: No key is as long.
LONGEST_KEY = 60

_NUMBER = re.compile(r"[-+]?[0-9]{1,12}(\.[0-9]{1,12})?")
#: Controls and half characters, which no database keeps alike, and line ends that only some readers know.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

Plain = dict[str, "Plain"] | list["Plain"] | str | int | Decimal | bool | None


class _Loader(yaml.SafeLoader):
    """Composes nodes only, and stops at the first thing a case file never holds."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: Any = cast(Any, self).peek_event()
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise CaseError([f"line {line}: anchors (&) and aliases (*) are not read; write the value out"])
        if getattr(event, "tag", None):
            raise CaseError([f"line {line}: tags (!) are not read; write the plain value"])
        if self.depth >= DEEPEST:
            raise CaseError([f"line {line}: nested more than {DEEPEST} deep; a case file never is"])
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


def read_text(text: str) -> Plain:
    """The plain content of a case file.

    :raises CaseError: too large, not YAML, or more than the small part of it that is read.
    """
    if len(text) > LARGEST:
        raise CaseError([f"the file holds more than {LARGEST} characters; split it"])
    try:
        node = _compose(text)
    except yaml.YAMLError as broken:
        raise CaseError([_sentence(broken)]) from None
    except (ValueError, OverflowError) as broken:
        if isinstance(broken, CaseError):
            raise
        # The reader lets through escapes and version numbers that no text or number can hold.
        raise CaseError([f"the file: this is not YAML: {broken}"[:200]]) from None
    if node is None:
        raise CaseError(["the file is empty; it begins with 'cases:'"])
    faults: list[str] = []
    plain = _plain(node, faults)
    if faults:
        raise CaseError(faults)
    return plain


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _sentence(broken: yaml.YAMLError) -> str:
    mark = getattr(broken, "problem_mark", None)
    where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "the file"
    problem = getattr(broken, "problem", None) or getattr(broken, "reason", None) or "it breaks off"
    return f"{where}: this is not YAML: {problem}"


def _plain(node: yaml.Node, faults: list[str]) -> Plain:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, faults)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(part, faults) for part in node.value]
    if _UNPRINTABLE.search(str(node.value)):
        faults.append(f"line {node.start_mark.line + 1}: there is a character in this text that cannot be printed")
    return _scalar(node)


def _mapping(node: yaml.MappingNode, faults: list[str]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            faults.append(f"line {line}: a key is one word, not a list")
        elif _UNPRINTABLE.search(key.value) or len(key.value) > LONGEST_KEY:
            faults.append(f"line {line}: a key is one short word")
        elif key.value in found:
            faults.append(f"line {line}: {key.value!r} stands twice in the same place; keep one")
        else:
            found[key.value] = _plain(value, faults)
    return found


def _scalar(node: yaml.Node) -> Plain:
    text = str(node.value)
    if getattr(node, "style", None):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if not _NUMBER.fullmatch(text):
        return text
    return Decimal(text) if "." in text else int(text)
