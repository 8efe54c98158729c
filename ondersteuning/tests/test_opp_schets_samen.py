"""Forms of talks and of hearing the pupil keep what is typed, and show both texts when a colleague was first."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import Hoorrecht, Invloed, Opp, Overeenstemming
from ondersteuning.services.opp_overleg import Plan, overleg_afzeggen, overleg_plannen, overleg_verzetten
from ondersteuning.tests.opphulp import begin_opp, concept_van, leg_voor, zet_hoorrecht, zet_inbreng
from ondersteuning.tests.test_opp_schets import TEKST, adres, over, typ
from zorgapp.testing.decor import Decor
from zorgapp.testing.queries import controleer_budget

NU_STAAT = "Wat er nu staat, van een ander."


@pytest.fixture
def opp(nu_decor: Decor) -> Opp:
    return begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())


@pytest.fixture
def client(nu_decor: Decor, inloggen: Any) -> Any:
    return inloggen(nu_decor.coordinator.user)


def afspraak(decor: Decor, plek: str = "B12", dagen: int = 0) -> Plan:
    dag = decor.coordinator.dag
    return Plan(dag, "mail", timezone.now() + timedelta(days=dagen), plek, ("l",))


@pytest.fixture
def gesprek(nu_decor: Decor, opp: Opp) -> Overeenstemming:
    return overleg_plannen(door=nu_decor.coordinator, pk=opp.pk, plan=afspraak(nu_decor), op=timezone.now())


def test_plannen_verzetten_en_afzeggen_bewaren_wat_je_typt(
    nu_decor: Decor, opp: Opp, gesprek: Overeenstemming, client: Any
) -> None:
    z, lijst = nu_decor.coordinator, adres("opp_overleg", opp.pk)
    verzet = adres("opp_overleg_verzet", gesprek.pk)
    typ(z, f"opp:{opp.pk}:overleg", anderen="Els Visser, wijkteam", plek="Lokaal C3", wie="l")
    typ(z, f"oppoverleg:{gesprek.pk}:afzeggen", reden="De moeder was ziek.", versie="1")
    tekst = client.get(lijst).content.decode()
    assert all(woord in tekst for woord in ("Els Visser, wijkteam", "Lokaal C3", "De moeder was ziek."))
    controleer_budget(client, lijst)
    typ(z, f"oppoverleg:{gesprek.pk}:verzet", plek="Aula", versie="1")
    assert "Nu is uitgenodigd" not in client.get(verzet).content.decode()
    overleg_verzetten(door=z, pk=gesprek.pk, versie=1, plan=afspraak(nu_decor, "D4"))
    na = client.get(verzet).content.decode()
    assert "Aula" in na and "D4" in na and "Nu is uitgenodigd" in na and 'value="2"' in na
    oud = client.post(
        adres("opp_overleg_afzeggen", gesprek.pk), {"hoe": "niemand", "reden": TEKST, "versie": "1"}
    )
    assert oud.status_code == 409 and TEKST in oud.content.decode()
    goed = {"hoe": "niemand", "reden": TEKST, "versie": "2"}
    assert client.post(adres("opp_overleg_afzeggen", gesprek.pk), goed).status_code == 302
    assert not over(f"oppoverleg:{gesprek.pk}:afzeggen") and over(f"opp:{opp.pk}:overleg")


def test_een_verslag_dat_een_collega_schreef_terwijl_jij_typte(
    nu_decor: Decor, gesprek: Overeenstemming, client: Any
) -> None:
    """The draft was made before he saved: both are shown; of a talk that was called off one's words are left."""
    url = adres("opp_overleg_verslag", gesprek.pk)
    typ(
        nu_decor.coordinator,
        f"oppoverleg:{gesprek.pk}",
        samenvatting=TEKST,
        oneens="Over de uren.",
        versie="1",
    )
    eerst = client.get(url).content.decode()
    assert TEKST in eerst and "Over de uren." in eerst and "Nu staat er" not in eerst
    Overeenstemming.objects.filter(pk=gesprek.pk).update(samenvatting=NU_STAAT, versie=2)
    daarna = client.get(url).content.decode()
    assert TEKST in daarna and NU_STAAT in daarna and "Nu staat er" in daarna
    overleg_afzeggen(door=nu_decor.coordinator, pk=gesprek.pk, versie=2, hoe="afgezegd", reden="")
    for antwoord in (client.get(url), client.post(url, {"samenvatting": TEKST, "versie": "1"})):
        assert TEKST in antwoord.content.decode() and "ging niet door" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("deel", "veld"), [("", "woorden"), (":aanbod", "hulp"), (":punt", "uitleg"), (":afzien", "reden")]
)
def test_horen_bewaart_elk_formulier(nu_decor: Decor, opp: Opp, client: Any, deel: str, veld: str) -> None:
    recht = zet_hoorrecht(opp, nu_decor.coordinator, woorden="", invloed=False, toegelicht=False)
    if deel == ":punt":
        zet_inbreng(recht, nu_decor.coordinator)
    typ(nu_decor.coordinator, f"opphoren:{opp.pk}{deel}", **{veld: TEKST, "versie": "1"})
    tekst = client.get(adres("opp_horen", opp.pk)).content.decode()
    assert TEKST in tekst and "Nu staat er" not in tekst
    assert controleer_budget(client, adres("opp_horen", opp.pk)) <= 15


def test_horen_met_een_collega_tegelijk(nu_decor: Decor, opp: Opp, client: Any) -> None:
    recht = zet_hoorrecht(opp, nu_decor.coordinator, woorden="", invloed=False, toegelicht=False)
    pagina = adres("opp_horen", opp.pk)
    typ(nu_decor.coordinator, f"opphoren:{opp.pk}:aanbod", hulp=TEKST, versie="1")
    Hoorrecht.objects.filter(pk=recht.pk).update(hulp=NU_STAAT, versie=2)
    tekst = client.get(pagina).content.decode()
    assert TEKST in tekst and NU_STAAT in tekst
    dag = timezone.localdate().isoformat()
    goed = {"aangeboden_op": dag, "hulp": TEKST, "versie": "2"}
    assert client.post(adres("opp_horen_aanbieden", opp.pk), goed).status_code == 302
    assert not over(f"opphoren:{opp.pk}:aanbod")
    zet_inbreng(
        recht, nu_decor.coordinator
    )  # the pupil spoke meanwhile: the form for "does not want to" is gone
    weigering = client.post(
        adres("opp_horen_afzien", opp.pk), {"dag": dag, "reden": "Zijn eigen reden.", "versie": "3"}
    )
    assert "Zijn eigen reden." in weigering.content.decode()
    Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=dag)
    for naam, data in (
        ("opp_horen_inbreng", {"woorden": TEKST, "hoe": "gesprek", "gezegd_op": dag}),
        ("opp_invloed_nieuw", {"punt": TEKST, "gevolg": "niet", "uitleg": "Zo."}),
    ):
        antwoord = client.post(adres(naam, opp.pk), data)
        assert antwoord.status_code == 422 and TEKST in antwoord.content.decode()


def test_een_punt_dat_een_collega_wijzigde(nu_decor: Decor, opp: Opp, client: Any) -> None:
    zet_hoorrecht(opp, nu_decor.coordinator)
    punt = Invloed.objects.get()
    url, sleutel = reverse("ondersteuning:opp_invloed", args=[punt.pk]), f"oppinvloed:{punt.pk}"
    typ(nu_decor.coordinator, sleutel, uitleg=TEKST, versie="1")
    assert TEKST in client.get(url).content.decode() and "Nu staat er" not in client.get(url).content.decode()
    Invloed.objects.filter(pk=punt.pk).update(uitleg=NU_STAAT, versie=2)
    tekst = client.get(url).content.decode()
    assert TEKST in tekst and NU_STAAT in tekst
    assert (
        client.post(url, {"punt": "x", "gevolg": "niet", "uitleg": TEKST, "versie": "2"}).status_code == 302
    )
    assert not over(sleutel)


def test_een_antwoord_dat_school_noteert_houdt_zijn_reden(nu_decor: Decor, opp: Opp, client: Any) -> None:
    """Also when the question ended while he typed."""
    z, ouder = nu_decor.coordinator, maak_contact(nu_decor.leerling)
    [verzoek] = leg_voor(concept_van(opp), z, ouder)
    url, sleutel = adres("opp_instemming_antwoord", verzoek.pk), f"oppantwoord:{verzoek.pk}"
    typ(z, sleutel, keuze="niet_akkoord", reden=TEKST, wijze="mondeling", hash="0" * 64, nummer="9")
    tekst = client.get(url).content.decode()
    assert TEKST in tekst and verzoek.oppversie.hash in tekst and "0" * 64 not in tekst
    controleer_budget(client, url)
    data = {"keuze": "niet_akkoord", "reden": TEKST, "wijze": "mondeling", "op": z.dag.isoformat()}
    data |= {"nummer": "1", "hash": verzoek.oppversie.hash, "sleutel": str(uuid.uuid4())}
    type(verzoek).objects.update(vervallen_op=z.dag)
    te_laat = client.post(url, data)
    assert te_laat.status_code in (409, 422) and TEKST in te_laat.content.decode() and over(sleutel)
    type(verzoek).objects.update(vervallen_op=None)
    assert client.post(url, data).status_code == 302 and not over(sleutel)
