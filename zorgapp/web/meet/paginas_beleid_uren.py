"""Pages of hours, means and scenarios as the measurement opens them: arguments of a Pagina."""

from typing import Any

URENDOELEN: dict[str, str] = {}
URENPAGINAS: tuple[dict[str, Any], ...] = ()
UREN_ZONDER: dict[str, str] = {}
