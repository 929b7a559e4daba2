"""One way to measure for every benchmark: CPU per call, best wall time, and the memory a process needed."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one call takes: CPU and wall in milliseconds."""

    cpu: float
    wall: float
    best: float


def cost(call: Callable[[], object], *, times: int = 50) -> Cost:
    """Call once to warm up, then ``times`` times."""
    call()
    walls = []
    cpu = time.process_time()
    for _ in range(times):
        begun = time.perf_counter()
        call()
        walls.append((time.perf_counter() - begun) * 1000)
    used = (time.process_time() - cpu) * 1000 / times
    return Cost(cpu=used, wall=median(walls), best=min(walls))


def peak() -> float:
    """The most memory this process held so far, in MB.

    Linux hands ``ru_maxrss`` down from the process that started this one; its own figure stands in ``/proc``.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(title: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print rows under their heads, in columns as wide as they need."""
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    print(f"\n{title}")
    for row in [head, tuple("-" * width for width in widths), *rows]:
        print(
            "  ".join(
                cell.ljust(width) if not place else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
        )
