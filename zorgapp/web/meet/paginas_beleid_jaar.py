"""Pages of the jaarkalender and scholing as the measurement opens them: arguments of a Pagina."""

from typing import Any

JAARDOELEN: dict[str, str] = {}
JAARPAGINAS: tuple[dict[str, Any], ...] = ()
JAAR_ZONDER: dict[str, str] = {}
