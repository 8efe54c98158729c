"""What waits beside the main work: who finds it, and that nothing is said when nothing waits."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Vervolg
from ondersteuning.workflow import Besluit
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor, beslis, dien_in, maak_decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.web.verder import _namen, lees

PAD = "web:verder"


@pytest.fixture
def decor(school: School) -> Decor:
    return maak_decor(school, timezone.localdate())


def test_wie_niets_te_doen_heeft_leest_dat(decor: Decor, inloggen: Any) -> None:
    client = inloggen(decor.mentor.user)
    assert "Er wacht verder niets op jou." in client.get(reverse(PAD)).content.decode()
    fragment = client.get(reverse(PAD), headers={"HX-Request": "true"}).content.decode()
    assert fragment.strip() == ""


def test_regels_zijn_van_de_rol(decor: Decor) -> None:
    """A school leader, who sees no pupils, is never told of one."""
    leiding = maak_werkplek(decor.school, Rol.SCHOOLLEIDING, timezone.localdate())
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now() - timedelta(days=2))
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, timezone.now(), eigenaar=decor.begeleider.user)
    assert Vervolg.objects.count() == 1
    assert lees(leiding, timezone.now()) == []


def test_vandaag_haalt_het_op(decor: Decor, inloggen: Any) -> None:
    inhoud = inloggen(decor.mentor.user).get(reverse("web:vandaag")).content.decode()
    assert f'hx-get="{reverse(PAD)}"' in inhoud
    extern = maak_werkplek(decor.school, Rol.EXTERNE, timezone.localdate())
    assert reverse(PAD) not in inloggen(extern.user).get(reverse("web:vandaag")).content.decode()


@pytest.mark.parametrize(
    ("namen", "zin"),
    [
        (["Anna"], "Anna"),
        (["Anna", "Anna", "Bo"], "Anna, Bo"),
        (["A", "B", "C", "D"], "A, B, C en 1 ander"),
        (["A", "B", "C", "D", "E"], "A, B, C en 2 anderen"),
    ],
)
def test_een_paar_namen(namen: list[str], zin: str) -> None:
    assert _namen(namen) == zin
