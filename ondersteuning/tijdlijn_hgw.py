"""The share of HGW forms, hand-overs to the lesson and complaints in a pupil's timeline, by the date it happened."""

from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from leerlingen.access import Grond, Toegangsgrond
from ondersteuning.access_hgw import inzicht
from ondersteuning.models import Hgw, HgwStatus, Klacht, KlachtStatus, Lesoverdracht
from ondersteuning.overdrachtloop import LoopStatus
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.tijdlijn import LEEG, deel


def blik_hgw(werkplek: Werkplek, grond: Grond) -> str:
    """How much of these kinds this reader of an opened file sees: nothing, "heel" or "coordinator"."""
    if grond.grond == Toegangsgrond.ZORGCOORDINATOR:
        return "coordinator"
    return "heel" if inzicht(werkplek, grond).heel else ""


def tijdlijn_hgw(werkplek: Werkplek, leerling_id: int, blik: str) -> dict[str, QuerySet]:
    """Timeline rows of an opened file per kind, for the `blik_hgw` of the reader; a teacher gets none of them.

    hgw           a version was finished; `detail` its number, `tekst` its goals, `wie` who looks back
    hgw_klaar     a form was closed; `detail` its number, `tekst` what it yielded
    overdracht    advice was handed to the lessons; `detail` its LoopStatus, and OPEN when this reader may open it,
                  `tekst` subject and action
    klacht        ("coordinator" only) a complaint came in; `detail` its KlachtStatus, `tekst` its subject
    """
    if not blik:
        return {}
    delen = {
        "hgw": _vastgelegd(leerling_id),
        "hgw_klaar": _gesloten(leerling_id),
        "overdracht": _overdracht(werkplek, leerling_id),
    }
    return delen | {"klacht": _klacht(leerling_id)} if blik == "coordinator" else delen


def _vastgelegd(leerling_id: int) -> QuerySet:
    return deel(
        Hgw.objects.filter(leerling_id=leerling_id).exclude(status=HgwStatus.CONCEPT),
        soort="hgw",
        op=F("vastgesteld_op"),
        detail=Cast("nummer", CharField()),
        tekst=F("doelen"),
        wie=naam_van("eigenaar"),
        domein=LEEG,
    )


def _gesloten(leerling_id: int) -> QuerySet:
    return deel(
        Hgw.objects.filter(leerling_id=leerling_id, status=HgwStatus.GESLOTEN),
        soort="hgw_klaar",
        op=F("gesloten_op"),
        detail=Cast("nummer", CharField()),
        tekst=F("effect"),
        wie=naam_van("eigenaar"),
        domein=LEEG,
    )


def _overdracht(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    te_openen = Lesoverdracht.objects.zichtbaar_voor(werkplek).filter(pk=OuterRef("pk"))
    open_ = Case(When(Exists(te_openen), then=Value(OPEN)), default=Value(""), output_field=CharField())
    return deel(
        Lesoverdracht.objects.filter(leerling_id=leerling_id),
        soort="overdracht",
        op=F("gegeven_op"),
        detail=Concat(F("status"), open_, output_field=CharField()),
        tekst=Concat(F("onderwerp"), Value(": "), F("actie"), output_field=TextField()),
        wie=naam_van("gegeven_door"),
        domein=LEEG,
    )


def _klacht(leerling_id: int) -> QuerySet:
    return deel(
        Klacht.objects.filter(leerling_id=leerling_id),
        soort="klacht",
        op=Cast("ontvangen_op", DateTimeField()),
        detail=F("status"),
        tekst=F("onderwerp"),
        wie=F("van_naam"),
        domein=LEEG,
    )


OPEN = " open"
ICONEN = {"hgw": "puzzle", "hgw_klaar": "flag-check", "overdracht": "book", "klacht": "message-report"}


def kop_van(soort: str, detail: str) -> str:
    """The heading of a row of these kinds."""
    if soort == "overdracht":
        return f"Overdracht naar de les: {LoopStatus(detail.removesuffix(OPEN)).label}"
    if soort == "klacht":
        return f"Klacht van ouders: {KlachtStatus(detail).label}"
    return f"HGW-formulier, versie {detail}{' afgerond' if soort == 'hgw_klaar' else ''}"


def adres_van(soort: str, pk: int, detail: str) -> str:
    """The page of a row; none for a hand-over that this reader may not open (see `access_overdracht`)."""
    if soort == "overdracht":
        return reverse("ondersteuning:overdracht", args=[pk]) if detail.endswith(OPEN) else ""
    return reverse("ondersteuning:klacht" if soort == "klacht" else "ondersteuning:hgw", args=[pk])
