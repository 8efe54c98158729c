"""Closing a meeting: once, all of it, with a report for everybody; and opening it again on the same day."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from ondersteuning.models import Vervolg, VervolgStatus
from ondersteuning.services.vervolg import vervolg_afsluiten
from ondersteuning.workflow import Besluit, StapNietToegestaan
from overleg.loop import Overlegstatus, Puntstatus, Stap
from overleg.models import Agendapunt, Overleg, Terugvertellen, Verslagdeel
from overleg.services import sluiten as dienst
from overleg.services.notulen import Geschreven, notulen_bewaren
from overleg.services.overleg import stap_zetten
from overleg.services.sluiten import Vervolgkeuze
from overleg.services.tijd import punt_afronden, punt_beginnen
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from overleg.tests.sluithulp import notuleer, post, sluit, vers
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import NU, maak_klas, maak_leerling, maak_werkplek

Zaak = tuple[Overleg, Agendapunt]
MORGEN = NU + timedelta(days=1)


@pytest.fixture
def zaak(decor: Decor) -> Zaak:
    """A zorgoverleg that is on, about the pupil of the mentor; both take part."""
    overleg = maak_overleg(decor.coordinator, decor.begeleider, decor.mentor)
    punt = maak_punt(decor.coordinator, overleg, decor.leerling)
    begin(decor.coordinator, overleg)
    return overleg, punt


def status(punt: Agendapunt) -> str:
    return Agendapunt.objects.get(pk=punt.pk).status


def test_afsluiten_rondt_alles_af(decor: Decor, zaak: Zaak) -> None:
    overleg, punt = zaak
    leeg, weg, gezegd = (maak_punt(decor.coordinator, overleg, onderwerp=f"Punt {n}") for n in range(3))
    stil = maak_punt(decor.coordinator, overleg, onderwerp="Zonder een woord")
    maak_afspraak(decor.coordinator, punt, decor.mentor)
    notuleer(decor.coordinator, gezegd)
    notuleer(decor.coordinator, leeg, tekst="")
    punt_afronden(door=decor.coordinator, pk=stil.pk, status=Puntstatus.BESPROKEN, op=NU)
    punt_beginnen(door=decor.coordinator, pk=punt.pk, op=NU)
    sluit(decor.coordinator, overleg, weg=[weg.pk, punt.pk], op=NU + timedelta(minutes=3))
    klaar = vers(overleg)
    assert (klaar.status, klaar.afgesloten_door_id) == (Overlegstatus.AFGESLOTEN, decor.coordinator.user.pk)
    assert klaar.afgesloten_op == NU + timedelta(minutes=3)
    op_tafel = Agendapunt.objects.get(pk=punt.pk)
    assert (op_tafel.seconden, op_tafel.bezig_sinds) == (180, None)
    # minutes or an agreement say that it was discussed, also when it was named to come off
    assert status(punt) == status(gezegd) == status(stil) == Puntstatus.BESPROKEN
    assert (status(leeg), status(weg)) == (Puntstatus.DOORGESCHOVEN, Puntstatus.VERVALLEN)


def test_een_nummer_van_elders_gaat_niet_van_de_agenda(decor: Decor, zaak: Zaak) -> None:
    ander = maak_punt(decor.coordinator, maak_overleg(decor.coordinator), decor.leerling)
    sluit(decor.coordinator, zaak[0], weg=[ander.pk, 10**12])
    assert status(ander) == Puntstatus.OPEN


def test_wat_de_leider_niet_ziet_haalt_hij_er_niet_af(decor: Decor) -> None:
    """A mentor leads the talk about a class; a pupil of another class is on it, whom he may not know of."""
    overleg = maak_overleg(
        decor.mentor, decor.coordinator, soort=Overlegsoort.LEERLINGBESPREKING, klas=decor.klas
    )
    vreemd = maak_punt(
        decor.coordinator, overleg, maak_leerling(decor.school, maak_klas(decor.school, "V5q"))
    )
    begin(decor.mentor, overleg)
    sluit(decor.mentor, overleg, weg=[vreemd.pk])
    assert status(vreemd) == Puntstatus.DOORGESCHOVEN


def test_twee_keer_afsluiten_is_een_keer(decor: Decor, zaak: Zaak, mailoutbox: Any) -> None:
    overleg, punt = zaak
    notuleer(decor.coordinator, punt)
    oud = vers(overleg).versie
    sluit(decor.coordinator, overleg)
    for versie in (oud, vers(overleg).versie):
        with pytest.raises(StapNietToegestaan, match="al afgesloten"):
            sluit(decor.coordinator, overleg, versie=versie, op=MORGEN)
    assert vers(overleg).afgesloten_op == NU
    assert len(post(decor.coordinator, mailoutbox)) == 3
    assert Terugvertellen.objects.count() == 1


@pytest.mark.parametrize("wie", ["mentor", "begeleider"])
def test_alleen_wie_leidt_sluit_af(decor: Decor, zaak: Zaak, wie: str) -> None:
    with pytest.raises(PermissionDenied):
        sluit(getattr(decor, wie), zaak[0])
    assert vers(zaak[0]).status == Overlegstatus.BEZIG


def test_wie_er_niet_van_weet_en_wat_niet_loopt(decor: Decor, zaak: Zaak) -> None:
    vreemd = maak_werkplek(decor.school, Rol.BEGELEIDER, decor.coordinator.dag)
    with pytest.raises(Http404):
        sluit(vreemd, zaak[0])
    gepland = maak_overleg(decor.coordinator)
    with pytest.raises(StapNietToegestaan, match="nog niet begonnen"):
        sluit(decor.coordinator, gepland)


def test_een_oude_stand(decor: Decor, zaak: Zaak) -> None:
    overleg, oud = zaak[0], vers(zaak[0]).versie
    stap_zetten(door=decor.coordinator, pk=overleg.pk, versie=oud, stap=Stap.PAUZEREN, op=NU)
    with pytest.raises(Verouderd):
        sluit(decor.coordinator, overleg, versie=oud)
    assert vers(overleg).status == Overlegstatus.PAUZE
    sluit(decor.coordinator, overleg)
    assert vers(overleg).status == Overlegstatus.AFGESLOTEN


def test_het_hele_of_niets(decor: Decor, zaak: Zaak, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last step fails: nothing of it stands."""
    overleg, punt = zaak
    notuleer(decor.coordinator, punt)

    def stuk(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(dienst, "meld_verslagen", stuk)
    with pytest.raises(RuntimeError):
        sluit(decor.coordinator, overleg)
    assert (vers(overleg).status, status(punt)) == (Overlegstatus.BEZIG, Puntstatus.OPEN)
    assert (
        not Terugvertellen.objects.exists() and not Herinnering.objects.filter(soort="verslag_klaar").exists()
    )


def test_wie_nog_typt_krijgt_zijn_tekst_terug(decor: Decor, zaak: Zaak) -> None:
    overleg, punt = zaak
    sluit(decor.coordinator, overleg)
    with pytest.raises(StapNietToegestaan, match=r"Je tekst staat nog in dit scherm.*kun je nog aanvullen"):
        notulen_bewaren(
            door=decor.coordinator,
            overleg_id=overleg.pk,
            punt_id=punt.pk,
            notulen=Geschreven("Nog een zin."),
            op=NU,
        )
    assert not Verslagdeel.objects.exists()


# the follow-up a case came from


def vervolg_bij(decor: Decor, punt: Agendapunt, dagen: int = 0) -> Vervolg:
    """The follow-up "zorgoverleg" of a decision, due today, as where the item came from."""
    besluit = beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling), Besluit.ZORGOVERLEG)
    vervolg = Vervolg.objects.get(besluit=besluit)
    datum = decor.coordinator.dag + timedelta(days=dagen)
    Vervolg.objects.filter(pk=vervolg.pk).update(volgende_datum=datum)
    Agendapunt.objects.filter(pk=punt.pk).update(vervolg=vervolg)
    return Vervolg.objects.get(pk=vervolg.pk)


def test_vervolg_sluit_met_zijn_resultaat(decor: Decor, zaak: Zaak) -> None:
    overleg, punt = zaak
    vervolg = vervolg_bij(decor, punt)
    keuze = {punt.pk: Vervolgkeuze(vervolg.versie, " Ritme eerst. ")}
    sluit(decor.coordinator, overleg, vervolgen=keuze)
    vervolg.refresh_from_db()
    assert (vervolg.status, vervolg.resultaat) == (VervolgStatus.AFGESLOTEN, "Ritme eerst.")


def test_vervolg_schuift_door(decor: Decor, zaak: Zaak) -> None:
    """Not ticked: it stays open, and what was due gets the next date; what comes later keeps its own."""
    overleg, punt = zaak
    vervolg = vervolg_bij(decor, punt)
    sluit(decor.coordinator, overleg)
    vervolg.refresh_from_db()
    assert vervolg.status == VervolgStatus.OPEN and vervolg.volgende_datum > decor.coordinator.dag


def test_vervolg_van_later_blijft_staan(decor: Decor, zaak: Zaak) -> None:
    vervolg = vervolg_bij(decor, zaak[1], dagen=3)
    sluit(decor.coordinator, zaak[0])
    assert Vervolg.objects.get(pk=vervolg.pk).volgende_datum == vervolg.volgende_datum


@pytest.mark.parametrize("hoe", ["leeg", "gesloten", "van elders"])
def test_vervolg_geweigerd_laat_alles_staan(decor: Decor, zaak: Zaak, hoe: str) -> None:
    overleg, punt = zaak
    vervolg = vervolg_bij(decor, punt)
    keuze = {punt.pk: Vervolgkeuze(vervolg.versie, "" if hoe == "leeg" else "Klaar.")}
    fout: type[Exception] = ValidationError if hoe == "leeg" else Verouderd
    if hoe == "gesloten":
        vervolg_afsluiten(
            door=decor.coordinator, pk=vervolg.pk, versie=vervolg.versie, resultaat="Al.", op=NU
        )
    if hoe == "van elders":
        keuze = {10**12: keuze[punt.pk]}
    with pytest.raises(fout):
        sluit(decor.coordinator, overleg, vervolgen=keuze)
    assert vers(overleg).status == Overlegstatus.BEZIG
