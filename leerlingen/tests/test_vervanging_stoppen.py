"""Who sees a substitute can stop him: a coordinator of one location those of its classes, and whom he let in himself."""

from datetime import timedelta

import pytest
from django.http import Http404

from leerlingen.access_groep import get_groep, get_vervanging, vervangingen_van
from leerlingen.models import Klas
from leerlingen.services.vervanging import vervanging_geven, vervanging_stoppen
from leerlingen.tests.kaarthulp import maak_kaartdecor
from zorgapp.accounts.models import School, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

UUR = timedelta(hours=1)


@pytest.mark.regel(40)
def test_een_coordinator_van_een_vestiging_ziet_wie_hij_kan_stoppen(school: School) -> None:
    kd = maak_kaartdecor(school)
    noord, zuid = (Vestiging.objects.create(school=school, naam=n) for n in ("Noord", "Zuid"))
    inval = maak_werkplek(school, Rol.DOCENT, DAG, "Pieter")
    deur = get_groep(kd.mentor, f"k{kd.klas.pk}", NU)
    rij = vervanging_geven(
        door=kd.mentor, deur=deur, user=inval.user, van=NU, tot=NU + UUR, reden="ziek", vak="", op=NU
    )
    hier, daar = (maak_werkplek(school, Rol.ZORGCOORDINATOR, vestiging=plek) for plek in (noord, zuid))

    for plek in (None, noord):  # a class without a location is open to both, its substitutes to neither
        Klas.objects.filter(pk=kd.klas.pk).update(vestiging=plek)
        gezien = vervangingen_van(get_groep(hier, deur.sleutel, NU), hier, NU)
        assert [v.pk for v in gezien] == ([rij.pk] if plek else [])
        with pytest.raises(Http404):
            get_vervanging(daar, rij.pk)
    assert [v.mag_stoppen for v in gezien] == [True]  # type: ignore[attr-defined]
    assert vervangingen_van(get_groep(kd.coordinator, deur.sleutel, NU), kd.coordinator, NU) == [rij]
    assert vervanging_stoppen(door=hier, pk=rij.pk, op=NU).gestopt_op == NU
