"""The statement budget of every page: at most 15, none more than twice, as many with 50 records as with 10 (DESIGN §9)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Signaal, Vervolg
from ondersteuning.workflow import Besluit
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import LANG_GELEDEN, Decor, beslis, dien_in, maak_decor
from zorgapp.testing.fabriek import maak_leerling, maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget

Pad = Callable[["Schoolplein"], str]


class Schoolplein:
    """A school that grows: `vul(n)` gives the pupil and his class n records of every kind."""

    def __init__(self, school: School) -> None:
        self.decor: Decor = maak_decor(school, timezone.localdate())
        self.docent = maak_werkplek(school, Rol.DOCENT, timezone.localdate())
        maak_les(school, self.docent.user, self.decor.leerling, van=LANG_GELEDEN)
        self.aantal = 0

    def wie(self, rol: Rol) -> Werkplek:
        eigen = {
            Rol.ZORGCOORDINATOR: self.decor.coordinator,
            Rol.MENTOR: self.decor.mentor,
            Rol.BEGELEIDER: self.decor.begeleider,
            Rol.DOCENT: self.docent,
        }
        return eigen.get(rol) or maak_werkplek(self.decor.school, rol, timezone.localdate())

    def vul(self, tot: int) -> None:
        decor, nu = self.decor, timezone.now()
        for n in range(self.aantal, tot):
            maak_leerling(decor.school, decor.klas, f"Leerling{n}")
            op = nu - timedelta(hours=n)
            for wie in (decor.mentor, decor.mentor, self.docent):
                signaal = dien_in(wie, decor.leerling, op)
            beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, op, eigenaar=decor.begeleider.user)
            beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling, op), Besluit.AFSLUITEN, op)
        self.aantal = tot

    @property
    def signaal(self) -> Signaal:
        return Signaal.objects.filter(indiener=self.decor.mentor.user).order_by("pk")[0]

    @property
    def vervolg(self) -> Vervolg:
        return Vervolg.objects.order_by("pk")[0]


def vast(naam: str, vraag: str = "") -> Pad:
    return lambda plein: reverse(naam) + vraag


PAGINAS: dict[str, tuple[Rol, Pad]] = {
    **{f"vandaag {rol}": (rol, vast("web:vandaag")) for rol in Rol},
    **{f"verder {rol}": (rol, vast("web:verder")) for rol in Rol},
    "bord": (Rol.ZORGCOORDINATOR, vast("ondersteuning:triage")),
    "bord loopt": (Rol.ZORGCOORDINATOR, vast("ondersteuning:triage", "?filter=loopt")),
    "bord een signaal": (
        Rol.ZORGCOORDINATOR,
        lambda plein: f"{reverse('ondersteuning:triage')}?signaal={plein.signaal.pk}&besluit=tweede_lijn",
    ),
    "leerlingen": (Rol.ZORGCOORDINATOR, vast("web:leerlingen")),
    "leerlingen van de mentor": (Rol.MENTOR, vast("web:leerlingen")),
    **{
        f"leerling {rol}": (rol, lambda plein: reverse("web:leerling", args=[plein.decor.leerling.pk]))
        for rol in (Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.BEGELEIDER, Rol.DOCENT)
    },
    **{
        f"naast {rol}": (rol, lambda plein: reverse("web:leerling_naast", args=[plein.decor.leerling.pk]))
        for rol in (Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.BEGELEIDER, Rol.DOCENT)
    },
    "wie keek mee": (
        Rol.ZORGCOORDINATOR,
        lambda plein: reverse("web:inzage", args=[plein.decor.leerling.pk]),
    ),
    "zoek": (Rol.ZORGCOORDINATOR, vast("web:zoek", "?q=leerling")),
    "zoek van de mentor": (Rol.MENTOR, vast("web:zoek", "?q=leerling")),
    "eigen klas": (Rol.MENTOR, vast("web:eigen_klas")),
    "eigen lessen": (Rol.DOCENT, vast("web:eigen_klas")),
    "signaal": (Rol.MENTOR, vast("ondersteuning:signaal_nieuw")),
    "signaal kies": (Rol.MENTOR, vast("ondersteuning:signaal_leerling", "?q=leerling")),
    "signaal over": (
        Rol.MENTOR,
        lambda plein: f"{reverse('ondersteuning:signaal_nieuw')}?leerling={plein.decor.leerling.pk}",
    ),
    "verstuurd": (
        Rol.MENTOR,
        lambda plein: reverse("ondersteuning:signaal_verstuurd", args=[plein.signaal.pk]),
    ),
    "mijn signalen": (Rol.MENTOR, vast("ondersteuning:mijn_signalen")),
    "mijn signaal": (
        Rol.MENTOR,
        lambda plein: reverse("ondersteuning:mijn_signaal", args=[plein.signaal.pk]),
    ),
    "vervolg lijst": (Rol.BEGELEIDER, vast("ondersteuning:vervolg_lijst")),
    "vervolg van allen": (Rol.ZORGCOORDINATOR, vast("ondersteuning:vervolg_lijst")),
    "vervolg": (
        Rol.BEGELEIDER,
        lambda plein: reverse("ondersteuning:vervolg", args=[plein.vervolg.pk]),
    ),
}


@pytest.fixture
def plein(school: School) -> Schoolplein:
    return Schoolplein(school)


def test_per_rol_en_met_meer_per_leerling(plein: Schoolplein, inloggen: Any) -> None:
    mensen = {rol: plein.wie(rol).user for rol in Rol}
    gesteld: dict[int, dict[str, int]] = {}
    for aantal in (10, 50):
        plein.vul(aantal)
        gesteld[aantal] = {
            naam: controleer_budget(inloggen(mensen[rol]), pad(plein)) for naam, (rol, pad) in PAGINAS.items()
        }
    assert gesteld[10] == gesteld[50]
