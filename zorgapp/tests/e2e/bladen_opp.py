"""Pages of ontwikkelingsperspectieven, as the arguments of a Blad: name, who, sql, query, state, status."""

OPPBLADEN: tuple[tuple, ...] = ()
OPP_VRIJGESTELD: dict[str, str] = {}
