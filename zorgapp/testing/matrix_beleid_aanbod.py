"""The rows of the role matrix for the ondersteuningsaanbod for the schoolgids: name, expected, method, args, data."""

AANBODTEKSTRIJEN: tuple[tuple, ...] = ()
