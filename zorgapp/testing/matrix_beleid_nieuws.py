"""The rows of the role matrix for news, what went well, the end of the day and the law watch: name, expected, method, args, data."""

NIEUWSRIJEN: tuple[tuple, ...] = ()
