"""Pages of the ondersteuningsaanbod for the schoolgids as the measurement opens them: arguments of a Pagina."""

from typing import Any

AANBODTEKSTDOELEN: dict[str, str] = {}
AANBODTEKSTPAGINAS: tuple[dict[str, Any], ...] = ()
AANBODTEKST_ZONDER: dict[str, str] = {}
