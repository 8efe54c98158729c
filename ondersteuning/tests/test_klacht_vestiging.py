"""A complaint stays with who coordinates the location of its pupil: in the choice, in the service and at night."""

import pytest

from ondersteuning.access_klacht import get_klacht
from ondersteuning.eigendom_hgw import KLACHT
from ondersteuning.models import Klacht
from ondersteuning.tests.test_klacht import vastleggen
from zorgapp.accounts.forms.beeindigen import BeeindigForm
from zorgapp.accounts.models import Aanstelling, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.beeindigen import OpenWerk, gevolgen
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_werkplek


@pytest.mark.parametrize("plek", ["zelfde", "andere", "overal"])
def test_een_coordinator_van_een_andere_vestiging_krijgt_hem_niet(decor: Decor, plek: str) -> None:
    klacht = vastleggen(decor)
    noord, zuid = (Vestiging.objects.create(school=decor.school, naam=n) for n in ("Noord", "Zuid"))
    type(decor.leerling).objects.filter(pk=decor.leerling.pk).update(vestiging=noord)
    waar = {"zelfde": noord, "andere": zuid, "overal": None}[plek]
    opvolger = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=waar)
    rol = Aanstelling.objects.get(user=decor.coordinator.user)
    gezien = gevolgen(door=decor.coordinator, aanstelling=rol, tot=DAG)
    form = BeeindigForm(
        {"tot": DAG.isoformat(), "alles": opvolger.user.pk},
        werkplek=decor.coordinator,
        aanstelling=rol,
        gevolgen=gezien,
    )
    assert form.is_valid() is (plek != "andere")
    if plek != "andere":
        KLACHT.overdragen(decor.coordinator, [klacht.pk], opvolger.user, DAG)
        assert get_klacht(opvolger, klacht.pk)[1].coordinator
        return
    assert "andere vestiging" in str(form.errors["alles"])
    with pytest.raises(OpenWerk, match="andere vestiging"):
        KLACHT.overdragen(decor.coordinator, [klacht.pk], opvolger.user, DAG)
    assert KLACHT.zonder_toegang(decor.school.pk, DAG) == []
    Klacht.objects.filter(pk=klacht.pk).update(eigenaar=opvolger.user)
    assert [stuk.id for stuk in KLACHT.zonder_toegang(decor.school.pk, DAG)] == [klacht.pk]
