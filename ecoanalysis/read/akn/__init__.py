"""AKN4UN, the United Nations' own XML (Akoma Ntoso 3.0): its elements become raw text, in order, and marks.

Three steps: ``units`` turns elements into units (one printed paragraph each), ``roles`` settles what the units are
that the file only calls paragraphs (points, headings, the second half of a sentence), ``writer`` writes them down.
"""

from __future__ import annotations

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.lexicon import detect, named_by_file
from ecoanalysis.model.document import Language, Mark
from ecoanalysis.read.akn.elements import find
from ecoanalysis.read.akn.units import Walk
from ecoanalysis.read.akn.writer import Writer


def accepts(data: bytes) -> bool:
    """Whether the bytes are an Akoma Ntoso file.

    Examples
    --------
    >>> accepts(b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'), accepts("大会，".encode())
    (True, False)
    """
    return b"akomaNtoso" in data[:4096]


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the file's elements in order, its notes at the end, and what the file states about them.

    Raises
    ------
    UnreadableDocumentError
        Where the file is no well-formed XML.

    Examples
    --------
    >>> text = '<akomaNtoso><preamble><formula><p>大会，</p></formula></preamble></akomaNtoso>'
    >>> read(text.encode(), "text")
    ('大会，\\n', (Mark(role='organ', start=0, end=3, value='', level=0),), None)
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocumentError(f"{path}: damaged XML ({' '.join(error.msg.split())}); fetch it again") from None
    stated = next((element.get("language", "") for element in find(root, "FRBRlanguage")), "")
    language = named_by_file(stated, path)
    writer = Writer(Walk(language or detect(str(etree.tostring(root, method="text", encoding="unicode")), path)))
    writer.document(root)
    return writer.text(), tuple(sorted(writer.marks, key=lambda mark: (mark.start, -mark.end))), language
