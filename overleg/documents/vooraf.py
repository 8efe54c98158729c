"""What one reads before a meeting, on paper: only the items its asker may see."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import Http404
from django.urls import reverse

from overleg.loop import Overlegstatus
from overleg.vooraf import Vooraf, lees_vooraf
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum_lang, klok, tijd
from zorgapp.kern.lijnen import Domein, lijnwoord
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "overleg-vooraf"


@dataclass(frozen=True, kw_only=True)
class Rondantwoord:
    """One teacher's answers."""

    wie: str
    delen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Papierpunt:
    """One item, as plain values."""

    kop: str
    klas: str
    minuten: int
    vraag: str
    lijnen: tuple[str, ...]
    afspraken: tuple[tuple[str, str, str], ...]
    antwoorden: tuple[Rondantwoord, ...]
    stem: str


@dataclass(frozen=True, kw_only=True)
class Voorafblad(Document):
    """The agenda with what there is to read; `verborgen` items are not for this reader."""

    wanneer: str
    plek: str
    punten: tuple[Papierpunt, ...]
    verborgen: int


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> object:
    """Open the meeting and log each pupil on it with `handeling`; 404 without an item this person sees."""
    blad = lees_vooraf(werkplek, object_id, handeling=handeling)
    if not blad.punten or blad.o.status == Overlegstatus.AFGEZEGD:
        raise Http404("vooraf")
    return blad.o


def _punt(rij: Vooraf) -> Papierpunt:
    punt = rij.punt
    return Papierpunt(
        kop=punt.leerling.naam if punt.leerling else punt.onderwerp,
        klas=getattr(punt, "klasnaam", None) or "",
        minuten=punt.minuten,
        vraag=punt.vraag,
        lijnen=tuple(f"{Domein(d).label}, {lijnwoord(lijn)}: {titel}" for d, lijn, titel, _ in rij.lijnen),
        afspraken=tuple((a.wat, a.eigenaar.naam, a.get_stand_display()) for a in rij.afspraken),
        antwoorden=tuple(
            Rondantwoord(
                wie=r.collega.naam,
                delen=tuple(
                    (woord, tekst)
                    for woord, tekst in (("Gaat goed", r.goed), ("Wat ik zie", r.zie), ("Helpt", r.helpt))
                    if tekst
                ),
            )
            for r in rij.antwoorden
        ),
        stem=rij.stem.woorden if rij.stem else "",
    )


def maak(werkplek: Werkplek, object_id: int) -> Voorafblad:
    """The paper of a meeting, with the rights of this moment."""
    blad = lees_vooraf(werkplek, object_id)
    if not blad.punten:
        raise Http404("vooraf")
    eind = blad.o.begin + timedelta(minutes=blad.o.minuten)
    return Voorafblad(
        titel=f"{blad.o.naam}: lees vooraf",
        school=werkplek.school.naam,
        wat="Overleg, lees vooraf",
        door=werkplek.user.naam,
        op=werkplek.dag,
        wanneer=f"{dagdatum_lang(blad.o.begin)}, {klok(blad.o.begin)} tot {tijd(eind)}",
        plek=blad.o.plek,
        punten=tuple(_punt(rij) for rij in blad.punten),
        verborgen=blad.verborgen,
    )


VOORAF = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.OVERLEG,
    deur=deur,
    maak=maak,
    template="overleg/vooraf_papier.html",
    terug=lambda object_id: reverse("overleg:vooraf", args=[object_id]),
)
