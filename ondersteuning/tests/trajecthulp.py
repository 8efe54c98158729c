"""Short ways to begin a trajectory in tests; everything goes through the services."""

from datetime import date, timedelta
from typing import Any

from leerlingen.models import Toegangsverlening
from ondersteuning.models import Aanbod, Conclusie, Evaluatie, Traject
from ondersteuning.services.evaluaties import Besloten, Evaluatietekst, evaluatie_vastleggen
from ondersteuning.services.lijnen import Gedaan
from ondersteuning.services.traject import Slot, traject_afsluiten
from ondersteuning.services.trajectstart import Trajectgegevens, traject_starten
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU

WEEK = timedelta(days=7)


def gegevens(regievoerder: User, dag: date, **velden: Any) -> Trajectgegevens:
    """Just enough for a trajectory in the second line that begins on `dag`."""
    standaard: dict[str, Any] = {
        "titel": "Faalangsttraining",
        "lijn": 2,
        "domein": "pers",
        "hulpvraag": "Durft geen beurt te nemen.",
        "onderwijsbehoeften": "Succes in kleine stappen.",
        "regievoerder": regievoerder,
        "start": dag,
        "evaluatie_op": dag + 6 * WEEK,
        "eind": dag + 12 * WEEK,
        "terug_naar_klas": "Hij neemt zelf een beurt.",
        "al_gedaan": "Gesprekken met de mentor.",
        "resultaat": "Even beter, daarna weer vast.",
    }
    return Trajectgegevens(**(standaard | velden))


def start(decor: Decor, door: Werkplek | None = None, op: Any = NU, **velden: Any) -> Traject:
    """Begin a trajectory of the pupil; the begeleider has the regie unless said otherwise."""
    door = door or decor.coordinator
    leerling = velden.pop("leerling", decor.leerling)
    regie = velden.pop("regievoerder", decor.begeleider.user)
    uit = traject_starten(
        door=door, leerling_id=leerling.pk, gegevens=gegevens(regie, door.dag, **velden), op=op
    )
    assert uit.traject is not None
    return uit.traject


def evalueer(door: Werkplek, traject: Traject, op: Any = NU, **velden: Any) -> Evaluatie:
    """Evaluate and go on; what is decided can be changed by name."""
    nu = Traject.objects.get(pk=traject.pk)
    tekst = {"gehouden_op": door.dag, "wat_werkte": "Oefenen met een ander."} | velden.pop("tekst", {})
    besloten = {"conclusie": Conclusie.DOORGAAN, "evaluatie_op": door.dag + 3 * WEEK} | velden
    return evaluatie_vastleggen(
        door=door,
        pk=traject.pk,
        versie=besloten.pop("versie", nu.versie),
        standen=besloten.pop("standen", {}),
        tekst=Evaluatietekst(**tekst),
        besloten=Besloten(**({"gedaan": Gedaan()} | besloten)),
        op=op,
    )


def sluit_af(door: Werkplek, traject: Traject, op: Any = NU, afloop: str = "gelukt") -> Traject:
    """Close what stands in the database now."""
    versie = Traject.objects.get(pk=traject.pk).versie
    slot = Slot(afloop=afloop, afsluiting="Het lukt nu zelf.")
    return traject_afsluiten(door=door, pk=traject.pk, versie=versie, gegevens=slot, op=op)


def maak_aanbod(decor: Decor, **velden: Any) -> Aanbod:
    """An offering of this school year in the second line."""
    standaard = {
        "school": decor.school,
        "schooljaar": 2026,
        "naam": "Faalangsttraining",
        "lijn": 2,
        "domeinen": ["pers"],
        "soort": "basis",
    }
    return Aanbod.objects.create(**(standaard | velden))


def wie_ziet(traject: Traject, dag: date) -> list[int]:
    """Ids of the users who see the pupil by this trajectory on `dag`."""
    rijen = Toegangsverlening.objects.filter(bron=f"traject:{traject.pk}", van__lte=dag, tot__gte=dag)
    return list(rijen.values_list("user_id", flat=True))
