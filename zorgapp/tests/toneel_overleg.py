"""What the stage of the role matrix has of meetings and agreements."""

import uuid
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from overleg.loop import Stap
from overleg.models import Agendapunt, Deelname, Overleg, Overlegreeks, Reekslid, Rondvraag
from overleg.services.afspraak import Afspraakgegevens, afspraak_maken
from overleg.services.overleg import Lid, Overlegplan, overleg_plannen, stap_zetten
from overleg.services.reeks import Reeksplan, reeks_maken
from overleg.soorten import Overlegsoort
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.tests.toneel_coach import zet_coachlijn
from zorgapp.tests.toneel_extern import zet_zat
from zorgapp.tests.toneel_verslag import zet_verslag


def zet_overleg(coordinator: Werkplek, mensen: dict[str, User], leerling: Any) -> dict[str, Any]:
    """Ids by the names of the matrix: a meeting that is on with an agreement, and one that is planned."""
    nu = timezone.now()
    leden = [Lid(mensen["B"]), Lid(mensen["M"])]
    bezig, straks = (
        overleg_plannen(
            door=coordinator,
            plan=Overlegplan(
                Overlegsoort.ZORGOVERLEG, "Zorgoverleg", nu + timedelta(days=dagen), 60, coordinator.user
            ),
            leden=leden,
            op=nu,
        )
        for dagen in (0, 7)
    )
    stap_zetten(door=coordinator, pk=bezig.pk, versie=bezig.versie, stap=Stap.BEGINNEN, op=nu)
    punten = [_punt(coordinator, overleg, leerling) for overleg in (bezig, straks)]
    afspraak = afspraak_maken(
        door=coordinator,
        punt_id=punten[0].pk,
        gegevens=Afspraakgegevens("Belt moeder.", mensen["M"], coordinator.dag + timedelta(days=7)),
        sleutel=uuid.uuid4(),
        op=nu,
    )
    reeks = _reeks(coordinator, leden, nu)
    return {
        "overlegreeks": reeks.pk,
        "reekslid": Reekslid.objects.get(reeks=reeks, user=mensen["B"]).pk,
        "deelname": Deelname.objects.get(overleg=straks, user=mensen["B"]).pk,
        "overleg": bezig.pk,
        "overleg_straks": straks.pk,
        "punt": punten[0].pk,
        "punt_straks": punten[1].pk,
        "afspraak": afspraak.pk,
        "rondvraag": _rondvraag(punten[1], mensen["D"], coordinator).pk,
        **zet_zat(coordinator, mensen, leerling, nu),
        **zet_coachlijn(coordinator, mensen),
        **zet_verslag(coordinator, mensen, leerling),
    }


def _rondvraag(punt: Agendapunt, docent: User, coordinator: Werkplek) -> Rondvraag:
    """The teacher of the pupil is asked beforehand."""
    return Rondvraag.objects.create(
        school=punt.school,
        punt=punt,
        collega=docent,
        gevraagd_door=coordinator.user,
        uiterlijk=coordinator.dag,
    )


def _reeks(coordinator: Werkplek, leden: list[Lid], nu: datetime) -> Overlegreeks:
    """A series of one meeting, on a weekday."""
    dag = coordinator.dag + timedelta(days=14 - coordinator.dag.weekday())
    plan = Reeksplan(
        soort=Overlegsoort.ZORGOVERLEG,
        naam="Zorgoverleg",
        eerste_op=dag,
        tot=dag,
        elke=1,
        begintijd=time(13),
        minuten=60,
        voorzitter=coordinator.user,
    )
    return reeks_maken(door=coordinator, plan=plan, leden=leden, op=nu)


def _punt(coordinator: Werkplek, overleg: Overleg, leerling: Any) -> Agendapunt:
    return Agendapunt.objects.create(
        school=overleg.school,
        overleg=overleg,
        volgorde=1,
        minuten=15,
        leerling=leerling,
        vraag="Wat helpt?",
        toegevoegd_door=coordinator.user,
    )
