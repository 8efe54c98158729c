"""What the triage board shows, read in as few statements as it can be."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from leerlingen.access import mentoren_van
from leerlingen.models import Plaatsing
from ondersteuning.access import (
    EERST_ACUUT,
    aantallen,
    besluiten_van,
    get_signaal_voor_triage,
    signaal_ingezien,
    signalen_op_bord,
)
from ondersteuning.models import Signaal, SignaalVerband, Triagebesluit, VervolgStatus
from ondersteuning.workflow import TOEGESTAAN, Besluit, SignaalStatus
from zorgapp.accounts.instellingen import instelling_en_vrij
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA_RUIM, TEL_TOT, Bereik, Pagina, geteld, vaste_bladzijde
from zorgapp.kern.schooljaar import na_schooldagen
from zorgapp.kern.vastevraag import vaste_vraag

EERDER = timedelta(days=120)
MEEST_EERDER = 5
VOLGORDE: dict[SignaalStatus, tuple[Any, ...]] = {
    SignaalStatus.NIEUW: EERST_ACUUT,
    SignaalStatus.LOOPT: ("-ingediend_op", "-pk"),
    SignaalStatus.BEOORDEELD: ("-ingediend_op", "-pk"),
}


@dataclass(frozen=True)
class Lijst:
    """The left column: one filter's signals and the counts of all three."""

    status: SignaalStatus
    tellingen: dict[SignaalStatus, int]
    pagina: Pagina

    @property
    def filters(self) -> list[tuple[str, str, str]]:
        """Value, label and count of the three filters."""
        return [(s.value, str(s.label), geteld(self.tellingen[s])) for s in SignaalStatus]


@dataclass(frozen=True)
class Detail:
    """The middle and right columns: one signal and all that helps to judge it."""

    signaal: Signaal
    besluiten: list[Triagebesluit]
    verbonden: list[Signaal]
    over_leerling: list[Signaal]
    in_klas: int
    mentoren: list[str]
    toegestaan: frozenset[Besluit]

    @property
    def laatste(self) -> Triagebesluit | None:
        """The decision that stands: what Herstel would revoke."""
        return next((b for b in self.besluiten if b.besluit != Besluit.HERSTEL and not b.herroepen), None)  # type: ignore[attr-defined]

    @property
    def open_vervolg(self) -> Triagebesluit | None:
        return next((b for b in self.besluiten if b.vervolg_status == VervolgStatus.OPEN), None)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Keuze:
    """What the form of one decision needs; read when that decision is opened."""

    kijk_terug_op: date


def lees_keuze(werkplek: Werkplek) -> Keuze:
    """The proposed date to look back."""
    termijn, vrij = instelling_en_vrij(werkplek, "controletermijn")
    return Keuze(na_schooldagen(werkplek.dag, termijn, vrij))


def lees_lijst(werkplek: Werkplek, gevraagd: str | None, blad: str | None) -> Lijst:
    """The list of one filter; an unknown filter is "te beoordelen"."""
    status = SignaalStatus(gevraagd) if gevraagd in SignaalStatus.values else SignaalStatus.NIEUW
    pagina = vaste_bladzijde(_rijen, werkplek, status, gevraagd=blad, per_pagina=PER_PAGINA_RUIM)
    return Lijst(status, aantallen(werkplek), pagina)


@vaste_vraag
def _rijen(werkplek: Werkplek, status: SignaalStatus, bereik: Bereik) -> QuerySet:
    rijen = Signaal.objects.te_beoordelen_door(werkplek).filter(status=status)
    return signalen_op_bord(rijen, VOLGORDE[status], bereik)


def lees_detail(werkplek: Werkplek, signaal_id: int, lijst: Lijst) -> Detail:
    """One signal, from the list when it is there; opening it is logged. 404 for who does not judge it."""
    signaal = next((s for s in lijst.pagina.rijen if s.pk == signaal_id), None)
    if signaal is None:
        signaal = get_signaal_voor_triage(werkplek, signaal_id)
    else:
        signaal_ingezien(werkplek, signaal)
    leerling_id, klas_id = signaal.leerling_id, getattr(signaal, "klas_nu", None)
    ernaast = _ernaast.lees(werkplek, signaal.pk, leerling_id)
    sinds = signaal.ingediend_op - EERDER
    return Detail(
        signaal=signaal,
        besluiten=besluiten_van(signaal),
        verbonden=[s for s in ernaast if s.hoort_bij],
        over_leerling=[s for s in ernaast if leerling_id and s.leerling_id == leerling_id],
        in_klas=len(_in_klas.lees(werkplek, klas_id, leerling_id, sinds)) if klas_id else 0,
        mentoren=mentoren_van(klas_id, werkplek),
        toegestaan=TOEGESTAAN[SignaalStatus(signaal.status)],
    )


@vaste_vraag
def _ernaast(werkplek: Werkplek, signaal_id: int, leerling_id: int | None) -> QuerySet:
    """Signals said to belong to this one (`hoort_bij`), and the newest others about the same pupil."""
    verband = SignaalVerband.objects
    eerste, tweede = verband.filter(tweede_id=signaal_id), verband.filter(eerste_id=signaal_id)
    nummers: list[QuerySet] = [eerste.values("eerste_id"), tweede.values("tweede_id")]
    if leerling_id is not None:
        over = Signaal.objects.te_beoordelen_door(werkplek).filter(leerling_id=leerling_id)
        nummers.append(over.exclude(pk=signaal_id).order_by("-ingediend_op").values("pk")[:MEEST_EERDER])
    rijen = Signaal.objects.te_beoordelen_door(werkplek).filter(pk__in=nummers[0].union(*nummers[1:]))
    hoort_bij = Exists(eerste.filter(eerste_id=OuterRef("pk"))) | Exists(
        tweede.filter(tweede_id=OuterRef("pk"))
    )
    return (
        rijen.annotate(hoort_bij=hoort_bij).select_related("leerling", "indiener").order_by("-ingediend_op")
    )


@vaste_vraag
def _in_klas(werkplek: Werkplek, klas_id: int, behalve: int, sinds: datetime) -> QuerySet:
    """Recent signals about classmates, to be counted."""
    klas = Plaatsing.objects.filter(klas_id=klas_id, tot__isnull=True).exclude(leerling_id=behalve)
    rijen = Signaal.objects.te_beoordelen_door(werkplek).filter(leerling_id__in=klas.values("leerling_id"))
    return rijen.filter(ingediend_op__gte=sinds).values_list("pk")[:TEL_TOT]
