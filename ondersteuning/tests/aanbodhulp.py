"""Short ways to make an offering, a colleague who carries it out, and running trajectories."""

from datetime import date, timedelta
from typing import Any

from leerlingen.models import Leerling
from ondersteuning.models import Aanbod, Functionaris, Traject
from ondersteuning.services.wachtlijst import Uitkomst, plaats_of_wacht
from zorgapp.accounts.models import School, User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.fabriek import DAG, NU, maak_leerling

VORIG, NU_JAAR, VOLGEND = (Schooljaar.van(DAG).beginjaar + n for n in (-1, 0, 1))


def maak_aanbod(school: School, naam: str = "Faalangsttraining", dag: date = DAG, **velden: Any) -> Aanbod:
    """An offering of the second line, persoonlijk, of the year of `dag`."""
    standaard: dict[str, Any] = {
        "lijn": 2,
        "domeinen": ["pers"],
        "soort": "basis",
        "schooljaar": Schooljaar.van(dag).beginjaar,
    }
    return Aanbod.objects.create(school=school, naam=naam, **(standaard | velden))


def maak_functionaris(school: School, user: User, **velden: Any) -> Functionaris:
    standaard = {"functie": "leerlingbegeleider", "domeinen": ["pers"], "van": date(2020, 8, 1)}
    return Functionaris.objects.create(school=school, user=user, **(standaard | velden))


def maak_traject(
    school: School,
    leerling: Leerling,
    user: User,
    aanbod: Aanbod | None = None,
    dag: date = DAG,
    **velden: Any,
) -> Traject:
    """A running trajectory, second line persoonlijk unless said otherwise."""
    standaard: dict[str, Any] = {
        "titel": "Faalangsttraining",
        "lijn": aanbod.lijn if aanbod else 2,
        "domein": aanbod.domeinen[0] if aanbod else "pers",
        "hulpvraag": "Durft geen beurt te nemen.",
        "onderwijsbehoeften": "Kleine stappen.",
        "terug_naar_klas": "De mentor neemt het over.",
        "start": dag - timedelta(days=20),
        "evaluatie_op": dag + timedelta(days=20),
        "eind": dag + timedelta(days=60),
    }
    return Traject.objects.create(
        school=school,
        leerling=leerling,
        aanbod=aanbod,
        regievoerder=user,
        gemaakt_door=user,
        **(standaard | velden),
    )


def vul(aanbod: Aanbod, hoeveel: int, user: User, dag: date = DAG) -> list[Traject]:
    """Let this many pupils use an offering."""
    return [
        maak_traject(aanbod.school, maak_leerling(aanbod.school, roepnaam=f"Vol{n}"), user, aanbod, dag)
        for n in range(hoeveel)
    ]


def vraag_plek(door: Werkplek, aanbod: Aanbod, leerling: Leerling, **velden: Any) -> Uitkomst:
    """Ask for a place; with one, the trajectory starts in the same breath, as `traject_starten` does."""
    uit = plaats_of_wacht(
        door=door, aanbod_id=aanbod.pk, leerling=leerling, hulpvraag="Durft niet.", op=NU, **velden
    )
    if uit.plek:
        maak_traject(aanbod.school, leerling, door.user, aanbod, door.dag)
    return uit


def rond_af(aanbod: Aanbod) -> Traject:
    """End the trajectory in this offering that began first."""
    traject = Traject.objects.filter(aanbod=aanbod, status="loopt").order_by("pk")[0]
    Traject.objects.filter(pk=traject.pk).update(status="afgesloten", afloop="gelukt", afgesloten_op=NU)
    return traject
