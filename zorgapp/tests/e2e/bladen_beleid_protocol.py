"""Pages of the protocolgids, as the arguments of a Blad: name, who, sql, query, state, status."""

PROTOCOLBLADEN: tuple[tuple, ...] = ()
PROTOCOL_VRIJGESTELD: dict[str, str] = {}
