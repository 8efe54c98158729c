"""Pages of meetings and agreements as the measurement opens them: arguments of a Pagina."""

from typing import Any

from zorgapp.web.meet.paginas_afspraken import AFSPRAAK_ZONDER, AFSPRAAKDOELEN, AFSPRAAKPAGINAS
from zorgapp.web.meet.paginas_live import LIVE_ZONDER, LIVEDOELEN, LIVEPAGINAS
from zorgapp.web.meet.paginas_plannen import PLAN_ZONDER, PLANDOELEN, PLANPAGINAS

OVERLEGDOELEN: dict[str, str] = {**PLANDOELEN, **AFSPRAAKDOELEN, **LIVEDOELEN}
OVERLEGPAGINAS: tuple[dict[str, Any], ...] = (
    *PLANPAGINAS,
    *AFSPRAAKPAGINAS,
    *LIVEPAGINAS,
)
OVERLEG_ZONDER: dict[str, str] = {**PLAN_ZONDER, **AFSPRAAK_ZONDER, **LIVE_ZONDER}
