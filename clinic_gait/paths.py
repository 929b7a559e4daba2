"""Where templates and migrations lie: inside the installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def directory(name: str) -> Path:
    """The absolute folder ``name`` (``templates`` or ``migrations``).

    :raises FileNotFoundError: the installation is incomplete.
    """
    for base in (_PACKAGE, _PACKAGE.parent):
        if (base / name).is_dir():
            return base / name
    raise FileNotFoundError(f"clinic_gait is installed without its {name} folder; install it again")


def fonts() -> Path:
    """The folder of the faces that are shipped, each with its licence."""
    return _PACKAGE / "fonts"
