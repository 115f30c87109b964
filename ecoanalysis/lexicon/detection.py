"""Which language a text is in: what its file says, else what the words themselves say."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ecoanalysis.errors import UnknownLanguageError
from ecoanalysis.lexicon.language import STRUCTURE, Language, language_of, languages
from ecoanalysis.lexicon.toml_files import NEVER, regex

_LINK = re.compile(r"https?://\S+")  # a list of links outweighs a short Chinese text
SAMPLE = 20_000  # characters that tell a language
_SURE = 0.9  # what langid's probability must be for another language to be named
_FEW = 20  # words of a text too short to tell it, but for its letters
_DEFAULT = "en"  # of a text without any letters
_TAG = re.compile(r"<[^>]*>")
_SOFT, _DASH = "\u00ad", "\u2013"
# Latin-1 has no dash: tools write a soft hyphen for it, which between figures or behind a space is none
_SOFT_DASH = re.compile(f"(?<=[0-9 ]){_SOFT}(?=[0-9\\s])")
_MARK = re.compile(r"<[^>]*>|\[[^\[\]]*\]")


def detect(text: str, path: str = "text") -> str:
    """Return the code of the language that a text is in.

    The languages' own words decide (``own`` in each ``structure.toml``), else the formula of an organ. Where none fits,
    and langid's model is sure of another language, that is named; else it is the language of the text's letters.

    Raises
    ------
    UnknownLanguageError
        Where the lexicon has no folder of that language.

    Examples
    --------
    >>> detect("大会决定"), detect("The General Assembly decides")
    ('zh', 'en')
    >>> detect("A Assembleia Geral, recordando as suas resoluções anteriores, decide continuar a apreciar " * 3)
    Traceback (most recent call last):
        ...
    ecoanalysis.errors.UnknownLanguageError: text: in Portuguese; no rules for it yet (there are rules for: ...)
    """
    sample = _sample(text)
    if name := _other_writing(sample):
        raise _unknown(path, name)
    shares = {code: language_of(code).share(sample) for code in languages()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] >= 1:
        return best
    if spoken := [code for code in languages() if _formula(code).search(sample)]:
        return spoken[0]
    letters = {code: sum(map(len, language_of(code).letters.findall(sample))) for code in languages()}
    likely = max(letters, key=lambda code: (letters[code], code == _DEFAULT)) if any(letters.values()) else _DEFAULT
    if _is_short(sample):
        return _likelier(sample, [code for code in letters if letters[code] == letters[likely]]) or likely
    code, probability = _by_model(sample)
    if code in languages():
        return code
    if probability < _SURE or (name := _english_name(code)) == code:  # or no language: figures, codes
        return likely
    raise _unknown(path, name)


def reads_as(text: str, code: str) -> bool:
    """Whether a text may be in a language: its own words or langid's model say so, or there are too few words to tell.

    Examples
    --------
    >>> reads_as("The state of the lakes", "en"), reads_as("Die Lage der Seen und Flüsse ist ernst; " * 4, "en")
    (True, False)
    """
    sample = _sample(text)
    return language_of(code).share(sample) >= 1 or _is_short(sample) or _by_model(sample)[0] == code


def named_by_file(code: str, path: str = "text") -> str | None:
    """Return the language that a file says it is in, None where it says nothing.

    Raises
    ------
    UnknownLanguageError
        Where the lexicon has no folder of that language.

    Examples
    --------
    >>> named_by_file("zho"), named_by_file("")
    ('zh', None)
    """
    if not code:
        return None
    named = _by_file_code().get(code.lower().split("-")[0])
    if named is None:
        raise _unknown(path, _english_name(code))
    return named


def decode(data: bytes, errors: str = "strict") -> str | None:
    """Return bytes that are no UTF-8 in the older encoding of a language whose signs they then are, None where in none.

    Examples
    --------
    >>> decode("大会，回顾其决议，请秘书长提交报告。".encode("gb18030"))
    '大会，回顾其决议，请秘书长提交报告。'
    """
    for code in languages():
        encoding = language_of(code).table(STRUCTURE)["encoding"]
        for name in encoding["names"]:
            try:
                text = data.decode(name, errors)
            except UnicodeDecodeError:
                continue
            bare = "".join(_TAG.sub("", text).split())
            common = sum(map(bare.count, encoding["signs"]))
            if common > encoding["least"] * len(bare) > 0 and not re.search(encoding["unlikely"], bare):
                return text.replace(_SOFT, _DASH) if _SOFT_DASH.search(text) else text
    return None


def _sample(text: str) -> str:
    """As much of a text as tells its language: without what delegates mark in a text, [DEL EU], where more stands."""
    sample = _LINK.sub("", Language("").fold(text[:SAMPLE]).text)
    return _MARK.sub(" ", sample) if _is_short(sample) and _MARK.sub("", sample).strip() else sample


def _is_short(sample: str) -> bool:
    return len(re.findall(r"\w+", sample)) < _FEW


@cache
def _by_file_code() -> dict[str, str]:
    return {name: code for code in languages() for name in language_of(code).file_codes}


def _other_writing(text: str) -> str:
    """The name of a way of writing that a language's rules do not hold for: Traditional Chinese."""
    for code in languages():
        for writing in language_of(code).table(STRUCTURE).get("other_writing", ()):
            theirs, ours = (len(re.findall(f"[{writing[key]}]", text)) for key in ("signs", "instead_of"))
            if theirs > ours:
                return str(writing["name"])
    return ""


@cache
def _formula(code: str) -> re.Pattern[str]:
    """The formula that opens a resolution, whatever organ speaks, on a line of its own."""
    organs = language_of(code).table(STRUCTURE)["organs"].values()
    return re.compile(
        rf"^\s*(?:{regex([regex(formula) for formula in organs])})\s*$" if organs else NEVER, re.MULTILINE
    )


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _by_model(text: str) -> tuple[str, float]:
    """What langid takes a text for: the language's code, and how sure it is, 0–1."""
    code, probability = _identifier().classify(text)
    return str(code), float(probability)


def _likelier(text: str, codes: list[str]) -> str | None:
    """Of languages of the same letters the one that langid is sure a short text is in."""
    if len(codes) < 2:
        return None
    ranked = {code: float(probability) for code, probability in _identifier().rank(text) if code in codes}
    best = max(ranked, key=lambda code: ranked[code], default=None)
    return best if best and ranked[best] >= _SURE * sum(ranked.values()) else None


def _english_name(code: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code.replace("-", "_")).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def _unknown(path: str, name: str) -> UnknownLanguageError:
    ours = ", ".join(sorted(language.name for language in map(language_of, languages())))
    return UnknownLanguageError(f"{path}: in {name}; no rules for it yet (there are rules for: {ours})")
