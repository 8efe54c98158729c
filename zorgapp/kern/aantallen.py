"""Numbers with their word, in the singular for one."""


def vorm_bij(aantal: int, een: str, meer: str) -> str:
    """Return `een` for one, `meer` for any other number."""
    return een if aantal == 1 else meer


def hoeveel(aantal: int, een: str, meer: str) -> str:
    """Return "1 plek", "3 plekken", "0 plekken"."""
    return f"{aantal} {vorm_bij(aantal, een, meer)}"
