"""Write the model resolution as plain text, as a PDF tool would leave it: ``python tools/model.py``.

Its AKN4UN files in ``ecoanalysis/data/model/akn`` are the source; the text beside them is made from them.
"""

from __future__ import annotations

from ecoanalysis.corpus import model
from ecoanalysis.evaluate.wrapping import Style, render
from ecoanalysis.files import write_text
from ecoanalysis.read import read_document

STYLE = Style(width=88, page=52, gaps=False, indent=0, digit_spaces=False, links=False, header=True)


def main() -> None:
    for path in sorted(model().glob("*.xml")):
        write_text(path.parents[1] / "text" / f"{path.stem}.txt", render(read_document(path), STYLE))


if __name__ == "__main__":
    main()
