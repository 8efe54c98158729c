"""Demo: the development point of the school, its first moment, and what deliberately waits."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from beleid.models import Meetmoment
from beleid.services.nietnu import later_zetten
from beleid.services.punt import Puntgegevens, moment_meten, punt_kiezen
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.demo.school import Demoschool

_LATER = (
    ("Protocol voor buitenlandse reizen", "volgend schooljaar", "Eerst de kaart, daarna de reizen."),
    ("Signaleringslijst herschrijven", "na de evaluatie in juni", ""),
    ("Nieuwsbrief voor ouders", "als er uren zijn", "Nu geen uren voor toegezegd."),
)


def vertel_punt(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
    coordinator = werkplek_maken(demo.mensen["angelica"], demo.op, demo.school.pk)
    assert coordinator is not None
    nu = datetime.combine(demo.op, time(9), timezone.get_current_timezone())
    doel_op = demo.jaar.eind.replace(month=6, day=30)
    toen = werkplek_maken(demo.mensen["angelica"], min(demo.op, doel_op - timedelta(days=1)), demo.school.pk)
    assert toen is not None
    punt = punt_kiezen(
        door=toen,
        jaar=demo.jaar,
        gegevens=Puntgegevens(
            titel="Elke docent laat weten wat hij ziet",
            cijfer="docenten_doen_mee",
            start=Decimal(18),
            doel=Decimal(60),
            doel_op=doel_op,
            eigenaar=demo.mensen["angelica"],
            waarom="Signalen komen vooral van mentoren. Vakdocenten zien veel en zeggen het nog te weinig.",
            helpt="Het MT plant twee studiemiddagen. De sectie talen doet al mee.",
            remt="Bèta heeft geen tijd in de sectievergadering.",
        ),
    )
    eerste = Meetmoment.objects.filter(punt=punt, datum__lte=demo.op).order_by("nummer").first()
    if eerste is not None:
        moment_meten(
            door=coordinator,
            pk=punt.pk,
            nummer=eerste.nummer,
            versie=eerste.versie,
            waarde=Decimal(27),
            toelichting="De talen doen mee. Van bèta komt nog weinig.",
        )
    for nummer, (titel, wanneer, waarom) in enumerate(_LATER):
        later_zetten(
            door=coordinator,
            titel=titel,
            wanneer=wanneer,
            waarom=waarom,
            terug_op=None,
            op=nu + timedelta(minutes=nummer),
        )
