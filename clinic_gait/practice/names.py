"""Names as people type them: cleaned for storing, folded for finding."""

from __future__ import annotations

import unicodedata

#: Letters that Unicode does not split into a plain letter and a mark.
_PLAIN = str.maketrans(
    {
        "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "æ": "ae", "þ": "th", "ŧ": "t", "ŋ": "n",
    }
)  # fmt: skip
#: Letters of a search key that are kept.
LONGEST_KEY = 400
_NOTHING = dict.fromkeys(map(ord, "'’‘ʼ`´."))
#: Invisible and harmless, left over from copying: zero-width space, byte order mark, soft hyphen, word joiner.
_LEFTOVERS = dict.fromkeys((0x200B, 0xFEFF, 0x00AD, 0x2060))
#: Invisible, but part of how Persian and Indic names are written.
_JOINERS = "\u200c\u200d"

#: Small words that belong to the family name after them.
_BEFORE = frozenset(
    ("al", "bin", "da", "de", "del", "den", "der", "di", "dos", "el", "la", "las", "los", "ter", "van", "von", "zu")
)


class Unprintable(ValueError):
    """A text holds a character that cannot be seen and may turn the line around."""


def clean(text: str) -> str:
    """The text in one Unicode form, with single blanks and without invisible leftovers.

    :raises Unprintable: a control character, a direction mark, half a character.
    """
    kept = unicodedata.normalize("NFC", text).translate(_LEFTOVERS)
    kept = " ".join(kept.split(None))
    for character in kept:
        if character not in _JOINERS and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            raise Unprintable(f"U+{ord(character):04X}")
    return kept


def fold(text: str) -> str:
    """The text as it is looked for: small letters, no accents, no apostrophes, blanks for everything else.

    >>> fold("Núñez-O’Brien")
    'nunez obrien'
    """
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_NOTHING))
    letters = "".join(character for character in bare if not unicodedata.combining(character)).translate(_PLAIN)
    return " ".join("".join(character if character.isalnum() else " " for character in letters).split())


def search_key(*, given: str, family: str) -> str:
    """What a person is found and listed by: family name first, both folded."""
    # Some letters unfold into many; nobody is told apart by what comes after this.
    return f"{fold(family)} {fold(given)}".strip()[:LONGEST_KEY]


def split(name: str) -> tuple[str, str]:
    """Given and family name of a name in one piece: the last word, and the small words before it.

    >>> split("Maria de la Cruz")
    ('Maria', 'de la Cruz')
    """
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _BEFORE:
        start -= 1
    return " ".join(words[: max(start, 0)]), " ".join(words[max(start, 0) :])
