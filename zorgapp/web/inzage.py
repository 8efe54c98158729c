"""Who opened a pupil's file: the read log in words."""

from dataclasses import dataclass
from datetime import datetime

from leerlingen.access import Toegangsgrond
from leerlingen.models import Leerling
from zorgapp.accounts.models import Inzage, User
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.kern.pagina import Pagina, bladzijde

WAT = {
    "leerling": "het dossier",
    "signaal": "een signaal",
    "vervolg": "een vervolg",
    "traject": "een traject",
    "groepstraject": "een groep",
    "docentkaart": "de docentkaart",
    "kaartgrond": "de onderbouwing van de kaart",
    "notitie": "een notitie",
    "lijst": "een signaleringslijst",
    "voorstel": "een voorstel voor een signaal",
    "stuk": "een stuk",
    "wachtplek": "een plek op een wachtlijst",
    "aanbod": "wie een aanbod gebruikt",
    "ondersteuning": "een lijst met ondersteuning",
    "hgw": "een HGW-formulier",
    "overdracht": "een overdracht naar de les",
    "klacht": "een klacht",
    "klachtafspraak": "een afspraak na een klacht",
    "opp": "een ontwikkelingsperspectief",
    "opplink": "een persoonlijke link",
}
REDEN = {
    Toegangsgrond.ZORGCOORDINATOR: "zorgcoördinator",
    Toegangsgrond.MENTOR: "mentor",
    Toegangsgrond.DOCENT: "docent van deze leerling",
    Toegangsgrond.TEAMLEIDER: "teamleider",
    Toegangsgrond.VERLENING: "tijdelijke toegang",
    "eigenaar": "eigenaar van een vervolg",
    "regievoerder": "regievoerder",
    "indiener": "indiener van het signaal",
    "vervanging": "vervanger in een les",
    "regie": "eigenaar van een overdracht",
    "genoemd": "genoemd in de klacht",
    "tablet": "voor de leerling zelf, op de tablet",
    "link_leerling": "door de leerling zelf, met de link die deze collega gaf",
    "link_gevraagde": "door wie is gevraagd, met de link die deze collega gaf",
}


@dataclass(frozen=True)
class Blik:
    """One look: who, what, why, when; `namens` is the absent colleague."""

    op: datetime
    wie: str
    namens: str
    wat: str
    handeling: str
    reden: str


def wie_keek(leerling: Leerling, blad: str | None) -> Pagina:
    """One page of looks at a pupil's file, the newest first (two queries, also at millions of rows)."""
    rijen = Inzage.objects.filter(school_id=leerling.school_id, leerling_id=leerling.pk).order_by(
        "-op", "-pk"
    )
    pagina = bladzijde(rijen, blad, 50)
    mensen = {r.user_id for r in pagina.rijen} | {r.namens_id for r in pagina.rijen if r.namens_id}
    namen = {u.pk: u.naam for u in User.objects.filter(pk__in=mensen)}
    blikken = [
        Blik(
            r.op,
            namen.get(r.user_id, "onbekend"),
            namen.get(r.namens_id, ""),
            WAT.get(r.onderwerp, r.onderwerp),
            Handeling(r.handeling).label,
            REDEN.get(r.grond, r.grond),
        )
        for r in pagina.rijen
    ]
    return Pagina(blikken, pagina.nummer, pagina.volgende)
