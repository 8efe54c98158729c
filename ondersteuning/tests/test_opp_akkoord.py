"""Where agreement stands, as a pure function and through the services; gezag, age and silence; what every night does."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from leerlingen.models import Contactpersoon
from leerlingen.tests.toestemminghulp import maak_contact
from leerlingen.toestemming import Gever, wie_geeft
from ondersteuning.access_opp_instemming import akkoord_van
from ondersteuning.access_opp_pdf import inhoud_van
from ondersteuning.klokken_opp import antwoord_uiterlijk, wordt
from ondersteuning.models import Instemming, Instemmingverzoek, Opp, OppVersie
from ondersteuning.opp.akkoord import Gevraagde, stand
from ondersteuning.opp.wacht import bekijk
from ondersteuning.oppakkoord import huidige_versie, wie_beslist
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.oppnacht import nachtwerk
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.services.opp_instemming import herinnering_noteren
from ondersteuning.tests.opphulp import schrijf, zet_vast
from ondersteuning.tests.samenhulp import (
    ACHTTIEN,
    ZESTIEN,
    klaar_opp,
    leg_voor,
    op_dag,
    stand_van,
    verzoek_van,
    zegt,
)
from ondersteuning.tests.test_klokken import om, verstuur, voor
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU

D = timedelta(days=1)
MOEDER, VADER = "Marit Bakker", "Henk Bakker"
personen = st.lists(
    st.builds(
        Gevraagde,
        naam=st.just("x"),
        akkoord=st.sampled_from([True, False, None]),
        herinnerd=st.integers(0, 3),
        mag=st.booleans(),
    ),
    max_size=4,
)


@pytest.mark.regel(8)
@settings(max_examples=25)
@given(personen, st.booleans())
def test_een_nee_is_nooit_akkoord_en_stilte_alleen_ook_niet(wie: list[Gevraagde], stil: bool) -> None:
    nu = stand(wie, stil_mag=stil)
    tellen = [g for g in wie if g.mag]
    if any(g.akkoord is False for g in tellen):
        assert nu == "geen_overeenstemming"
    elif nu == "akkoord":
        assert any(g.akkoord for g in tellen)
        assert all(g.akkoord or (stil and g.herinnerd >= 2) for g in tellen)
    assert nu == stand(reversed(wie), stil_mag=stil) == stand(tellen, stil_mag=stil)
    if nu == "akkoord" and not stil:
        assert stand(wie, stil_mag=True) == "akkoord"


@pytest.mark.regel(8)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["ja", "nee", "herinner", "gezag weg", "gezag terug"]), max_size=6),
    st.booleans(),
)
@example(["gezag weg", "ja", "gezag terug"], False)
@example(["nee", "herinner", "gezag weg", "ja", "gezag terug"], False)
def test_wat_bewaard_is_klopt_met_wat_er_staat(decor: Decor, stappen: list[str], stil: bool) -> None:
    """Whatever happens in whatever order, after a night the stored state is the pure one, and equals what is shown."""

    class Terug(Exception):
        """Undo this example."""

    with pytest.raises(Terug), transaction.atomic():
        instelling_zetten(door=decor.coordinator, sleutel="opp_stil", waarde=int(stil), geldig_vanaf=DAG)
        opp = klaar_opp(decor, MOEDER, VADER)
        leg_voor(decor.coordinator, opp)
        for nummer, stap in enumerate(stappen):
            _doe(op_dag(decor.coordinator, DAG + (nummer + 1) * D), stap, (MOEDER, VADER)[nummer % 2])
        dag = DAG + (len(stappen) + 1) * D
        nachtwerk(decor.school.pk, dag)
        versie = huidige_versie(opp.pk)
        assert versie is not None
        a = akkoord_van(opp, versie, dag)
        gevraagden = feiten_van(opp, versie, dag).gevraagden
        assert versie.handelingsdeel == a.stand == stand(gevraagden, stil_mag=stil) and not a.anders
        raise Terug


def _doe(door: Werkplek, stap: str, wie: str) -> None:
    vraag = verzoek_van(wie)
    kan = vraag.vervallen_op is None and not vraag.antwoorden.exists() and vraag.contact.gezag == "ja"  # type: ignore[union-attr]
    if stap.startswith("gezag"):
        Contactpersoon.objects.filter(naam=wie).update(gezag="nee" if stap == "gezag weg" else "ja")
    elif not kan:
        return
    elif stap == "herinner" and vraag.gevraagd_op < door.dag:
        herinnering_noteren(door=door, verzoek_id=vraag.pk, dag=door.dag)
    elif stap in {"ja", "nee"}:
        zegt(door, wie, "akkoord" if stap == "ja" else "niet_akkoord")


@pytest.mark.regel(8)
@pytest.mark.parametrize("mag", [0, 1])
def test_stilte_telt_pas_na_twee_herinneringen_en_een_ja(decor: Decor, mag: int) -> None:
    instelling_zetten(door=decor.coordinator, sleutel="opp_stil", waarde=mag, geldig_vanaf=DAG)
    opp = klaar_opp(decor, MOEDER, VADER)
    leg_voor(decor.coordinator, opp)
    dagen = [op_dag(decor.coordinator, DAG + n * D) for n in (1, 2, 3)]
    for door in dagen[:2]:
        herinnering_noteren(door=door, verzoek_id=verzoek_van(VADER).pk, dag=door.dag)
    assert stand_van(opp) == "voorgelegd"
    zegt(dagen[1], MOEDER)
    assert stand_van(opp) == ("akkoord" if mag else "voorgelegd")
    instelling_zetten(door=decor.coordinator, sleutel="opp_stil", waarde=1 - mag, geldig_vanaf=dagen[2].dag)
    nachtwerk(decor.school.pk, dagen[1].dag)
    assert stand_van(opp) == ("akkoord" if mag else "voorgelegd")
    nachtwerk(decor.school.pk, dagen[2].dag)
    assert stand_van(opp) == ("voorgelegd" if mag else "akkoord")
    zegt(dagen[2], VADER, "niet_akkoord")
    assert stand_van(opp) == "geen_overeenstemming"


@pytest.mark.regel(8)
def test_zonder_akkoord_blijft_het_opp_staan_met_een_geschildag(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)
    leg_voor(decor.coordinator, opp)
    versie = zet_vast(opp, decor.coordinator)
    later = op_dag(decor.coordinator, DAG + D)
    herinnering_noteren(door=later, verzoek_id=verzoek_van(MOEDER).pk, dag=later.dag)
    versie.refresh_from_db()  # silence too: without agreement the dispute path has its day
    assert (versie.handelingsdeel, versie.geschil_tot) == ("voorgelegd", DAG + timedelta(days=42))
    zegt(decor.coordinator, MOEDER, "niet_akkoord")
    versie.refresh_from_db()
    assert (versie.status, versie.handelingsdeel) == ("vastgesteld", "geen_overeenstemming")
    assert versie.geschil_tot == DAG + timedelta(days=42)
    assert Opp.objects.get().status == "loopt"


@pytest.mark.regel(10)
def test_wat_iemand_antwoordde_blijft_bij_de_versie_die_plaatsmaakte(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)
    leg_voor(decor.coordinator, opp)
    zegt(decor.coordinator, MOEDER)
    oud = zet_vast(opp, decor.coordinator)
    opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    schrijf(decor.coordinator, opp, begeleiding="Elke week een uur.")
    leg_voor(decor.coordinator, opp)
    zet_vast(opp, decor.coordinator)
    nachtwerk(decor.school.pk, DAG + D)
    oud.refresh_from_db()
    [verzoek] = inhoud_van(decor.coordinator, oud).verzoeken
    assert verzoek.antwoorden.get().hash == oud.hash and verzoek.vervallen_op == DAG + D


@pytest.mark.regel(9)
def test_wie_gezag_krijgt_of_verliest(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER, VADER)
    leg_voor(decor.coordinator, opp)
    zegt(decor.coordinator, MOEDER)
    zegt(decor.coordinator, VADER, "niet_akkoord")
    Contactpersoon.objects.filter(naam=VADER).update(gezag="nee")
    oma = maak_contact(decor.leerling, "Oma Bakker")
    versie = huidige_versie(opp.pk)
    assert versie is not None
    nu = akkoord_van(opp, versie, DAG)
    assert (nu.stand, nu.te_vragen, [p.verzoek.naam for p in nu.vervallen]) == (
        "voorgelegd",
        ["Oma Bakker"],
        [VADER],
    )
    assert stand_van(opp) == "geen_overeenstemming"  # stored; the page showed the other at once
    for _ in range(2):
        nachtwerk(decor.school.pk, DAG + D)
    assert stand_van(opp) == "voorgelegd"
    assert verzoek_van(VADER).vervallen_op == DAG + D
    assert Instemmingverzoek.objects.filter(contact=oma).count() == 1
    zegt(op_dag(decor.coordinator, DAG + D), "Oma Bakker")
    assert stand_van(opp) == "akkoord"
    Contactpersoon.objects.filter(naam=VADER).update(gezag="ja")
    nachtwerk(decor.school.pk, DAG + 2 * D)
    assert verzoek_van(VADER).vervallen_op is None and stand_van(opp) == "geen_overeenstemming"


@pytest.mark.regel(20)
def test_de_nacht_van_de_achttiende_verjaardag(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)
    leg_voor(decor.coordinator, opp)
    zegt(decor.coordinator, MOEDER)
    nachtwerk(decor.school.pk, ACHTTIEN - D)
    assert stand_van(opp) == "akkoord" and Instemmingverzoek.objects.count() == 1
    nachtwerk(decor.school.pk, ACHTTIEN)
    assert stand_van(opp) == "voorgelegd"
    assert verzoek_van(MOEDER).vervallen_op == ACHTTIEN
    versie = OppVersie.objects.get()
    assert not next(u for u in bekijk(feiten_van(opp, versie, ACHTTIEN), (8,))).in_orde
    zegt(op_dag(decor.coordinator, ACHTTIEN), None)
    assert stand_van(opp) == "akkoord"
    versie.refresh_from_db()
    assert all(u.in_orde for u in bekijk(feiten_van(opp, versie, ACHTTIEN), (8, 9, 10)))
    assert Instemming.objects.count() == 2


@pytest.mark.regel(20)
@pytest.mark.regel(21)
@pytest.mark.parametrize(
    ("dag", "inzage", "beslist"),
    [
        (ZESTIEN - D, Gever.OUDERS, "ouders"),
        (ZESTIEN, Gever.LEERLING, "ouders"),
        (ACHTTIEN - D, Gever.LEERLING, "ouders"),
        (ACHTTIEN, Gever.LEERLING, "leerling"),
    ],
)
def test_inzage_gaat_met_zestien_over_en_instemmen_met_achttien(
    decor: Decor, dag: date, inzage: Gever, beslist: str
) -> None:
    moeder = maak_contact(decor.leerling, MOEDER)
    assert wie_geeft(decor.leerling.geboortedatum, dag) == inzage
    assert wie_beslist(decor.leerling, dag) == ([None] if beslist == "leerling" else [moeder])


@pytest.mark.regel(20)
@pytest.mark.parametrize(
    ("dag", "komt"),
    [(date(2029, 1, 11), False), (date(2029, 1, 12), True), (ACHTTIEN - D, True), (ACHTTIEN, False)],
)
def test_drie_maanden_voor_de_achttiende_verjaardag(
    decor: Decor, mailoutbox: list[Any], dag: date, komt: bool
) -> None:
    klaar_opp(decor)
    assert (wordt(decor.leerling.geboortedatum, 18, dag) == (ACHTTIEN if komt else None)) and wordt(
        None, 18, dag
    ) is None
    for _ in range(2):
        nachtwerk(decor.school.pk, dag)
    mails = voor(decor.coordinator, verstuur(decor, om(dag), mailoutbox))
    assert [("1 leerling met een OPP die 18 wordt" in tekst) for tekst in mails] == ([True] if komt else [])
    assert all(naam not in tekst for tekst in mails for naam in ("Kees", "Bakker"))


@pytest.mark.regel(21)
def test_drie_maanden_voor_de_zestiende_verjaardag(decor: Decor, mailoutbox: list[Any]) -> None:
    opp = klaar_opp(decor)
    nachtwerk(decor.school.pk, date(2027, 1, 11))
    assert not Herinnering.objects.exists()
    nachtwerk(decor.school.pk, date(2027, 1, 12))
    assert Herinnering.objects.get().soort == "opp_zestien"
    Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=DAG)
    assert not verstuur(decor, om(date(2027, 1, 12)), mailoutbox)


def test_een_antwoord_dat_uitblijft(decor: Decor, mailoutbox: list[Any]) -> None:
    opp = klaar_opp(decor, MOEDER)
    opp.opsteller = decor.mentor.user
    opp.save()
    leg_voor(decor.coordinator, opp)
    uiterlijk = antwoord_uiterlijk(verzoek_van(MOEDER), DAG)
    assert uiterlijk == date(2026, 12, 8)  # ten school days after Tuesday 24 November
    nachtwerk(decor.school.pk, uiterlijk - D)
    assert not Herinnering.objects.exists()
    for dag in (uiterlijk, uiterlijk + D):
        nachtwerk(decor.school.pk, dag)
    assert Herinnering.objects.get().ontvanger_id == decor.mentor.user.pk
    [tekst] = voor(decor.mentor, verstuur(decor, om(uiterlijk), mailoutbox))
    assert "1 antwoord over een handelingsdeel dat uitblijft" in tekst and "Bakker" not in tekst
    herinner = op_dag(decor.coordinator, uiterlijk + D)
    herinnering_noteren(door=herinner, verzoek_id=verzoek_van(MOEDER).pk, dag=herinner.dag)
    nachtwerk(decor.school.pk, herinner.dag)
    assert Herinnering.objects.count() == 1
    nachtwerk(decor.school.pk, date(2026, 12, 23))
    assert Herinnering.objects.count() == 2
    zegt(op_dag(decor.coordinator, date(2026, 12, 23)), MOEDER)
    assert not verstuur(decor, om(date(2026, 12, 23)), mailoutbox)


@pytest.mark.parametrize("wat", ["uit dienst", "geen opsteller meer"])
def test_wie_er_niet_meer_over_gaat_hoort_niets(decor: Decor, mailoutbox: list[Any], wat: str) -> None:
    opp = klaar_opp(decor, MOEDER)
    Opp.objects.update(opsteller=decor.mentor.user)
    leg_voor(decor.coordinator, opp)
    dag = antwoord_uiterlijk(verzoek_van(MOEDER), DAG)
    nachtwerk(decor.school.pk, dag)
    if wat == "uit dienst":
        Aanstelling.objects.filter(user=decor.mentor.user).update(tot=DAG)
    else:
        Opp.objects.update(opsteller=decor.coordinator.user)
    assert not voor(decor.mentor, verstuur(decor, om(dag), mailoutbox))


def test_wie_nieuw_gevraagd_wordt_meldt_de_nacht(decor: Decor, mailoutbox: list[Any]) -> None:
    opp = klaar_opp(decor, MOEDER)
    leg_voor(decor.coordinator, opp)
    maak_contact(decor.leerling, VADER)
    nachtwerk(decor.school.pk, DAG + D)
    [tekst] = voor(decor.coordinator, verstuur(decor, om(DAG + D), mailoutbox))
    assert "1 persoon die nu over een handelingsdeel beslist" in tekst and "Henk" not in tekst
    assert opp.pk
