"""Pages of policy and figures as the measurement opens them, by subject."""

from typing import Any

from zorgapp.web.meet.paginas_beleid_aanbod import AANBODTEKST_ZONDER, AANBODTEKSTDOELEN, AANBODTEKSTPAGINAS
from zorgapp.web.meet.paginas_beleid_cijfers import CIJFER_ZONDER, CIJFERDOELEN, CIJFERPAGINAS
from zorgapp.web.meet.paginas_beleid_jaar import JAAR_ZONDER, JAARDOELEN, JAARPAGINAS
from zorgapp.web.meet.paginas_beleid_nieuws import NIEUWS_ZONDER, NIEUWSDOELEN, NIEUWSPAGINAS
from zorgapp.web.meet.paginas_beleid_plan import PLAN_ZONDER, PLANDOELEN, PLANPAGINAS
from zorgapp.web.meet.paginas_beleid_protocol import PROTOCOL_ZONDER, PROTOCOLDOELEN, PROTOCOLPAGINAS
from zorgapp.web.meet.paginas_beleid_punt import PUNT_ZONDER, PUNTDOELEN, PUNTPAGINAS
from zorgapp.web.meet.paginas_beleid_scholing import SCHOLING_ZONDER, SCHOLINGDOELEN, SCHOLINGPAGINAS
from zorgapp.web.meet.paginas_beleid_uren import UREN_ZONDER, URENDOELEN, URENPAGINAS

BELEIDDOELEN: dict[str, str] = {
    **PLANDOELEN,
    **PUNTDOELEN,
    **JAARDOELEN,
    **SCHOLINGDOELEN,
    **AANBODTEKSTDOELEN,
    **PROTOCOLDOELEN,
    **URENDOELEN,
    **CIJFERDOELEN,
    **NIEUWSDOELEN,
}
BELEIDPAGINAS: tuple[dict[str, Any], ...] = (
    *PLANPAGINAS,
    *PUNTPAGINAS,
    *JAARPAGINAS,
    *SCHOLINGPAGINAS,
    *AANBODTEKSTPAGINAS,
    *PROTOCOLPAGINAS,
    *URENPAGINAS,
    *CIJFERPAGINAS,
    *NIEUWSPAGINAS,
)
BELEID_ZONDER: dict[str, str] = {
    **PLAN_ZONDER,
    **PUNT_ZONDER,
    **JAAR_ZONDER,
    **SCHOLING_ZONDER,
    **AANBODTEKST_ZONDER,
    **PROTOCOL_ZONDER,
    **UREN_ZONDER,
    **CIJFER_ZONDER,
    **NIEUWS_ZONDER,
}
