"""Pages of ontwikkelingsperspectieven as the measurement opens them: arguments of a Pagina."""

from typing import Any

OPPDOELEN: dict[str, str] = {}
OPPPAGINAS: tuple[dict[str, Any], ...] = ()
OPP_ZONDER: dict[str, str] = {}
