"""Pages of meetings and agreements as the measurement opens them: arguments of a Pagina."""

from typing import Any

from zorgapp.web.meet.paginas_afspraken import AFSPRAAK_ZONDER, AFSPRAAKDOELEN, AFSPRAAKPAGINAS

OVERLEGDOELEN: dict[str, str] = {**AFSPRAAKDOELEN}
OVERLEGPAGINAS: tuple[dict[str, Any], ...] = (*AFSPRAAKPAGINAS,)
OVERLEG_ZONDER: dict[str, str] = {**AFSPRAAK_ZONDER}
