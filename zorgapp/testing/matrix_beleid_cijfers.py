"""The rows of the role matrix for the figures: name, expected, method, args, data."""

CIJFERRIJEN: tuple[tuple, ...] = ()
