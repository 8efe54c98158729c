"""Short ways to a meeting with items and agreements through the services, for tests."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from leerlingen.models import ExternePartner, Leerling
from overleg.loop import Stap
from overleg.models import Afspraak, Agendapunt, Functie, Overleg
from overleg.services.afspraak import Afspraakgegevens, afspraak_maken
from overleg.services.overleg import Lid, Overlegplan, overleg_plannen, stap_zetten
from overleg.soorten import Overlegsoort
from zorgapp.accounts.models import School
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import NU

KLAAR = timedelta(days=7)


def plan(door: Werkplek, soort: str = Overlegsoort.ZORGOVERLEG, **velden: Any) -> Overlegplan:
    """What is filled in for a meeting an hour from now, led by who plans it."""
    standaard: dict[str, Any] = {
        "soort": soort,
        "naam": "Zorgoverleg",
        "begin": NU + timedelta(hours=1),
        "minuten": 90,
        "voorzitter": door.user,
    }
    return Overlegplan(**(standaard | velden))


def maak_overleg(
    door: Werkplek,
    *leden: Werkplek | Lid,
    soort: str = Overlegsoort.ZORGOVERLEG,
    op: datetime = NU,
    **velden: Any,
) -> Overleg:
    """Plan a meeting with these people."""
    wie = [lid if isinstance(lid, Lid) else Lid(lid.user) for lid in leden]
    return overleg_plannen(door=door, plan=plan(door, soort, **velden), leden=wie, op=op)


def begin(door: Werkplek, overleg: Overleg, op: datetime = NU) -> Overleg:
    """Begin a meeting as it stands in the database."""
    versie = Overleg.objects.get(pk=overleg.pk).versie
    return stap_zetten(door=door, pk=overleg.pk, versie=versie, stap=Stap.BEGINNEN, op=op)


def maak_punt(
    door: Werkplek, overleg: Overleg, leerling: Leerling | None = None, **velden: Any
) -> Agendapunt:
    """An item at the end of the agenda: about a pupil, or about "Toetsdruk"."""
    volgorde = Agendapunt.objects.filter(overleg=overleg).count() + 1
    standaard: dict[str, Any] = {
        "school": overleg.school,
        "overleg": overleg,
        "volgorde": volgorde,
        "minuten": 15,
        "leerling": leerling,
        "onderwerp": "" if leerling else "Toetsdruk",
        "vraag": "Wat helpt in de ochtend?",
        "toegevoegd_door": door.user,
    }
    return Agendapunt.objects.create(**(standaard | velden))


def maak_afspraak(
    door: Werkplek,
    punt: Agendapunt,
    eigenaar: Werkplek,
    *,
    klaar_op: date | None = None,
    op: datetime = NU,
    sleutel: uuid.UUID | None = None,
    **velden: Any,
) -> Afspraak:
    """Agree something about an item, for in a week."""
    gegevens = Afspraakgegevens(
        wat=velden.pop("wat", "Belt dinsdag om kwart voor acht."),
        eigenaar=eigenaar.user,
        klaar_op=klaar_op or door.dag + KLAAR,
        **velden,
    )
    return afspraak_maken(
        door=door, punt_id=punt.pk, gegevens=gegevens, sleutel=sleutel or uuid.uuid4(), op=op
    )


def maak_partner(school: School, naam: str = "Jeugdteam", **velden: Any) -> ExternePartner:
    """An organisation on the sociale kaart."""
    return ExternePartner.objects.create(school=school, naam=naam, soort="jeugdhulp", **velden)


def extern_lid(wie: Werkplek, partner: ExternePartner) -> Lid:
    """Somebody from outside who is asked."""
    return Lid(wie.user, Functie.EXTERN, partner)
