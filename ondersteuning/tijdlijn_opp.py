"""The share of an OPP in a pupil's timeline: set, changed, heard, looked back on, closed, by the date it happened."""

from django.db.models import CharField, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat, Left
from django.urls import reverse

from leerlingen.access import Grond
from ondersteuning.access_opp import blik
from ondersteuning.models import Hoorrecht, Inbreng, Opp, OppConclusie, OppEvaluatie, OppStatus, OppVersie
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.tijdlijn import LEEG, deel

KORT = 300  # characters of a text: the page of the file stays small


def blik_opp(werkplek: Werkplek, grond: Grond) -> str:
    """How much this reader of an opened file sees: "heel", or "les" for who reads the handelingsdeel only."""
    return "heel" if blik(werkplek, Opp(opsteller_id=0), grond).heel else "les"


def tijdlijn_opp(leerling_id: int, hoeveel: str) -> dict[str, QuerySet]:
    """Timeline rows of an opened file per kind, for the `blik_opp` of the reader; `detail` begins with the OPP's number.

    opp_vast    a version was set; then its round: 1 is the first, a higher one a change
    opp_klaar   it was closed; `tekst` why, for who reads it whole
    opp_gehoord ("heel" only) the pupil was heard, or did not want to; then "af" for that
    opp_terug   ("heel" only) it was looked back on; then the conclusion, `tekst` the summary
    """
    heel = hoeveel == "heel"
    delen = {"opp_vast": _vast(leerling_id), "opp_klaar": _klaar(leerling_id, heel)}
    if heel:
        delen |= {"opp_gehoord": _gehoord(leerling_id), "opp_terug": _terug(leerling_id)}
    return delen


def _detail(opp: str, wat: str) -> Concat:
    return Concat(Cast(opp, CharField()), Value(" "), Cast(wat, CharField()), output_field=CharField())


def _vast(leerling_id: int) -> QuerySet:
    return deel(
        OppVersie.objects.filter(opp__leerling_id=leerling_id, vastgesteld_op__isnull=False),
        soort="opp_vast",
        op=Cast("vastgesteld_op", DateTimeField()),
        detail=_detail("opp_id", "ronde"),
        tekst=LEEG,
        wie=naam_van("vastgesteld_door"),
        domein=LEEG,
    )


def _klaar(leerling_id: int, heel: bool) -> QuerySet:
    return deel(
        Opp.objects.filter(leerling_id=leerling_id, status=OppStatus.AFGESLOTEN),
        soort="opp_klaar",
        op=Cast("einddatum", DateTimeField()),
        detail=_detail("pk", "pro"),
        tekst=Left("afsluiting", KORT) if heel else LEEG,
        wie=naam_van("opsteller"),
        domein=LEEG,
    )


def _gehoord(leerling_id: int) -> QuerySet:
    gezegd = Inbreng.objects.filter(hoorrecht=OuterRef("pk"))
    rijen = Hoorrecht.objects.filter(opp__leerling_id=leerling_id).alias(gezegd=Exists(gezegd))
    rijen = rijen.filter(Q(gezegd=True) | Q(ziet_af_op__isnull=False))
    op = Coalesce("ziet_af_op", "toegelicht_op", "aangeboden_op")
    return deel(
        rijen,
        soort="opp_gehoord",
        op=Cast(op, DateTimeField()),
        detail=_detail("opp_id", "ziet_af_op"),
        tekst=LEEG,
        wie=naam_van("aangeboden_door"),
        domein=LEEG,
    )


def _terug(leerling_id: int) -> QuerySet:
    return deel(
        OppEvaluatie.objects.filter(opp__leerling_id=leerling_id),
        soort="opp_terug",
        op=Cast("gehouden_op", DateTimeField()),
        detail=_detail("opp_id", "conclusie"),
        tekst=Left(F("samenvatting"), KORT),
        wie=naam_van("door"),
        domein=LEEG,
    )


ICONEN = {"opp_vast": "route", "opp_klaar": "flag-check", "opp_gehoord": "messages", "opp_terug": "target"}
_KOP = {"opp_klaar": "Ontwikkelingsperspectief afgesloten"}


def kop_van(soort: str, detail: str) -> str:
    """The heading of a row of these kinds."""
    _, _, wat = detail.partition(" ")
    if soort == "opp_vast":
        return f"Ontwikkelingsperspectief {'vastgesteld' if wat == '1' else 'bijgesteld'}"
    if soort == "opp_gehoord":
        return "Leerling wilde niet meepraten over het OPP" if wat else "Leerling gehoord over het OPP"
    if soort == "opp_terug":
        return f"Evaluatie van het OPP: {OppConclusie(wat).label}"
    return _KOP[soort]


def adres_van(detail: str) -> str:
    """The page of the OPP that a row is about."""
    return reverse("ondersteuning:opp", args=[int(detail.partition(" ")[0])])
