"""Every statement of the clinic articles the product began with, and where each one lives."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from clinic_gait.clinical.statements import gait_clinic, gym, massage_clinic, physical_therapist, running_magazine
from clinic_gait.clinical.statements.homes import Home, Kind, NoSuchHome
from clinic_gait.clinical.statements.statement import Article, Statement

__all__ = ["ARTICLES", "STATEMENTS", "Article", "Home", "Kind", "NoSuchHome", "Statement"]

#: The articles in their order.
ARTICLES: tuple[Article, ...] = (
    gait_clinic.ARTICLE,
    gym.ARTICLE,
    running_magazine.ARTICLE,
    physical_therapist.ARTICLE,
    massage_clinic.ARTICLE,
)

#: Every statement by its key.
STATEMENTS: Mapping[str, Statement] = MappingProxyType(
    {one.key: one for article in ARTICLES for one in article.statements}
)
