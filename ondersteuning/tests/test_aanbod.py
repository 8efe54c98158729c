"""The catalogue: what each offering must say, a year that is closed, a year taken over, and two who edit one text."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from leerlingen.models import ExternePartner
from ondersteuning.access_aanbod import aanbod_van
from ondersteuning.catalogus import lees_catalogus
from ondersteuning.forms.aanbod import AanbodForm
from ondersteuning.jaarvergelijking import vergelijk
from ondersteuning.models import Aanbod, Wachtplek
from ondersteuning.services.aanbod import (
    aanbod_bewaren,
    aanbod_hervatten,
    aanbod_stoppen,
    beginset_aanbod,
    jaar_overnemen,
)
from ondersteuning.tests.aanbodhulp import (
    NU_JAAR,
    VOLGEND,
    VORIG,
    maak_aanbod,
    maak_functionaris,
    maak_traject,
    vraag_plek,
    vul,
)
from zorgapp.accounts.models import Inzage, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget

GOED: dict[str, Any] = {
    "naam": "Faalangsttraining",
    "lijn": "2",
    "domeinen": ["pers"],
    "soort": "basis",
    "vorm": "groep",
    "plaats": "buiten_klas",
}


def formulier(decor: Decor, **velden: Any) -> AanbodForm:
    form = AanbodForm(GOED | velden, instance=Aanbod(schooljaar=NU_JAAR), werkplek=decor.coordinator)
    form.is_valid()
    return form


@pytest.mark.regel(23)
@pytest.mark.parametrize("veld", ["lijn", "domeinen", "soort"])
def test_elk_aanbod_zegt_lijn_domein_en_basis_of_extra(decor: Decor, veld: str) -> None:
    assert formulier(decor).errors == {}
    assert veld in formulier(decor, **{veld: [] if veld == "domeinen" else ""}).errors


@pytest.mark.regel(23)
@pytest.mark.parametrize("fout", [{"domeinen": []}, {"lijn": 4}, {"soort": "iets"}])
def test_de_databank_eist_het_ook(decor: Decor, fout: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        maak_aanbod(decor.school, **fout)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"capaciteit": "0"}, "capaciteit"),
        ({"capaciteit": "99999999999999999999"}, "capaciteit"),
        ({"uren": "veel"}, "uren"),
        ({"uren": "-1"}, "uren"),
        ({"kosten": "1,234"}, "kosten"),
        ({"naam": "a\x00b"}, "naam"),
        ({"naam": ""}, "naam"),
        ({"domeinen": ["wiskunde"]}, "domeinen"),
        ({"functionaris": "9223372036854775807"}, "functionaris"),
    ],
)
def test_foute_invoer_wordt_een_zin(decor: Decor, velden: dict[str, Any], veld: str) -> None:
    assert list(formulier(decor, **velden).errors) == [veld]


def test_een_uitvoerder(decor: Decor) -> None:
    wie = maak_functionaris(decor.school, decor.begeleider.user)
    partner = ExternePartner.objects.create(school=decor.school, naam="Jeugdteam")
    assert formulier(decor, functionaris=wie.pk, partner=partner.pk).errors
    assert not formulier(decor, functionaris=wie.pk).errors
    with pytest.raises(IntegrityError), transaction.atomic():
        maak_aanbod(decor.school, functionaris=wie, partner=partner)


def test_domeinen_staan_in_hun_vaste_volgorde(decor: Decor) -> None:
    form = formulier(decor, domeinen=["loop", "leer"], uren="2,5")
    aanbod = aanbod_bewaren(door=decor.coordinator, aanbod=form.instance, versie=0)
    aanbod.refresh_from_db()
    assert (aanbod.domeinen, str(aanbod.uren)) == (["leer", "loop"], "2.5")


def test_twee_met_dezelfde_naam_in_een_jaar(decor: Decor) -> None:
    maak_aanbod(decor.school)
    with pytest.raises(ValidationError, match="al een aanbod met deze naam"):
        aanbod_bewaren(door=decor.coordinator, aanbod=formulier(decor).instance, versie=0)


@pytest.mark.parametrize("jaar", [VORIG, VOLGEND + 1])
def test_alleen_dit_jaar_en_het_volgende(decor: Decor, jaar: int) -> None:
    aanbod = maak_aanbod(decor.school, schooljaar=jaar)
    aanbod.naam = "Anders"
    with pytest.raises(ValidationError, match="schooljaar"):
        aanbod_bewaren(door=decor.coordinator, aanbod=aanbod, versie=1)
    aanbod.refresh_from_db()
    assert aanbod.naam == "Faalangsttraining"


def test_alleen_een_coordinator(decor: Decor) -> None:
    with pytest.raises(PermissionDenied):
        aanbod_bewaren(door=decor.begeleider, aanbod=formulier(decor).instance, versie=0)
    assert not Aanbod.objects.exists()


def test_een_oude_versie_schrijft_niets(decor: Decor) -> None:
    aanbod = maak_aanbod(decor.school, versie=3)
    aanbod.naam = "Anders"
    with pytest.raises(Verouderd):
        aanbod_bewaren(door=decor.coordinator, aanbod=aanbod, versie=2)
    assert Aanbod.objects.get().naam == "Faalangsttraining"


def test_stoppen_kan_niet_zolang_iemand_wacht(decor: Decor) -> None:
    aanbod = maak_aanbod(decor.school, capaciteit=1)
    vul(aanbod, 1, decor.begeleider.user)
    vraag_plek(decor.coordinator, aanbod, decor.leerling)
    with pytest.raises(ValidationError, match="wacht nog een leerling"):
        aanbod_stoppen(door=decor.coordinator, pk=aanbod.pk, versie=1)
    Wachtplek.objects.all().delete()
    aanbod_stoppen(door=decor.coordinator, pk=aanbod.pk, versie=1)
    assert Aanbod.objects.get().gestopt_op == DAG
    aanbod_hervatten(door=decor.coordinator, pk=aanbod.pk, versie=2)
    assert Aanbod.objects.get().gestopt_op is None


def test_een_jaar_overnemen(decor: Decor) -> None:
    """What runs comes along once, linked by its stam; who leaves and what stopped does not."""
    blijft = maak_functionaris(decor.school, decor.begeleider.user)
    weg = maak_functionaris(decor.school, decor.mentor.user, tot=Schooljaar(NU_JAAR).eind)
    een = maak_aanbod(decor.school, "Een", functionaris=blijft, capaciteit=8)
    maak_aanbod(decor.school, "Twee", functionaris=weg)
    maak_aanbod(decor.school, "Gestopt", gestopt_op=DAG)
    uit = jaar_overnemen(door=decor.coordinator, van=Schooljaar(NU_JAAR))
    assert (uit.nieuw, uit.zonder_uitvoerder) == (2, 1)
    nieuw = Aanbod.objects.get(schooljaar=VOLGEND, stam=een.stam)
    assert (nieuw.naam, nieuw.capaciteit, nieuw.functionaris) == ("Een", 8, blijft)
    assert Aanbod.objects.get(schooljaar=VOLGEND, naam="Twee").functionaris is None
    assert jaar_overnemen(door=decor.coordinator, van=Schooljaar(NU_JAAR)).nieuw == 0
    assert Aanbod.objects.filter(schooljaar=NU_JAAR).count() == 3


def test_een_oud_jaar_overnemen_kan_niet_meer(decor: Decor) -> None:
    with pytest.raises(ValidationError, match="voorbij"):
        jaar_overnemen(door=decor.coordinator, van=Schooljaar(VORIG - 1))


def test_wat_er_veranderde(decor: Decor) -> None:
    oud = maak_aanbod(decor.school, capaciteit=6, schooljaar=VORIG)
    maak_aanbod(decor.school, "Plusklas", schooljaar=VORIG)
    maak_aanbod(decor.school, "Was al gestopt", schooljaar=VORIG, gestopt_op=DAG)
    gelijk = maak_aanbod(decor.school, "Gelijk", schooljaar=VORIG)
    maak_aanbod(decor.school, "Gelijk", stam=gelijk.stam)
    maak_aanbod(decor.school, "Spanning de baas", capaciteit=8, stam=oud.stam)
    nieuw = maak_aanbod(decor.school, "Rots en Water")
    uit = vergelijk(
        aanbod_van(decor.coordinator, Schooljaar(NU_JAAR)), aanbod_van(decor.coordinator, Schooljaar(VORIG))
    )
    assert uit.anders == {oud.stam: ["heette Faalangsttraining", "was 6 plekken"]}
    assert (uit.nieuw, uit.weg) == ({nieuw.stam}, ["Plusklas"])


def test_beginset_alleen_in_een_leeg_jaar(decor: Decor) -> None:
    assert beginset_aanbod(door=decor.coordinator) == Aanbod.objects.count() > 5
    assert {lijn for lijn in Aanbod.objects.values_list("lijn", flat=True)} == {1, 2, 3}
    with pytest.raises(ValidationError, match="al aanbod"):
        beginset_aanbod(door=decor.coordinator)


def test_filter_in_het_adres(nu_decor: Decor, rf: Any) -> None:
    dag = nu_decor.coordinator.dag
    maak_aanbod(nu_decor.school, "RT", dag, domeinen=["leer", "pers"], vorm="groep")
    maak_aanbod(nu_decor.school, "Jeugdhulp", dag, lijn=3, soort="extra")

    def namen(vraag: str) -> list[str]:
        c = lees_catalogus(nu_decor.coordinator, rf.get(f"/aanbod/{vraag}").GET)
        return [rij.aanbod.naam for rij in c.pagina.rijen]

    assert namen("") == ["RT", "Jeugdhulp"]
    assert namen("?domein=leer") == namen("?lijn=2") == namen("?vorm=groep") == ["RT"]
    assert namen("?soort=extra&lijn=3") == ["Jeugdhulp"]
    assert namen("?lijn=9&domein=x&jaar=1850-1851&p=99999") == ["RT", "Jeugdhulp"]
    assert namen("?soort=extra&lijn=2") == []


def test_aantallen_zijn_voor_het_zorgteam(nu_decor: Decor, inloggen: Any) -> None:
    """Coordinator and begeleider read "3 van 8", who has pupils only whether there is room, leaders the places."""
    aanbod = maak_aanbod(nu_decor.school, dag=nu_decor.coordinator.dag, capaciteit=8)
    vul(aanbod, 3, nu_decor.begeleider.user, nu_decor.coordinator.dag)
    leiding = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag)
    paginas = [reverse("ondersteuning:aanbod_lijst"), reverse("ondersteuning:aanbod", args=[aanbod.pk])]
    for wie, woord in (
        (nu_decor.coordinator, "3 van 8"),
        (nu_decor.begeleider, "3 van 8"),
        (nu_decor.mentor, "r is plek"),
        (leiding, "8 plekken"),
    ):
        for pagina in paginas:
            tekst = inloggen(wie.user).get(pagina).content.decode()
            assert woord in tekst
            assert wie in (nu_decor.coordinator, nu_decor.begeleider) or "3 van 8" not in tekst


@pytest.mark.regel(40)
def test_wie_meedoet_ziet_alleen_wie_dat_mag_en_dat_wordt_bewaard(nu_decor: Decor, inloggen: Any) -> None:
    dag = nu_decor.coordinator.dag
    aanbod = maak_aanbod(nu_decor.school, dag=dag)
    vreemd = maak_leerling(nu_decor.school, roepnaam="Onbekende")
    for leerling in (nu_decor.leerling, vreemd):
        maak_traject(nu_decor.school, leerling, nu_decor.coordinator.user, aanbod, dag)
    pagina = reverse("ondersteuning:aanbod", args=[aanbod.pk])
    tekst = inloggen(nu_decor.mentor.user).get(pagina).content.decode()
    assert "Kees Jan" in tekst
    assert "Onbekende" not in tekst
    assert Inzage.objects.filter(user_id=nu_decor.mentor.user.pk).values_list(
        "leerling_id", "grond"
    ).get() == (
        nu_decor.leerling.pk,
        "mentor",
    )
    leiding = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, dag)
    assert "Kees Jan" not in inloggen(leiding.user).get(pagina).content.decode()


def test_twee_die_een_aanbod_wijzigen(nu_decor: Decor, inloggen: Any) -> None:
    """The second one sees what the first saved beside his own words, and decides."""
    aanbod = maak_aanbod(nu_decor.school, dag=nu_decor.coordinator.dag, omschrijving="Oud.")
    client = inloggen(nu_decor.coordinator.user)
    pagina = reverse("ondersteuning:aanbod_wijzig", args=[aanbod.pk])
    assert client.post(pagina, GOED | {"gelezen": 1, "omschrijving": "Van de een."}).status_code == 302
    antwoord = client.post(pagina, GOED | {"gelezen": 1, "omschrijving": "Van de ander."})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Van de een." in tekst
    assert "Van de ander." in tekst
    assert Aanbod.objects.get().omschrijving == "Van de een."
    assert client.post(pagina, GOED | {"gelezen": 2, "omschrijving": "Van de ander."}).status_code == 302
    assert Aanbod.objects.get().omschrijving == "Van de ander."


def test_even_veel_vragen_als_de_school_groeit(school: School, nu_decor: Decor, inloggen: Any) -> None:
    dag = nu_decor.coordinator.dag
    aanbod = maak_aanbod(school, dag=dag, capaciteit=200)
    client = inloggen(nu_decor.coordinator.user)
    paginas = [
        reverse("ondersteuning:aanbod_lijst"),
        reverse("ondersteuning:aanbod", args=[aanbod.pk]),
        reverse("ondersteuning:wachtlijst"),
    ]
    gesteld = []
    for meer in (3, 30):
        vul(aanbod, meer, nu_decor.coordinator.user, dag)
        for n in range(meer):
            maak_aanbod(school, f"Aanbod {meer} {n}", dag)
        gesteld.append([controleer_budget(client, pagina) for pagina in paginas])
    assert gesteld[0] == gesteld[1]
