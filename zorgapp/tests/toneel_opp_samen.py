"""What the stage of the role matrix has of talks and agreement."""

from typing import Any

from django.utils import timezone

from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import Instemmingverzoek, Opp
from ondersteuning.services.opp_overleg import Plan, overleg_plannen
from zorgapp.accounts.werkplek import Werkplek


def zet_oppsamen(coordinator: Werkplek, opp: Opp) -> dict[str, Any]:
    """A talk that is planned, and one parent who was asked."""
    op = timezone.now()
    plan = Plan(coordinator.dag, "mail", op, "Kamer 12", ("l",))
    contact = maak_contact(opp.leerling, "Gevraagde Ouder", email="ouder@thuis.example")
    verzoek = Instemmingverzoek.objects.create(
        school=coordinator.school,
        oppversie=opp.versies.order_by("-pk")[0],
        contact=contact,
        naam=contact.naam,
        relatie=contact.relatie,
        huishouden=1,
        gevraagd_op=coordinator.dag,
        gevraagd_door=coordinator.user,
    )
    overleg = overleg_plannen(door=coordinator, pk=opp.pk, plan=plan, op=op)
    return {"oppoverleg": overleg.pk, "oppverzoek": verzoek.pk}
