"""Who sees what of a trajectory: the whole, the summary, or nothing; every look is logged (DOMAIN 7.4)."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.access import get_leerling
from leerlingen.models import Toegangsverlening
from leerlingen.services.toegang import toegang_verlenen
from ondersteuning.models import Traject
from ondersteuning.paneel_behoeften import behoeften_in_kop
from ondersteuning.paneel_traject import paneel_trajecten, trajecten_in_kop
from ondersteuning.querysets_traject import VERTROUWELIJK
from ondersteuning.tests.test_doel import maak as maak_doel
from ondersteuning.tests.trajecthulp import evalueer, sluit_af, start
from ondersteuning.tijdlijn_traject import tijdlijn_traject
from zorgapp.accounts.models import Afdeling, Inzage, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget

GEHEIM = (
    "Durft geen beurt",
    "Succes in kleine stappen",
    "Even beter, daarna weer vast",
    "Hij neemt zelf",
    "Oefenen met een ander",
)


def docent(decor: Decor, dag: Any = DAG) -> Werkplek:
    wie = maak_werkplek(decor.school, Rol.DOCENT, dag)
    maak_les(decor.school, wie.user, decor.leerling)
    return wie


def teamleider(decor: Decor, dag: Any = DAG) -> Werkplek:
    afdeling = Afdeling.objects.create(school=decor.school, naam="Onderbouw")
    type(decor.klas).objects.filter(pk=decor.klas.pk).update(afdeling=afdeling)
    return maak_werkplek(decor.school, Rol.TEAMLEIDER, dag, afdeling=afdeling)


def pagina(inloggen: Any, wie: Werkplek, traject: Traject) -> Any:
    return inloggen(wie.user).get(reverse("ondersteuning:traject", args=[traject.pk]))


@pytest.mark.regel(40)
def test_docent_en_teamleider_zien_de_samenvatting(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    maak_doel(nu_decor, traject)
    evalueer(nu_decor.begeleider, traject, op=timezone.now(), tekst={"leerling_zegt": "Geheim van mij."})
    dag = nu_decor.mentor.dag
    for wie in (docent(nu_decor, dag), teamleider(nu_decor, dag)):
        inhoud = pagina(inloggen, wie, traject).content.decode()
        assert "Faalangsttraining" in inhoud and "Neemt een beurt" in inhoud and "Ruben" in inhoud
        assert not [woord for woord in (*GEHEIM, "Geheim van mij.") if woord in inhoud]
        assert "z-trap" not in inhoud and "onderweg" not in inhoud


@pytest.mark.regel(40)
def test_mentor_leest_alles_en_verandert_niets(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    inhoud = pagina(inloggen, nu_decor.mentor, traject).content.decode()
    assert all(woord in inhoud for woord in GEHEIM[:4])
    assert "Evalueer" not in inhoud and "Vraag om over te nemen" not in inhoud


@pytest.mark.regel(40)
def test_toegewezen_begeleider_leest_mee(decor: Decor) -> None:
    traject = start(decor)
    ander = maak_werkplek(decor.school, Rol.BEGELEIDER)
    lezen = Traject.objects.met_inhoud_voor
    assert not lezen(ander).exists() and not Traject.objects.zichtbaar_voor(ander).exists()
    toegang_verlenen(
        door=decor.coordinator, user=ander.user, leerling=decor.leerling, reden="x", bron="proef:1", tot=DAG
    )
    assert lezen(ander).get() == traject
    assert not Traject.objects.te_sturen_door(ander).exists()


@pytest.mark.regel(40)
def test_na_afsluiten_nog_een_week(decor: Decor) -> None:
    traject = start(decor)
    sluit_af(decor.begeleider, traject)
    verlening = Toegangsverlening.objects.get(bron=f"traject:{traject.pk}")
    assert verlening.tot == DAG + timedelta(days=7)
    assert Traject.objects.te_sturen_door(decor.begeleider).filter(pk=traject.pk).exists()


@pytest.mark.regel(40)
def test_coordinator_van_een_andere_vestiging(decor: Decor) -> None:
    noord, zuid = (Vestiging.objects.create(school=decor.school, naam=n) for n in ("Noord", "Zuid"))
    type(decor.leerling).objects.filter(pk=decor.leerling.pk).update(vestiging=noord)
    start(decor)
    van_noord, van_zuid = (
        maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=plek) for plek in (noord, zuid)
    )
    for vraag in ("zichtbaar_voor", "met_inhoud_voor", "te_sturen_door"):
        assert getattr(Traject.objects, vraag)(van_noord).count() == 1
        assert getattr(Traject.objects, vraag)(van_zuid).count() == 0


@pytest.mark.parametrize("rol", [Rol.SCHOOLLEIDING, Rol.BEHEERDER, Rol.EXTERNE, Rol.VERTROUWENSPERSOON])
def test_wie_geen_leerlingen_heeft(decor: Decor, rol: Rol) -> None:
    """Also with access to the pupil: it does not reach trajectories."""
    start(decor)
    wie = maak_werkplek(decor.school, rol)
    toegang_verlenen(
        door=decor.coordinator, user=wie.user, leerling=decor.leerling, reden="x", bron="proef:1", tot=DAG
    )
    for vraag in ("zichtbaar_voor", "met_inhoud_voor", "te_sturen_door"):
        assert not getattr(Traject.objects, vraag)(wie).exists()


def test_samenvatting_leest_de_woorden_niet_eens(decor: Decor) -> None:
    start(decor)
    rij = Traject.objects.zichtbaar_voor(docent(decor)).get()
    assert set(VERTROUWELIJK) <= rij.get_deferred_fields()


@pytest.mark.regel(45)
def test_openen_staat_in_het_logboek(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    for wie, grond in (
        (nu_decor.coordinator, "zorgcoordinator"),
        (nu_decor.begeleider, "regievoerder"),
        (nu_decor.mentor, "mentor"),
        (docent(nu_decor, nu_decor.mentor.dag), "docent"),
    ):
        pagina(inloggen, wie, traject)
        blik = Inzage.objects.filter(onderwerp="traject").order_by("-pk")[0]
        assert (blik.user_id, blik.grond, blik.leerling_id) == (wie.user.pk, grond, nu_decor.leerling.pk)


@pytest.mark.regel(45)
@pytest.mark.parametrize(
    "naam", ["traject_wijzig", "traject_afsluiten", "evaluatie_nieuw", "doel_nieuw", "traject_sessie"]
)
def test_elke_pagina_staat_in_het_logboek(nu_decor: Decor, inloggen: Any, naam: str) -> None:
    traject = start(nu_decor, op=timezone.now())
    client = inloggen(nu_decor.begeleider.user)
    assert client.get(reverse(f"ondersteuning:{naam}", args=[traject.pk])).status_code == 200
    [blik] = Inzage.objects.filter(onderwerp="traject", user_id=nu_decor.begeleider.user.pk)
    assert (blik.onderwerp_id, blik.leerling_id) == (traject.pk, nu_decor.leerling.pk)


def test_paneel_per_lezer(decor: Decor) -> None:
    traject = start(decor)
    maak_doel(decor, traject)
    start(decor, titel="Remedial teaching", lijn=3, domein="leer", onderwijsbehoeften="Een lijn. " * 40)
    for wie, vol in ((decor.mentor, True), (docent(decor), False)):
        leerling, grond = get_leerling(wie, decor.leerling.pk)
        paneel = paneel_trajecten(wie, leerling, grond)
        assert [rij.traject.titel for rij in paneel.rijen] == ["Remedial teaching", "Faalangsttraining"]
        assert paneel.vol == vol and paneel.regie.startswith("Ruben")
        assert [bool(d.treden) for d in paneel.rijen[1].doelen] == [vol]
        kop = trajecten_in_kop(wie, leerling, grond)
        assert kop.lijnen == {"leer": 3, "pers": 2}
        behoeften = behoeften_in_kop(wie, leerling, grond, kop)
        assert len(behoeften) == (2 if vol else 0) and all(len(b.tekst) <= 110 for b in behoeften)


def test_tijdlijn_per_lezer(decor: Decor) -> None:
    traject = start(decor)
    evalueer(decor.begeleider, traject)
    sluit_af(decor.begeleider, traject)
    vol = {soort: list(deel) for soort, deel in tijdlijn_traject(decor.leerling.pk, True).items()}
    assert {soort: len(rijen) for soort, rijen in vol.items()} == {
        "traject": 1,
        "traject_klaar": 1,
        "overgang": 0,
        "evaluatie": 1,
    }
    assert (
        "Oefenen met een ander." in vol["evaluatie"][0][4]
        and "Het lukt nu zelf." in vol["traject_klaar"][0][4]
    )
    kort = tijdlijn_traject(decor.leerling.pk, False)
    assert set(kort) == {"traject", "traject_klaar"}
    assert [rij[4] for rij in kort["traject_klaar"]] == ["Faalangsttraining"]


def test_pagina_kost_even_veel(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    maak_doel(nu_decor, traject)
    evalueer(nu_decor.begeleider, traject, op=timezone.now())
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:traject", args=[traject.pk])
    eerst = controleer_budget(client, adres)
    for n in range(6):
        maak_doel(nu_decor, traject, f"Doel {n}")
        evalueer(nu_decor.begeleider, traject, op=timezone.now())
    assert controleer_budget(client, adres) == eerst
    assert len(client.get(adres).content) < 20_000
