"""Gait assessment, shoe wear, leg length and treatment plans for Flask clinic applications."""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from clinic_gait.host.extension import ClinicGait

__all__ = ["ClinicGait", "__version__"]


def __getattr__(name: str) -> object:
    """Load the extension on first use, so that ``import clinic_gait.clinical`` loads no framework (PEP 562)."""
    if name == "ClinicGait":
        from clinic_gait.host.extension import ClinicGait

        return ClinicGait
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
