"""Chinese where data ends: numerals, signs of lists, words without spaces between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import log
from typing import TYPE_CHECKING

from ecoanalysis.lexicon.language import Language, Word
from ecoanalysis.lexicon.toml_files import load

if TYPE_CHECKING:
    import jieba

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = re.compile(rf"(?!百分之|一[半些样般])(?<![下上同唯])[{''.join((*_DIGITS, *_UNITS))}]+")
"""A number, in words of its own: not the 一 of 下一届 and 一半."""
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"  # points of the third level in older texts
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z-]+")
_RUNS = re.compile(r"(?P<chinese>[\u4e00-\u9fff]+)|《[^《》]*》|“[^“”]*”|[\ue000-\uf8ff]+|[0-9A-Za-z/-]+|.", re.DOTALL)
"""Chinese to cut; titles, figures, foreign words and what stands for names, which are words of their own."""
_DAY = re.compile(
    r"(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?:\d{1,2}|十?[一二三四五六七八九十])月(?:\d{1,2}日)?)(?:之?前|[底初末起]|以?后)?(?![至到])"
)
"""A year, a month or a day, and what tells on which side of it."""
_COUNTING = """chineseCounting chineseCountingThousand chineseLegalSimplified taiwaneseCountingThousand ideographDigital
japaneseCounting"""  # names that Word has for the same numerals
_OF_A_WORD = 7.0  # what a word of ours costs that jieba lacks
_NO_WORD = (float("inf"), "n")  # what longer words begin with
_OF_THE_REGISTRY = 10**6  # how often jieba is told that it met a body's name: often enough to keep it whole


class Rules(Language):
    """Chinese."""

    def number(self, text: str) -> int | None:
        """Return the value of a Chinese or Arabic numeral, None where it is none.

        Examples
        --------
        >>> [Rules("zh").number(text) for text in ("七十七", "102", "二〇二一", "大")]
        [77, 102, 2021, None]
        """
        if text.isascii() and text.isdigit():
            return int(text)
        if text and all(char in _DIGITS for char in text):
            return int("".join(str(_DIGITS[char]) for char in text))
        total, digit = 0, 0
        for char in text:
            if char in _DIGITS:
                digit = _DIGITS[char]
            elif char in _UNITS:
                total += (digit or 1) * _UNITS[char]
                digit = 0
            else:
                return None
        return total + digit if text else None

    def in_figures(self, text: str) -> str:
        """Return a text with the numbers that it spells in figures; the hundred of a percentage stays a word.

        Examples
        --------
        >>> [Rules("zh").in_figures(text) for text in ("第七十七届会议", "七分之四", "百分之三十八", "下一届", "一半")]
        ['第77届会议', '7分之4', '百分之38', '下一届', '一半']
        """
        return _NUMERAL.sub(lambda numeral: str(self.number(numeral[0])), text)

    def to_number(self, value: int) -> str:
        """Return the Chinese numeral of a number below one hundred, as lists are numbered with it.

        Examples
        --------
        >>> [Rules("zh").to_number(value) for value in (3, 10, 14, 40)]
        ['三', '十', '十四', '四十']
        """
        tens, rest = divmod(value, 10)
        signs = "〇一二三四五六七八九"
        if not tens:
            return signs[rest]
        return (signs[tens] if tens > 1 else "") + "十" + (signs[rest] if rest else "")

    @property
    def list_styles(self) -> tuple[tuple[str, Callable[[str], int | None]], ...]:
        """Numerals and letters as everywhere, and earthly branches."""
        return *super().list_styles, ("branch", _branch)

    @property
    def word_formats(self) -> Mapping[str, Callable[[int], str]]:
        """Word's formats of Chinese numerals and of earthly branches."""
        return dict.fromkeys(_COUNTING.split(), self.to_number) | {"ideographZodiac": _to_branch}

    @property
    def heading_formats(self) -> frozenset[str]:
        """Word's formats of Chinese numerals."""
        return frozenset(_COUNTING.split())

    def split(self, text: str) -> list[str]:
        """Return a text cut into words by jieba, which knows the names of the registry."""
        return list(_tokenizer(self).cut(text))

    def word_classes(self, text: str) -> list[Word]:
        """Return a text's words with their classes, cut where they are likeliest.

        Examples
        --------
        >>> [(word.start, word.word_class) for word in Rules("zh").word_classes("充分执行本决议")]
        [(0, 'd'), (2, 'v'), (4, 'r'), (5, 'n')]
        """
        words: list[Word] = []
        for run in _RUNS.finditer(text):
            if run.lastgroup == "chinese":
                words += _likeliest(run[0], run.start())
            else:
                words.append(Word(run.start(), run.end(), "n"))
        return _with_days(text, words)

    def words(self, text: str) -> Iterator[str]:
        """Yield the words of a text, without punctuation, figures and single characters.

        Examples
        --------
        >>> list(Rules("zh").words("请亚太经社会改善铁路连接"))
        ['亚太经社会', '改善', '铁路', '连接']
        """
        for word in _tokenizer(self).cut(text):
            if _WORD.fullmatch(word):
                yield word


def _with_days(text: str, words: list[Word]) -> list[Word]:
    """The words, where days before a verb are one each: 秘书长|2032年3月|举行会议; not 执行|2030年议程."""
    ends = {day.start(): day.end() for day in _DAY.finditer(text)}
    if not ends:
        return words
    numbers = {word.start: number for number, word in enumerate(words)}
    whole: list[Word] = []
    for word in words:
        behind = numbers.get(ends.get(word.start, -1))
        if whole and word.start < whole[-1].end:
            continue
        placed = bool(whole) and whole[-1].word_class == "p"  # 在|2030|年|之前: of a phrase of its own
        days = behind is not None and not placed and words[behind].word_class in "dpv"
        whole.append(Word(word.start, ends[word.start], "t") if days else word)
    return whole


def _branch(text: str) -> int | None:
    """The position of an earthly branch: 子 is 1."""
    return _BRANCHES.index(text) + 1 if len(text) == 1 and text in _BRANCHES else None


def _to_branch(value: int) -> str:
    return _BRANCHES[(value - 1) % len(_BRANCHES)]


def new_tokenizer() -> jieba.Tokenizer:
    """Return a tokenizer of our own: jieba's global one would keep what other code adds to it.

    It reads jieba's dictionary itself: what ``initialize`` keeps of it in the system's temporary folder is believed
    unseen, whoever wrote it there and however damaged it is.
    """
    import jieba

    tokenizer = jieba.Tokenizer()
    frequencies, tokenizer.total = _frequencies()
    tokenizer.FREQ = dict(frequencies)  # to which it may add
    tokenizer.initialized = True
    return tokenizer


@cache
def _frequencies() -> tuple[Mapping[str, int], int]:
    """How often each word of jieba's dictionary stands, what words begin with too, and all of them together."""
    import jieba

    reader = jieba.Tokenizer()
    frequencies, total = reader.gen_pfdict(reader.get_dict_file())
    return frequencies, total


def _likeliest(text: str, offset: int) -> list[Word]:
    """The words of a run of Chinese, by the product of how likely each is: as jieba cuts, without its guesses."""
    costs, longest = _costs(), int(load("zh/words")["longest"])
    length, unknown = len(text), costs[""][0]
    best, ends = [0.0] * (length + 1), [0] * length
    for start in range(length - 1, -1, -1):
        least, chosen = unknown + best[start + 1], start + 1
        for end in range(start + 1, min(length, start + longest) + 1):
            entry = costs.get(text[start:end])
            if entry is None:
                if end > start + 1:
                    break  # no word begins so
            elif (cost := entry[0] + best[end]) < least:
                least, chosen = cost, end
        best[start], ends[start] = least, chosen
    words: list[Word] = []
    start = 0
    while start < length:
        end = ends[start]
        cls = costs.get(text[start:end], ("", "n"))[1]
        denied = bool(words) and text[words[-1].start - offset : start] in load("zh/words")["denies"]
        cls = "v" if denied and cls == "n" else cls  # 不|补贴船只
        single = (
            bool(words) and cls == words[-1].word_class == "v" and end - start == words[-1].end - words[-1].start == 1
        )
        if single and text[words[-1].start - offset : end] not in load("zh/words")["apart"]:
            words[-1] = Word(words[-1].start, offset + end, "v")  # a verb that the dictionary lacks: 订定
        else:
            words.append(Word(offset + start, offset + end, cls))
        start = end
    return words


@cache
def _costs() -> dict[str, tuple[float, str]]:
    """How unlikely a word is (its negative logarithm) and its class, by jieba's dictionary; "" is any other character.

    jieba's own segmenter would take several times as long, and knows no classes.
    """
    import jieba

    table = load("zh/words")
    of_flag = {flag: cls for cls, flags in table["flags"].items() for flag in flags}
    line = re.compile(rf"^(\S{{1,{table['longest']}}}) (\d\d+) (\w)(\w?)", re.MULTILINE)
    with jieba.get_dict_file() as dictionary:
        text = dictionary.read().decode("utf-8")
    entries = {
        word: (int(times), of_flag.get(first + second, of_flag.get(first, "n")))
        for word, times, first, second in line.findall(text)
    }
    total = log(sum(times for times, _ in entries.values()))
    costs = {word: (total - log(times), cls) for word, (times, cls) in entries.items() if not _is_phrase(word, entries)}
    parties = load("zh/parties")
    heads = [word for kind in ("full", "shared", "office") for word in parties[kind]]
    for cls, words in [("n", heads), *table["classes"].items()]:
        for word in words:
            costs[word] = min(costs.get(word, (_OF_A_WORD,))[0], _OF_A_WORD), cls
    for word in table["apart"]:
        costs.pop(word, None)
    begins = {word[:end] for word in costs for end in range(2, len(word))}
    return dict.fromkeys(begins - costs.keys(), _NO_WORD) | costs | {"": (total, "n")}


def _is_phrase(word: str, entries: Mapping[str, tuple[int, str]]) -> bool:
    """Whether an entry of the dictionary is a verb and its object, or how and what is done: 采取措施, 积极支持."""
    if len(word) not in (4, 5):
        return False
    first, rest = (entries.get(part, (0, ""))[1] for part in (word[:-2], word[-2:]))
    return (first == "v" and len(word) == 4 and rest in ("n", "a", "v", "w", "d", "p")) or (
        first == "d" and rest == "v"
    )


@cache
def _tokenizer(chinese: Language) -> jieba.Tokenizer:
    tokenizer = new_tokenizer()
    for entry in chinese.bodies.values():
        former = (name["name"] for name in entry.get("former", ()))
        for name in (entry["name"], *entry.get("aliases", ()), *former):
            if re.fullmatch(r"[\u4e00-\u9fff]+", name):
                tokenizer.add_word(name, freq=_OF_THE_REGISTRY)
    return tokenizer
