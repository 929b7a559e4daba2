"""Clinic articles, and what was only remembered."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="seed_gaithappens",
        cite="Gait Happens, clinic article on the ankle in knee pain",
        seen=Seen.FULL,
    ),
    Source(
        key="seed_northstar",
        cite="NorthStarStrong, gym article on ankle mobility and knees",
        seen=Seen.FULL,
    ),
    Source(
        key="seed_outside",
        cite="Kyle Norman, Outside, article on ankles, descents and knee pain",
        seen=Seen.FULL,
    ),
    Source(
        key="seed_wehking",
        cite="Wehking PT, physical therapist's page on ankle motion and knee pain",
        seen=Seen.FULL,
    ),
    Source(
        key="seed_bodylink",
        cite="The Body Link, clinic article on ankles and knees",
        seen=Seen.FULL,
    ),
    Source(
        key="memory",
        cite="From memory, unverified",
        seen=Seen.MEMORY,
    ),
)
