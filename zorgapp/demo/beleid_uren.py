"""Demo: hours, means and scenarios."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from beleid.inzet import Scenariosoort
from beleid.services.middel import middel_zetten
from beleid.services.scenario import Keuzegegevens, scenario_bespreken, scenario_kiezen, scenario_maken
from beleid.services.uren import uren_toezeggen, uren_vragen, uren_wijzigen
from beleid.services.urentijd import tijd_delen
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.demo.school import Demoschool

# role, who, asked, promised (None: not yet), delivered: hours a week
_ROLLEN: tuple[tuple[str, str, int, int | None, int | None], ...] = (
    ("Zorgcoördinator", "angelica", 20, 16, 18),
    ("Ondersteuningscoach", "ruben", 4, None, None),
)
_MIDDELEN = (
    (
        "Samenwerkingsverband",
        "Basisondersteuning en coaching van docenten",
        "24000",
        "9800",
        "Veertien docenten kregen een coach in de klas.",
    ),
    ("Subsidie van de gemeente", "Aanpak van verzuim met jeugdzorg", "7500", "3100", ""),
    ("Eigen begroting", "Scholing over dyslexie en digitale toetsen", "3200", "3450", "Twee studiemiddagen."),
)


def vertel_uren(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
    coordinator, leiding = (
        werkplek_maken(demo.mensen[naam], demo.op, demo.school.pk) for naam in ("angelica", "marijke")
    )
    assert coordinator is not None and leiding is not None
    for rol, wie, gevraagd, toegezegd, geleverd in _ROLLEN:
        velden: dict[str, Any] = {"rol": rol, "user": demo.mensen[wie], "opmerking": ""}
        velden["gevraagd"] = gevraagd * 60
        rij = uren_vragen(door=coordinator, jaar=demo.jaar, **velden)
        if toegezegd is None or geleverd is None:
            continue
        rij = uren_toezeggen(door=leiding, pk=rij.pk, versie=rij.versie, toegezegd=toegezegd * 60)
        uren_wijzigen(door=coordinator, pk=rij.pk, versie=rij.versie, geleverd=geleverd * 60, **velden)
    tijd_delen(door=coordinator, jaar=demo.jaar, delen=True)
    besproken = scenario_maken(
        door=coordinator,
        jaar=demo.jaar,
        titel="Begin van het jaar",
        keuzes=[Keuzegegevens(Scenariosoort.ERBIJ, "Twee uur erbij tot de herfst", 120)],
    )
    keuzes = [k.pk for k in besproken.keuzes.all()]
    besproken = scenario_kiezen(door=coordinator, pk=besproken.pk, versie=1, gekozen=keuzes)
    scenario_bespreken(
        door=coordinator,
        pk=besproken.pk,
        versie=besproken.versie,
        besproken_op=demo.op - timedelta(days=50),
        uitkomst="Geen uren erbij. Wel kijken we in november samen wat er blijft liggen.",
    )
    nu = scenario_maken(
        door=coordinator,
        jaar=demo.jaar,
        titel="Wat we laten liggen of overdragen",
        keuzes=[
            Keuzegegevens(Scenariosoort.OVERDRAGEN, "Regie overdragen aan Ilse en Ruben", 180),
            Keuzegegevens(Scenariosoort.OVERDRAGEN, "Kaarten nalopen door mentoren", 120),
            Keuzegegevens(Scenariosoort.LATER, "Lijst 1 naar december", 60),
        ],
    )
    scenario_kiezen(door=coordinator, pk=nu.pk, versie=1, gekozen=[nu.keuzes.all()[0].pk])
    for bron, doel, bedrag, besteed, resultaat in _MIDDELEN:
        middel_zetten(
            door=coordinator,
            jaar=demo.jaar,
            bron=bron,
            doel=doel,
            bedrag=Decimal(bedrag),
            besteed=Decimal(besteed),
            resultaat=resultaat,
        )
