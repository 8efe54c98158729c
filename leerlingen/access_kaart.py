"""The doors to facility cards, their reason and what stands around them. The pupil himself comes from `get_leerling`."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import Http404

from leerlingen.access import Grond, Toegangsgrond, mag_contacten_zien
from leerlingen.models import (
    Faciliteit,
    Faciliteitenkaart,
    FaciliteitMelding,
    FaciliteitToekenning,
    Handelingsadvies,
    Kaartgrond,
    Kaartversie,
    Leerling,
)
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

MELDINGEN_MEEST, VERSIES_MEEST = 12, 12


def mag_wijzigen(grond: Grond) -> bool:
    """Only the coordinator writes a card (DOMAIN 7.4)."""
    return grond.grond == Toegangsgrond.ZORGCOORDINATOR


def mag_melden(grond: Grond) -> bool:
    """Coordinator and mentor say what was not given, and see which teachers read the card."""
    return grond.een_van(Toegangsgrond.ZORGCOORDINATOR, Toegangsgrond.MENTOR)


def mag_adviseren(werkplek: Werkplek, grond: Grond) -> bool:
    """Coordinator, mentor and the assigned begeleider write advice for in the lesson."""
    return mag_contacten_zien(werkplek, grond)


def mag_grond_zien(werkplek: Werkplek, grond: Grond) -> bool:
    """The reason of a card: coordinator and assigned begeleider; no teacher, and so no mentor (rule 41)."""
    return grond.grond != Toegangsgrond.MENTOR and mag_contacten_zien(werkplek, grond)


def kaart_van(leerling_id: int) -> Faciliteitenkaart | None:
    """The card of an opened pupil, also when it does not hold (any more)."""
    return _kaart.een(leerling_id)


@vaste_vraag
def _kaart(leerling_id: int) -> QuerySet:
    return Faciliteitenkaart.objects.filter(leerling_id=leerling_id).select_related("gewijzigd_door")


def kaart_op_slot(door: Werkplek, leerling_id: int) -> Faciliteitenkaart | None:
    """Lock the card of a pupil whom the caller opened before; for services."""
    return (
        Faciliteitenkaart.objects.filter(school=door.school, leerling=leerling_id).select_for_update().first()
    )


def toekenningen_van(leerling_id: int, dag: date) -> list[FaciliteitToekenning]:
    """What runs on the card of an opened pupil on `dag`, with its facility, its card and in its order."""
    return _toekenningen.lees(leerling_id, dag)


@vaste_vraag
def _toekenningen(leerling_id: int, dag: date) -> QuerySet:
    rijen = FaciliteitToekenning.objects.lopend(dag).filter(kaart__leerling_id=leerling_id)
    return rijen.select_related("faciliteit", "kaart").op_volgorde()


def get_toekenning(leerling_id: int, pk: int) -> FaciliteitToekenning:
    """One facility on the card of an opened pupil, ended ones too; 404 otherwise."""
    rijen = FaciliteitToekenning.objects.filter(kaart__leerling_id=leerling_id, pk=pk)
    rij = rijen.select_related("faciliteit", "kaart").first()
    if rij is None:
        raise Http404
    return rij


def get_kaartgrond(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Kaartgrond | None:
    """The reason of a card, for who may see it; 404 for others. A look of its own in the log."""
    if not mag_grond_zien(werkplek, grond):
        raise Http404
    rij = (
        Kaartgrond.vertrouwelijk.filter(kaart__leerling_id=leerling.pk)
        .select_related("vastgelegd_door")
        .first()
    )
    inzage_vastleggen(
        door=werkplek,
        onderwerp="kaartgrond",
        onderwerp_id=rij.pk if rij else leerling.pk,
        leerling_id=leerling.pk,
        grond=grond.grond,
        namens_id=grond.namens_id,
    )
    return rij


def heeft_verklaring(kaart: Faciliteitenkaart) -> bool:
    """Whether a statement of an expert is recorded; for services (rule 57)."""
    return Kaartgrond.vertrouwelijk.filter(kaart=kaart, verklaring=True).exists()


def versies_van(kaart: Faciliteitenkaart) -> list[Kaartversie]:
    """What changed on a card, newest first, with who did it."""
    return _versies.lees(kaart.pk)


@vaste_vraag
def _versies(kaart_id: int) -> QuerySet:
    rijen = Kaartversie.objects.filter(kaart_id=kaart_id).select_related("door")
    return rijen.order_by("-versie")[:VERSIES_MEEST]


def adviezen_van(leerling_id: int, dag: date) -> list[Handelingsadvies]:
    """Advice for in the lesson that runs on `dag`, with its writer."""
    return _adviezen.lees(leerling_id, dag)


@vaste_vraag
def _adviezen(leerling_id: int, dag: date) -> QuerySet:
    rijen = Handelingsadvies.objects.lopend(dag).filter(leerling_id=leerling_id)
    return rijen.select_related("door").op_volgorde()


def get_advies(leerling_id: int, pk: int) -> Handelingsadvies:
    """One advice about an opened pupil; 404 otherwise."""
    rij = Handelingsadvies.objects.filter(leerling_id=leerling_id, pk=pk).first()
    if rij is None:
        raise Http404
    return rij


def meldingen_van(leerling_id: int, grond: Grond) -> list[FaciliteitMelding]:
    """What this pupil did not get, newest first, for coordinator and mentor; never with a teacher."""
    return _meldingen.lees(leerling_id) if mag_melden(grond) else []


@vaste_vraag
def _meldingen(leerling_id: int) -> QuerySet:
    rijen = FaciliteitMelding.objects.filter(leerling_id=leerling_id).annotate(
        naam=F("toekenning__faciliteit__naam")
    )
    return rijen.order_by("-dag", "-pk")[:MELDINGEN_MEEST]


def get_melding(werkplek: Werkplek, leerling_id: int, pk: int, grond: Grond) -> FaciliteitMelding:
    """One report, for who made it and the coordinator; 404 for others."""
    rij = FaciliteitMelding.objects.filter(leerling_id=leerling_id, pk=pk).first()
    if rij is None or not (mag_wijzigen(grond) or rij.door_id == werkplek.user.pk):
        raise Http404
    return rij


def eis(voorwaarde: bool) -> None:
    """403 for who may see a card but not do this."""
    if not voorwaarde:
        raise PermissionDenied("dit mag je op deze kaart niet")


def faciliteiten(werkplek: Werkplek) -> Sequence[Faciliteit]:
    """The school's catalogue as it may be granted now."""
    return _faciliteiten.lees(werkplek.school.pk)


@vaste_vraag
def _faciliteiten(school_id: int) -> QuerySet:
    return Faciliteit.objects.in_gebruik().filter(school_id=school_id).op_volgorde()


def get_faciliteit(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Faciliteit:
    """One entry of the catalogue that is in use; 404 otherwise."""
    rijen = Faciliteit.objects.in_gebruik().filter(Q(school=werkplek.school), pk=pk)
    rij = (rijen.select_for_update() if slot else rijen).first()
    if rij is None:
        raise Http404
    return rij
