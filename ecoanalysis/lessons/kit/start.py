"""Set the lessons up, from the folder of wheels beside this file or once over the network; open them in JupyterLab."""

import subprocess
import sys
import venv
from pathlib import Path

OLDEST = (3, 11)
HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
READY = ENVIRONMENT / "ready"
WHEELS = HERE / "wheels"


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    if not READY.exists():
        install()
    command = [str(PYTHON), "-m", "ecoanalysis", "lab", "--notebooks", str(HERE / "lessons")]
    sys.exit(subprocess.run(command, check=False).returncode)


def install() -> None:
    print("Setting up, once …")
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    source = ["--no-index", "--find-links", str(WHEELS)] if WHEELS.is_dir() else []
    command = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", *source, "ecoanalysis"]
    if subprocess.run(command, check=False).returncode:
        if not source:
            sys.exit("This archive holds no packages, and none came over the network. Make it with --wheels.")
        made = WHEELS / "made-on.txt"
        where = f" They were made on {made.read_text(encoding='utf-8').strip()}." if made.is_file() else ""
        sys.exit(f"The wheels do not fit this machine.{where} Make the zip on a machine like this one.")
    READY.touch()


if __name__ == "__main__":
    main()
