"""Pages of the yearly plan, as the arguments of a Blad: name, who, sql, query, state, status."""

PLANBLADEN: tuple[tuple, ...] = ()
PLAN_VRIJGESTELD: dict[str, str] = {}
