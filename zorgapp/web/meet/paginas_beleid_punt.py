"""Pages of the development point, what waits, and the page Beleid en jaar as the measurement opens them: arguments of a Pagina."""

from typing import Any

PUNTDOELEN: dict[str, str] = {}
PUNTPAGINAS: tuple[dict[str, Any], ...] = ()
PUNT_ZONDER: dict[str, str] = {}
