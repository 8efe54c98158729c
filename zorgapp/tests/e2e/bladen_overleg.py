"""Pages of meetings and agreements, as the arguments of a Blad: name, who, sql, query, state, status."""

OVERLEGBLADEN: tuple[tuple, ...] = ()
OVERLEG_VRIJGESTELD: dict[str, str] = {}
