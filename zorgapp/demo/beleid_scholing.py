"""Demo: training of this year: one that was looked back on, one that was not yet, and two that come."""

from datetime import date, timedelta
from decimal import Decimal

from beleid.access_scholing import deelnemers_van
from beleid.models import Scholing
from beleid.services.scholing import Scholinggegevens, scholing_toevoegen
from beleid.services.scholingdeelname import scholing_meedoen, scholing_terugkijken
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.demo.school import Demoschool
from zorgapp.kern.schooljaar import laatste_schooldag

# title, days from now, for whom, whose, who gives it, euros, why, material, who signed up
_SCHOLING: tuple[tuple[str, int, str, str, str, str, str, str, tuple[str, ...]], ...] = (
    (
        "Dyslexie in de les",
        -45,
        "alle docenten",
        "angelica",
        "Onze eigen begeleiders",
        "0",
        "Leerlingen kregen hun extra tijd niet in elke les.",
        "In de map Scholing op de gedeelde schijf, en in de kast van de mediatheek.",
        ("joris", "sanne", "hanna"),
    ),
    (
        "Lastige gesprekken met ouders",
        -9,
        "mentoren",
        "hanna",
        "Een trainer van het samenwerkingsverband",
        "650",
        "Mentoren vroegen hierom bij de evaluatie.",
        "",
        ("joris", "sanne"),
    ),
    (
        "Een signaal schrijven",
        16,
        "alle docenten en mentoren",
        "angelica",
        "Angèlica",
        "",
        "Korte signalen met wat je zag en al probeerde, krijgen eerder een antwoord.",
        "Neem een voorbeeld uit je eigen les mee.",
        ("sanne", "joris"),
    ),
    (
        "Rouw in de klas",
        75,
        "mentoren en teamleiders",
        "hanna",
        "Een trainer van buiten",
        "480",
        "Vorig jaar wisten we niet goed wat we moesten doen.",
        "",
        (),
    ),
)
_OPBRENGST = "Elke sectie schreef op hoe ze de extra tijd regelt. Dat staat nu op de docentkaart."


def _dag(demo: Demoschool, over: int) -> date:
    """A school day about so many days from now, inside this school year."""
    wens = min(max(demo.op + timedelta(days=over), demo.jaar.begin), demo.jaar.eind)
    return max(laatste_schooldag(wens, vrije_perioden(demo.jaar.begin)), demo.jaar.begin)


def vertel_scholing(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
    for rij, deelnemers in [_zet(demo, *regel) for regel in _SCHOLING]:
        for login in deelnemers:
            scholing_meedoen(door=demo.werkplek(login, min(rij.datum, demo.op)), pk=rij.pk)
    eerste = Scholing.objects.filter(school=demo.school).order_by("datum", "pk").first()
    assert eerste is not None
    _kijk_terug(demo, eerste)


def _zet(
    demo: Demoschool,
    titel: str,
    over: int,
    doelgroep: str,
    wie: str,
    aanbieder: str,
    kosten: str,
    waarom: str,
    materiaal: str,
    deelnemers: tuple[str, ...],
) -> tuple[Scholing, tuple[str, ...]]:
    gegevens = Scholinggegevens(
        titel=titel,
        datum=_dag(demo, over),
        doelgroep=doelgroep,
        eigenaar=demo.mensen[wie],
        aanbieder=aanbieder,
        kosten=Decimal(kosten) if kosten else None,
        waarom=waarom,
        materiaal=materiaal,
    )
    door = demo.werkplek("angelica", demo.op)
    return scholing_toevoegen(door=door, jaar=demo.jaar, gegevens=gegevens), deelnemers


def _kijk_terug(demo: Demoschool, rij: Scholing) -> None:
    """All but the first were there, and somebody who had not signed up."""
    door = demo.werkplek("angelica", demo.op)
    stond = [d.pk for d in deelnemers_van(door, rij, None).rijen]
    scholing_terugkijken(
        door=door,
        pk=rij.pk,
        versie=rij.versie,
        stond=stond,
        waren=stond[1:],
        erbij=[demo.mensen["ruben"]],
        opbrengst=_OPBRENGST,
    )
