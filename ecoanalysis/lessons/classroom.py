"""The zip for a class: lessons, data, what sets them up, and on request every wheel, so that no network is needed."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ecoanalysis.errors import LessonError
from ecoanalysis.files import write_zip

KIT = Path(__file__).parent / "kit"
DATA = Path(__file__).parents[1] / "data"


def write_kit(target: Path, folder: Path, project: Path | None = None) -> Path:
    """Write the zip for a class; return it.

    Parameters
    ----------
    target
        The zip file.
    folder
        The lessons as students get them, a folder for each language.
    project
        Folder of the project, from which wheels are made for machines like this one: a few minutes, and a network.
        None leaves them out, and ``start.py`` then takes the package from the network.

    Raises
    ------
    LessonError
        Where there are no lessons, or the wheels cannot be made.
    """
    with TemporaryDirectory() as place:
        wheels = _wheels(project, Path(place)) if project else []
        write_zip(target, [*_files(folder), *((f"wheels/{path.name}", path.read_bytes()) for path in wheels)])
    return target


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    lessons = sorted(folder.glob("*/*.ipynb"))
    if not lessons:
        raise LessonError(f"{folder}: no lessons here")
    for path in lessons:
        yield f"lessons/{path.parent.name}/{path.name}", path.read_bytes()
    for path in sorted(KIT.glob("*.*")):
        yield path.name, path.read_bytes()
    for path in (*sorted((DATA / "corpus").glob("*.txt")), *sorted((DATA / "editions").glob("*.jsonl"))):
        yield f"data/{path.name}", path.read_bytes()


def _wheels(project: Path, place: Path) -> list[Path]:
    """Make a wheel of the project and get one of each package that it needs, in the versions installed here."""
    from importlib.metadata import distributions

    if not (project / "pyproject.toml").is_file():
        raise LessonError(f"{project}: not the project's folder; wheels are made from its pyproject.toml")
    pins = sorted({f"{package.metadata['Name']}=={package.version}" for package in distributions()})
    pinned = place / "pinned.txt"
    pinned.write_text("\n".join(pin for pin in pins if not pin.startswith("ecoanalysis==")), encoding="utf-8")
    made = place / "wheels"
    command = [sys.executable, "-m", "pip", "wheel", "--disable-pip-version-check", "--wheel-dir", str(made)]
    done = subprocess.run([*command, "--constraint", str(pinned), str(project)], check=False, stdout=sys.stderr)
    if done.returncode:
        raise LessonError("the wheels could not be made; what pip says stands above")
    (made / "made-on.txt").write_text(
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}\n", encoding="utf-8"
    )
    return sorted(made.iterdir())
