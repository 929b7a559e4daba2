"""The sentences of the patient report that are not the words of a measure, per language and side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clinic_gait.clinical.exercises.words import check_language
from clinic_gait.clinical.values import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """Whole sentences; each side has its own, because Spanish sides agree in gender."""

    better_one: Mapping[Side, str]
    better_many: Mapping[Side, str]
    worse_one: Mapping[Side, str]
    worse_many: Mapping[Side, str]
    sure: str
    keep_on_one: str
    keep_on_many: str
    since_start: str
    no_change: str
    first_visit: str
    shorter: Mapping[Side, str]
    same_length: str
    lengths_differ: str
    shoe: Mapping[Side, str]


_ENGLISH = ReportWords(
    better_one={
        Side.LEFT: "Your left leg did better in 1 test than at the start.",
        Side.RIGHT: "Your right leg did better in 1 test than at the start.",
    },
    better_many={
        Side.LEFT: "Your left leg did better in {count} tests than at the start.",
        Side.RIGHT: "Your right leg did better in {count} tests than at the start.",
    },
    worse_one={
        Side.LEFT: "Your left leg did less well in 1 test than at the start.",
        Side.RIGHT: "Your right leg did less well in 1 test than at the start.",
    },
    worse_many={
        Side.LEFT: "Your left leg did less well in {count} tests than at the start.",
        Side.RIGHT: "Your right leg did less well in {count} tests than at the start.",
    },
    sure="That is more than measuring can get wrong.",
    keep_on_one="Keep doing your exercise.",
    keep_on_many="Keep doing your {count} exercises.",
    since_start="{amount} since the start.",
    no_change="No test has changed enough to be sure since the start.",
    first_visit="This page shows how your legs moved today.",
    shorter={
        Side.LEFT: "Your left leg measured {mm} mm shorter than your right leg.",
        Side.RIGHT: "Your right leg measured {mm} mm shorter than your left leg.",
    },
    same_length="Your legs measured about the same length.",
    lengths_differ="Our ways to measure your legs did not agree. We will measure again.",
    shoe={Side.LEFT: "Left shoe: {words}.", Side.RIGHT: "Right shoe: {words}."},
)

_SPANISH = ReportWords(
    better_one={
        Side.LEFT: "Su pierna izquierda está mejor en 1 prueba que al inicio.",
        Side.RIGHT: "Su pierna derecha está mejor en 1 prueba que al inicio.",
    },
    better_many={
        Side.LEFT: "Su pierna izquierda está mejor en {count} pruebas que al inicio.",
        Side.RIGHT: "Su pierna derecha está mejor en {count} pruebas que al inicio.",
    },
    worse_one={
        Side.LEFT: "Su pierna izquierda está menos bien en 1 prueba que al inicio.",
        Side.RIGHT: "Su pierna derecha está menos bien en 1 prueba que al inicio.",
    },
    worse_many={
        Side.LEFT: "Su pierna izquierda está menos bien en {count} pruebas que al inicio.",
        Side.RIGHT: "Su pierna derecha está menos bien en {count} pruebas que al inicio.",
    },
    sure="Es más de lo que puede fallar la medida.",
    keep_on_one="Siga haciendo su ejercicio.",
    keep_on_many="Siga haciendo sus {count} ejercicios.",
    since_start="{amount} desde el inicio.",
    no_change="Ninguna prueba cambió lo suficiente para estar seguros desde el inicio.",
    first_visit="Esta página muestra cómo se movieron sus piernas hoy.",
    shorter={
        Side.LEFT: "Su pierna izquierda midió {mm} mm menos que la derecha.",
        Side.RIGHT: "Su pierna derecha midió {mm} mm menos que la izquierda.",
    },
    same_length="Sus piernas midieron casi lo mismo.",
    lengths_differ="Nuestras formas de medir sus piernas no dieron lo mismo. Mediremos otra vez.",
    shoe={Side.LEFT: "Zapato izquierdo: {words}.", Side.RIGHT: "Zapato derecho: {words}."},
)

_LANGUAGES = {"en": _ENGLISH, "es": _SPANISH}


def report_words(language: str) -> ReportWords:
    """The sentences of ``en`` or ``es``.

    :raises UnknownLanguage: there are no patient words in this language.
    """
    check_language(language)
    return _LANGUAGES[language]
