"""Pages of meetings and agreements as the measurement opens them: arguments of a Pagina."""

from typing import Any

OVERLEGDOELEN: dict[str, str] = {}
OVERLEGPAGINAS: tuple[dict[str, Any], ...] = ()
OVERLEG_ZONDER: dict[str, str] = {}
