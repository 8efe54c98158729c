"""Pages of the development point, what waits, and the page Beleid en jaar, as the arguments of a Blad: name, who, sql, query, state, status."""

PUNTBLADEN: tuple[tuple, ...] = ()
PUNT_VRIJGESTELD: dict[str, str] = {}
