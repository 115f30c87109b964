"""Roles: what the units are that the file only calls paragraphs (points, headings, the second half of a sentence)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Language
from ecoanalysis.read.akn.labels import Outline, label_value
from ecoanalysis.read.akn.units import PARAGRAPHS, Unit

_NUMBER = re.compile(r"(\d{1,3})(?:\s*[.．]\s*|\s+)(?=[^\d\s.．])")


@dataclass
class Settler:
    """Decides, unit by unit, what the file left open; ``annex`` is a text annexed to the resolution."""

    language: Language
    units: Sequence[Unit]
    annex: bool = False
    done: list[Unit] = field(default_factory=list)
    outline: Outline = field(init=False)
    last: int = 0
    """The number of the last numbered paragraph."""
    restart: bool = True
    """Whether a heading with a sign of its own has passed since: numbers may begin with 1 again."""

    def __post_init__(self) -> None:
        self._language = language_of(self.language)
        self._known = self._language.table("structure")
        self._point_mark = self._language.compiled("structure", "akn", "point")
        self._section_sign = self._language.compiled("structure", "akn", "sign")
        self._annex = self._language.compiled("structure", "patterns", "annex")
        self.outline = Outline(self._language)
        # headings with a sign and numbers: where numbering goes on, or begins again
        telling = [
            (at, unit)
            for at, unit in enumerate(self.units)
            if (unit.role == "heading" and self._section_sign.match(unit.words.text))
            or label_value(unit.label).isdecimal()
        ]
        self._telling_at = [at for at, _ in telling]
        self._telling = [unit for _, unit in telling]

    def settle(self) -> list[Unit]:
        """Return the units with what they are; those without words and label are none."""
        for at, unit in enumerate(self.units):
            if unit.words.text or unit.label:
                self._add(at, unit)
        return self.done

    def _add(self, at: int, unit: Unit) -> None:
        text = unit.words.text
        if unit.role in ("organ", "text", "closing"):
            self.done.append(unit)
        elif not re.search(r"\w", text + unit.label) or text.startswith(("*", "†")):
            self.done.append(replace(unit, role="text"))
        elif unit.role == "heading":
            self._heading(unit)
        elif unit.label:
            self._labelled(unit)
        elif number := self._number(unit):
            self._operative(replace(unit, words=unit.words.behind(number.end()), label=number[0].strip()))
        elif point := self._point_mark.match(text):
            self._point(replace(unit, words=unit.words.behind(point.end()), label=point[0].strip()))
        elif self._continues(unit):
            whole = self.done[-1].words.joined(self._known["word_space"], unit.words)
            self.done[-1] = replace(self.done[-1], words=whole)
        elif unit.heading and (not unit.words.ended or (len(text) < 60 and text[-1] in ":：")):
            self._heading(unit)
        elif unit.role == "preambular" and self._in_preamble(at):
            self.done.append(unit)
        else:
            self._unlabelled(at, unit)

    # with a label

    def _number(self, unit: Unit) -> re.Match[str] | None:
        """A number that stands in the words of its paragraph; without a stop it must be the one that is due."""
        found = _NUMBER.match(unit.words.text)
        if not found or unit.heading or not unit.words.ended:
            return None
        stopped = re.search(r"[.．]", found[0])
        return found if stopped or (self.last and int(found[1]) == self.last + 1) else None

    def _due(self, value: str) -> bool:
        """Whether the next numbered paragraph may have this number."""
        return value.isdecimal() and (int(value) == self.last + 1 or (self.restart and value == "1"))

    def _labelled(self, unit: Unit) -> None:
        value = label_value(unit.label)
        if value in ("l", "I") and unit.words.ended and "(" not in unit.label and not self.last:
            value = "1"  # the letter for the figure
        if value.isdecimal():
            self._operative(replace(unit, value=value))
        elif unit.heading or not (re.search(r"\d", value) or self._point_mark.match(unit.label) or unit.words.ended):
            self._labelled_heading(unit)
        else:
            self._point(unit)

    def _labelled_heading(self, unit: Unit) -> None:
        """A heading's number, which the heading may repeat or hold the stop of: ``II.`` ``II. Officers``."""
        words = unit.words
        if double := re.match(rf"(?:{re.escape(unit.label)}|[.．])\s*(?=\S)", words.text):
            words = words.behind(double.end())
        self._heading(replace(unit, words=words))

    def _operative(self, unit: Unit) -> None:
        value = unit.value or label_value(unit.label)
        self.last, self.restart, self.outline = int(value), False, Outline(self._language)
        self.done.append(replace(unit, role="operative", value=value))

    def _point(self, unit: Unit) -> None:
        value = "" if unit.label == "•" else label_value(unit.label)
        opened = bool(self.done) and self.done[-1].words.text[-1:] in ":："
        self.done.append(replace(unit, role="point", value=value, level=self.outline.level(value, opened)))

    # without one

    def _heading(self, unit: Unit) -> None:
        text = unit.words.text
        annex = self._annex.fullmatch(text)
        if annex and not unit.label:
            self.last, self.restart, self.outline = 0, True, Outline(self._language)
            self.done.append(replace(unit, role="annex", value=annex["mark"] or ""))
            return
        sign = self._section_sign.match(text)
        value = sign[1] if sign else ""
        if unit.label and not self._point_mark.match(unit.label):
            value = label_value(unit.label)
        if value:
            self.restart, self.outline = True, Outline(self._language)
        self.done.append(replace(unit, role="heading", value=value))

    def _continues(self, unit: Unit) -> bool:
        """Whether the unit is the second half of the sentence before."""
        if not self.done or unit.heading or unit.item or not unit.words.ended:
            return False
        before = self.done[-1]
        if before.role not in PARAGRAPHS or before.words.ended:
            return False
        if before.role == "point" and not before.label:
            return False
        return not unit.words.opened

    def _in_preamble(self, at: int) -> bool:
        """Whether the operative part has not begun: its first paragraph may have slipped into the preamble."""
        return not self.last or self.restart or self.units[at].words.text[-1:] in self._known["preambular_end"]

    def _unlabelled(self, at: int, unit: Unit) -> None:
        text, begun = unit.words.text, bool(self.last) and not self.restart
        if unit.item or self._listed(unit):
            self.done.append(replace(unit, role="point", level=self.outline.unlabelled_level(self._announces_points())))
        elif not unit.words.ended and len(text) < 200:
            self._heading(unit)
        elif text[-1] in self._known["preambular_end"] and not begun:
            self.done.append(replace(unit, role="preambular"))
        elif not self._numbers_follow(at) or (begun and self._heads_a_paragraph(text)):
            self.done.append(replace(unit, role="operative"))
        elif begun:  # what a paragraph says behind its points
            del self.outline.levels[1:]
            self.done.append(replace(unit, role="point", level=1))
        else:
            self.done.append(replace(unit, role="preambular"))

    def _heads_a_paragraph(self, text: str) -> bool:
        """Whether what stands before is the heading of a paragraph that has no number (78/253)."""
        return self.done[-1].role == "heading" and not self.annex and text[-1] not in ":："

    def _listed(self, unit: Unit) -> bool:
        """Whether the unit is one of several that a colon announces, or goes on with them."""
        if unit.words.opened or not (unit.words.ended or re.search(r"[:：;；,，]", unit.words.text)):
            return False
        before = next((done for done in reversed(self.done) if done.role != "heading" or done.value), None)
        if before is None or before.role not in ("operative", "point"):
            return False
        return before.words.text[-1:] in ":：" or (before.role == "point" and not before.label)

    def _announces_points(self) -> bool:
        before = self.done[-1] if self.done else None
        return before is not None and before.role == "point" and before.label != "" and before.words.text[-1:] in ":："

    def _numbers_follow(self, at: int) -> bool:
        """Whether a later paragraph of the same section has the number that an unnumbered one would be given."""
        for unit in self._telling[bisect_right(self._telling_at, at) :]:
            if unit.role == "heading" and self._section_sign.match(unit.words.text):
                return False
            value = label_value(unit.label)
            if self._due(value) or (self.annex and value.isdecimal()):
                return True
        return False
