"""The pass a pupil carries: his facilities in plain words, until when they hold, and never why (rule 41)."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse

from leerlingen.access import get_leerling, mentoren_van
from leerlingen.access_kaart import mag_melden, toekenningen_van
from leerlingen.kaartblad import is_geldig
from leerlingen.models import FaciliteitToekenning, Leerling
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import Document, Documentsoort


@dataclass(frozen=True, kw_only=True)
class Pasregel:
    """One facility as the pupil would say it: what, where and at which subjects."""

    wat: str
    waar: str
    vakken: str


@dataclass(frozen=True, kw_only=True)
class Pas(Document):
    """What stands on the pass."""

    leerling: str
    roepnaam: str
    klas: str
    mentoren: tuple[str, ...]
    geldig_tot: date
    regels: tuple[Pasregel, ...]


def _open(
    werkplek: Werkplek, object_id: int, handeling: Handeling
) -> tuple[Leerling, list[FaciliteitToekenning]]:
    """The pupil and what his card gives him today; 404 without a card that holds, and for who may not print it."""
    leerling, grond = get_leerling(werkplek, object_id, handeling)
    rijen = toekenningen_van(leerling.pk, werkplek.dag)
    if not mag_melden(grond) or not rijen or not is_geldig(werkplek, rijen[0].kaart):
        raise Http404("pas")
    return leerling, rijen


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> object:
    """Open the card for printing: coordinator and mentor, who hand it to the pupil."""
    return _open(werkplek, object_id, handeling)


def _regel(rij: FaciliteitToekenning) -> Pasregel:
    wat = f"{rij.faciliteit.naam}, {rij.bijzonderheid}" if rij.bijzonderheid else rij.faciliteit.naam
    return Pasregel(wat=wat, waar=rij.waar_telt, vakken=", ".join(rij.vakken) or "alle vakken")


def maak(werkplek: Werkplek, object_id: int) -> Pas:
    """The pass of the pupil `object_id` as his card is today."""
    leerling, rijen = _open(werkplek, object_id, Handeling.BEKEKEN)
    klas_nu = getattr(leerling, "klas_nu", None)
    return Pas(
        titel="Faciliteitenpas",
        school=werkplek.school.naam,
        wat="Faciliteitenpas",
        door=werkplek.user.naam,
        op=werkplek.dag,
        vertrouwelijk=False,
        leerling=leerling.naam,
        roepnaam=leerling.roepnaam,
        klas=getattr(leerling, "klasnaam", "") or "",
        mentoren=tuple(mentoren_van(klas_nu, werkplek)),
        geldig_tot=rijen[0].kaart.geldig_tot,
        regels=tuple(_regel(rij) for rij in rijen),
    )


PAS = Documentsoort(
    sleutel="faciliteitenpas",
    recht=Recht.KAART_MELDEN,
    deur=deur,
    maak=maak,
    template="pdf/pas.html",
    terug=lambda object_id: reverse("leerlingen:kaart", args=[object_id]),
)
