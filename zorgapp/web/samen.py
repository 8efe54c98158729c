"""Questions of several floors in one statement, for the pages that have none to spare (DESIGN §9).

Each floor says what it asks and how it reads the answer; here they are put side by side. All of them bring along what the
menu counts: the dates of one's own agreements of today and before.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, QuerySet, Value

from beleid.access_lezen import TeLezen, lezen_delen, lezen_sinds, te_lezen, uit_lezen
from leerlingen.access import Grond, mag_contacten_zien, mentoren_van, mentornamen
from leerlingen.models import Leerling
from ondersteuning.access_klacht import eigen_klachtafspraken, open_klachtafspraken
from ondersteuning.access_wachtlijst import wachtplekken_vraag
from ondersteuning.klokken import begin_van
from ondersteuning.models import Klachtafspraak, Wachtplek
from overleg.access_afspraken import (
    VanLeerling,
    delen_van_leerling,
    eigen_dagen,
    uit_delen,
)
from overleg.access_coach import vraagt_aandacht
from overleg.access_rondvraag import rondvraag_nummers, wordt_gevraagd
from overleg.access_vertellen import Openstaand, openstaande, uit_rijen
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.rijbundel import bundel, ontbundel
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag


def mentoren_en_dagen(werkplek: Werkplek, klas_id: int | None) -> tuple[list[str], list[date] | None]:
    """Names of the mentors of a class, and one's own dates; None when they were not asked."""
    if klas_id is None or not werkplek.mag(Recht.AFSPRAAK):
        return mentoren_van(klas_id, werkplek), None
    [(namen, dagen)] = _mentoren_en_dagen.lees(werkplek, klas_id)
    return namen, dagen


@vaste_vraag
def _mentoren_en_dagen(werkplek: Werkplek, klas_id: int) -> QuerySet:
    return School.objects.filter(pk=werkplek.school.pk).values_list(
        ArraySubquery(mentornamen(klas_id, werkplek.dag)), ArraySubquery(eigen_dagen(werkplek))
    )


@dataclass(frozen=True)
class Wacht:
    """Agreements after a complaint, one's own dates (None: not asked), questions of the coachlijn with something new,
    what one is asked before a meeting, whom one is to tell what was agreed, and what one is asked to read."""

    klachtafspraken: list[Klachtafspraak]
    dagen: list[date] | None
    coachvragen: list[int]
    rondvragen: list[int]
    vertellen: Openstaand | None
    lezen: list[TeLezen]


def wat_wacht(werkplek: Werkplek) -> Wacht:
    """What waits for one person himself, of four floors in one statement."""
    if not werkplek.mag(Recht.AFSPRAAK):
        return Wacht(open_klachtafspraken(werkplek), None, [], [], None, te_lezen(werkplek))
    [(gebundeld, dagen, coachvragen, rondvragen, wie, namen, *lezen)] = _wat_wacht.lees(
        werkplek,
        werkplek.mag(Recht.COACHLIJN),
        wordt_gevraagd(werkplek),
        begin_van(werkplek.dag),
        lezen_sinds(werkplek.dag),
        str(Schooljaar.van(werkplek.dag).beginjaar),
    )
    klachten = ontbundel(eigen_klachtafspraken(werkplek), gebundeld)
    vertellen = uit_rijen(werkplek, list(zip(wie or [], namen or [], strict=True)))
    om_te_lezen = uit_lezen(lezen) if werkplek.mag(Recht.BELEID) else []
    return Wacht(klachten, dagen, coachvragen or [], rondvragen or [], vertellen, om_te_lezen)


@vaste_vraag
def _wat_wacht(
    werkplek: Werkplek, coachlijn: bool, les: bool, vandaag: datetime, nieuws_sinds: datetime, beginjaar: str
) -> QuerySet:
    coachvragen = ArraySubquery(vraagt_aandacht(werkplek)) if coachlijn else Value(0)
    rondvragen = ArraySubquery(rondvraag_nummers(werkplek, vandaag)) if les else Value(0, BigIntegerField())
    return School.objects.filter(pk=werkplek.school.pk).values_list(
        bundel(eigen_klachtafspraken(werkplek)),
        ArraySubquery(eigen_dagen(werkplek)),
        coachvragen,
        rondvragen,
        ArraySubquery(openstaande(werkplek, werkplek.dag).values("mentor_id")),
        ArraySubquery(openstaande(werkplek, werkplek.dag).values("punt__leerling__roepnaam")),
        *lezen_delen(werkplek, beginjaar, nieuws_sinds),
    )


def wacht_en_afspraken(
    werkplek: Werkplek, leerling: Leerling, grond: Grond
) -> tuple[list[Wachtplek], VanLeerling | None]:
    """What the pupil of an opened file waits for, as far as this person sees his support, and the agreements about him."""
    if not werkplek.mag(Recht.AFSPRAAK):
        return [], None
    vol = mag_contacten_zien(werkplek, grond)
    [(gebundeld, *delen)] = _wacht_en_afspraken.lees(werkplek, leerling.pk, vol)
    plekken = ontbundel(wachtplekken_vraag(werkplek.school.pk, leerling.pk), gebundeld) if vol else []
    return plekken, uit_delen(werkplek, leerling, delen)


@vaste_vraag
def _wacht_en_afspraken(werkplek: Werkplek, leerling_id: int, vol: bool) -> QuerySet:
    plekken = wachtplekken_vraag(werkplek.school.pk, leerling_id)
    wacht = bundel(plekken) if vol else Value(0)
    return School.objects.filter(pk=werkplek.school.pk).values_list(
        wacht, *delen_van_leerling(werkplek, leerling_id)
    )
