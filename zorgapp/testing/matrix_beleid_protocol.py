"""The rows of the role matrix for the protocolgids: name, expected, method, args, data."""

PROTOCOLRIJEN: tuple[tuple, ...] = ()
