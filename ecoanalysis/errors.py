"""What can go wrong, as one family of errors; the command line shows each as one line and ends with its exit code."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class EcoanalysisError(Exception):
    """Root of the errors a user may meet: the message names the thing, the cause and what to do."""

    exit_code = 1


def exit_codes() -> dict[int, str]:
    """Return what each exit code of the command line says.

    Examples
    --------
    >>> exit_codes()[3]
    'The text was read, and is no resolution.'
    """
    kinds = [*EcoanalysisError.__subclasses__(), *FetchError.__subclasses__()]
    meanings = {kind.exit_code: kind.__doc__ or "" for kind in kinds if kind.exit_code != EcoanalysisError.exit_code}
    meanings[2] = "A file cannot be read as a document, or the command is not understood."  # by click's own custom
    return {0: "All is well.", 1: "Anything else, or what --exit-code or --fail-under asked for.", **meanings}


class UnreadableDocumentError(EcoanalysisError):
    """The file cannot be read as a document: missing, empty, binary, damaged or in an unknown encoding."""

    exit_code = 2


class UnknownLanguageError(UnreadableDocumentError):
    """The document is in a language that there are no rules for."""


class UnforeseenError(UnreadableDocumentError):
    """The program failed on this document, which is its own fault."""


class LanguageError(EcoanalysisError):
    """There is no such language in the lexicon."""


class UnknownBodyError(EcoanalysisError):
    """The registry has no such body."""


class NotAResolutionError(EcoanalysisError):
    """The text was read, and is no resolution."""

    exit_code = 3


class CorpusError(EcoanalysisError):
    """The corpus folder, or the edition asked of it, is not there."""

    exit_code = 4


class UnwritableError(EcoanalysisError):
    """A file or folder cannot be written."""


class PlanError(EcoanalysisError):
    """The plan of the reports does not say what it must."""

    exit_code = 5


class BuildError(EcoanalysisError):
    """At least one page of the site could not be made."""

    exit_code = 6


class LabelError(EcoanalysisError):
    """There is no such label, no such language, or a value that a label needs is missing."""


class ChartError(EcoanalysisError):
    """A chart cannot be drawn without a browser and a network."""


class ChoiceError(EcoanalysisError):
    """A parameter names something that is not there; the message names what is."""


_NEAREST = 5


def nearest(given: str, choices: Iterable[str] | Mapping[str, str]) -> str:
    """Return the choices that are most like what was given, as messages list them.

    Of a mapping its keys are compared (names, say), and what they stand for is listed.

    Examples
    --------
    >>> nearest("undq", ["fao", "undp", "unep"]), nearest("Food Organisation", {"Food Organization": "fao"})
    ('undp, unep, fao', 'fao')
    """
    from rapidfuzz import fuzz, process, utils

    words = choices if isinstance(choices, Mapping) else {choice: choice for choice in choices}
    asked, names = utils.default_process(given), list(words)
    plain = [utils.default_process(name) for name in names]
    alike = zip(
        process.cdist([asked], plain, scorer=fuzz.ratio)[0],
        process.cdist([asked], plain, scorer=fuzz.WRatio)[0],
        strict=True,
    )
    # A slip of the pen before a part of a long name: "undq" is "undp" rather than a fund.
    likeness = [max(whole, 0.75 * part) for whole, part in alike]
    order = sorted(range(len(names)), key=lambda place: -likeness[place])
    listed = list(dict.fromkeys(words[names[place]] for place in order))[:_NEAREST]
    return ", ".join(listed) or "none"


def check_text(**parameters: object) -> None:
    """Refuse a parameter that is no text, with the sentence that says how it is written.

    Raises
    ------
    ChoiceError
        Where one is of another type.

    Examples
    --------
    >>> check_text(symbol=75)
    Traceback (most recent call last):
        ...
    ecoanalysis.errors.ChoiceError: symbol=75 is of type int, and text is needed: symbol="75"
    """
    for name, value in parameters.items():
        if not isinstance(value, str):
            kind = type(value).__name__
            raise ChoiceError(f'{name}={value!r} is of type {kind}, and text is needed: {name}="{value}"')


class LessonError(EcoanalysisError):
    """There is no such lesson, exercise or term; the message names what there is."""


class StaleSiteError(EcoanalysisError):
    """The published site was made from other inputs than those at hand."""

    exit_code = 7


class GoldError(EcoanalysisError):
    """A gold file does not follow its form, or belongs to another text."""

    exit_code = 8


class ComparisonError(EcoanalysisError):
    """The two editions cannot be compared: not there, or in two languages."""

    exit_code = 9


class FetchError(EcoanalysisError):
    """A document could not be fetched: the address, and why."""

    exit_code = 10


class NoNetworkError(FetchError):
    """No server can be reached from this machine."""

    exit_code = 11


@contextmanager
def work_on(path: str | Path) -> Iterator[None]:
    """Make whatever goes wrong with one document that document's error, so that the others are done.

    Raises
    ------
    UnforeseenError
        Where something failed that is no error of this family: with its place, and the request to report it.

    Examples
    --------
    >>> with work_on("a.txt"):
    ...     {}["symbol"]
    Traceback (most recent call last):
        ...
    ecoanalysis.errors.UnforeseenError: a.txt: reading it failed (KeyError: 'symbol'); please report it
    """
    try:
        yield
    except EcoanalysisError:
        raise
    except Exception as fault:
        cause = " ".join(f"{type(fault).__name__}: {fault}{_place(fault)}".split())
        raise UnforeseenError(f"{path}: reading it failed ({cause}); please report it") from fault


def _place(fault: BaseException) -> str:
    """Where in the package an error arose."""
    package = Path(__file__).parent
    frames = [
        frame for frame in traceback.extract_tb(fault.__traceback__) if Path(frame.filename).is_relative_to(package)
    ]
    inner = [frame for frame in frames if frame.name != work_on.__name__]
    return f", at {Path(inner[-1].filename).relative_to(package)}:{inner[-1].lineno}" if inner else ""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it takes one, as messages have it.

    Examples
    --------
    >>> counted(1, "page"), counted(0, "page")
    ('1 page', '0 pages')
    """
    return f"{number} {noun}" + ("" if number == 1 else "s")
