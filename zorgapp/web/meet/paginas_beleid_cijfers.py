"""Pages of the figures as the measurement opens them: arguments of a Pagina."""

from typing import Any

CIJFERDOELEN: dict[str, str] = {}
CIJFERPAGINAS: tuple[dict[str, Any], ...] = ()
CIJFER_ZONDER: dict[str, str] = {}
