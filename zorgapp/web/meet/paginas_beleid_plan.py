"""Pages of the yearly plan as the measurement opens them: arguments of a Pagina."""

from typing import Any

PLANDOELEN: dict[str, str] = {}
PLANPAGINAS: tuple[dict[str, Any], ...] = ()
PLAN_ZONDER: dict[str, str] = {}
