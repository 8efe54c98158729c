"""What the stage of the role matrix has of the offer: an offering with its colleague, who waits, a task, a partner."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from leerlingen.models import ExternePartner
from ondersteuning.models import Aanbod, Functionaris, Ondersteuningstaak, Taakhouder
from ondersteuning.services.wachtlijst import op_wachtlijst
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def zet_aanbod(coordinator: Werkplek, begeleider: User, leerling: Any) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    school, dag = coordinator.school, coordinator.dag
    functionaris = Functionaris.objects.create(
        school=school, user=begeleider, functie="leerlingbegeleider", domeinen=["pers"], van=dag
    )
    aanbod = Aanbod.objects.create(
        school=school,
        schooljaar=Schooljaar.van(dag).beginjaar,
        naam="Faalangsttraining",
        lijn=2,
        domeinen=["pers"],
        soort="basis",
        functionaris=functionaris,
        capaciteit=1,
    )
    plek = op_wachtlijst(
        door=coordinator,
        aanbod_id=aanbod.pk,
        leerling=leerling,
        hulpvraag="Durft geen beurt te nemen.",
        eigenaar=coordinator.user,
        volgende_datum=dag + timedelta(days=14),
        op=timezone.now(),
    )
    taak = Ondersteuningstaak.objects.create(school=school, naam="Contact met thuis", lijn=1)
    houder = Taakhouder.objects.create(school=school, taak=taak, letter="R", rol="mentor")
    return {
        "aanbod": aanbod.pk,
        "functionaris": functionaris.pk,
        "wachtplek": plek.pk,
        "taak": taak.pk,
        "taakhouder": houder.pk,
        "partner": ExternePartner.objects.create(school=school, naam="Jeugdteam").pk,
    }
