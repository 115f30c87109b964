"""Files and folders written whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a file beside its place and move it there, so that no reader ever meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    half.write_text(text, encoding="utf-8", newline="\n")
    os.replace(half, path)


def replace_folder(source: Path, target: Path, *leave_out: str) -> None:
    """Put a copy of a folder in the place of another one; where that fails, the old one stays.

    Parameters
    ----------
    source, target
        The folder to copy, and the one to be replaced.
    leave_out
        Names that are not copied.
    """
    half, old = (target.with_name(f".{target.name}.{state}") for state in ("half", "old"))
    for left in (half, old):
        shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(source, half, ignore=shutil.ignore_patterns(*leave_out))
    if target.exists():
        os.replace(target, old)
    try:
        os.replace(half, target)
    except OSError:
        if old.exists():
            os.replace(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)
