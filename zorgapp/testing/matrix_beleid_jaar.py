"""The rows of the role matrix for the jaarkalender and scholing: name, expected, method, args, data."""

JAARRIJEN: tuple[tuple, ...] = ()
