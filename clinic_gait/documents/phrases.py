"""The words of the documents by language."""

from __future__ import annotations

from clinic_gait.documents.wording import Phrases
from clinic_gait.documents.words_en import ENGLISH
from clinic_gait.documents.words_es import SPANISH

__all__ = ["Phrases", "phrases"]

_LANGUAGES = {"en": ENGLISH, "es": SPANISH}


def phrases(language: str) -> Phrases:
    """The words of ``en`` or ``es``.

    :raises ValueError: a language nobody has written the words of.
    """
    if language not in _LANGUAGES:
        raise ValueError(f"no patient words in {language!r}; there are {', '.join(_LANGUAGES)}")
    return _LANGUAGES[language]
