"""Pages of news, what went well, the end of the day and the law watch as the measurement opens them: arguments of a Pagina."""

from typing import Any

NIEUWSDOELEN: dict[str, str] = {}
NIEUWSPAGINAS: tuple[dict[str, Any], ...] = ()
NIEUWS_ZONDER: dict[str, str] = {}
