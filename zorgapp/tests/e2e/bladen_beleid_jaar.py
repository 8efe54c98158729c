"""Pages of the jaarkalender and scholing, as the arguments of a Blad: name, who, sql, query, state, status."""

JAARBLADEN: tuple[tuple, ...] = ()
JAAR_VRIJGESTELD: dict[str, str] = {}
