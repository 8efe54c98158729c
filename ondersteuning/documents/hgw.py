"""An HGW form on paper: what was filled in, with the views of pupil and parents printed with it (DOMAIN 48)."""

from dataclasses import dataclass, field

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.zienswijzen import zienswijzen_bij
from ondersteuning.access_hgw import get_hgw
from ondersteuning.hgwlezen import Leesdeel, lees
from ondersteuning.models import HgwStatus
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "hgw-formulier"


@dataclass(frozen=True, kw_only=True)
class HgwDocument(Document):
    """One finished version; `zienswijzen` are (who, on which day, what he said)."""

    naam: str
    roepnaam: str
    versie: int
    eigenaar: str
    vastgesteld: str
    terug: str
    delen: tuple[Leesdeel, ...]
    effect: str = ""
    zienswijzen: tuple[tuple[str, str, str], ...] = field(default=())


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Open and log a finished version; 404 for a draft, and for who may not read the form whole."""
    hgw, _ = get_hgw(werkplek, object_id, handeling=handeling)
    if hgw.status == HgwStatus.CONCEPT:
        raise Http404("hgw")


def maak(werkplek: Werkplek, object_id: int) -> HgwDocument:
    """Return the page of a finished version, with the rights of this moment."""
    hgw, _ = get_hgw(werkplek, object_id)
    if hgw.status == HgwStatus.CONCEPT or hgw.vastgesteld_op is None or hgw.evaluatie_op is None:
        raise Http404("hgw")
    vast = timezone.localdate(hgw.vastgesteld_op)
    return HgwDocument(
        titel="Handelingsgericht werken",
        school=werkplek.school.naam,
        wat=f"HGW-formulier, versie {hgw.nummer}",
        door=werkplek.user.naam,
        op=werkplek.dag,
        naam=hgw.leerling.naam,
        roepnaam=hgw.leerling.roepnaam,
        versie=hgw.nummer,
        eigenaar=hgw.eigenaar.naam,
        vastgesteld=f"{dag_maand(vast)} {vast.year}",
        terug=f"{dag_maand(hgw.evaluatie_op)} {hgw.evaluatie_op.year}",
        delen=tuple(lees(hgw)),
        effect=hgw.effect,
        zienswijzen=tuple(
            (f"{z.van_naam}, {z.van_relatie}", f"{dag_maand(z.gegeven_op)} {z.gegeven_op.year}", z.tekst)
            for z in zienswijzen_bij(werkplek, f"hgw:{hgw.pk}")
        ),
    )


def terug(object_id: int) -> str:
    """The page it was asked from."""
    return reverse("ondersteuning:hgw", args=[object_id])


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.LEERLING_INZIEN,
    deur=deur,
    maak=maak,
    template="ondersteuning/hgw/papier.html",
    terug=terug,
)
