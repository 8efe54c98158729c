"""Notes and documents on a pupil's timeline, by the day they happened, and those rows in words.

`blik` is `access_notities.blik_van(werkplek, grond)`; it is part of the shape of a fixed question.
"""

from dataclasses import dataclass

from django.db.models import Case, CharField, DateTimeField, F, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat, Left

from leerlingen.access_notities import leesbare_notities
from leerlingen.models import Niveau, Notitiesoort, Stuk, Stuksoort
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.tijdlijn import LEEG, deel

SOORTEN_NOTITIES = {"notitie": ("Notities", "message-circle"), "stuk": ("Stukken", "paperclip")}
LANGST, LANGSTE_STEM = 260, 200
_TUSSEN = "\x1f"
_ICOON = {
    Notitiesoort.OBSERVATIE: "eye",
    Notitiesoort.CONTACT: "phone",
    Notitiesoort.VERSLAG: "file-text",
    Notitiesoort.ANDERS: "notes",
}


@dataclass(frozen=True)
class Notitiepunt:
    """A note or document as the timeline shows it; `stem` are literal words of `stem_van`, `slot` says who reads it."""

    kop: str
    icoon: str
    tekst: str = ""
    stem: str = ""
    stem_van: str = ""
    slot: str = ""
    ingetrokken: bool = False


def tijdlijn_notities(werkplek: Werkplek, leerling_id: int, blik: str) -> dict[str, QuerySet]:
    """Timeline rows of the kinds "notitie" and "stuk"; `detail` and `tekst` are for `lees_punt`."""
    return {
        "notitie": _notities(werkplek, leerling_id, blik),
        "stuk": _stukken(werkplek, leerling_id, blik),
    }


def _notities(werkplek: Werkplek, leerling_id: int, blik: str) -> QuerySet:
    staat = Case(When(ingetrokken_op__isnull=True, then=Value("")), default=Value("weg"))
    tekst = Concat(
        F("titel"),
        Value(_TUSSEN),
        Left("tekst", LANGST),
        Value(_TUSSEN),
        Left("stem", LANGSTE_STEM),
        Value(_TUSSEN),
        F("stem_van"),
        output_field=TextField(),
    )
    return deel(
        leesbare_notities(werkplek, leerling_id, blik),
        soort="notitie",
        op=Cast("gebeurd_op", DateTimeField()),
        detail=Concat(F("soort"), Value(":"), F("niveau"), Value(":"), staat, output_field=CharField()),
        tekst=Case(When(ingetrokken_op__isnull=True, then=tekst), default=LEEG, output_field=TextField()),
        wie=naam_van("auteur"),
        domein=F("domein"),
    )


def _stukken(werkplek: Werkplek, leerling_id: int, blik: str) -> QuerySet:
    rijen = Stuk.objects.filter(leerling_id=leerling_id, ingetrokken_op__isnull=True)
    return deel(
        rijen.zichtbaar_bij(werkplek, blik),
        soort="stuk",
        op=Cast("gebeurd_op", DateTimeField()),
        detail=Concat(F("soort"), Value(":"), F("niveau"), Value(":"), output_field=CharField()),
        tekst=F("titel"),
        wie=naam_van("auteur"),
        domein=LEEG,
    )


def lees_punt(soort: str, detail: str, tekst: str) -> Notitiepunt:
    """Put one row in words; raises ValueError for another kind."""
    wat, niveau, staat = detail.split(":")
    slot = f"Alleen zichtbaar voor {Niveau(niveau).label}" if niveau != Niveau.KLAS else ""
    if soort == "stuk":
        return Notitiepunt(str(Stuksoort(wat).label), "paperclip", tekst, slot=slot)
    if soort != "notitie":
        raise ValueError(soort)
    kop, icoon = str(Notitiesoort(wat).label), _ICOON.get(Notitiesoort(wat), "message-circle")
    if staat:
        return Notitiepunt(f"{kop}, ingetrokken", icoon, ingetrokken=True)
    titel, lijf, stem, stem_van = tekst.split(_TUSSEN)
    lijf = _afgekapt(lijf, LANGST)
    regels = "\n".join(deel for deel in (titel, lijf) if deel)
    return Notitiepunt(kop, icoon, regels, _afgekapt(stem, LANGSTE_STEM), stem_van, slot)


def _afgekapt(tekst: str, lengte: int) -> str:
    """A text that was cut by the database ends in an ellipsis, after a whole word."""
    return tekst if len(tekst) < lengte else tekst.rsplit(" ", 1)[0].rstrip(" .,;:") + "…"
