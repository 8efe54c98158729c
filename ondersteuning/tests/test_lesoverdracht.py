"""The hand-over to the lesson through its services: given, confirmed, tried, reported, and what became of it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from leerlingen.access import toegangsgrond
from leerlingen.models import Handelingsadvies, Lesopdracht
from ondersteuning.access_overdracht import (
    Lesgever,
    get_overdracht,
    lesgevers,
    ontvangers_van,
    open_overdrachten,
)
from ondersteuning.eigendom_hgw import OVERDRACHT
from ondersteuning.models import Lesontvanger, Lesoverdracht
from ondersteuning.overdrachtloop import Afronding, LoopStatus, OntvangerStatus, Stap, StapGeweigerd, Uitkomst
from ondersteuning.services.lesoverdracht import Overdrachtgegevens, overdracht_afronden, overdracht_geven
from ondersteuning.services.lesronde import bericht_geven, docent_vervangen, docenten_bijwerken, stap_zetten
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Aanstelling, Inzage, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.notifications.versturen import verstuur_school
from zorgapp.testing.decor import LANG_GELEDEN, Decor
from zorgapp.testing.fabriek import DAG, NU, maak_les, maak_werkplek

WEKEN = DAG + timedelta(days=42)


@pytest.fixture
def duits(decor: Decor) -> Werkplek:
    docent = maak_werkplek(decor.school, Rol.DOCENT, voornaam="Sanne")
    maak_les(decor.school, docent.user, decor.leerling, van=LANG_GELEDEN)
    return docent


def gegevens(decor: Decor, **anders: Any) -> Overdrachtgegevens:
    standaard: dict[str, Any] = {
        "van": "Taleninstituut",
        "onderwerp": "Lezen in de les",
        "actie": "Geef de woordenlijst een week van tevoren",
        "advies": "Hij leest beter met een lijst vooraf.",
        "docenten": tuple(lesgevers(decor.leerling.pk, DAG)),
        "eigenaar": decor.coordinator.user,
        "bericht_op": WEKEN,
    }
    return Overdrachtgegevens(**(standaard | anders))


def geef(decor: Decor, door: Werkplek | None = None, **anders: Any) -> Lesoverdracht:
    wie = door or decor.coordinator
    return overdracht_geven(
        door=wie, leerling_id=decor.leerling.pk, gegevens=gegevens(decor, **anders), op=NU
    )


def stap(door: Werkplek, rij: Lesoverdracht, wat: Stap, versie: int | None = None) -> Lesontvanger:
    nu = Lesontvanger.objects.filter(overdracht=rij, docent=door.user).last()
    gezien = versie if versie is not None else nu.versie if nu else 1
    return stap_zetten(door=door, pk=rij.pk, versie=gezien, stap=wat, op=NU)


def bericht(door: Werkplek, rij: Lesoverdracht, uitkomst: Uitkomst = Uitkomst.GELUKT) -> Lesontvanger:
    nu = Lesontvanger.objects.get(overdracht=rij, docent=door.user)
    return bericht_geven(
        door=door, pk=rij.pk, versie=nu.versie, uitkomst=uitkomst, wat_zag="Hij begint zelf.", nodig="", op=NU
    )


def rond(door: Werkplek, rij: Lesoverdracht, keuze: Afronding, **anders: Any) -> Lesoverdracht:
    rij.refresh_from_db()
    wat: dict[str, Any] = {"versie": rij.versie, "tekst": "Zo verder.", "datum": None, "op": NU}
    return overdracht_afronden(door=door, pk=rij.pk, keuze=keuze, **(wat | anders))


def test_van_geven_tot_in_de_les(decor: Decor, duits: Werkplek) -> None:
    """The story of seeds/002: the remedial teaching moves to the language teachers, and stays there."""
    rij = geef(decor)
    assert (rij.vakken, rij.bevestig_voor, rij.volgende_datum) == (["Duits"], date(2026, 12, 1), WEKEN)
    [advies] = Handelingsadvies.objects.all()
    assert (advies.tekst, advies.vakken, advies.bron) == (rij.actie, ["Duits"], f"overdracht:{rij.pk}")
    stap(duits, rij, Stap.BEVESTIG)
    stap(duits, rij, Stap.PROBEER)
    bericht(duits, rij)
    klaar = rond(decor.coordinator, rij, Afronding.IN_DE_LES)
    assert (klaar.status, klaar.slot) == (LoopStatus.IN_DE_LES, "Zo verder.")
    assert Handelingsadvies.objects.filter(tot__gt=DAG).exists()


def test_een_docent_met_twee_vakken_krijgt_een_advies(decor: Decor, duits: Werkplek) -> None:
    Lesopdracht.objects.create(
        school=decor.school, user=duits.user, klas=decor.klas, vak="Frans", van=LANG_GELEDEN
    )
    rij = geef(decor)
    [ontvanger] = ontvangers_van(rij.pk)
    assert (ontvanger.vak, rij.vakken) == ("Duits, Frans", ["Duits", "Frans"])


@pytest.mark.parametrize(
    "anders",
    [
        {"docenten": ()},
        {"docenten": (Lesgever(1, "Iemand", "Duits"),)},
        {"bericht_op": DAG + timedelta(days=1)},
    ],
    ids=["niemand", "geeft geen les", "te vroeg"],
)
def test_geven_geweigerd(decor: Decor, duits: Werkplek, anders: dict[str, Any]) -> None:
    with pytest.raises(StapGeweigerd):
        geef(decor, **anders)
    assert not Lesoverdracht.objects.exists()


@pytest.mark.parametrize("actie", ["Denk aan zijn dyslexie", " ".join(["woord"] * 21)])
def test_de_regel_op_de_kaart_is_kort_en_zonder_etiket(decor: Decor, duits: Werkplek, actie: str) -> None:
    with pytest.raises(ValidationError):
        geef(decor, actie=actie)
    assert not Lesoverdracht.objects.exists()


@pytest.mark.parametrize("wie", ["begeleider", "docent"])
def test_wie_niet_mag_geven(decor: Decor, duits: Werkplek, wie: str) -> None:
    door, fout = (decor.begeleider, Http404) if wie == "begeleider" else (duits, PermissionDenied)
    with pytest.raises(fout):
        geef(decor, door)


@pytest.mark.regel(40)
def test_wie_ziet_wat(decor: Decor, duits: Werkplek) -> None:
    """The owner and coordinator see everyone, a teacher his own part, the mentor not the page."""
    frans = maak_werkplek(decor.school, Rol.DOCENT, voornaam="Bram")
    maak_les(decor.school, frans.user, decor.leerling, naam="h3.fa1", van=LANG_GELEDEN)
    alleen_duits = tuple(les for les in lesgevers(decor.leerling.pk, DAG) if les.user_id == duits.user.pk)
    rij = geef(decor, docenten=alleen_duits, eigenaar=decor.begeleider.user)
    assert get_overdracht(decor.coordinator, rij.pk)[1].sturen
    assert get_overdracht(decor.begeleider, rij.pk)[1].sturen
    zicht = get_overdracht(duits, rij.pk)[1]
    assert not zicht.sturen and zicht.eigen is not None
    for ander in (decor.mentor, frans, maak_werkplek(decor.school, Rol.SCHOOLLEIDING)):
        with pytest.raises(Http404):
            get_overdracht(ander, rij.pk)
    with pytest.raises(PermissionDenied):
        rond(duits, rij, Afronding.TREK_IN)
    assert Inzage.objects.filter(onderwerp="overdracht").count() == 3


def test_de_eigenaar_ziet_de_leerling_zolang_het_loopt(decor: Decor, duits: Werkplek) -> None:
    rij = geef(decor, eigenaar=decor.begeleider.user)
    assert toegangsgrond(decor.begeleider, decor.leerling)
    rond(decor.coordinator, rij, Afronding.TREK_IN)
    assert toegangsgrond(decor.begeleider, decor.leerling) is None
    assert not Handelingsadvies.objects.filter(tot__gte=DAG).exists()


def test_bevestigen_met_een_oud_scherm(decor: Decor, duits: Werkplek) -> None:
    rij = geef(decor)
    stap(duits, rij, Stap.BEVESTIG)
    with pytest.raises(Verouderd):
        stap(duits, rij, Stap.PROBEER, versie=1)
    with pytest.raises(StapGeweigerd):
        stap(duits, rij, Stap.BEVESTIG)
    with pytest.raises(StapGeweigerd):
        stap(duits, rij, Stap.VERVANG)


def test_bericht_zonder_bevestigen(decor: Decor, duits: Werkplek) -> None:
    rij = geef(decor)
    with pytest.raises(StapGeweigerd):
        bericht(duits, rij)
    assert Lesontvanger.objects.get().status == OntvangerStatus.GEGEVEN


@pytest.mark.parametrize(
    ("keuze", "anders"),
    [
        (Afronding.IN_DE_LES, {}),
        (Afronding.TERUG, {}),
        (Afronding.TREK_IN, {"tekst": ""}),
        (Afronding.BEANTWOORD, {}),
        (Afronding.OPNIEUW, {"datum": WEKEN}),
    ],
    ids=["nog geen bericht", "zonder datum", "zonder reden", "niet teruggekomen", "loopt al"],
)
def test_afronden_geweigerd(decor: Decor, duits: Werkplek, keuze: Afronding, anders: dict[str, Any]) -> None:
    rij = geef(decor)
    with pytest.raises(StapGeweigerd):
        rond(decor.coordinator, rij, keuze, **anders)
    rij.refresh_from_db()
    assert (rij.status, rij.versie) == (LoopStatus.LOOPT, 1)


def test_terug_met_een_vraag_en_dan_nog_een_ronde(decor: Decor, duits: Werkplek) -> None:
    rij = geef(decor)
    stap(duits, rij, Stap.BEVESTIG)
    bericht(duits, rij, Uitkomst.NIET)
    terug = rond(decor.coordinator, rij, Afronding.TERUG, tekst="Hoe dan wel?", datum=DAG + timedelta(days=7))
    assert (terug.status, terug.vraag, terug.volgende_datum) == ("terug", "Hoe dan wel?", date(2026, 12, 1))
    with pytest.raises(StapGeweigerd):
        bericht(duits, rij)
    weer = rond(decor.coordinator, rij, Afronding.OPNIEUW, datum=WEKEN)
    assert (weer.status, weer.ronde, weer.bericht_op) == ("loopt", 2, WEKEN)
    assert Lesontvanger.objects.get().status == OntvangerStatus.PROBEERT
    bericht(duits, rij)
    assert rond(decor.coordinator, rij, Afronding.IN_DE_LES).status == LoopStatus.IN_DE_LES


def test_wat_is_afgerond_blijft_dicht(decor: Decor, duits: Werkplek) -> None:
    rij = rond(decor.coordinator, geef(decor), Afronding.TREK_IN)
    for keuze in Afronding:
        with pytest.raises(StapGeweigerd):
            rond(decor.coordinator, rij, keuze, datum=WEKEN)
    with pytest.raises(StapGeweigerd):
        stap(duits, rij, Stap.BEVESTIG)


def test_wie_de_les_overneemt_krijgt_het_advies(decor: Decor, duits: Werkplek) -> None:
    """At night: the teacher left, somebody else teaches German now; a second run changes nothing."""
    rij = geef(decor)
    les = Lesopdracht.objects.get()
    opvolger = maak_werkplek(decor.school, Rol.DOCENT, voornaam="Ilse")
    Lesopdracht.objects.filter(pk=les.pk).update(tot=DAG)
    morgen = DAG + timedelta(days=1)
    Lesopdracht.objects.create(
        school=decor.school, user=opvolger.user, lesgroep=les.lesgroep, vak="Duits", van=morgen
    )
    wat: dict[str, Any] = {"school_id": decor.school.pk, "dag": morgen, "op": NU}
    assert [docenten_bijwerken(**wat), docenten_bijwerken(**wat)] == [1, 0]
    oud, nieuw = Lesontvanger.objects.filter(overdracht=rij).order_by("pk")
    assert (oud.status, oud.opvolger_id) == (OntvangerStatus.VERVANGEN, nieuw.pk)
    assert (nieuw.docent_id, nieuw.status) == (opvolger.user.pk, OntvangerStatus.GEGEVEN)
    with pytest.raises(Http404):
        get_overdracht(duits, rij.pk)


@pytest.mark.regel(40)
def test_wie_geen_les_meer_geeft_ziet_het_advies_niet_meer(decor: Decor, duits: Werkplek) -> None:
    """From the day after the lesson ended, also before anybody took it over."""
    rij = geef(decor)
    Lesopdracht.objects.update(tot=DAG)
    morgen = werkplek_maken(duits.user, DAG + timedelta(days=1), decor.school.pk)
    assert morgen is not None and open_overdrachten(duits).voor_mijn_les
    assert open_overdrachten(morgen).voor_mijn_les == []
    with pytest.raises(Http404):
        get_overdracht(morgen, rij.pk)


def test_wie_hier_geen_docent_meer_is_krijgt_niets(
    decor: Decor, duits: Werkplek, andere_school: School
) -> None:
    """A lesson without a role at this school counts for nothing, whatever role he has at another."""
    Aanstelling.objects.filter(user=duits.user).update(school=andere_school)
    assert lesgevers(decor.leerling.pk, DAG) == []


def test_zonder_opvolger_hoort_de_eigenaar_het(decor: Decor, duits: Werkplek, mailoutbox: list[Any]) -> None:
    geef(decor)
    Lesopdracht.objects.update(tot=DAG)
    morgen = DAG + timedelta(days=1)
    op = NU + timedelta(days=1)
    for _ in range(2):
        assert docenten_bijwerken(school_id=decor.school.pk, dag=morgen, op=op) == 0
    assert "1 overdracht die een docent zoekt" in _mail(decor, op, decor.coordinator, mailoutbox)


def test_de_eigenaar_kiest_een_ander(decor: Decor, duits: Werkplek) -> None:
    rij = geef(decor)
    frans = maak_werkplek(decor.school, Rol.DOCENT, voornaam="Bram")
    les = maak_les(decor.school, frans.user, decor.leerling, naam="h3.fa1", van=LANG_GELEDEN)
    Lesopdracht.objects.filter(pk=les.pk).update(vak="Frans")
    naar = next(x for x in lesgevers(decor.leerling.pk, DAG) if x.user_id == frans.user.pk)
    [oud] = ontvangers_van(rij.pk)
    wat: dict[str, Any] = {"pk": rij.pk, "ontvanger_id": oud.pk, "versie": 1, "op": NU}
    with pytest.raises(PermissionDenied):
        docent_vervangen(door=duits, naar=naar, **wat)
    with pytest.raises(StapGeweigerd):
        docent_vervangen(door=decor.coordinator, naar=Lesgever(frans.user.pk, "x", "Grieks"), **wat)
    assert docent_vervangen(door=decor.coordinator, naar=naar, **wat).docent_id == frans.user.pk
    assert Handelingsadvies.objects.filter(vakken=["Frans"]).exists()


def _mail(decor: Decor, op: datetime, wie: Werkplek, bus: list[Any]) -> str:
    voor = len(bus)
    verstuur_school(decor.school.pk, lambda: op.replace(hour=16, minute=5))
    zet_context(decor.school.pk, decor.coordinator.user.pk)
    return "\n".join(f"{m.subject}\n{m.body}" for m in bus[voor:] if m.to == [wie.user.email])


def test_herinneringen_een_per_stap(decor: Decor, duits: Werkplek, mailoutbox: list[Any]) -> None:
    """New, not confirmed, not reported: once each, without a name; the owner on the date of report."""
    rij = geef(decor)
    assert "1 nieuw advies voor je les" in _mail(decor, NU, duits, mailoutbox)
    bevestig = NU.replace(month=12, day=1)
    assert "1 advies om te bevestigen" in _mail(decor, bevestig, duits, mailoutbox)
    assert _mail(decor, bevestig + timedelta(days=1), duits, mailoutbox) == ""
    straks = werkplek_maken(duits.user, DAG, decor.school.pk)
    assert straks is not None
    stap(straks, rij, Stap.BEVESTIG)
    dag = NU + timedelta(days=42)
    voor = len(mailoutbox)
    verstuur_school(decor.school.pk, lambda: dag.replace(hour=16, minute=5))
    zet_context(decor.school.pk, decor.coordinator.user.pk)
    teksten = {m.to[0]: m.body for m in mailoutbox[voor:]}
    assert "1 advies waarvan je laat weten hoe het gaat" in teksten[duits.user.email]
    assert "1 overdracht om op terug te kijken" in teksten[decor.coordinator.user.email]
    assert not any("Kees Jan" in m.body + m.subject for m in mailoutbox)


def test_na_het_laatste_bericht_hoort_de_eigenaar_het(
    decor: Decor, duits: Werkplek, mailoutbox: list[Any]
) -> None:
    rij = geef(decor)
    stap(duits, rij, Stap.BEVESTIG)
    bericht(duits, rij)
    assert "1 overdracht met alle antwoorden" in _mail(decor, NU, decor.coordinator, mailoutbox)
    assert "bevestigen" not in _mail(decor, NU.replace(month=12, day=1), duits, mailoutbox)


def test_op_vandaag(decor: Decor, duits: Werkplek, django_assert_max_num_queries: Any) -> None:
    rij = geef(decor)
    with django_assert_max_num_queries(2):
        open_ = open_overdrachten(duits)
    assert [r.overdracht_id for r in open_.voor_mijn_les] == [rij.pk] and open_.van_mij == []
    stap(duits, rij, Stap.BEVESTIG)
    assert open_overdrachten(duits).voor_mijn_les == []
    straks = werkplek_maken(duits.user, WEKEN, decor.school.pk)
    regie = werkplek_maken(decor.coordinator.user, WEKEN, decor.school.pk)
    assert straks is not None and regie is not None
    assert len(open_overdrachten(straks).voor_mijn_les) == len(open_overdrachten(regie).van_mij) == 1


def test_wie_weggaat_draagt_de_regie_over(decor: Decor, duits: Werkplek) -> None:
    rij = geef(decor, eigenaar=decor.begeleider.user)
    [stuk] = OVERDRACHT.open_van(decor.school.pk, decor.begeleider.user.pk)
    assert "Kees" not in stuk.omschrijving
    OVERDRACHT.overdragen(decor.coordinator, [stuk.id], decor.mentor.user, DAG)
    rij.refresh_from_db()
    assert rij.eigenaar_id == decor.mentor.user.pk
    assert OVERDRACHT.open_van(decor.school.pk, decor.begeleider.user.pk) == []
