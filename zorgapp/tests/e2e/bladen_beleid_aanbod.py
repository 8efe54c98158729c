"""Pages of the ondersteuningsaanbod for the schoolgids, as the arguments of a Blad: name, who, sql, query, state, status."""

AANBODTEKSTBLADEN: tuple[tuple, ...] = ()
AANBODTEKST_VRIJGESTELD: dict[str, str] = {}
