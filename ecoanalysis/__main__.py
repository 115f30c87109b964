"""``python -m ecoanalysis`` is the command ``ecoanalysis``."""

import sys

try:
    from ecoanalysis.cli import main
except ModuleNotFoundError as error:
    if error.name != "typer":  # the first that is asked for: without it, this is another Python than the project's
        raise
    sys.exit("ecoanalysis is not installed in this Python; run `make reports`, or activate .venv")

main()
