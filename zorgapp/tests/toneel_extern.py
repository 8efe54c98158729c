"""What the stage of the role matrix has for people from outside: a ZAT with the externe, and an item meant for him."""

from datetime import datetime, timedelta
from typing import Any

from leerlingen.models import ExternePartner
from overleg.models import Agendapunt, Functie
from overleg.models.agenda import Wetsgrond
from overleg.services.extern import grond_vastleggen
from overleg.services.overleg import Lid, Overlegplan, overleg_plannen
from overleg.soorten import Overlegsoort
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_zat(coordinator: Werkplek, mensen: dict[str, User], leerling: Any, nu: datetime) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    partner = ExternePartner.objects.create(
        school=coordinator.school, naam="Jeugdteam van de ZAT", soort="jeugdhulp"
    )
    leden = [Lid(mensen["B"]), Lid(mensen["M"]), Lid(mensen["E"], Functie.EXTERN, partner)]
    plan = Overlegplan(Overlegsoort.ZAT, "ZAT", nu + timedelta(days=7), 60, coordinator.user)
    zat = overleg_plannen(door=coordinator, plan=plan, leden=leden, op=nu)
    punt = Agendapunt.objects.create(
        school=zat.school,
        overleg=zat,
        volgorde=1,
        minuten=15,
        leerling=leerling,
        vraag="Wat helpt?",
        voor_externen=True,
        tekst_extern="Wat kan er?",
        toegevoegd_door=coordinator.user,
    )
    grond = grond_vastleggen(
        door=coordinator,
        punt_id=punt.pk,
        partner_id=partner.pk,
        grond=Wetsgrond.VITAAL,
        uitleg="Het kan niet wachten.",
        op=nu,
    )
    return {"zat": zat.pk, "punt_zat": punt.pk, "naamgrond": grond.pk}
