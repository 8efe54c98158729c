"""Short ways to close a meeting and read what goes out, for tests."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from overleg.models import Agendapunt, Overleg, Verslagdeel
from overleg.services.sluiten import Afsluiting, overleg_afsluiten, overleg_heropenen
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.versturen import verstuur_school
from zorgapp.testing.fabriek import NU


def vers(overleg: Overleg) -> Overleg:
    """As it stands in the database."""
    return Overleg.objects.get(pk=overleg.pk)


def sluit(
    door: Werkplek,
    overleg: Overleg,
    *,
    weg: Iterable[int] = (),
    op: datetime = NU,
    versie: int | None = None,
    **velden: Any,
) -> Overleg:
    """Close it as it stands now."""
    nummer = vers(overleg).versie if versie is None else versie
    keuze = Afsluiting(nummer, frozenset(weg), **velden)
    return overleg_afsluiten(door=door, pk=overleg.pk, keuze=keuze, op=op)


def heropen(door: Werkplek, overleg: Overleg, reden: str = "Er ontbrak iets.", op: datetime = NU) -> Overleg:
    """Open it again."""
    return overleg_heropenen(door=door, pk=overleg.pk, versie=vers(overleg).versie, reden=reden, op=op)


def notuleer(door: Werkplek, punt: Agendapunt, tekst: str = "Het ritme helpt.", **velden: Any) -> Verslagdeel:
    """Minutes of one item, as the service leaves them."""
    return Verslagdeel.objects.create(
        school_id=punt.school_id, punt=punt, tekst=tekst, bewaard_door=door.user, **velden
    )


def post(door: Werkplek, bus: list[Any], op: datetime = NU) -> list[Any]:
    """One round of the outbox; the mails that went out now."""
    voor = len(bus)
    verstuur_school(door.school.pk, lambda: op)
    zet_context(door.school.pk, door.user.pk)
    return bus[voor:]
