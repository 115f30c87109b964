"""Across editions: links, series and calendars, against readers, plainer ways to link and the other language."""
