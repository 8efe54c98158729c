"""Pages of hours, means and scenarios, as the arguments of a Blad: name, who, sql, query, state, status."""

URENBLADEN: tuple[tuple, ...] = ()
UREN_VRIJGESTELD: dict[str, str] = {}
