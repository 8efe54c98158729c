"""Pages of policy and figures, by subject."""

from zorgapp.tests.e2e.bladen_beleid_aanbod import AANBODTEKST_VRIJGESTELD, AANBODTEKSTBLADEN
from zorgapp.tests.e2e.bladen_beleid_cijfers import CIJFER_VRIJGESTELD, CIJFERBLADEN
from zorgapp.tests.e2e.bladen_beleid_jaar import JAAR_VRIJGESTELD, JAARBLADEN
from zorgapp.tests.e2e.bladen_beleid_nieuws import NIEUWS_VRIJGESTELD, NIEUWSBLADEN
from zorgapp.tests.e2e.bladen_beleid_plan import PLAN_VRIJGESTELD, PLANBLADEN
from zorgapp.tests.e2e.bladen_beleid_protocol import PROTOCOL_VRIJGESTELD, PROTOCOLBLADEN
from zorgapp.tests.e2e.bladen_beleid_punt import PUNT_VRIJGESTELD, PUNTBLADEN
from zorgapp.tests.e2e.bladen_beleid_scholing import SCHOLING_VRIJGESTELD, SCHOLINGBLADEN
from zorgapp.tests.e2e.bladen_beleid_uren import UREN_VRIJGESTELD, URENBLADEN

BELEIDBLADEN: tuple[tuple, ...] = (
    *PLANBLADEN,
    *PUNTBLADEN,
    *JAARBLADEN,
    *SCHOLINGBLADEN,
    *AANBODTEKSTBLADEN,
    *PROTOCOLBLADEN,
    *URENBLADEN,
    *CIJFERBLADEN,
    *NIEUWSBLADEN,
)
BELEID_VRIJGESTELD: dict[str, str] = {
    **PLAN_VRIJGESTELD,
    **PUNT_VRIJGESTELD,
    **JAAR_VRIJGESTELD,
    **SCHOLING_VRIJGESTELD,
    **AANBODTEKST_VRIJGESTELD,
    **PROTOCOL_VRIJGESTELD,
    **UREN_VRIJGESTELD,
    **CIJFER_VRIJGESTELD,
    **NIEUWS_VRIJGESTELD,
}
