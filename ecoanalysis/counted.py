"""A number with its noun, for the messages of the command line."""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it takes one.

    Examples
    --------
    >>> counted(1, "page"), counted(0, "page")
    ('1 page', '0 pages')
    """
    return f"{number} {noun}" + ("" if number == 1 else "s")
