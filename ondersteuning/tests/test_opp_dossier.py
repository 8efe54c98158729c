"""What the file shows of an OPP on its timeline, closing it, and who writes it when his role ends."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from leerlingen.access import toegangsgrond
from leerlingen.models import Contactpersoon, Klas
from ondersteuning.eigendom_opp import OPP
from ondersteuning.models import Instemmingverzoek, Linksoort, Opp, OppLink, OppVersie
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.services.opp_link import link_maken
from ondersteuning.services.opp_sluiten import opp_afsluiten, opp_opsteller
from ondersteuning.tests.opphulp import (
    antwoord,
    begin_opp,
    concept_van,
    leg_voor,
    maak_compleet,
    zet_evaluatie,
    zet_hoorrecht,
    zet_overleg,
    zet_vast,
)
from ondersteuning.tijdlijn_opp import ICONEN, adres_van, blik_opp, kop_van, tijdlijn_opp
from zorgapp.accounts.models import Afdeling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.icons import icoon
from zorgapp.testing.decor import LANG_GELEDEN, Decor
from zorgapp.testing.fabriek import DAG, NU, maak_les, maak_werkplek


def sluit(door: Werkplek, opp: Opp, **anders: object) -> Opp:
    nu = Opp.objects.get(pk=opp.pk)
    wat = {"versie": nu.versie, "einddatum": DAG, "reden": "Het lukt nu zelf.", "op": NU} | anders
    return opp_afsluiten(door=door, pk=opp.pk, **wat)  # type: ignore[arg-type]


def rijen_van(decor: Decor, wie: Werkplek) -> list[tuple]:
    grond = toegangsgrond(wie, decor.leerling)
    assert grond is not None
    return [r for deel in tijdlijn_opp(decor.leerling.pk, blik_opp(wie, grond)).values() for r in deel]


def namen(decor: Decor, wie: Werkplek) -> set[str]:
    """Who the rows say did something."""
    return {rij[5] for rij in rijen_van(decor, wie)}


def punten(decor: Decor, wie: Werkplek) -> list[tuple[str, str]]:
    rijen = rijen_van(decor, wie)
    for rij in rijen:
        assert icoon(ICONEN[rij[2]]) and adres_van(rij[3])
    return sorted((kop_van(rij[2], rij[3]), rij[4]) for rij in rijen)


def teamleider(decor: Decor) -> Werkplek:
    afdeling = Afdeling.objects.create(school=decor.school, naam="Havo")
    Klas.objects.update(afdeling=afdeling)
    return maak_werkplek(decor.school, Rol.TEAMLEIDER, afdeling=afdeling)


@pytest.mark.regel(40)
def test_tijdlijn_per_lezer(decor: Decor) -> None:
    """A teacher reads that it was set, changed and closed; not why, what the pupil said or what was found. A team leader
    reads that there were talks and answers, not what was said or by whom."""
    docent, leider = maak_werkplek(decor.school, Rol.DOCENT), teamleider(decor)
    maak_les(decor.school, docent.user, decor.leerling, van=LANG_GELEDEN)
    opp = maak_compleet(decor)
    ouder = Contactpersoon.objects.get()
    antwoord(*leg_voor(concept_van(opp), decor.coordinator, ouder), decor.coordinator, akkoord=False)
    vorige = zet_vast(opp, decor.coordinator)
    zet_evaluatie(opp, vorige, decor.coordinator)
    wie = {"gemaakt_door": decor.coordinator.user, "gewijzigd_door": decor.coordinator.user}
    nieuw = OppVersie.objects.create(
        school=decor.school, opp=opp, nummer=2, ronde=2, **wie, **vorige.inhoud()
    )
    zet_hoorrecht(opp, decor.coordinator, ronde=2, ziet_af=True)
    zet_overleg(nieuw, decor.coordinator, ouder, status="afgezegd", samenvatting="Niemand kwam.")
    zet_overleg(nieuw, decor.coordinator, ouder, status="gepland", samenvatting="")
    zet_vast(opp, decor.coordinator)
    sluit(decor.coordinator, opp)
    naam = "Ontwikkelingsperspectief"
    gezet = [(f"{naam} bijgesteld", ""), (f"{naam} vastgesteld", "")]
    heel = [
        ("Evaluatie van het OPP: zo doorgaan", "Het gaat beter."),
        ("Leerling gehoord over het OPP", ""),
        ("Leerling wilde niet meepraten over het OPP", ""),
        (f"{naam} afgesloten", "Het lukt nu zelf."),
        *gezet,
    ]
    vol = [
        ("Overleg over het OPP", "Het plan is besproken."),
        ("Overleg over het OPP ging niet door", "Niemand kwam."),
        ("Niet akkoord met het handelingsdeel", "Wij willen meer hulp bij wiskunde."),
    ]
    kaal = [
        ("Overleg over het OPP", ""),
        ("Overleg over het OPP ging niet door", ""),
        ("Antwoord op het handelingsdeel", ""),
    ]
    assert punten(decor, decor.coordinator) == punten(decor, decor.mentor) == sorted(heel + vol)
    assert punten(decor, leider) == sorted(heel + kaal)
    assert punten(decor, docent) == sorted([(f"{naam} afgesloten", ""), *gezet])
    assert ouder.naam in namen(decor, decor.coordinator) and ouder.naam not in namen(decor, leider)


def test_afsluiten_laat_niets_open(decor: Decor) -> None:
    """Who did not answer is no longer asked, links stop working, the draft makes room; answers and what held stay."""
    opp = maak_compleet(decor)
    ander = Contactpersoon.objects.create(
        school=decor.school,
        leerling=decor.leerling,
        naam="Piet Bakker",
        relatie="vader",
        gezag="ja",
        huishouden=2,
    )
    gevraagd = leg_voor(
        concept_van(opp), decor.coordinator, Contactpersoon.objects.exclude(pk=ander.pk).get(), ander
    )
    antwoord(gevraagd[0], decor.coordinator)
    link = link_maken(door=decor.coordinator, soort=Linksoort.HOORRECHT, opp=opp, ronde=1, op=NU).link
    dicht = sluit(decor.coordinator, opp)
    assert (dicht.status, dicht.einddatum, dicht.evaluatie_op) == ("afgesloten", DAG, None)
    assert OppLink.objects.get(pk=link.pk).ingetrokken_op == NU
    open_ = Instemmingverzoek.objects.filter(vervallen_op__isnull=True)
    assert [verzoek.pk for verzoek in open_] == [gevraagd[0].pk]
    assert OppVersie.objects.get(opp=opp).status == "vervangen"
    with pytest.raises(DaadNietToegestaan, match="afgesloten"):
        sluit(decor.coordinator, opp)
    assert begin_opp(decor.coordinator, decor.leerling).pk != opp.pk


@pytest.mark.parametrize(
    "anders",
    [
        {"einddatum": DAG + timedelta(days=1)},
        {"einddatum": date(2026, 9, 30)},
        {"reden": "  "},
    ],
)
def test_afsluiten_geweigerd(decor: Decor, anders: dict[str, object]) -> None:
    opp = maak_compleet(decor)
    zet_vast(opp, decor.coordinator, begindatum=date(2026, 10, 1))
    with pytest.raises(ValidationError):
        sluit(decor.coordinator, opp, **anders)
    opp.refresh_from_db()
    assert opp.status == "loopt"
    with pytest.raises(Verouderd):
        sluit(decor.coordinator, opp, versie=0)


def test_opsteller(decor: Decor) -> None:
    """The mentor of the class may have it; a begeleider who was not assigned may not."""
    opp = begin_opp(decor.coordinator, decor.leerling)
    with pytest.raises(ValidationError) as fout:
        opp_opsteller(door=decor.coordinator, pk=opp.pk, versie=opp.versie, naar=decor.begeleider.user)
    assert list(fout.value.message_dict) == ["naar"]
    nu = opp_opsteller(door=decor.coordinator, pk=opp.pk, versie=opp.versie, naar=decor.mentor.user)
    assert nu.opsteller == decor.mentor.user
    with pytest.raises(Verouderd):
        opp_opsteller(door=decor.coordinator, pk=opp.pk, versie=opp.versie, naar=decor.coordinator.user)


def test_wie_weggaat_draagt_over(decor: Decor) -> None:
    """Open work of the mentor; a closed one is nobody's, and the words name no pupil."""
    opp = begin_opp(decor.coordinator, decor.leerling, opsteller=decor.mentor.user)
    school, wie = decor.school.pk, decor.mentor.user.pk
    [stuk] = OPP.open_van(school, wie)
    assert stuk.id == opp.pk and "Bakker" not in stuk.omschrijving
    assert OPP.zonder_toegang(school, DAG) == []
    decor.mentor.user.aanstellingen.update(tot=DAG - timedelta(days=1))
    assert [s.id for s in OPP.zonder_toegang(school, DAG)] == [opp.pk]
    OPP.overdragen(decor.coordinator, [opp.pk], decor.coordinator.user, DAG)
    assert OPP.open_van(school, wie) == [] and OPP.zonder_toegang(school, DAG) == []
    with pytest.raises(ValueError, match="altijd een opsteller"):
        OPP.overdragen(decor.coordinator, [opp.pk], None, DAG)
    sluit(decor.coordinator, opp)
    assert OPP.open_van(school, decor.coordinator.user.pk) == []
