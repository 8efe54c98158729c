"""The support structure: who counts where, for whom, what stands first, and what leaders may never see."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from leerlingen.models import ExternePartner
from ondersteuning.models import Ondersteuningstaak, Traject
from ondersteuning.stats import tel_leerlingen
from ondersteuning.structuur import lees_structuur
from ondersteuning.tests.aanbodhulp import maak_aanbod, maak_functionaris, maak_traject, vraag_plek, vul
from zorgapp.accounts.models import Inzage, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget


def trajecten(
    decor: Decor, hoeveel: int, lijn: int, domein: str, dag: Any = DAG, **leerling: Any
) -> list[Traject]:
    return [
        maak_traject(
            decor.school,
            maak_leerling(decor.school, roepnaam=f"Lid{n}", **leerling),
            decor.begeleider.user,
            dag=dag,
            lijn=lijn,
            domein=domein,
        )
        for n in range(hoeveel)
    ]


def test_een_leerling_telt_per_domein_in_zijn_hoogste_lopende_lijn(decor: Decor) -> None:
    for lijn, domein in ((1, "leer"), (2, "leer"), (2, "leer"), (1, "pers")):
        maak_traject(decor.school, decor.leerling, decor.begeleider.user, lijn=lijn, domein=domein)
    dicht = maak_traject(decor.school, decor.leerling, decor.begeleider.user, lijn=3, domein="leer")
    Traject.objects.filter(pk=dicht.pk).update(status="afgesloten", afloop="gelukt", afgesloten_op=NU)
    telling = tel_leerlingen(decor.coordinator)
    assert {cel: n for cel, n in telling.cellen.items() if n} == {(2, "leer"): 1, (1, "pers"): 1}
    assert telling.domeinen == {"leer": 1, "pers": 1, "loop": 0}


def test_wie_van_school_is_telt_niet(decor: Decor) -> None:
    trajecten(decor, 1, 2, "pers", uitgeschreven_op=DAG - timedelta(days=1))
    trajecten(decor, 1, 2, "pers", uitgeschreven_op=DAG)
    assert tel_leerlingen(decor.coordinator).cellen[2, "pers"] == 1


@pytest.mark.regel(40)
def test_het_team_telt_eigen_leerlingen(decor: Decor) -> None:
    trajecten(decor, 3, 2, "pers")
    maak_traject(decor.school, decor.leerling, decor.begeleider.user)
    geteld = [
        tel_leerlingen(wie).cellen[2, "pers"] for wie in (decor.coordinator, decor.mentor, decor.begeleider)
    ]
    assert geteld == [4, 1, 0]


@pytest.mark.regel(40)
def test_een_coordinator_van_een_locatie_telt_die_locatie(decor: Decor) -> None:
    hier, daar = (Vestiging.objects.create(school=decor.school, naam=naam) for naam in ("Dijk", "Park"))
    trajecten(decor, 2, 2, "pers", vestiging=hier)
    trajecten(decor, 3, 2, "pers", vestiging=daar)
    van_hier = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=hier)
    assert tel_leerlingen(van_hier).cellen[2, "pers"] == 2
    assert tel_leerlingen(van_hier, daar.pk).cellen[2, "pers"] == 0
    assert tel_leerlingen(decor.coordinator, daar.pk).cellen[2, "pers"] == 3
    assert lees_structuur(van_hier, str(daar.pk)).locatie is None


def leiding(decor: Decor, dag: Any = DAG) -> Werkplek:
    return maak_werkplek(decor.school, Rol.SCHOOLLEIDING, dag)


def test_schoolleiding_ziet_geen_kleine_aantallen(decor: Decor) -> None:
    trajecten(decor, 4, 2, "pers")
    for lijn in (1, 2, 3):
        trajecten(decor, 9, lijn, "leer")
    uit = tel_leerlingen(leiding(decor))
    assert uit.onderdrukt
    assert uit.cellen[2, "pers"] is None
    assert sum(n is None for (lijn, _), n in uit.cellen.items() if lijn == 2) >= 2
    assert not any(n is not None and n < 5 for n in [*uit.cellen.values(), *uit.domeinen.values()])


def test_schoolleiding_kiest_geen_locatie(decor: Decor) -> None:
    """Two tables that differ by one location could be subtracted."""
    plek, _ = (Vestiging.objects.create(school=decor.school, naam=naam) for naam in ("Dijk", "Park"))
    s = lees_structuur(leiding(decor), str(plek.pk))
    assert (s.locatie, list(s.locaties)) == (None, [])


def test_schoolleiding_ziet_geen_enkele_leerling(nu_decor: Decor, inloggen: Any) -> None:
    dag = nu_decor.coordinator.dag
    aanbod = maak_aanbod(nu_decor.school, dag=dag, capaciteit=3)
    vul(aanbod, 3, nu_decor.begeleider.user, dag)
    trajecten(nu_decor, 12, 2, "pers", dag)
    client = inloggen(leiding(nu_decor, dag).user)
    tekst = client.get(reverse("ondersteuning:structuur")).content.decode()
    cel = reverse("ondersteuning:structuur_cel", args=[2, "pers"])
    assert cel not in tekst
    assert "3 van 3" not in tekst
    assert "vol" not in tekst.split("z-matrix")[1].lower().replace("gevolg", "")
    assert client.get(cel).status_code == 403


@pytest.mark.parametrize("plekken", [4, 5])
def test_vol_hoort_de_leiding_vanaf_vijf(decor: Decor, plekken: int) -> None:
    aanbod = maak_aanbod(decor.school, capaciteit=plekken)
    vul(aanbod, plekken, decor.begeleider.user)
    for lijn in (1, 2, 3):
        for domein in ("leer", "pers", "loop"):
            trajecten(decor, 9, lijn, domein)
    zin = lees_structuur(leiding(decor), None).zin
    assert zin == ("De tweede lijn persoonlijk zit vol." if plekken == 5 else "")


def test_de_openingszin(decor: Decor) -> None:
    assert lees_structuur(decor.coordinator, None).zin == "Er staat nog geen aanbod in dit schooljaar."
    vol = maak_aanbod(decor.school, capaciteit=1)
    assert lees_structuur(decor.coordinator, None).zin == "Overal is nog plek."
    vul(vol, 1, decor.begeleider.user)
    assert lees_structuur(decor.coordinator, None).zin == "De tweede lijn persoonlijk zit vol."
    vul(maak_aanbod(decor.school, "RT", domeinen=["leer"], capaciteit=1), 1, decor.begeleider.user)
    assert "Vol zitten de tweede lijn leerprocesgericht" in lees_structuur(decor.coordinator, None).zin


def test_waar_het_knelt(decor: Decor) -> None:
    """A full offering with who waits, a partner that got slower, a task that nobody holds."""
    vol = maak_aanbod(decor.school, "Gesprekken", capaciteit=1)
    vul(vol, 1, decor.begeleider.user)
    vraag_plek(decor.coordinator, vol, decor.leerling)
    ExternePartner.objects.create(
        school=decor.school,
        naam="jeugdhulp",
        wachttijd_weken=9,
        wachttijd_daarvoor=6,
        wachttijd_gemeten_op=DAG,
    )
    Ondersteuningstaak.objects.create(school=decor.school, naam="Vervangen", lijn=2)
    zinnen = [punt.zin for punt in lees_structuur(decor.coordinator, None).knelpunten]
    assert zinnen == [
        "Gesprekken zit vol tot januari. Eén leerling wacht.",
        "Wachten op jeugdhulp duurt 9 weken. Dat was 6.",
        "Vervangen: dat doet niemand.",
    ]


def test_een_cel_toont_mensen_plekken_en_wachttijd(decor: Decor) -> None:
    wie = maak_functionaris(decor.school, decor.begeleider.user)
    vul(maak_aanbod(decor.school, "Gesprekken", capaciteit=3, functionaris=wie), 2, decor.begeleider.user)
    partner = ExternePartner.objects.create(
        school=decor.school, naam="GGD", wachttijd_weken=4, wachttijd_gemeten_op=DAG
    )
    maak_aanbod(decor.school, "Jeugdarts", lijn=3, partner=partner)
    cellen = {
        (c.lijn.value, c.domein.value): c
        for _, _, rij in lees_structuur(decor.coordinator, None).rijen
        for c in rij
    }
    tweede, derde = cellen[2, "pers"], cellen[3, "pers"]
    assert ([m.naam for m in tweede.mensen], tweede.voet) == ([decor.begeleider.user.naam], "2 van 3 plekken")
    assert [(r.naam, r.achter) for r in tweede.regels] == [("Gesprekken", "2 van 3")]
    assert ([m.naam for m in derde.mensen], derde.voet) == (["GGD"], "wachttijd 4 weken")


@pytest.mark.regel(40)
def test_de_lijst_van_een_cel(nu_decor: Decor, inloggen: Any) -> None:
    """The mentor reads his own pupil, once though two trajectories run, and each look is logged."""
    dag = nu_decor.coordinator.dag
    trajecten(nu_decor, 2, 2, "pers", dag)
    for _ in range(2):
        maak_traject(
            nu_decor.school, nu_decor.leerling, nu_decor.begeleider.user, dag=dag, titel="Gesprekken"
        )
    pagina = reverse("ondersteuning:structuur_cel", args=[2, "pers"])
    tekst = inloggen(nu_decor.mentor.user).get(pagina).content.decode()
    assert tekst.count("Kees Jan") == 1
    assert "Lid0" not in tekst
    gezien = Inzage.objects.filter(user_id=nu_decor.mentor.user.pk, onderwerp="ondersteuning")
    assert [i.leerling_id for i in gezien] == [nu_decor.leerling.pk]
    assert "Lid0" in inloggen(nu_decor.coordinator.user).get(pagina).content.decode()


@pytest.mark.parametrize("adres", ["/ondersteuning/4/pers/", "/ondersteuning/0/pers/", "/ondersteuning/2/x/"])
def test_een_cel_die_niet_bestaat(nu_decor: Decor, inloggen: Any, adres: str) -> None:
    assert inloggen(nu_decor.coordinator.user).get(adres).status_code == 404


@pytest.mark.parametrize("rol", [Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.SCHOOLLEIDING])
def test_even_veel_vragen_als_de_school_groeit(nu_decor: Decor, inloggen: Any, rol: Rol) -> None:
    dag = nu_decor.coordinator.dag
    wie = {Rol.ZORGCOORDINATOR: nu_decor.coordinator, Rol.MENTOR: nu_decor.mentor}.get(rol) or leiding(
        nu_decor, dag
    )
    paginas = [reverse("ondersteuning:structuur")]
    if rol != Rol.SCHOOLLEIDING:
        paginas.append(reverse("ondersteuning:structuur_cel", args=[2, "pers"]))
    gesteld = []
    for meer in (2, 25):
        for n in range(meer):
            lid = maak_leerling(nu_decor.school, nu_decor.klas, f"Lid{n}")
            maak_traject(nu_decor.school, lid, nu_decor.begeleider.user, dag=dag)
            vul(
                maak_aanbod(nu_decor.school, f"A{meer}{n}", dag, capaciteit=1),
                1,
                nu_decor.begeleider.user,
                dag,
            )
            Ondersteuningstaak.objects.create(school=nu_decor.school, naam=f"T{meer}{n}", lijn=1)
        client = inloggen(wie.user)
        gesteld.append([controleer_budget(client, pagina) for pagina in paginas])
    assert gesteld[0] == gesteld[1]
