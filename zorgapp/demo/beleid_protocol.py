"""Demo: protocols of the school: two that hold, one with a next text in the making, one that is not in force yet."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from beleid.protocolsoorten import Protocolsoort
from beleid.services.protocol import (
    protocol_beginnen,
    protocol_gelezen,
    protocol_laten_gelden,
    versie_beginnen,
    versie_schrijven,
)
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.demo.school import Demoschool

_GELDIG = (
    (Protocolsoort.DYSLEXIE, "Dyslexieprotocol"),
    (Protocolsoort.ROUW, "Rouw en verlies"),
    (Protocolsoort.MELDCODE, "Meldcode in vijf stappen"),
)
_LEZERS = ("joris", "sanne", "ruben", "marijke")


def vertel_protocol(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
    wie = {
        naam: werkplek_maken(demo.mensen[naam], demo.op, demo.school.pk) for naam in ("angelica", *_LEZERS)
    }
    coordinator = wie["angelica"]
    assert coordinator is not None
    toen = datetime.combine(demo.op - timedelta(days=60), time(9), timezone.get_current_timezone())
    nakijken = demo.jaar.eind.replace(month=5, day=15)
    for soort, titel in _GELDIG:
        protocol = protocol_beginnen(
            door=coordinator, soort=soort, titel=titel, nakijken_op=nakijken, op=toen
        )
        protocol_laten_gelden(door=coordinator, pk=protocol.pk, versie=1, op=toen)
        for lezer in (wie[naam] for naam in _LEZERS):
            if lezer is not None and (soort != Protocolsoort.MELDCODE or lezer.user == demo.mensen["ruben"]):
                protocol_gelezen(door=lezer, pk=protocol.pk, op=toen + timedelta(days=2))
        if soort == Protocolsoort.DYSLEXIE:
            volgend = versie_beginnen(door=coordinator, pk=protocol.pk, op=toen + timedelta(days=40))
            versie_schrijven(
                door=coordinator,
                pk=protocol.pk,
                versie=volgend.versie,
                tekst=volgend.tekst,
                stappen=volgend.stappen,
                wijziging="De kaart geldt nu ook voor digitale toetsen.",
            )
    protocol_beginnen(
        door=coordinator, soort=Protocolsoort.REIS, titel="Buitenlandse reis", nakijken_op=None, op=toen
    )
