"""What a page says of a view: sentences, tables and figures, every number from ``measures``.

``text`` speaks of one text, ``series`` of a series and of two editions, ``body`` and ``theme`` of one body or theme in
all that is at hand, ``due`` of what falls due. Where there is nothing to say, they say so.
"""
