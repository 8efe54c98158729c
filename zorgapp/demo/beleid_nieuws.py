"""Demo: one letter that most read, a next one in the making, and what went well."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from beleid.access_nieuws_bronnen import voorstellen
from beleid.services.goed import goed_opschrijven
from beleid.services.nieuws import (
    bericht_overnemen,
    bericht_toevoegen,
    brief_beginnen,
    brief_gelezen,
    brief_plaatsen,
)
from beleid.services.wetten import wet_nagekeken
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.demo.school import Demoschool

_EERSTE = (
    (
        "Een signaal schrijven kost twee minuten",
        "Schrijf wat je zag en wat je al probeerde. Je hoort binnen vijf schooldagen wat ermee gebeurt.",
    ),
    ("Vraag het een coach", "Zit je vast met een klas of een gesprek? Stel je vraag via de coachlijn."),
)
_VOLGENDE = (
    "Studiemiddag voor alle secties",
    "We oefenen met signalen schrijven. Neem iets mee uit je eigen les.",
)

_GOED = (
    ("joris", "Mijn klas maakte zelf afspraken over stilte bij toetsen.", True),
    ("ruben", "Een collega vroeg hulp voordat het misging.", True),
    ("angelica", "De sectie talen kwam met een eigen plan.", True),
    ("angelica", "Ik was om vijf uur thuis.", False),
)

_WETTEN = (
    ("hoorrecht", "ja", "Elke mentor vraagt het, en het staat in elk OPP."),
    ("opp_evaluatie", "deels", "De evaluaties met ouders lopen. Bij leerjaar 4 moeten we nog plannen."),
    ("schoolgids", "ja", ""),
)


def vertel_nieuws(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
    z = _wie(demo, "angelica")
    nu = datetime.combine(demo.op, time(9), timezone.get_current_timezone())
    brief = brief_beginnen(door=z, titel="Nieuws van het begin van het jaar", op=nu - timedelta(days=70))
    for kop, tekst in _EERSTE:
        bericht_toevoegen(door=z, pk=brief.pk, kop=kop, tekst=tekst)
    brief.refresh_from_db()
    brief_plaatsen(door=z, pk=brief.pk, versie=brief.versie, op=nu - timedelta(days=69))
    for login in ("joris", "ruben", "marijke", "hanna"):
        brief_gelezen(door=_wie(demo, login), pk=brief.pk, op=nu - timedelta(days=66))
    volgend = brief_beginnen(door=z, titel="Nieuws van deze maand", op=nu)
    bericht_toevoegen(door=z, pk=volgend.pk, kop=_VOLGENDE[0], tekst=_VOLGENDE[1])
    for voorstel in voorstellen(z)[:1]:
        bericht_overnemen(door=z, pk=volgend.pk, bron=voorstel.bron)
    for onderwerp, voldoet, toelichting in _WETTEN:
        wet_nagekeken(door=z, onderwerp=onderwerp, gezien=0, voldoet=voldoet, toelichting=toelichting, op=nu)
    volgend_jaar = demo.jaar.eind + timedelta(days=1)
    instelling_zetten(door=z, sleutel="opp_vooraf", waarde=21, geldig_vanaf=volgend_jaar)
    for login, tekst, delen in _GOED:
        goed_opschrijven(door=_wie(demo, login), tekst=tekst, delen=delen)


def _wie(demo: Demoschool, login: str) -> Werkplek:
    werkplek = werkplek_maken(demo.mensen[login], demo.op, demo.school.pk)
    assert werkplek is not None
    return werkplek
