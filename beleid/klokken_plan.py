"""Who hears of a yearly plan: the team that it lies there, the schoolleiding, who asked, and everybody when it holds."""

from datetime import datetime, timedelta
from typing import Any

from beleid.access_plan import lezers, met_recht
from beleid.models import Beleidsplan, Planlezing
from beleid.planloop import Planstatus
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_soort_vervallen, plan
from zorgapp.notifications.soorten import Soort
from zorgapp.notifications.velen import plan_velen

BESPREKEN, VOORGELEGD, BESLOTEN, LEZEN = "plan_bespreken", "plan_voorgelegd", "plan_besloten", "plan_lezen"


def ter_bespreking(door: Werkplek, rij: Beleidsplan, op: datetime) -> None:
    """Tell everybody but who asks that they may comment."""
    wie = lezers(door.school.pk, door.dag).exclude(pk=door.user.pk).values_list("pk", flat=True)
    _velen(rij, BESPREKEN, wie, op)


def voorgelegd(door: Werkplek, rij: Beleidsplan, op: datetime) -> None:
    """Tell the schoolleiding that it lies there."""
    _velen(rij, VOORGELEGD, met_recht(door.school.pk, door.dag, Recht.BELEID_VASTSTELLEN), op)


def besloten(rij: Beleidsplan, op: datetime) -> None:
    """Tell who put it before the schoolleiding what they decided."""
    if rij.voorgelegd_door_id is not None:
        plan(
            school_id=rij.school_id,
            soort=BESLOTEN,
            sleutel=f"{BESLOTEN}:{rij.pk}:{rij.versie}",
            ontvanger_id=rij.voorgelegd_door_id,
            object_id=rij.pk,
            niet_voor=op,
        )


def vraag_te_lezen(door: Werkplek, rij: Beleidsplan, op: datetime) -> None:
    """Ask everybody to read it, after the time for Herstel; who published it has read it."""
    wie = lezers(door.school.pk, door.dag).exclude(pk=door.user.pk).values_list("pk", flat=True)
    _velen(rij, LEZEN, wie, op + timedelta(minutes=instelling("hersteltijd", door.dag)))


def hoeft_niet_meer(rij: Beleidsplan) -> None:
    """Withdraw what still waits about lying somewhere: it lies there no longer."""
    for soort in (BESPREKEN, VOORGELEGD):
        laat_soort_vervallen(school_id=rij.school_id, soort=soort, object_id=rij.pk)


def _velen(rij: Beleidsplan, soort: str, wie: Any, niet_voor: datetime) -> None:
    plan_velen(
        school_id=rij.school_id,
        soort=soort,
        sleutel=f"{soort}:{rij.pk}:{rij.versie}",
        ontvangers=wie,
        object_id=rij.pk,
        niet_voor=niet_voor,
    )


def _zichtbaar(rij: Any, op: datetime, recht: Recht, status: str) -> tuple[Werkplek, Beleidsplan] | None:
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(recht):
        return None
    rijen = Beleidsplan.objects.zichtbaar_voor(werkplek).filter(pk=rij.object_id)
    gevonden = (rijen.filter(status=status) if status else rijen).first()
    return (werkplek, gevonden) if gevonden else None


def _ter_bespreking(rij: Any, op: datetime) -> bool:
    """It still lies before the team, and there is time left."""
    uit = _zichtbaar(rij, op, Recht.BELEID, Planstatus.BESPREKING)
    return uit is not None and (uit[1].reageren_tot is None or uit[0].dag <= uit[1].reageren_tot)


def _ligt_er_nog(rij: Any, op: datetime) -> bool:
    return _zichtbaar(rij, op, Recht.BELEID_VASTSTELLEN, Planstatus.VOORGELEGD) is not None


def _mag_weten(rij: Any, op: datetime) -> bool:
    return _zichtbaar(rij, op, Recht.BELEID_WERKEN, "") is not None


def _te_lezen(rij: Any, op: datetime) -> bool:
    """It holds, no later version took its place, and he did not confirm it yet."""
    uit = _zichtbaar(rij, op, Recht.BELEID, Planstatus.GEPUBLICEERD)
    if uit is None:
        return False
    later = Beleidsplan.objects.filter(
        school_id=rij.school_id,
        schooljaar=uit[1].schooljaar,
        nummer__gt=uit[1].nummer,
        status=Planstatus.GEPUBLICEERD,
    )
    al = Planlezing.objects.filter(plan_id=rij.object_id, user_id=rij.ontvanger_id)
    return not later.exists() and not al.exists()


_LIJST = "beleid:plan"
SOORTEN = (
    Soort(
        BESPREKEN,
        "beleidsplan om op te reageren",
        "beleidsplannen om op te reageren",
        _ter_bespreking,
        pagina=_LIJST,
    ),
    Soort(
        VOORGELEGD,
        "beleidsplan dat op je besluit wacht",
        "beleidsplannen die op je besluit wachten",
        _ligt_er_nog,
        pagina=_LIJST,
    ),
    Soort(
        BESLOTEN,
        "besluit van de schoolleiding over het beleidsplan",
        "besluiten van de schoolleiding over het beleidsplan",
        _mag_weten,
        pagina=_LIJST,
    ),
    Soort(LEZEN, "beleidsplan om te lezen", "beleidsplannen om te lezen", _te_lezen, pagina=_LIJST),
)
