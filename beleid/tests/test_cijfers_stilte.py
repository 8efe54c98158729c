"""The list of silence: who is on it, what takes somebody off it, and for whom it is."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from beleid.access_cijfers_stilte import aantal_stil, stilte
from leerlingen.models import Leerling
from ondersteuning.tests.trajecthulp import start
from overleg.models import Afspraak
from zorgapp.accounts.models import Inzage, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor, dien_in
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget


def namen(decor: Decor, klas: str = "") -> list[str]:
    return [leerling.roepnaam for leerling in stilte(decor.coordinator, klas, None).rijen]


def test_wie_iets_over_hem_schreef_haalt_hem_eraf(decor: Decor) -> None:
    """A signal, running support, an agreement: each takes one pupil off; a signal of last year does not."""
    mila, noor, sem = (maak_leerling(decor.school, decor.klas, naam) for naam in ("Mila", "Noor", "Sem"))
    vorig = dien_in(decor.mentor, mila, NU)
    type(vorig).objects.filter(pk=vorig.pk).update(ingediend_op=NU - timedelta(days=200))
    assert namen(decor) == ["Kees Jan", "Mila", "Noor", "Sem"] and aantal_stil(decor.coordinator) == "4"
    dien_in(decor.mentor, decor.leerling, NU)
    start(decor, leerling=noor)
    Afspraak.objects.create(
        school=decor.school, wat="Belt moeder", eigenaar=decor.mentor.user, leerling=sem, klaar_op=DAG,
        gemaakt_door=decor.mentor.user, sleutel=uuid.uuid4(), gemaakt_op=NU,
    )  # fmt: skip
    assert namen(decor) == ["Mila"] and aantal_stil(decor.coordinator) == "1"


def test_op_de_eerste_dag_van_het_jaar_begint_het_opnieuw(decor: Decor) -> None:
    begin = Schooljaar(2026).begin
    signaal = dien_in(decor.mentor, decor.leerling, NU)
    for dag, stil in ((begin, []), (begin - timedelta(days=1), ["Kees Jan"])):
        type(signaal).objects.filter(pk=signaal.pk).update(
            ingediend_op=NU.replace(year=dag.year, month=dag.month, day=dag.day)
        )
        assert namen(decor) == stil


def test_wie_weg_is_staat_er_niet_op_en_een_klas_is_te_kiezen(decor: Decor) -> None:
    maak_leerling(decor.school, maak_klas(decor.school, "V4a"), "Mila")
    Leerling.objects.filter(pk=decor.leerling.pk).update(uitgeschreven_op=DAG - timedelta(days=1))
    assert namen(decor) == ["Mila"] == namen(decor, "V4a") and namen(decor, "H3b") == []


@pytest.mark.regel(40)
def test_een_coordinator_van_een_locatie_ziet_zijn_eigen_leerlingen(decor: Decor) -> None:
    zuid = Vestiging.objects.create(school=decor.school, naam="Zuid")
    maak_leerling(decor.school, decor.klas, "Mila", vestiging=zuid)
    wie = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=zuid)
    assert [leerling.roepnaam for leerling in stilte(wie, "", None).rijen] == ["Mila"] and aantal_stil(
        wie
    ) == "1"
    assert stilte(decor.mentor, "", None).rijen == []


def test_de_pagina_is_een_lijst(nu_decor: Decor, inloggen: Any) -> None:
    """A name and a class, as every list; no line in the read log until somebody opens a file; the same cost for many."""
    client = inloggen(nu_decor.coordinator.user)
    pad = reverse("beleid:cijfers_stilte")
    gelogd = Inzage.objects.count()
    eerst = controleer_budget(client, pad)
    for n in range(60):
        maak_leerling(nu_decor.school, nu_decor.klas, f"Leerling {n}")
    assert controleer_budget(client, pad) == eerst
    pagina = client.get(pad).content.decode()
    assert "61 leerlingen" in pagina and "H3b" in pagina and len(pagina) < 20_000
    assert Inzage.objects.count() == gelogd
    for onzin in ("?klas=%00", "?klas=" + "x" * 900, "?p=99999", "?p=-1"):
        assert client.get(pad + onzin).status_code == 200


@pytest.mark.parametrize(("klaar", "stil"), [(0, False), (-1, True)])
def test_wat_dit_jaar_werd_afgesloten_is_geschreven(decor: Decor, klaar: int, stil: bool) -> None:
    """A trajectory of last year that was closed on the first day of this one; closed the day before it says nothing."""
    traject = start(decor)
    begin = Schooljaar(2026).begin
    op = NU.replace(year=2026, month=8, day=1, hour=9) + timedelta(days=klaar)
    type(traject).objects.filter(pk=traject.pk).update(
        start=begin - timedelta(days=90), evaluatie_op=begin - timedelta(days=9), status="afgesloten",
        afloop="gelukt", afgesloten_op=op,
    )  # fmt: skip
    assert (namen(decor) == ["Kees Jan"]) is stil


@pytest.mark.regel(46)
def test_de_lijst_met_namen_gaat_in_geen_bestand(nu_decor: Decor, inloggen: Any) -> None:
    """There is no page of the figures, CSV, PDF or XLSX by that name."""
    client = inloggen(nu_decor.coordinator.user)
    assert client.get(reverse("beleid:cijfers_csv", args=["stilte"])).status_code == 404
    for vorm in ("pdf", "xlsx"):
        assert client.post(reverse("beleid:cijfers_bestand", args=["stilte", vorm])).status_code == 404
