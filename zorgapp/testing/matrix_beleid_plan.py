"""The rows of the role matrix for the yearly plan: name, expected, method, args, data."""

PLANRIJEN: tuple[tuple, ...] = ()
