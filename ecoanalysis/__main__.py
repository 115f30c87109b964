"""``python -m ecoanalysis`` is the command ``ecoanalysis``."""

from ecoanalysis.cli import main

main()
