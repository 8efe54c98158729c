"""The partners around the demo school, as in the pictures."""

from datetime import timedelta
from typing import Any

from leerlingen.models import ExternePartner
from leerlingen.services.partners import partner_bewaren
from zorgapp.demo.school import Demoschool

# key, fields, waiting time before the present one
PARTNERS: tuple[tuple[str, dict[str, Any], int | None], ...] = (
    (
        "taleninstituut",
        {
            "naam": "Taleninstituut",
            "soort": "dyslexiezorg",
            "doet": "Behandelt ernstige dyslexie en draagt over wat in de les helpt.",
            "telefoon": "030 555 01 10",
            "email": "balie@taleninstituut.example",
            "bereikbaar": "maandag tot en met donderdag",
            "mag_gedeeld": "Toetsgegevens, de faciliteitenkaart en wat in de les werkt. Geen gesprekken met de mentor.",
            "wachttijd_weken": 4,
        },
        None,
    ),
    (
        "samenwerkingsverband",
        {
            "naam": "Samenwerkingsverband Sterk Leren",
            "soort": "samenwerkingsverband",
            "doet": "Denkt mee over extra ondersteuning en beslist over een TLV.",
            "telefoon": "030 555 01 20",
            "email": "loket@sterkleren.example",
            "delen": "wettelijk",
            "mag_gedeeld": "Wat nodig is voor een aanvraag. Vertel het de ouders eerst.",
            "wachttijd_weken": 3,
        },
        None,
    ),
    (
        "jeugdteam",
        {
            "naam": "jeugdhulp gemeente",
            "soort": "jeugdhulp",
            "doet": "Hulp aan huis en verwijzing naar jeugdhulp.",
            "contactpersoon": "Marieke Postma",
            "telefoon": "030 555 01 30",
            "email": "marieke@jeugdteam.example",
            "bereikbaar": "dinsdag en donderdag op school",
            "mag_gedeeld": "Zorgen en wat al is geprobeerd, als ouders en leerling weten dat je belt.",
            "wachttijd_weken": 9,
        },
        6,
    ),
    (
        "jeugdarts",
        {
            "naam": "GGD",
            "soort": "jgz",
            "doet": "Onderzoek bij gezondheid en ziekteverzuim.",
            "contactpersoon": "Jeugdarts",
            "telefoon": "030 555 01 40",
            "bereikbaar": "woensdag van 9.00 tot 12.00 uur",
            "mag_gedeeld": "Verzuim en zorgen over gezondheid.",
            "wachttijd_weken": 2,
        },
        None,
    ),
    (
        "leerplicht",
        {
            "naam": "Leerplicht",
            "soort": "leerplicht",
            "doet": "Gesprek en melding bij verzuim.",
            "telefoon": "030 555 01 50",
            "email": "leerplicht@gemeente.example",
            "delen": "wettelijk",
            "mag_gedeeld": "Verzuim dat gemeld moet worden, en wat school al deed.",
            "wachttijd_weken": 1,
        },
        None,
    ),
    (
        "veilig_thuis",
        {
            "naam": "Veilig Thuis",
            "soort": "veilig_thuis",
            "doet": "Advies en melding bij huiselijk geweld en kindermishandeling, dag en nacht.",
            "telefoon": "0800 2000",
            "bereikbaar": "altijd",
            "delen": "anoniem",
            "mag_gedeeld": "Advies vragen kan zonder naam. Een melding gaat via de meldcode.",
        },
        None,
    ),
    (
        "wijkagent",
        {
            "naam": "Wijkagent",
            "soort": "politie",
            "doet": "Contact over veiligheid rond de school.",
            "telefoon": "0900 8844",
            "delen": "anoniem",
        },
        None,
    ),
    (
        "maatschappelijk_werk",
        {
            "naam": "Schoolmaatschappelijk werk",
            "soort": "maatschappelijk_werk",
            "doet": "Gesprekken met leerling en ouders over thuis.",
            "telefoon": "030 555 01 60",
            "bereikbaar": "maandag en vrijdag",
            "wachttijd_weken": 2,
        },
        3,
    ),
)


def zet_sociale_kaart(demo: Demoschool) -> dict[str, ExternePartner]:
    """Store them through the service; returned by key."""
    door = demo.werkplek("angelica", demo.op)
    gezet = {}
    for sleutel, velden, eerder in PARTNERS:
        gehoord = (
            {} if velden.get("wachttijd_weken") is None else {"wachttijd_gemeten_op": demo.op - timedelta(12)}
        )
        nieuw = ExternePartner(**velden | gehoord)
        nu = nieuw.wachttijd_weken
        if eerder is not None:
            nieuw.wachttijd_weken = eerder
        partner = partner_bewaren(door=door, partner=nieuw, versie=0)
        if eerder is not None:
            partner.wachttijd_weken = nu
            partner = partner_bewaren(door=door, partner=partner, versie=partner.versie)
        gezet[sleutel] = partner
    return gezet
