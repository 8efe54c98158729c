"""The worked case of Kees Jan in a decor: HGW form, two trajectories with goals, a facility card, a signal."""

from datetime import date, timedelta
from typing import Any

from leerlingen.models import Faciliteit
from leerlingen.services.kaart import Toekenninggegevens, faciliteit_toekennen
from leerlingen.tests.toestemminghulp import maak_partner
from ondersteuning.access_hgw import inhoud_van
from ondersteuning.models import Hgw
from ondersteuning.services.doelen import Doelgegevens, doel_toevoegen
from ondersteuning.services.hgw import hgw_afronden, hgw_beginnen
from ondersteuning.tests.trajecthulp import start
from zorgapp.testing.decor import Decor, dien_in
from zorgapp.testing.fabriek import NU

HGW: dict[str, str] = {
    "gaat_goed": "Wiskunde en gym.",
    "zorg_gedrag": "Levert bij toetsen een half blad in.",
    "stim_leerling": "Onthoudt wat hij hoort.",
    "stim_onderwijs": "Vaste plek vooraan.",
    "stim_opvoeding": "Zijn ouders overhoren hem.",
    "belem_leerling": "Durft niet te vragen om zijn tijd.",
    "vraag_ouders": "Hoe zorgt school dat de afspraken gelden?",
    "al_gedaan": "Remedial teaching in klas 1 en 2.",
    "al_effect": "Leest sneller.",
    "verklaring_als": "hij vooraf weet wat er komt",
    "verklaring_dan": "begint hij zelf",
    "behoefte_instructie": "mondeling begint",
    "behoefte_groepsgenoten": "samen hardop lezen",
    "docent_kennis": "wat er op zijn kaart staat",
}


def hgw_vast(decor: Decor, **velden: str) -> Hgw:
    """A version of the HGW form that holds, finished by the mentor."""
    hgw = hgw_beginnen(door=decor.mentor, leerling_id=decor.leerling.pk, op=NU)
    inhoud: dict[str, Any] = inhoud_van(hgw) | HGW | velden
    inhoud["evaluatie_op"] = decor.mentor.dag + timedelta(days=30)
    return hgw_afronden(
        door=decor.mentor, pk=hgw.pk, versie=hgw.versie, basis=hgw.versie, inhoud=inhoud, op=NU
    )


def zaak(decor: Decor) -> None:
    """What a school knows before anybody thinks of an OPP."""
    decor.leerling.ingeschreven_op = date(2024, 8, 1)
    decor.leerling.save(update_fields=["ingeschreven_op"])
    training = start(decor)
    for tekst in ("Neemt een beurt in de klas", "Begint op tijd aan een toets"):
        doel = Doelgegevens(tekst, training.start + timedelta(days=60), "Elke dag een keer.")
        doel_toevoegen(door=decor.coordinator, traject_id=training.pk, gegevens=doel)
    start(
        decor,
        titel="Remedial teaching",
        lijn=3,
        domein="leer",
        hulpvraag="Leest te langzaam.",
        onderwijsbehoeften="Dezelfde afspraken bij elk vak.",
        partner=maak_partner(decor.school),
    )
    hgw_vast(decor)
    kaart(decor)
    dien_in(decor.mentor, decor.leerling, NU + timedelta(hours=2), geprobeerd=["gesprek"])


def kaart(decor: Decor, naam: str = "Extra tijd", tekst: str = "Geef 25% extra tijd") -> None:
    """A facility on his card."""
    faciliteit = Faciliteit.objects.create(
        school=decor.school, naam=naam, tekst=tekst, soort="tijd", icoon="clock", les=True
    )
    faciliteit_toekennen(
        door=decor.coordinator,
        leerling=decor.leerling,
        faciliteit=faciliteit,
        gegevens=Toekenninggegevens(tekst=tekst, les=True, toets=True),
        op=NU,
    )
