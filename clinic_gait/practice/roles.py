"""Who may do what in this host: one line per role."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Permissions by role; what is not listed is refused.
ROLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "therapist": frozenset({"desk", "read", "chart", "sign"}),
        "assistant": frozenset({"desk", "read", "chart"}),
        "desk": frozenset({"desk"}),
        "administrator": frozenset({"export", "settings", "audit"}),
        "auditor": frozenset({"audit"}),
    }
)

#: What a role is called on a page, and what it is for.
LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "therapist": ("Therapist", "charts, signs and issues home sheets"),
        "assistant": ("Assistant", "charts; a therapist signs"),
        "desk": ("Front desk", "prints issued sheets, keeps patients and appointments"),
        "administrator": ("Administrator", "users and the log"),
        "auditor": ("Auditor", "reads the log only"),
    }
)


def may(role: str, permission: str) -> bool:
    """Whether the role holds the permission."""
    return permission in ROLES.get(role, frozenset())
