"""The share of an OPP in a pupil's timeline: heard, talked about, answered, set, changed, looked back on, closed.

Each by the date it happened. Who answered what is for who sees the contacts; others see that there was an answer.
"""

from django.db.models import CharField, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat, Left
from django.urls import reverse

from leerlingen.access import Grond
from ondersteuning.access_opp import blik
from ondersteuning.models import (
    Hoorrecht,
    Inbreng,
    Instemming,
    Instemmingkeuze,
    Opp,
    OppConclusie,
    OppEvaluatie,
    OppStatus,
    OppVersie,
    Overeenstemming,
    Overlegstatus,
)
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.tijdlijn import LEEG, deel

KORT = 300  # characters of a text: the page of the file stays small


def blik_opp(werkplek: Werkplek, grond: Grond) -> str:
    """How much this reader of an opened file sees.

    "namen" with who the parents are and what each answered, "heel" without that (a team leader), or "les" for who reads
    the handelingsdeel only.
    """
    mag = blik(werkplek, Opp(opsteller_id=0), grond)
    return "namen" if mag.contacten else "heel" if mag.heel else "les"


def tijdlijn_opp(leerling_id: int, hoeveel: str) -> dict[str, QuerySet]:
    """Timeline rows of an opened file per kind, for the `blik_opp` of the reader; `detail` begins with the OPP's number.

    opp_vast     a version was set; then its round: 1 is the first, a higher one a change
    opp_klaar    it was closed; `tekst` why, for who reads it whole
    opp_gehoord  (not "les") the pupil was heard, or did not want to; then "af" for that
    opp_overleg  (not "les") a talk was held or not; then its state, `tekst` the summary for "namen"
    opp_antwoord (not "les") somebody answered; for "namen" then the choice, `tekst` the reason, `wie` who
    opp_terug    (not "les") it was looked back on; then the conclusion, `tekst` the summary
    """
    delen = {"opp_vast": _vast(leerling_id), "opp_klaar": _klaar(leerling_id, hoeveel != "les")}
    if hoeveel != "les":
        namen = hoeveel == "namen"
        delen |= {"opp_gehoord": _gehoord(leerling_id), "opp_terug": _terug(leerling_id)}
        delen |= {"opp_overleg": _overleg(leerling_id, namen), "opp_antwoord": _antwoord(leerling_id, namen)}
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


def _overleg(leerling_id: int, namen: bool) -> QuerySet:
    """Talks that were held, and those that were called off or to which nobody came; a planned one is no event yet."""
    rijen = Overeenstemming.objects.filter(opp__leerling_id=leerling_id)
    return deel(
        rijen.exclude(status=Overlegstatus.GEPLAND),
        soort="opp_overleg",
        op=F("wanneer"),
        detail=_detail("opp_id", "status"),
        tekst=Left("samenvatting", KORT) if namen else LEEG,
        wie=naam_van("gemaakt_door"),
        domein=LEEG,
    )


def _antwoord(leerling_id: int, namen: bool) -> QuerySet:
    """Answers on a handelingsdeel, also of a version that was replaced since."""
    opp = "oppversie__opp_id"
    return deel(
        Instemming.objects.filter(oppversie__opp__leerling_id=leerling_id),
        soort="opp_antwoord",
        op=Cast("gegeven_op", DateTimeField()),
        detail=_detail(opp, "keuze") if namen else Cast(opp, CharField()),
        tekst=Left("reden", KORT) if namen else LEEG,
        wie=F("naam") if namen else LEEG,
        domein=LEEG,
    )


ICONEN = {
    "opp_vast": "route",
    "opp_klaar": "flag-check",
    "opp_gehoord": "messages",
    "opp_overleg": "users",
    "opp_antwoord": "writing-sign",
    "opp_terug": "target",
}
_KOP = {"opp_klaar": "Ontwikkelingsperspectief afgesloten"}
_ANTWOORD = {
    "": "Antwoord op het handelingsdeel",
    Instemmingkeuze.AKKOORD.value: "Akkoord met het handelingsdeel",
    Instemmingkeuze.NIET_AKKOORD.value: "Niet akkoord met het handelingsdeel",
}


def kop_van(soort: str, detail: str) -> str:
    """The heading of a row of these kinds."""
    _, _, wat = detail.partition(" ")
    if soort == "opp_vast":
        return f"Ontwikkelingsperspectief {'vastgesteld' if wat == '1' else 'bijgesteld'}"
    if soort == "opp_gehoord":
        return "Leerling wilde niet meepraten over het OPP" if wat else "Leerling gehoord over het OPP"
    if soort == "opp_overleg":
        return f"Overleg over het OPP{'' if wat == Overlegstatus.GEHOUDEN else ' ging niet door'}"
    if soort == "opp_antwoord":
        return _ANTWOORD[wat]
    if soort == "opp_terug":
        return f"Evaluatie van het OPP: {OppConclusie(wat).label}"
    return _KOP[soort]


def adres_van(detail: str) -> str:
    """The page of the OPP that a row is about."""
    return reverse("ondersteuning:opp", args=[int(detail.partition(" ")[0])])
