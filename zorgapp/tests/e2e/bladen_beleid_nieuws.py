"""Pages of news, what went well, the end of the day and the law watch, as the arguments of a Blad: name, who, sql, query, state, status."""

NIEUWSBLADEN: tuple[tuple, ...] = ()
NIEUWS_VRIJGESTELD: dict[str, str] = {}
