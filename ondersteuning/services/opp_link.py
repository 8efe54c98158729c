"""Making, opening, using up and withdrawing personal links, for pupil and parents alike."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import Http404
from django.utils import timezone

from ondersteuning.access_opp import get_opp_slot
from ondersteuning.access_opp_link import Linkbezoek, leeft, zoek_link
from ondersteuning.mails_opp import adres_van, mailadres
from ondersteuning.models import Instemmingverzoek, Linkmail, Linksoort, Opp, OppLink, OppStatus
from ondersteuning.opp.linksleutel import kaal, nieuwe_code, sleutel_van, vingerafdruk
from ondersteuning.tasks import verstuur_link
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.inzage import inzage_via_link
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.taken import na_commit

DAAD = {Linksoort.HOORRECHT: "horen", Linksoort.INSTEMMING: "schrijven"}
"""What somebody must be allowed to do with the OPP to give such a link."""
GROND = {Linksoort.HOORRECHT: "link_leerling", Linksoort.INSTEMMING: "link_gevraagde"}
"""The reason in the read log; who made the link stands beside it."""


class LinkDood(Exception):
    """The link no longer works; nothing was written."""


class Geweigerd(Enum):
    """Why a link did not open; a dead one never says why."""

    CODE = "code"
    DOOD = "dood"


@dataclass(frozen=True)
class Nieuwelink:
    """A link as it is shown once: its full address and the code, of which only digests are kept."""

    link: OppLink
    adres: str
    code: str


@transaction.atomic
def link_maken(
    *,
    door: Werkplek,
    soort: Linksoort,
    opp: Opp,
    ronde: int,
    verzoek: Instemmingverzoek | None = None,
    dagen: int | None = None,
    per_mail: bool = False,
    op: datetime,
) -> Nieuwelink:
    """Make a link for the pupil, or for one person who was asked; an earlier one of the same person stops working.

    It ends after `dagen` (school setting). With `per_mail` the address goes out at once, without name or code. Raises
    404 and PermissionDenied from the door, ValidationError at `hoe` when no mail address is known, and 404 for a
    question about another OPP.
    """
    rij, _ = get_opp_slot(door, opp.pk, daad=DAAD[soort])
    if verzoek is not None and verzoek.oppversie.opp_id != rij.pk:
        raise Http404("verzoek")
    if rij.status == OppStatus.AFGESLOTEN:
        raise ValidationError("Dit ontwikkelingsperspectief is afgesloten.")
    if per_mail and not mailadres(rij.leerling, verzoek):
        raise ValidationError({"hoe": "Er is geen mailadres bekend. Geef de link op papier."})
    zelfde = OppLink.objects.filter(opp=rij, soort=soort, verzoek=verzoek, gebruikt_op__isnull=True)
    zelfde.filter(ingetrokken_op__isnull=True).update(ingetrokken_op=op)
    code = nieuwe_code()
    codehash = make_password(code)
    link = OppLink.objects.create(
        school=door.school,
        opp=rij,
        soort=soort,
        ronde=ronde,
        verzoek=verzoek,
        sleutel=vingerafdruk(sleutel_van(door.school.pk, codehash)),
        code=codehash,
        verloopt_op=op + timedelta(days=instelling("opp_link", door.dag) if dagen is None else dagen),
        gemaakt_door=door.user,
        gemaakt_op=op,
        mail=Linkmail.GEPLAND if per_mail else Linkmail.PAPIER,
    )
    if per_mail:
        na_commit(verstuur_link, door.school.pk, link.pk)
    return Nieuwelink(link, adres_van(link), code)


@transaction.atomic
def link_openen(*, token: str, code: str, op: datetime) -> Linkbezoek | Geweigerd:
    """Try a code on a link: the visit, CODE (counted, the fifth kills the link) or DOOD for whatever reason.

    A dead or forged link costs as much time as a wrong code. Something that cannot be a code is CODE and not counted.
    """
    dag = timezone.localdate(op)
    link = zoek_link(token, slot=True)
    getypt = kaal(code)
    if link is None or not leeft(link, op, dag):
        make_password(getypt or "")
        return Geweigerd.DOOD
    if getypt is None:
        return Geweigerd.CODE
    if not check_password(getypt, link.code):
        OppLink.objects.filter(pk=link.pk).update(pogingen=F("pogingen") + 1)
        return Geweigerd.DOOD if link.pogingen + 1 >= OppLink.MAX_POGINGEN else Geweigerd.CODE
    _leg_inzage_vast(link, Handeling.BEKEKEN)
    return Linkbezoek(link, dag)


def _leg_inzage_vast(link: OppLink, handeling: Handeling) -> None:
    """Append to the read log what a visitor did."""
    inzage_via_link(
        school_id=link.school_id,
        gegeven_door_id=link.gemaakt_door_id,
        leerling_id=link.opp.leerling_id,
        onderwerp="opplink",
        onderwerp_id=link.pk,
        grond=GROND[Linksoort(link.soort)],
        handeling=handeling,
    )


def link_vasthouden(*, bezoek: Linkbezoek, op: datetime) -> OppLink:
    """Lock a link till the end of the transaction without using it up; raises LinkDood when it died meanwhile."""
    link = OppLink.objects.select_related("school", "opp__leerling", "verzoek__contact")
    rij = link.select_for_update(of=("self",)).get(pk=bezoek.link.pk)
    if not leeft(rij, op, bezoek.dag):
        raise LinkDood
    return rij


def link_opmaken(*, bezoek: Linkbezoek, op: datetime) -> OppLink:
    """Use a link up, in the transaction of what it was used for; raises LinkDood when it died meanwhile.

    The row stays locked till the end of that transaction, so that of two sends one comes through.
    """
    rij = link_vasthouden(bezoek=bezoek, op=op)
    OppLink.objects.filter(pk=rij.pk).update(gebruikt_op=op)
    return rij


def download_vastleggen(bezoek: Linkbezoek) -> None:
    """Append to the read log that a visitor took a file with him."""
    _leg_inzage_vast(bezoek.link, Handeling.GEDOWNLOAD)


@transaction.atomic
def link_intrekken(*, door: Werkplek, pk: int, op: datetime) -> OppLink:
    """Stop a link from working; twice is once. 404 for a link of an OPP one may not read, 403 without the right."""
    link = OppLink.objects.filter(school=door.school, pk=pk).first()
    if link is None:
        raise Http404("link")
    get_opp_slot(door, link.opp_id, daad=DAAD[Linksoort(link.soort)])
    OppLink.objects.filter(pk=pk, ingetrokken_op__isnull=True, gebruikt_op__isnull=True).update(
        ingetrokken_op=op
    )
    return link
