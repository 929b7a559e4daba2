"""The people of the demonstration, with the password that everybody may know."""

from __future__ import annotations

from dataclasses import dataclass

#: Known to everybody, so only a demonstration ever takes it.
PASSWORD = "walk with me"  # noqa: S105 - printed on the demonstration's sign-in page on purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoUser:
    """Somebody to sign in as."""

    username: str
    name: str
    credential: str
    role: str
    #: What there is to see as this person.
    words: str
    password: str = PASSWORD


DEMO_USERS = tuple(
    DemoUser(username=username, name=name, credential=credential, role=role, words=words)
    for username, name, credential, role, words in (
        ("therapist", "Jordan Okafor", "PT", "therapist", "charts, plans and signs"),
        ("therapist2", "Lena Marsh", "DPT", "therapist", "a second therapist"),
        ("assistant", "Sam Rivera", "PTA", "assistant", "charts; a therapist signs"),
        ("desk", "Casey Lind", "", "desk", "prints the sheets of the day"),
        ("admin", "Robin Vale", "", "administrator", "keeps the users"),
        ("auditor", "Alex Stone", "", "auditor", "reads the log"),
    )
)
