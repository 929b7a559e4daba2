"""The stylesheet and the modules: where they lie, and the hash that tells a browser they have changed."""

import functools
import hashlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "static"


@functools.cache
def version(filename: str) -> str:
    """The first ten hex digits of the file's hash, or nothing for a file that is not there."""
    path = FOLDER / filename
    if not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
