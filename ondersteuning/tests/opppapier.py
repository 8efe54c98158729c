"""OPPs for tests of documents, made straight from the models; variety is stated by the caller."""

import uuid
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from leerlingen.models import Leerling
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import (
    Hoorrecht,
    Inbreng,
    Instemming,
    Instemmingverzoek,
    Invloed,
    Opp,
    OppDoel,
    OppEvaluatie,
    OppVersie,
    Overeenstemming,
    Overlegdeelnemer,
)
from ondersteuning.models.oppjaar import OppDoelevaluatie
from ondersteuning.oppfeiten import hash_handelingsdeel
from zorgapp.accounts.werkplek import Werkplek

STEM = (
    "Met mijn laptop kan ik laten zien wat ik weet. Ik wil niet elke les hoeven vragen om extra tijd. En ik wil graag "
    "dat Ruben erbij blijft tot de toetsweek."
)
TEKSTEN = {
    "bestemming": "havo",
    "bestemming_uitleg": "Kees Jan haalt het havodiploma en kiest na de zomer een profiel met economie.",
    "onderbouwing": "Zijn resultaten bij de exacte vakken en zijn luistervaardigheid maken dit haalbaar.",
    "bevorderend": "legt mondeling goed uit wat hij weet\nwerkt door als de opdracht in stappen staat",
    "belemmerend": "lezen en schrijven kosten veel tijd\ndocenten maken verschillende afspraken",
    "behoefte_leer": "Dezelfde afspraken bij elk vak, zonder dat hij erom moet vragen.",
    "behoefte_pers": "Succes in kleine stappen, met een vaste begeleider.",
    "behoefte_loop": "Weten welke profielen passen bij wat hij goed kan.",
    "begeleiding": "Elke week een half uur met Ruben. De docenten talen geven dezelfde afspraken in de les.",
    "faciliteiten": "25% extra tijd bij toetsen in alle vakken. Laptop met voorleessoftware, ook bij toetsen.",
    "afwijkt": "nvt",
}


def maak_opp(door: Werkplek, leerling: Leerling, **teksten: Any) -> OppVersie:
    """An OPP in the making with one version that is complete; `status` "vastgesteld" sets both."""
    vast = teksten.pop("status", "concept") == "vastgesteld"
    opp = Opp.objects.create(
        school=door.school,
        leerling=leerling,
        opsteller=door.user,
        gemaakt_door=door.user,
        uiterlijk=door.dag + timedelta(days=21),
        evaluatie_op=door.dag + timedelta(days=180),
        status="loopt" if vast else "concept",
        begindatum=door.dag if vast else None,
    )
    zet = {"status": "vastgesteld", "vastgesteld_op": door.dag, "vastgesteld_door": door.user} if vast else {}
    return OppVersie.objects.create(
        school=door.school,
        opp=opp,
        gemaakt_door=door.user,
        gewijzigd_door=door.user,
        **(TEKSTEN | zet | teksten),
    )


def maak_doel(versie: OppVersie, doel: str = "Begint op tijd aan een toets", **velden: Any) -> OppDoel:
    standaard = {
        "domein": "pers",
        "aanpak": "Stappenplan oefenen in de faalangsttraining",
        "wie": "Ruben Maas",
        "tot": versie.gemaakt_op.date() + timedelta(days=60),
    }
    return OppDoel.objects.create(school=versie.school, oppversie=versie, doel=doel, **(standaard | velden))


def hoor(versie: OppVersie, door: Werkplek, *woorden: str, punten: int = 1, **velden: Any) -> Hoorrecht:
    """The pupil was heard: his words, and what is done with each of `punten` points."""
    gehoord = Hoorrecht.objects.create(
        school=door.school,
        opp=versie.opp,
        ronde=versie.ronde,
        aangeboden_op=door.dag,
        aangeboden_door=door.user,
        wijze="gesprek",
        hulp="Ruben mocht erbij zijn.",
        **velden,
    )
    for zin in woorden:
        Inbreng.objects.create(
            school=door.school,
            hoorrecht=gehoord,
            woorden=zin,
            hoe="gesprek",
            opgetekend_door=door.user,
            gezegd_op=door.dag,
            sleutel=uuid.uuid4(),
        )
    for n in range(punten if woorden else 0):
        Invloed.objects.create(
            school=door.school,
            hoorrecht=gehoord,
            punt=f"Niet elke les om extra tijd hoeven vragen ({n + 1})",
            gevolg="overgenomen",
            uitleg="Alle docenten krijgen de kaart.",
        )
    return gehoord


def praat(versie: OppVersie, door: Werkplek, *namen: str, gehouden: bool = True) -> Overeenstemming:
    """A talk with these parents at half past three today."""
    om = timezone.make_aware(datetime.combine(door.dag, time(15, 30)))
    overleg = Overeenstemming.objects.create(
        school=door.school,
        opp=versie.opp,
        oppversie=versie,
        ronde=versie.ronde,
        status="gehouden" if gehouden else "gepland",
        uitgenodigd_op=door.dag - timedelta(days=7),
        kanaal="mail",
        wanneer=om,
        samenvatting="We bespraken waar Kees Jan naartoe werkt." if gehouden else "",
        oneens="Moeder wil ook extra tijd bij gym." if gehouden else "",
        hash="a" * 64 if gehouden else "",
        gemaakt_door=door.user,
    )
    for naam in namen:
        Overlegdeelnemer.objects.create(
            school=door.school, overleg=overleg, naam=naam, rol="ouder", gezag=True, aanwezig=True
        )
    return overleg


def leg_voor(versie: OppVersie, door: Werkplek, *ouders: tuple[str, int]) -> list[Instemmingverzoek]:
    """Put the handelingsdeel before these parents (name, household)."""
    OppVersie.objects.filter(pk=versie.pk).update(
        handelingsdeel="voorgelegd", voorgelegd_op=door.dag, hash=hash_handelingsdeel(versie)
    )
    versie.refresh_from_db()
    return [_vraag(versie, door, naam, huishouden) for naam, huishouden in ouders]


def _vraag(versie: OppVersie, door: Werkplek, naam: str, huishouden: int) -> Instemmingverzoek:
    contact = maak_contact(versie.opp.leerling, naam, huishouden=huishouden)
    return Instemmingverzoek.objects.create(
        school=door.school,
        oppversie=versie,
        contact=contact,
        naam=naam,
        relatie="moeder",
        huishouden=huishouden,
        gevraagd_op=door.dag,
        gevraagd_door=door.user,
    )


def antwoordt(
    verzoek: Instemmingverzoek, door: Werkplek, keuze: str = "akkoord", **velden: Any
) -> Instemming:
    return Instemming.objects.create(
        school=door.school,
        verzoek=verzoek,
        oppversie=verzoek.oppversie,
        hash=verzoek.oppversie.hash,
        keuze=keuze,
        naam=verzoek.naam,
        relatie="moeder",
        gezag="ja",
        wijze="digitaal",
        gegeven_op=door.dag,
        **velden,
    )


def evalueert(versie: OppVersie, door: Werkplek, **velden: Any) -> OppEvaluatie:
    """An evaluation with a result for every goal."""
    standaard = {
        "ouders": "ja",
        "ouders_zeggen": "Thuis gaat het rustiger.",
        "leerling_erbij": "ja",
        "leerling_zegt": "Ik begin nu zelf.",
        "samenvatting": "De afspraken werken. Bij Frans nog niet.",
        "conclusie": "voortzetten",
        "volgende_op": door.dag + timedelta(days=200),
    }
    rij = OppEvaluatie.objects.create(
        school=door.school,
        opp=versie.opp,
        oppversie=versie,
        gehouden_op=door.dag,
        sleutel=uuid.uuid4(),
        door=door.user,
        **(standaard | velden),
    )
    for doel in versie.doelen.all():
        OppDoelevaluatie.objects.create(
            school=door.school, evaluatie=rij, doel=doel, uitkomst="deels", toelichting="Bij Duits wel."
        )
    return rij


def volledig(door: Werkplek, leerling: Leerling) -> OppVersie:
    """A concept with everything a first page of the pictures has."""
    versie = maak_opp(door, leerling)
    maak_doel(versie)
    maak_doel(
        versie,
        "Bij elk vak gelden dezelfde afspraken",
        domein="leer",
        wie="Ilse Brandsma",
        frequentie="wekelijks",
    )
    hoor(versie, door, STEM)
    praat(versie, door, "Marit Bakker", "Henk Bakker")
    leg_voor(versie, door, ("Marit Bakker", 1), ("Henk Bakker", 1))
    return versie
