"""The receipt of one answer on a handelingsdeel: who, which version, its hash, when, in what manner (rules 8 and 9)."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from leerlingen.models.leerling import Relatie
from ondersteuning.access_opp_pdf import get_instemming
from ondersteuning.documents.opp import terug_van
from ondersteuning.documents.opp_delen import dagtekst
from ondersteuning.models import Instemming, Instemmingkeuze
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand, tijd
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "ontvangstbewijs"


@dataclass(frozen=True, kw_only=True)
class Ontvangstbewijs(Document):
    """What one person answered, and nothing about anybody else."""

    naam: str
    leerling: str
    zin: str
    feiten: tuple[tuple[str, str], ...]
    reden: str
    opmerking: str
    hash: str


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Open and log one answer (see `access_opp_pdf`)."""
    get_instemming(werkplek, object_id, handeling)


def maak(werkplek: Werkplek, object_id: int) -> Ontvangstbewijs:
    """The receipt of one answer, with the rights of this moment."""
    rij = get_instemming(werkplek, object_id)
    return bewijs_van(rij, school=werkplek.school.naam, door=werkplek.user.naam, op=werkplek.dag)


def bewijs_van(rij: Instemming, *, school: str, door: str, op: date) -> Ontvangstbewijs:
    """The page of an answer that was opened (with its version, OPP and pupil), asked by `door` on `op`."""
    versie, leerling = rij.oppversie, rij.oppversie.opp.leerling
    akkoord = rij.keuze == Instemmingkeuze.AKKOORD
    om = timezone.localtime(rij.vastgelegd_op)
    wanneer = f"{dag_maand(om)} {om.year}, {tijd(om)}"
    feiten = (
        ("Over", f"het handelingsdeel van {leerling.naam}, versie {versie.nummer}"),
        ("Voorgelegd op", dagtekst(versie.voorgelegd_op)),
        ("Antwoord van", f"{rij.naam}, {_relatie(rij)}"),
        ("Gezag", "ja" if rij.gezag else ""),
        ("Gegeven op", dagtekst(rij.gegeven_op)),
        ("Hoe", str(rij.get_wijze_display())),  # type: ignore[attr-defined]
        ("De rest van het OPP", "gezien" if rij.gezien else ""),
        ("Vastgelegd op", wanneer),
        ("Vastgelegd door", rij.door.naam if rij.door else "zelf, met een persoonlijke link"),
    )
    return Ontvangstbewijs(
        titel="Ontvangstbewijs",
        school=school,
        wat="Ontvangstbewijs",
        door=door,
        op=op,
        naam=rij.naam,
        leerling=leerling.naam,
        zin="Stemt in met het handelingsdeel." if akkoord else "Stemt niet in met het handelingsdeel.",
        feiten=tuple((label, waarde) for label, waarde in feiten if waarde),
        reden=rij.reden,
        opmerking=rij.opmerking,
        hash=rij.hash,
    )


def _relatie(rij: Instemming) -> str:
    """How the person relates to the pupil, in words."""
    return dict(Relatie.choices).get(rij.relatie, rij.relatie)


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.OPP,
    deur=deur,
    maak=maak,
    template="ondersteuning/opp/papier_bewijs.html",
    terug=terug_van("instemming"),
)
