"""The rows of the role matrix for hours, means and scenarios: name, expected, method, args, data."""

URENRIJEN: tuple[tuple, ...] = ()
