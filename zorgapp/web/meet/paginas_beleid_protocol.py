"""Pages of the protocolgids as the measurement opens them: arguments of a Pagina."""

from typing import Any

PROTOCOLDOELEN: dict[str, str] = {}
PROTOCOLPAGINAS: tuple[dict[str, Any], ...] = ()
PROTOCOL_ZONDER: dict[str, str] = {}
