"""Pages of the figures, as the arguments of a Blad: name, who, sql, query, state, status."""

CIJFERBLADEN: tuple[tuple, ...] = ()
CIJFER_VRIJGESTELD: dict[str, str] = {}
