"""Keeps a host's Alembic away from our tables, and ours away from the host's.

Alembic 1.18 and newer load this through the entry point group
``alembic.plugins`` in every environment where the package is installed, used
or not. It must never fail on import and never load the rest of the package:
therefore it imports nothing but :mod:`alembic.util`, and that only when it is
called: whoever imports this module first makes Alembic look for it half-way.
Hosts on an older Alembic give :func:`include_object` to ``context.configure``
themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alembic.autogenerate.api import AutogenContext
    from alembic.operations.ops import UpgradeOps
    from alembic.runtime.plugins import Plugin
    from alembic.util import PriorityDispatchResult

PREFIX = "clinic_gait_"
VERSION_TABLE = "alembic_version_clinic_gait"


def ours(table: str | None) -> bool:
    """Whether a table is the plugin's."""
    return table is not None and (table.startswith(PREFIX) or table == VERSION_TABLE)


def include_object(thing: Any, name: str | None, type_: str, reflected: bool, compare_to: Any) -> bool:
    """For a host's ``context.configure(include_object=...)``: leave the plugin's tables out."""
    return type_ != "table" or not ours(name)


def include_ours(thing: Any, name: str | None, type_: str, reflected: bool, compare_to: Any) -> bool:
    """For the plugin's own environment: leave everything else out."""
    return type_ != "table" or (ours(name) and name != VERSION_TABLE)


def setup(plugin: Plugin) -> None:
    """Called by Alembic: strike our tables from whatever a host's autogenerate proposes."""
    from alembic.util import DispatchPriority

    plugin.add_autogenerate_comparator(strike, "autogenerate", priority=DispatchPriority.LAST)


def strike(context: AutogenContext, upgrade_ops: UpgradeOps) -> PriorityDispatchResult:
    """Remove operations on our tables, unless the environment is our own."""
    from alembic.util import PriorityDispatchResult

    running = context.migration_context
    if running is None or running.version_table != VERSION_TABLE:
        upgrade_ops.ops[:] = [op for op in upgrade_ops.ops if not ours(_table_of(op))]
    return PriorityDispatchResult.CONTINUE


def _table_of(operation: object) -> str | None:
    return getattr(operation, "table_name", None) or getattr(operation, "source_table", None)
