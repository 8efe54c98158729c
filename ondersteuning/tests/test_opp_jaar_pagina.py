"""The pages: lists, evaluation and ROD; what they say, what they cost, and what they make of bad input."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Klas, Leerling
from ondersteuning.models import Opp, OppEvaluatie
from ondersteuning.oppreden import zin_na_start
from ondersteuning.tests.aanbodhulp import maak_aanbod
from ondersteuning.tests.opphulp import maak_compleet, zet_vast
from ondersteuning.tests.test_opp_plicht import beschik
from ondersteuning.tests.trajecthulp import start
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Concept

LIJST = "ondersteuning:opp_lijst"
WEEK = timedelta(weeks=1)


@pytest.fixture
def lopend(nu_decor: Decor) -> Opp:
    """An OPP that is in force since today, with one goal."""
    opp = maak_compleet(nu_decor, timezone.now())
    zet_vast(opp, nu_decor.coordinator)
    return opp


def lees(client: Any, **vraag: str) -> str:
    return client.get(reverse(LIJST), vraag).content.decode()


def test_lijst_met_tabbladen_klas_en_weken(nu_decor: Decor, inloggen: Any) -> None:
    decor, dag = nu_decor, timezone.localdate()
    ander = maak_leerling(decor.school, maak_klas(decor.school, "A1"), "Mila", "Visser")
    beschik(decor.leerling, "arrangement", decor.coordinator, van=dag - 7 * WEEK)
    beschik(ander, "arrangement", decor.coordinator, van=dag - WEEK)
    client = inloggen(decor.coordinator.user)
    eerst = lees(client)
    assert "Kees Jan Bakker" in eerst and "Mila" not in eerst and "7 dagen te laat" in eerst
    assert "z-weken is-laat" in eerst and "week 6 van 6" in eerst
    later = lees(client, lijst="ontbreekt")
    assert "Mila Visser" in later and "nog 35 dagen" in later and "week 2 van 6" in later
    assert "Begin het OPP" in later
    assert "Niemand in deze lijst" in lees(client, lijst="ontbreekt", klas="H3b")
    assert "Mila" in lees(client, lijst="ontbreekt", klas="A1")


def test_bedacht_adres_geeft_een_lijst(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    for vraag in (
        {"lijst": "x", "p": "9" * 40},
        {"klas": "\x00'\"<b>" * 30, "p": "-1"},
        {"lijst": "rod", "p": "²"},
    ):
        antwoord = client.get(reverse(LIJST), vraag)
        assert antwoord.status_code == 200 and "<b>'" not in antwoord.content.decode()


def test_mentor_ziet_zijn_klas_zonder_rod_en_knop(nu_decor: Decor, inloggen: Any) -> None:
    beschik(nu_decor.leerling, "pro", nu_decor.coordinator)
    inhoud = lees(inloggen(nu_decor.mentor.user), lijst="rod")
    assert "Kees Jan" in inhoud and "?lijst=rod" not in inhoud and "Begin het OPP" not in inhoud
    assert "Kees Jan" not in lees(inloggen(nu_decor.begeleider.user))


@pytest.mark.regel(16)
@pytest.mark.regel(18)
def test_lopend_evaluatie_en_rod(lopend: Opp, nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    for lijst in ("loopt", "evaluatie", "rod"):
        assert "Kees Jan" in lees(client, lijst=lijst)
    rod = reverse("ondersteuning:opp_rod", args=[lopend.pk])
    dag = timezone.localdate()
    assert (
        client.post(
            rod, {"wat": "begin", "op": (dag + WEEK).isoformat(), "versie": lopend.versie}
        ).status_code
        == 422
    )
    assert client.post(rod, {"wat": "begin", "op": dag.isoformat(), "versie": 99}).status_code == 409
    assert client.post(rod, {"wat": "x", "op": "", "versie": 1}).status_code == 422
    assert (
        client.post(rod, {"wat": "begin", "op": dag.isoformat(), "versie": lopend.versie}).status_code == 302
    )
    assert "Kees Jan" not in lees(client, lijst="rod") and "ingevoerd op" in client.get(rod).content.decode()


@pytest.mark.regel(18)
def test_praktijkonderwijs_staat_niet_bij_het_rod(lopend: Opp, nu_decor: Decor, inloggen: Any) -> None:
    Opp.objects.filter(pk=lopend.pk).update(pro=True)
    client = inloggen(nu_decor.coordinator.user)
    assert "Kees Jan" not in lees(client, lijst="rod")
    assert client.get(reverse("ondersteuning:opp_rod", args=[lopend.pk])).status_code == 404


def verzonden(form: Any, **anders: str) -> dict[str, str]:
    """What a browser sends of the evaluation form as it was opened, with the choices made."""
    velden = {naam: str(form[naam].value() or "") for naam in form.fields}
    gekozen = {naam: "bereikt" for naam in velden if naam.startswith("uitkomst_")}
    keuzes = {
        "ouders": "ja",
        "leerling_erbij": "wilde_niet",
        "samenvatting": "Goed.",
        "conclusie": "voortzetten",
    }
    return velden | gekozen | keuzes | anders


@pytest.mark.regel(17)
def test_terugkijken(lopend: Opp, nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    adres = reverse("ondersteuning:opp_evaluatie", args=[lopend.pk])
    form = client.get(adres).context["form"]
    leeg = client.post(adres, {"sleutel": "x", "oppversie": "9" * 40})
    assert leeg.status_code == 422 and "Kies of de ouders erbij waren" in leeg.content.decode()
    oud = client.post(adres, verzonden(form, oppversie="0", samenvatting="Mijn woorden"))
    assert oud.status_code == 409 and "Mijn woorden" in oud.content.decode()
    raar = "Goed \U0001f600 <b>niet</b> \u202eomgekeerd"
    gestuurd = verzonden(form, samenvatting=raar)
    for _ in range(2):
        assert client.post(adres, gestuurd).status_code == 302
    rij = OppEvaluatie.objects.get()
    assert rij.samenvatting == raar and rij.doelen.get().uitkomst == "bereikt"
    inhoud = client.get(reverse("ondersteuning:opp_evaluaties", args=[lopend.pk])).content.decode()
    assert "&lt;b&gt;niet" in inhoud and "wilde niet" in inhoud
    assert client.post(adres, verzonden(form, samenvatting="a" * 40_000)).status_code == 422


def test_concept_staat_er_nog_en_gaat_weg_na_versturen(lopend: Opp, nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    adres = reverse("ondersteuning:opp_evaluatie", args=[lopend.pk])
    form = client.get(adres).context["form"]
    assert form.helper.attrs["data-concept"] == f"oppevaluatie:{lopend.pk}"
    Concept.objects.create(
        school=nu_decor.school,
        eigenaar=nu_decor.coordinator.user,
        sleutel=f"oppevaluatie:{lopend.pk}",
        inhoud={"samenvatting": "Half af"},
    )
    opnieuw = client.get(adres)
    assert "Half af" in opnieuw.content.decode() and "Je was al begonnen" in opnieuw.content.decode()
    assert client.post(adres, verzonden(opnieuw.context["form"])).status_code == 302
    assert "Half af" not in client.get(adres).content.decode()


@pytest.mark.parametrize(("conclusie", "naar"), [("bijstellen", "opp_scherm"), ("afsluiten", "opp_beheer")])
def test_uitkomst_leidt_verder(
    lopend: Opp, nu_decor: Decor, inloggen: Any, conclusie: str, naar: str
) -> None:
    client = inloggen(nu_decor.coordinator.user)
    adres = reverse("ondersteuning:opp_evaluatie", args=[lopend.pk])
    antwoord = client.post(adres, verzonden(client.get(adres).context["form"], conclusie=conclusie))
    args = [lopend.pk, "start"] if naar == "opp_scherm" else [lopend.pk]
    assert antwoord.url == reverse(f"ondersteuning:{naar}", args=args)


@pytest.mark.regel(5)
@pytest.mark.parametrize(("soort", "nodig"), [("extra", True), ("basis", False)])
def test_start_van_extra_ondersteuning_zegt_dat_er_een_opp_nodig_is(
    nu_decor: Decor, soort: str, nodig: bool
) -> None:
    aanbod = maak_aanbod(nu_decor.school, dag=timezone.localdate(), soort=soort)
    traject = start(nu_decor, op=timezone.now(), aanbod=aanbod)
    assert zin_na_start(nu_decor.coordinator, traject).startswith("OPP nodig.") is nodig


def test_dossier_en_vandaag(nu_decor: Decor, inloggen: Any) -> None:
    decor = nu_decor
    client = inloggen(decor.coordinator.user)
    dossier = reverse("web:leerling", args=[decor.leerling.pk])
    assert "OPP nodig" not in client.get(dossier).content.decode()
    beschik(decor.leerling, "arrangement", decor.coordinator, van=timezone.localdate() - 7 * WEEK)
    assert "OPP nodig" in client.get(dossier).content.decode()
    assert "1 OPP is te laat" in client.get(reverse("web:verder")).content.decode()
    leider = inloggen(maak_werkplek(decor.school, Rol.SCHOOLLEIDING, timezone.localdate()).user)
    assert "OPP" not in leider.get(reverse("web:verder")).content.decode()  # fewer than five
    for n in range(4):
        kind = maak_leerling(decor.school, None, f"Mila{n}")
        beschik(kind, "arrangement", decor.coordinator, van=timezone.localdate() - 7 * WEEK)
    inhoud = leider.get(reverse("web:verder")).content.decode()
    assert "5 leerlingen wachten op een OPP" in inhoud and "Kees Jan" not in inhoud
    assert ">5<" in leider.get(reverse("ondersteuning:opp_orde")).content.decode()


@pytest.mark.parametrize("lijst", ["te_laat", "loopt", "evaluatie", "rod", "afgesloten"])
def test_kost_even_veel_met_meer_leerlingen(nu_decor: Decor, inloggen: Any, lijst: str) -> None:
    decor = nu_decor
    pad = f"{reverse(LIJST)}?lijst={lijst}"
    client = inloggen(decor.coordinator.user)

    def vul(aantal: int) -> None:
        for n in range(aantal):
            kind = maak_leerling(decor.school, Klas.objects.get(pk=decor.klas.pk), f"Mila{n}")
            if lijst == "te_laat":
                beschik(kind, "arrangement", decor.coordinator, van=timezone.localdate() - 8 * WEEK)
            else:
                Opp.objects.create(
                    school=decor.school,
                    leerling=kind,
                    opsteller=decor.coordinator.user,
                    gemaakt_door=decor.coordinator.user,
                    status="afgesloten" if lijst == "afgesloten" else "loopt",
                    begindatum=timezone.localdate(),
                    einddatum=timezone.localdate() if lijst == "afgesloten" else None,
                )

    vul(2)
    eerst = controleer_budget(client, pad)
    vul(30)
    assert controleer_budget(client, pad) == eerst
    antwoord = client.get(pad)
    assert len(antwoord.content) < 20_000 and "Volgende" in antwoord.content.decode()
    assert len(client.get(f"{pad}&p=2").context["pagina"].rijen) == Leerling.objects.count() - 1 - (
        18 if lijst == "te_laat" else 25
    )


@pytest.mark.regel(40)
def test_wat_is_afgesloten_blijft_te_vinden(lopend: Opp, nu_decor: Decor, inloggen: Any) -> None:
    """On the page of the pupil and in the list, of a class when it is asked; also after the pupil left, for the
    coordinator. A teacher finds it in the timeline only."""
    dag, adres = timezone.localdate(), reverse("ondersteuning:opp", args=[lopend.pk])
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, dag)
    maak_les(nu_decor.school, docent.user, nu_decor.leerling, van=dag - 9 * WEEK)
    client = inloggen(nu_decor.coordinator.user)
    dossier = reverse("web:leerling", args=[nu_decor.leerling.pk])
    assert "Eerder:" not in client.get(dossier).content.decode()
    assert adres not in lees(client, lijst="afgesloten")
    Opp.objects.filter(pk=lopend.pk).update(status="afgesloten", einddatum=dag)
    for wie in (nu_decor.coordinator, nu_decor.mentor):
        client = inloggen(wie.user)
        assert "Eerder:" in client.get(dossier).content.decode()
        assert adres in lees(client, lijst="afgesloten", klas="H3b")
        assert adres not in lees(client, lijst="afgesloten", klas="A1")
        assert client.get(adres).status_code == 200
    assert "Eerder:" not in inloggen(docent.user).get(dossier).content.decode()
    assert adres not in lees(inloggen(nu_decor.begeleider.user), lijst="afgesloten")
    Leerling.objects.filter(pk=nu_decor.leerling.pk).update(uitgeschreven_op=dag - WEEK)
    client = inloggen(nu_decor.coordinator.user)
    assert adres in lees(client, lijst="afgesloten") and client.get(adres).status_code == 200
