"""What is known already fills an OPP, each fact with its source; what comes later is offered and never written over."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlingen.models import Toegangsverlening
from leerlingen.services.toegang import toegang_verlenen
from ondersteuning.hgwbronnen import Feit
from ondersteuning.models import Beschikking, Opp, OppVersie
from ondersteuning.models.opp import OPP_TEKST_MAX
from ondersteuning.opp.velden import LIJSTEN, SCHERM, SCHERMEN, VELDEN
from ondersteuning.oppbronnen import BRONNEN, herkomst_van, voeg_toe
from ondersteuning.oppnieuws import nieuws
from ondersteuning.services.opp_editor import VraagtOpnieuw, nieuws_overnemen, opp_starten
from ondersteuning.tests.opphulp import begin_opp, concept_van, leg_voor, schrijf
from ondersteuning.tests.oppzaak import hgw_vast, kaart, zaak
from ondersteuning.tests.trajecthulp import start
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, dien_in
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

# What a complete OPP of this case ends up with besides what was known: chosen or written by people.
ZELF = {"bestemming", "bestemming_uitleg", "onderbouwing", "middelen", "afwijkt"}


def neem(door: Werkplek, opp: Opp, veld: str, *, gewaarschuwd: bool = False) -> OppVersie:
    nummer = concept_van(opp).nummer
    return nieuws_overnemen(door=door, pk=opp.pk, veld=veld, nummer=nummer, gewaarschuwd=gewaarschuwd, op=NU)


def test_een_bestaande_zaak_is_voor_meer_dan_zestig_procent_gevuld(decor: Decor) -> None:
    """The number of the issue: at most five screens, and at least 60 % of what ends up filled was filled in."""
    zaak(decor)
    versie = concept_van(begin_opp(decor.coordinator, decor.leerling))
    gevuld = {naam for naam in VELDEN if getattr(versie, naam)} | (
        {"doelen"} if versie.doelen.exists() else set()
    )
    assert not gevuld & ZELF
    assert len(gevuld) / len(gevuld | ZELF) >= 0.6, sorted(gevuld)
    assert len(SCHERMEN) == 5
    assert {scherm.sleutel for scherm in SCHERMEN if any(v.naam in gevuld for v in scherm.velden)} == {
        "start",
        "beeld",
        "perspectief",
        "handelingsdeel",
    }


def test_elk_feit_zegt_waar_het_vandaan_komt(decor: Decor) -> None:
    zaak(decor)
    versie = concept_van(begin_opp(decor.coordinator, decor.leerling))
    assert set(versie.herkomst) == {naam for naam in VELDEN if getattr(versie, naam)}
    assert not {rij[0] for rijen in versie.herkomst.values() for rij in rijen} - set(BRONNEN)
    bron = herkomst_van(versie)["bevorderend"][0]
    assert (bron.bron, bron.dag, bron.wie) == ("het HGW-formulier", DAG, decor.mentor.user.naam)
    assert "Remedial teaching in klas 1 en 2." in versie.eerder_gedaan
    assert "Gesprek gevoerd." in versie.eerder_gedaan
    assert versie.schoolloopbaan.splitlines()[0] == "Op deze school sinds 1 augustus 2024."
    assert versie.instanties.startswith("Taleninstituut (dyslexiezorg): Remedial teaching")
    assert versie.faciliteiten == "Geef 25% extra tijd, in de les en bij toetsen."
    assert versie.bevorderend == "Onthoudt wat hij hoort.\nVaste plek vooraan."
    assert versie.behoefte_leer.splitlines() == [
        "Instructie die mondeling begint",
        "Dezelfde afspraken bij elk vak.",
    ]


def test_doelen_komen_uit_lopende_trajecten(decor: Decor) -> None:
    zaak(decor)
    versie = concept_van(begin_opp(decor.coordinator, decor.leerling))
    doelen = list(versie.doelen.all())
    assert [d.doel for d in doelen] == ["Neemt een beurt in de klas", "Begint op tijd aan een toets"]
    assert {d.bron.tekst for d in doelen if d.bron} == {d.doel for d in doelen}
    assert [d.volgorde for d in doelen] == [0, 1]
    assert doelen[0].wie == decor.begeleider.user.naam and doelen[0].criterium == "Elke dag een keer."


def test_zonder_iets_te_weten_blijft_het_leeg(decor: Decor) -> None:
    versie = concept_van(begin_opp(decor.coordinator, decor.leerling))
    assert {naam for naam in VELDEN if getattr(versie, naam)} == {"schoolloopbaan"}
    assert not versie.bestemming and not versie.afwijkt


def test_een_jaar_overgedaan_staat_erbij(decor: Decor) -> None:
    oud = decor.leerling.plaatsingen.get()
    oud.klas.leerjaar = 3
    oud.klas.save()
    oud.tot = oud.van + timedelta(days=30)
    oud.save()
    nieuw = type(oud.klas).objects.create(school=decor.school, naam="H3a", schooljaar=2027, leerjaar=3)
    decor.leerling.plaatsingen.create(school=decor.school, klas=nieuw, van=oud.tot + timedelta(days=1))
    regels = concept_van(begin_opp(decor.coordinator, decor.leerling)).schoolloopbaan.splitlines()
    assert regels == ["2026-2027: H3b, leerjaar 3.", "2027-2028: H3a, leerjaar 3, nog een keer."]


def test_wat_het_samenwerkingsverband_gaf_staat_bij_middelen(decor: Decor) -> None:
    for tot, nummer in ((DAG, "2026-1"), (DAG - timedelta(days=1), "2025-9")):
        Beschikking.objects.create(
            school=decor.school,
            leerling=decor.leerling,
            soort="arrangement",
            volgnummer=nummer,
            van=DAG - timedelta(days=90),
            tot=tot,
            door=decor.coordinator.user,
        )
    versie = concept_van(begin_opp(decor.coordinator, decor.leerling))
    assert versie.middelen == "Arrangement van het samenwerkingsverband 2026-1 tot 24 november 2026."


def test_later_nieuws_komt_eronder(decor: Decor) -> None:
    """A newer HGW form is offered; taking it over adds its words below what was written, once."""
    zaak(decor)
    opp = begin_opp(decor.coordinator, decor.leerling)
    schrijf(decor.coordinator, opp, bevorderend="Hij vraagt zelf om uitleg.")
    assert nieuws(decor.coordinator, decor.leerling, concept_van(opp), VELDEN) == []
    hgw_vast(decor, stim_onderwijs="Werkt graag samen.")
    gevonden = nieuws(decor.coordinator, decor.leerling, concept_van(opp), ["bevorderend"])
    assert [n.tekst for n in gevonden] == ["Onthoudt wat hij hoort.\nWerkt graag samen."]
    na = neem(decor.coordinator, opp, "bevorderend")
    assert na.bevorderend == "Hij vraagt zelf om uitleg.\nOnthoudt wat hij hoort.\nWerkt graag samen."
    assert len(na.herkomst["bevorderend"]) == 2
    assert neem(decor.coordinator, opp, "bevorderend").versie == na.versie


def test_nieuws_in_het_handelingsdeel_waarschuwt_eerst(decor: Decor) -> None:
    opp = begin_opp(decor.coordinator, decor.leerling)
    leg_voor(concept_van(opp), decor.coordinator)
    kaart(decor)
    with pytest.raises(VraagtOpnieuw):
        neem(decor.coordinator, opp, "faciliteiten")
    assert concept_van(opp).nummer == 1
    na = neem(decor.coordinator, opp, "faciliteiten", gewaarschuwd=True)
    assert na.nummer == 2 and na.faciliteiten.startswith("Geef 25% extra tijd")
    assert OppVersie.objects.get(opp=opp, nummer=1).faciliteiten == ""


def test_nieuws_weigert(decor: Decor) -> None:
    opp = begin_opp(decor.coordinator, decor.leerling)
    kaart(decor)
    with pytest.raises(ValidationError):
        neem(decor.coordinator, opp, "opp_id")
    with pytest.raises(Verouderd):
        nieuws_overnemen(
            door=decor.coordinator, pk=opp.pk, veld="faciliteiten", nummer=7, gewaarschuwd=False, op=NU
        )
    with pytest.raises(PermissionDenied):
        neem(decor.mentor, opp, "faciliteiten")
    schrijf(decor.coordinator, opp, faciliteiten="x" * OPP_TEKST_MAX)
    with pytest.raises(ValidationError, match="te lang"):
        neem(decor.coordinator, opp, "faciliteiten")
    assert concept_van(opp).faciliteiten == "x" * OPP_TEKST_MAX


@pytest.mark.regel(40)
def test_een_begeleider_krijgt_geen_signalen_die_hij_niet_ziet(decor: Decor) -> None:
    toegang_verlenen(
        door=decor.coordinator,
        user=decor.begeleider.user,
        leerling=decor.leerling,
        reden="OPP",
        bron="",
        tot=DAG + timedelta(days=30),
    )
    opp = begin_opp(decor.coordinator, decor.leerling, opsteller=decor.begeleider.user)
    dien_in(decor.mentor, decor.leerling)
    velden = [veld.naam for veld in SCHERM["beeld"].velden]
    assert nieuws(decor.begeleider, decor.leerling, concept_van(opp), velden) == []
    assert nieuws(decor.coordinator, decor.leerling, concept_van(opp), velden)


def test_wie_het_opstelt_heeft_de_leerling(decor: Decor) -> None:
    """The mentor of the class, an assigned begeleider, a coordinator; not a mentor of another class, nor a teacher."""

    def begin(wie: Werkplek) -> Opp:
        return opp_starten(
            door=decor.coordinator,
            leerling_id=decor.leerling.pk,
            opsteller=wie.user,
            pro=False,
            aanleiding="extra ondersteuning",
            uiterlijk=None,
            op=NU,
        )

    ander = maak_werkplek(decor.school, Rol.MENTOR)
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    for wie in (ander, docent, decor.begeleider):
        with pytest.raises(ValidationError):
            begin(wie)
    assert not Opp.objects.exists() and not Toegangsverlening.objects.exists()
    assert begin(decor.mentor).opsteller == decor.mentor.user
    assert begin(decor.coordinator).opsteller == decor.mentor.user  # the one that runs


def test_een_afgerond_traject_is_wat_er_gedaan_is(decor: Decor) -> None:
    lopend = start(decor)
    type(lopend).objects.filter(pk=lopend.pk).update(
        status="afgesloten", afloop="deels", afsluiting="Hij begint nu zelf.", afgesloten_op=NU
    )
    versie = concept_van(begin_opp(decor.coordinator, decor.leerling))
    assert versie.eerder_gedaan == "Faalangsttraining: deels gehaald."
    assert versie.eerder_effect == "Faalangsttraining: Hij begint nu zelf."
    assert versie.begeleiding == ""


@given(st.lists(st.sampled_from(["a", "b\nc", " d ", "", "x" * 5000, "y" * 5000])))
@settings(max_examples=25)
def test_toevoegen_verliest_en_verdubbelt_niets(teksten: list[str]) -> None:
    """What stood there stays at the front, no words come twice, and the text never grows too long."""
    erbij = [Feit("middelen", tekst, "hgw", n, DAG, "Ilse") for n, tekst in enumerate(teksten)]
    uit, herkomst = voeg_toe({"middelen": "stond er"}, {}, erbij)
    assert uit["middelen"].startswith("stond er") and len(uit["middelen"]) <= OPP_TEKST_MAX
    assert voeg_toe(uit, herkomst, erbij) == (uit, herkomst)
    assert set(uit) == {"middelen"} and not set(LIJSTEN) & set(uit)
