"""The one rule of what a coordinator sees: the school, his locations, or nothing; and never more by a second reason."""

from dataclasses import replace

import pytest
from django.db.models import Q

from leerlingen.models import Leerling
from zorgapp.accounts.coordinatie import coordineert, is_coordinator, namens_coordinator, van_coordinator
from zorgapp.accounts.models import School, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.fabriek import maak_leerling, maak_werkplek


def test_wat_een_coordinator_ziet(school: School) -> None:
    noord, zuid = (Vestiging.objects.create(school=school, naam=n) for n in ("Noord", "Zuid"))
    in_noord, in_zuid, zonder = (maak_leerling(school, vestiging=v).pk for v in (noord, zuid, None))
    overal = maak_werkplek(school, Rol.ZORGCOORDINATOR)
    hier, docent = (
        maak_werkplek(school, Rol.ZORGCOORDINATOR, vestiging=noord),
        maak_werkplek(school, Rol.DOCENT),
    )

    def ziet(wie: object, **hoe: object) -> set[int]:
        rijen = van_coordinator(Leerling.objects.all(), wie, "vestiging_id", **hoe)  # type: ignore[arg-type]
        return set(rijen.values_list("pk", flat=True))

    ook, eigen = Q(vestiging__isnull=True), Q(pk=in_zuid)
    assert (
        ziet(overal) == ziet(overal, ook=ook) == ziet(overal, anders=[eigen]) == {in_noord, in_zuid, zonder}
    )
    assert ziet(hier) == {in_noord} and ziet(hier, ook=ook) == {in_noord, zonder}
    assert ziet(hier, anders=[eigen]) == {in_noord, in_zuid}
    assert ziet(docent) == ziet(docent, ook=ook) == set() and ziet(docent, anders=[eigen]) == {in_zuid}
    assert [is_coordinator(w) for w in (overal, hier, docent)] == [True, True, False]
    assert [coordineert(w, None) for w in (overal, hier, docent)] == [True, False, False]
    assert [coordineert(w, noord.pk) for w in (overal, hier, docent)] == [True, True, False]


def test_namens_wie_een_coordinator_kijkt(school: School) -> None:
    """A coordinator of one location who stands in for that of another looks there for her, and here for himself."""
    noord, zuid = (Vestiging.objects.create(school=school, naam=n) for n in ("Noord", "Zuid"))
    hij, zij = (maak_werkplek(school, Rol.ZORGCOORDINATOR, vestiging=v) for v in (noord, zuid))
    samen = replace(hij, vervangt=zij.aanstellingen)
    assert namens_coordinator(samen, noord.pk) is None and namens_coordinator(hij, zuid.pk) is None
    assert namens_coordinator(samen, zuid.pk) == zij.user.pk
    assert namens_coordinator(maak_werkplek(school, Rol.DOCENT), noord.pk) is None


@pytest.mark.parametrize("hoe", [{"anders": [Q()]}, {"anders": [Q(pk=1), Q()]}, {"ook": Q()}])
def test_een_lege_voorwaarde_laat_niets_door(school: School, hoe: dict) -> None:
    with pytest.raises(ValueError, match="lege voorwaarde"):
        van_coordinator(Leerling.objects.all(), maak_werkplek(school, Rol.DOCENT), "vestiging_id", **hoe)
