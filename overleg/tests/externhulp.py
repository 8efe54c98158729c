"""A ZAT with somebody from outside and items about pupils, for tests; today is the day the test runs."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from leerlingen.models import ExternePartner, Leerling, Toestemming
from leerlingen.tests.toestemminghulp import antwoord, maak_contact, maak_toestemming
from overleg.models import Agendapunt, Deelname, Overleg
from overleg.tests.overleghulp import extern_lid, maak_overleg, maak_partner, maak_punt
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek

VRAAG, TEKST = "Wat helpt in de ochtend?", "Deze leerling komt op dinsdag niet op gang."


@dataclass(frozen=True)
class Zat:
    """One meeting with one person from outside, and an item about the pupil of the decor that he may see."""

    overleg: Overleg
    extern: Werkplek
    partner: ExternePartner
    punt: Agendapunt

    @property
    def deelname(self) -> Deelname:
        return Deelname.objects.get(overleg=self.overleg, user=self.extern.user)


def maak_zat(decor: Decor, over: int = 1, delen: str = "toestemming", **punt: Any) -> Zat:
    """`over`: how many days from today it is."""
    nu = timezone.now()
    extern = maak_werkplek(decor.school, Rol.EXTERNE, timezone.localdate(), "Marieke")
    partner = maak_partner(decor.school, f"Jeugdteam{extern.user.pk}", delen=delen)
    overleg = maak_overleg(
        decor.coordinator,
        decor.begeleider,
        extern_lid(extern, partner),
        soort="zat",
        naam="ZAT",
        begin=nu + timedelta(days=over),
        op=nu,
    )
    velden = {"voor_externen": True, "tekst_extern": TEKST, "vraag": VRAAG} | punt
    return Zat(overleg, extern, partner, maak_punt(decor.coordinator, overleg, decor.leerling, **velden))


def akkoord(decor: Decor, zat: Zat, leerling: Leerling | None = None, **velden: Any) -> Toestemming:
    """Consent for this partner, name included, that holds today."""
    wie, dag = leerling or decor.leerling, timezone.localdate()
    ouder = maak_contact(wie)
    standaard: dict[str, Any] = {
        "partner": zat.partner,
        "gegevens": ["naam", "hulpvraag"],
        "van": dag,
        "tot": dag + timedelta(days=60),
    }
    rij = maak_toestemming(wie, decor.coordinator.user, ouder, **(standaard | velden))
    antwoord(rij, decor.coordinator.user, ouder, "gegeven", dag)
    Toestemming.objects.filter(pk=rij.pk).update(stand="gegeven")
    rij.refresh_from_db()
    return rij
