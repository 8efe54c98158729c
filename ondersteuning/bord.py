"""What the triage board shows, read in as few statements as it can be."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q

from leerlingen.access import mentoren_van
from ondersteuning.access import (
    EERST_ACUUT,
    besluiten_van,
    get_signaal_voor_triage,
    signaal_ingezien,
    signalen_op_bord,
)
from ondersteuning.models import Signaal, SignaalVerband, Triagebesluit, VervolgStatus
from ondersteuning.workflow import TOEGESTAAN, Besluit, SignaalStatus
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Pagina, bladzijde
from zorgapp.kern.schooljaar import na_schooldagen

EERDER = timedelta(days=120)
VOLGORDE: dict[SignaalStatus, tuple[Any, ...]] = {
    SignaalStatus.NIEUW: EERST_ACUUT,
    SignaalStatus.LOOPT: ("-ingediend_op", "-pk"),
    SignaalStatus.BEOORDEELD: ("-ingediend_op", "-pk"),
}


@dataclass(frozen=True)
class Lijst:
    """The left column: one filter's signals and the counts of all three."""

    status: SignaalStatus
    tellingen: dict[str, int]
    pagina: Pagina

    @property
    def filters(self) -> list[tuple[str, str, int]]:
        """Value, label and count of the three filters."""
        return [(s.value, str(s.label), self.tellingen[s]) for s in SignaalStatus]


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
    termijn = instelling("controletermijn", werkplek.dag)
    return Keuze(na_schooldagen(werkplek.dag, termijn, vrije_perioden(werkplek.dag)))


def lees_lijst(werkplek: Werkplek, gevraagd: str | None, blad: str | None) -> Lijst:
    """The list of one filter; an unknown filter is "te beoordelen"."""
    status = SignaalStatus(gevraagd) if gevraagd in SignaalStatus.values else SignaalStatus.NIEUW
    tellingen = (
        Signaal.objects.te_beoordelen_door(werkplek)
        .order_by()
        .aggregate(**{s.value: Count("pk", filter=Q(status=s)) for s in SignaalStatus})
    )
    rijen = signalen_op_bord(werkplek).filter(status=status).order_by(*VOLGORDE[status])
    return Lijst(status, tellingen, bladzijde(rijen, blad, PER_PAGINA_RUIM))


def lees_detail(werkplek: Werkplek, signaal_id: int, lijst: Lijst) -> Detail:
    """One signal, from the list when it is there; opening it is logged. 404 for who does not judge it."""
    signaal = next((s for s in lijst.pagina.rijen if s.pk == signaal_id), None)
    if signaal is None:
        signaal = get_signaal_voor_triage(werkplek, signaal_id)
    else:
        signaal_ingezien(werkplek, signaal)
    rond = _rondom(werkplek, signaal)
    return Detail(
        signaal=signaal,
        besluiten=besluiten_van(signaal),
        verbonden=_verbonden(signaal),
        over_leerling=[s for s in rond if s.leerling_id == signaal.leerling_id],
        in_klas=sum(s.leerling_id != signaal.leerling_id for s in rond),
        mentoren=mentoren_van(getattr(signaal, "klas_nu", None), werkplek),
        toegestaan=TOEGESTAAN[SignaalStatus(signaal.status)],
    )


def _rondom(werkplek: Werkplek, signaal: Signaal) -> list[Any]:
    """Other recent signals about this pupil or his classmates."""
    if signaal.leerling_id is None:
        return []
    zelfde = Q(leerling_id=signaal.leerling_id)
    klas: int | None = signaal.klas_nu  # type: ignore[attr-defined]
    if klas:
        zelfde |= Q(klas_nu=klas, ingediend_op__gte=signaal.ingediend_op - EERDER)
    return list(
        signalen_op_bord(werkplek).filter(zelfde).exclude(pk=signaal.pk).order_by("-ingediend_op")[:40]
    )


def _verbonden(signaal: Signaal) -> list[Signaal]:
    """Signals that were said to belong to this one."""
    rijen = SignaalVerband.objects.filter(Q(eerste=signaal) | Q(tweede=signaal))
    rijen = rijen.select_related("eerste__leerling", "tweede__leerling")
    return [v.tweede if v.eerste_id == signaal.pk else v.eerste for v in rijen]
