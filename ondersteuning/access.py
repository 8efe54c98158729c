"""The only doors to signals, follow-ups and answers, and why one may pass."""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Case, F, IntegerField, QuerySet, When
from django.http import Http404

from ondersteuning.models import Signaal, Triagebesluit, Urgentie, Vervolg
from ondersteuning.querysets import SignaalQuerySet, VervolgQuerySet
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.coordinatie import namens_coordinator
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import TEL_TOT, Bereik
from zorgapp.kern.vastevraag import vaste_vraag

# What waits for judgement: acute first, then by the date of the answer owed.
EERST_ACUUT = (
    Case(When(urgentie=Urgentie.VANDAAG, then=0), default=1, output_field=IntegerField()),
    "terugkoppeling__uiterlijk",
    "pk",
)


def aantallen(werkplek: Werkplek) -> dict[SignaalStatus, int]:
    """How many signals of each status this coordinator judges, counted to TEL_TOT (one query)."""
    geteld = Counter(_standen.lees(werkplek))
    return {status: geteld[status.value] for status in SignaalStatus}


@vaste_vraag
def _standen(werkplek: Werkplek) -> QuerySet:
    alle = (
        Signaal.objects.te_beoordelen_door(werkplek).order_by("ingediend_op").values_list("status", flat=True)
    )
    eerste, *rest = [alle.filter(status=status)[:TEL_TOT] for status in SignaalStatus]
    return eerste.union(*rest, all=True)


def aantal_nieuw(werkplek: Werkplek) -> int:
    """How many signals wait for this coordinator's judgement, counted to TEL_TOT."""
    return len(nieuwe_nummers.lees(werkplek))


@vaste_vraag
def nieuwe_nummers(werkplek: Werkplek) -> QuerySet:
    """The same as a question, to be asked together with another one."""
    return nieuwe_signalen(werkplek).order_by("ingediend_op").values_list("pk")[:TEL_TOT]


def _met_mensen(signalen: SignaalQuerySet) -> SignaalQuerySet:
    """With pupil, class (`klasnaam`, `klas_nu`), sender and the answer owed."""
    return signalen.select_related("leerling", "indiener", "terugkoppeling").met_klas()


def signalen_op_bord(signalen: SignaalQuerySet, volgorde: tuple[Any, ...], bereik: Bereik) -> SignaalQuerySet:
    """These rows of `signalen` in this order, with people; who is not on the page is not looked up."""
    gekozen = bereik.uit(signalen.order_by(*volgorde).values("pk"))
    return _met_mensen(Signaal.objects.filter(pk__in=gekozen)).order_by(*volgorde)


def nieuwe_signalen(werkplek: Werkplek) -> SignaalQuerySet:
    """Signals that wait for this coordinator's judgement and owe their sender an answer, without people."""
    return Signaal.objects.te_beoordelen_door(werkplek).filter(status=SignaalStatus.NIEUW)


def eigen_signalen(werkplek: Werkplek) -> SignaalQuerySet:
    """Signals this person sent, newest first."""
    return (
        Signaal.objects.van(werkplek)
        .select_related("leerling", "terugkoppeling__besluit")
        .order_by("-ingediend_op")
    )


def get_eigen_signaal(werkplek: Werkplek, pk: int) -> Signaal:
    """One signal of one's own; 404 otherwise."""
    signaal = eigen_signalen(werkplek).filter(pk=pk).first()
    if signaal is None:
        raise Http404
    return signaal


def get_signaal_voor_triage(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Signaal:
    """One signal for judging; `slot` locks it for the transaction. 404 for who does not judge it.

    Logs the look, except when locking: that shows nothing.
    """
    if slot:
        signaal = (
            Signaal.objects.te_beoordelen_door(werkplek).filter(pk=pk).select_for_update(of=("self",)).first()
        )
    else:
        signaal = _signaal.een(werkplek, pk)
    if signaal is None:
        raise Http404
    if not slot:
        signaal_ingezien(werkplek, signaal)
    return signaal


@vaste_vraag
def _signaal(werkplek: Werkplek, pk: int) -> SignaalQuerySet:
    return _met_mensen(Signaal.objects.te_beoordelen_door(werkplek).filter(pk=pk))


def signaal_ingezien(werkplek: Werkplek, signaal: Signaal, *, eigen: bool = False) -> None:
    """Log that a signal about a pupil was opened, by its coordinator or (`eigen`) by who sent it."""
    inzage_vastleggen(
        door=werkplek,
        onderwerp="signaal",
        onderwerp_id=signaal.pk,
        leerling_id=signaal.leerling_id,
        grond="indiener" if eigen else Rol.ZORGCOORDINATOR,
        namens_id=None if eigen else _namens_coordinator(werkplek, signaal),
    )


def _namens_coordinator(werkplek: Werkplek, signaal: Signaal) -> int | None:
    return namens_coordinator(werkplek, signaal.leerling.vestiging_id if signaal.leerling else None)


def besluiten_van(signaal: Signaal) -> list[Triagebesluit]:
    """The decisions on one signal, newest first, each with what it left open (one query).

    `herroepen` says whether a Herstel revoked it; `vervolg_*` are empty for a decision without a follow-up,
    `begeleid_sinds` without a trajectory that began from it.
    """
    besluiten: list[Triagebesluit] = _besluiten.lees(signaal.pk)
    herroepen = {b.herroept_id for b in besluiten if b.herroept_id}
    for besluit in besluiten:
        besluit.herroepen = besluit.pk in herroepen  # type: ignore[attr-defined]
    return besluiten


@vaste_vraag
def _besluiten(signaal_id: int) -> QuerySet:
    rijen = Triagebesluit.objects.filter(signaal_id=signaal_id).select_related("door")
    return rijen.order_by("-op", "-pk").annotate(
        vervolg_id=F("vervolgen__pk"),
        vervolg_datum=F("vervolgen__volgende_datum"),
        vervolg_status=F("vervolgen__status"),
        vervolg_resultaat=F("vervolgen__resultaat"),
        vervolg_eigenaar=naam_van("vervolgen__eigenaar"),
        begeleid_sinds=F("vervolgen__trajecten__start"),
        begeleider=naam_van("vervolgen__trajecten__regievoerder"),
    )


def vervolgen(werkplek: Werkplek) -> VervolgQuerySet:
    """Open follow-ups this person may see, the nearest date first."""
    rijen = Vervolg.objects.zichtbaar_voor(werkplek).open()
    return rijen.select_related("signaal__leerling", "eigenaar", "besluit").order_by("volgende_datum", "pk")


def get_vervolg(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Vervolg:
    """One follow-up; 404 for who neither owns nor coordinates it."""
    if slot:
        rijen = Vervolg.objects.zichtbaar_voor(werkplek).filter(pk=pk)
        vervolg = rijen.select_for_update(of=("self",)).first()
    else:
        vervolg = _vervolg.een(werkplek, pk)
    if vervolg is None:
        raise Http404
    if not slot:
        _vervolg_ingezien(werkplek, vervolg)
    return vervolg


@vaste_vraag
def _vervolg(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Vervolg.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    return rijen.select_related("signaal__leerling", "eigenaar", "besluit")


def get_vervolg_voor_overdracht(werkplek: Werkplek, pk: int) -> Vervolg:
    """Lock a follow-up to give it another owner, for who ends roles; shows nothing of it. 404 for others."""
    if not werkplek.mag(Recht.MENSEN):
        return get_vervolg(werkplek, pk, slot=True)
    vervolg = Vervolg.objects.filter(school=werkplek.school, pk=pk).select_for_update(of=("self",)).first()
    if vervolg is None:
        raise Http404
    return vervolg


def _vervolg_ingezien(werkplek: Werkplek, vervolg: Vervolg) -> None:
    """Log that the signal behind a follow-up was opened, by its owner or its coordinator."""
    eigen = vervolg.eigenaar_id in werkplek.namens
    namens = vervolg.eigenaar_id if eigen and vervolg.eigenaar_id != werkplek.user.pk else None
    inzage_vastleggen(
        door=werkplek,
        onderwerp="vervolg",
        onderwerp_id=vervolg.pk,
        leerling_id=vervolg.signaal.leerling_id,
        grond="eigenaar" if eigen else Rol.ZORGCOORDINATOR,
        namens_id=namens if eigen else _namens_coordinator(werkplek, vervolg.signaal),
    )


def zonder_eigenaar(school_id: int, dag: date) -> list[Vervolg]:
    """Open follow-ups whose owner has no role any more that can see pupils; there should be none."""
    met_rol = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    wees = (
        Vervolg.objects.open().filter(school_id=school_id).exclude(eigenaar_id__in=met_rol.values("user_id"))
    )
    return list(wees.select_related("signaal__leerling", "eigenaar").order_by("volgende_datum"))
