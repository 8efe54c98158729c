"""The only doors to personal links: for who follows one without an account, and for the staff that made it.

A link lives until its end, its use, its withdrawal, too many wrong codes, or until what it was made for no longer
stands. Whatever the reason, a dead link gives the same answer as one that never was.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, QuerySet

from leerlingen.models import Leerling
from leerlingen.models.leerling import Gezag
from ondersteuning.models import Hoorrecht, Linksoort, Opp, OppLink, OppStatus, OppVersie
from ondersteuning.opp.linksleutel import uit_token, vingerafdruk
from ondersteuning.opp.termijnen import meerderjarig
from zorgapp.accounts.context import zet_context
from zorgapp.kern.vastevraag import vaste_vraag

GETOOND = 10


@dataclass(frozen=True)
class Linkbezoek:
    """Somebody without an account who typed the code of a link; `link` comes with its OPP, pupil, school and question.

    bewijs: what his form sends along, so that no other site can send it for him.
    """

    link: OppLink
    dag: date
    bewijs: str = ""

    @property
    def opp(self) -> Opp:
        return self.link.opp

    @property
    def leerling(self) -> Leerling:
        return self.link.opp.leerling

    @property
    def naam(self) -> str:
        """Whose link it is: the parent who was asked, or the pupil."""
        return self.link.verzoek.naam if self.link.verzoek else self.leerling.naam


def zoek_link(token: str, *, slot: bool = False) -> OppLink | None:
    """Set the school of an address for the rest of the transaction and find its link, dead or alive; None: not ours.

    A forged address asks the same question in no school at all. `slot` locks the row.
    """
    gevonden = uit_token(token)
    zet_context(gevonden[0] if gevonden else None)
    rijen = OppLink.objects.filter(sleutel=vingerafdruk(gevonden[1] if gevonden else token))
    rijen = rijen.select_related("school", "opp__leerling", "verzoek__contact")
    return (rijen.select_for_update(of=("self",)) if slot else rijen).first()


def leeft(link: OppLink | None, op: datetime, dag: date) -> bool:
    """Say whether a link still opens at `op`; `dag` is the local date of it."""
    if link is None or link.verloopt_op <= op or link.pogingen >= OppLink.MAX_POGINGEN:
        return False
    if link.gebruikt_op or link.ingetrokken_op or link.opp.status == OppStatus.AFGESLOTEN:
        return False
    return _vraag_staat(link, dag) if link.soort == Linksoort.INSTEMMING else _ronde_loopt(link)


def _vraag_staat(link: OppLink, dag: date) -> bool:
    """The question was not withdrawn, and who was asked may still read this: gezag, and not after the 18th birthday."""
    verzoek = link.verzoek
    if verzoek is None or verzoek.vervallen_op is not None:
        return False
    contact = verzoek.contact
    if contact is None:
        return True
    mag = contact.gezag == Gezag.JA and contact.beeindigd_op is None
    return mag and not meerderjarig(link.opp.leerling.geboortedatum, dag)


def _ronde_loopt(link: OppLink) -> bool:
    hoogste = OppVersie.objects.filter(opp=link.opp_id).aggregate(ronde=Max("ronde"))["ronde"]
    return link.ronde == hoogste and Hoorrecht.objects.filter(opp=link.opp_id, ronde=link.ronde).exists()


def links_van(opp_id: int, soort: Linksoort) -> list[OppLink]:
    """The last links of one kind for one OPP, the newest first; only after the OPP was opened."""
    return _links.lees(opp_id, soort)


@vaste_vraag
def _links(opp_id: int, soort: Linksoort) -> QuerySet:
    rijen = OppLink.objects.filter(opp_id=opp_id, soort=soort)
    rijen = rijen.select_related("gemaakt_door", "opp__leerling", "verzoek__contact")
    return rijen.order_by("-gemaakt_op", "-pk")[:GETOOND]
