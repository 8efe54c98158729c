"""The rows of the role matrix for the development point, what waits, and the page Beleid en jaar: name, expected, method, args, data."""

PUNTRIJEN: tuple[tuple, ...] = ()
