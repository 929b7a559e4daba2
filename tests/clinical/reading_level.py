"""How hard a text is to read, by formulas of our own so that no test needs a dictionary."""

from __future__ import annotations

import re

#: Words of clinicians that no patient sheet may carry, in English and Spanish, by their stems.
CLINICAL = (
    "dorsiflex", "plantarflex", "eversi", "inversi", "pronat", "supinat", "subtalar", "talus", "talocrural",
    "gastroc", "soleus", "tibialis", "hallux", "eccentric", "concentric", "isometric", "mobiliz", "mobilisat",
    "anterior", "posterior", "medial", "lateral", "bilateral", "unilateral", "valgus", "varus", "proprio",
    "repetition", "contraindic", "sagittal", "frontal", "transverse", "abduct", "adduct", "flexion", "extension",
    "ambulat", "gait", "prone", "supine", "proximal", "distal", "excéntric", "isométric", "moviliz",
    "sóleo", "astrágalo", "valgo", "varo", "decúbito", "flexión", "extensión", "repeticion",
)  # fmt: skip
_SHORT = re.compile(r"\b(rom|adl|dvt|nwb|wbat|dls|sls)\b", re.IGNORECASE)
_SILENT = ("cakes", "moves", "takes", "makes", "gives", "shoes", "knees", "toes")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon does not end one."""
    return [part.strip() for part in re.split(r"[.!?]+(?:\s|$)", text) if part.strip()]


def words(text: str) -> list[str]:
    """The words of a text, numerals among them."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)


def syllables(word: str) -> int:
    """How many syllables an English word is spoken with, by its vowel groups."""
    low = word.lower()
    if low.isdigit():
        return len(low)
    count = len(re.findall(r"[aeiouy]+", low))
    if (low.endswith("e") and not low.endswith(("le", "ee"))) or low in _SILENT:
        count -= 1
    if re.search(r"[^td]ed$", low):
        count -= 1
    return max(1, count)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text."""
    said, spoken = sentences(text), words(text)
    return 0.39 * len(spoken) / len(said) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59


def clinical_words(text: str) -> list[str]:
    """The clinical words in a text."""
    low = text.lower()
    return [stem for stem in CLINICAL if re.search(rf"\b{stem}", low)] + _SHORT.findall(text)
