"""Closing a meeting: once, all of it, with a report for everybody; and opening it again on the same day."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ondersteuning.models import Vervolg, VervolgStatus
from ondersteuning.services.vervolg import vervolg_afsluiten
from ondersteuning.workflow import Besluit, StapNietToegestaan
from overleg.loop import Overlegstatus, Puntstatus, Stap
from overleg.models import Agendapunt, Deelname, Overleg, Terugvertellen, Verslagdeel
from overleg.services import sluiten as dienst
from overleg.services.notulen import Geschreven, notulen_bewaren
from overleg.services.overleg import deelnemer_verwijderen, stap_zetten
from overleg.services.sluiten import Vervolgkeuze
from overleg.services.tijd import punt_afronden, punt_beginnen
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, extern_lid, maak_afspraak, maak_overleg, maak_partner, maak_punt
from overleg.tests.sluithulp import heropen, notuleer, post, sluit, vers
from zorgapp.accounts.models import Aanstelling
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


# the reports


@pytest.mark.regel(45)
def test_iedereen_krijgt_meteen_bericht_zonder_naam(decor: Decor, mailoutbox: Any) -> None:
    """Twenty participants: one round of the sender sends them all, and no mail names anybody from a file."""
    leden = [maak_werkplek(decor.school, Rol.BEGELEIDER, decor.coordinator.dag) for _ in range(19)]
    overleg = maak_overleg(decor.coordinator, *leden)
    punt = maak_punt(decor.coordinator, overleg, maak_leerling(decor.school, decor.klas, "Qxyzvw", "Zwqvyx"))
    begin(decor.coordinator, overleg)
    notuleer(decor.coordinator, punt, "Qxyzvw heeft rust nodig.")
    sluit(decor.coordinator, overleg)
    mails = post(decor.coordinator, mailoutbox)
    assert sorted(mail.to[0] for mail in mails) == sorted(w.user.email for w in (decor.coordinator, *leden))
    for mail in mails:
        tekst = f"{mail.subject}\n{mail.body}"
        assert mail.subject == "Je verslag staat klaar" and "/overleg/verslagen/" in tekst
        assert (
            "Qxyzvw" not in tekst
            and "Zwqvyx" not in tekst
            and "rust" not in tekst
            and overleg.naam not in tekst
        )
    assert post(decor.coordinator, mailoutbox) == []


def test_de_bezorging_begint_bij_het_afsluiten(
    decor: Decor, zaak: Zaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not first at the next sweep: the sender is called right after the commit."""
    gevraagd: list[int] = []
    monkeypatch.setattr("zorgapp.notifications.services.na_commit", lambda taak, *a: gevraagd.append(a[0]))
    sluit(decor.coordinator, zaak[0], op=timezone.now())
    assert gevraagd == [decor.school.pk] * 3


def test_afsluiten_kost_per_deelnemer_een_vast_aantal(decor: Decor) -> None:
    """Planning the reports of twenty people is no work of seconds: at most a dozen statements for each."""
    aantallen = []
    for hoeveel in (2, 12):
        leden = [maak_werkplek(decor.school, Rol.BEGELEIDER, decor.coordinator.dag) for _ in range(hoeveel)]
        overleg = maak_overleg(decor.coordinator, *leden)
        begin(decor.coordinator, overleg)
        with CaptureQueriesContext(connection) as vragen:
            sluit(decor.coordinator, overleg)
        aantallen.append(len(vragen))
    assert (aantallen[1] - aantallen[0]) / 10 <= 14


@pytest.mark.parametrize("hoe", ["verwijderd", "vertrokken", "weer open"])
def test_wat_voor_het_versturen_verandert(decor: Decor, zaak: Zaak, mailoutbox: Any, hoe: str) -> None:
    overleg, weg = zaak[0], decor.begeleider.user
    sluit(decor.coordinator, overleg)
    if hoe == "verwijderd":
        rij = Deelname.objects.get(overleg=overleg, user=weg)
        deelnemer_verwijderen(door=decor.coordinator, pk=overleg.pk, deelname_id=rij.pk, op=NU)
    elif hoe == "vertrokken":
        Aanstelling.objects.filter(user=weg).update(tot=decor.coordinator.dag - timedelta(days=1))
    else:
        heropen(decor.coordinator, overleg)
    aan = {mail.to[0] for mail in post(decor.coordinator, mailoutbox)}
    assert weg.email not in aan and len(aan) == (0 if hoe == "weer open" else 2)
    if hoe == "weer open":  # closed again without a change: they still were told of nothing
        sluit(decor.coordinator, overleg)
        assert len(post(decor.coordinator, mailoutbox)) == 3


def test_extern_hoort_het_als_er_iets_voor_hem_is(decor: Decor, mailoutbox: Any) -> None:
    marieke = maak_werkplek(decor.school, Rol.EXTERNE, decor.coordinator.dag)
    lid = extern_lid(marieke, maak_partner(decor.school))
    for voor_hem, aantal in ((False, 0), (True, 1)):
        overleg = maak_overleg(decor.coordinator, lid, soort=Overlegsoort.ZAT)
        extra = {"voor_externen": True, "tekst_extern": "Hoe vaak is hij er?"} if voor_hem else {}
        punt = maak_punt(decor.coordinator, overleg, decor.leerling, **extra)
        begin(decor.coordinator, overleg)
        notuleer(decor.coordinator, punt)
        sluit(decor.coordinator, overleg)
        mails = [m for m in post(decor.coordinator, mailoutbox) if m.to[0] == marieke.user.email]
        assert len(mails) == aantal
    assert "/overleg/" not in mails[0].body


# open again


def test_weer_open_en_alleen_wie_iets_nieuws_leest_hoort_het(
    decor: Decor, zaak: Zaak, mailoutbox: Any
) -> None:
    """The mentor reads only his own pupil: of minutes about another one he hears nothing again."""
    overleg, punt = zaak
    ander = maak_leerling(decor.school, maak_klas(decor.school, "V4z"), "Dani", "Prins")
    tweede = maak_punt(decor.coordinator, overleg, ander)
    for p in (punt, tweede):
        notuleer(decor.coordinator, p)
    sluit(decor.coordinator, overleg)
    assert len(post(decor.coordinator, mailoutbox)) == 3
    Deelname.objects.filter(overleg=overleg).update(verslag_gelezen_op=NU)
    heropen(decor.coordinator, overleg)
    assert (vers(overleg).status, vers(overleg).reden) == (Overlegstatus.BEZIG, "Er ontbrak iets.")
    notulen_bewaren(
        door=decor.coordinator,
        overleg_id=overleg.pk,
        punt_id=tweede.pk,
        notulen=Geschreven("Het ritme helpt niet.", "Het ritme helpt."),
        op=NU,
    )
    sluit(decor.coordinator, overleg)
    aan = {mail.to[0] for mail in post(decor.coordinator, mailoutbox)}
    assert aan == {decor.coordinator.user.email, decor.begeleider.user.email}
    ongelezen = Deelname.objects.filter(overleg=overleg, verslag_gelezen_op__isnull=True)
    assert set(ongelezen.values_list("user_id", flat=True)) == {
        decor.coordinator.user.pk,
        decor.begeleider.user.pk,
    }
    assert Terugvertellen.objects.count() == 2


def test_de_reden_blijft_door_een_pauze(decor: Decor, zaak: Zaak) -> None:
    overleg = zaak[0]
    sluit(decor.coordinator, overleg)
    heropen(decor.coordinator, overleg)
    versie = vers(overleg).versie
    stap_zetten(door=decor.coordinator, pk=overleg.pk, versie=versie, stap=Stap.PAUZEREN, op=NU)
    sluit(decor.coordinator, overleg)
    assert vers(overleg).reden == "Er ontbrak iets."


def test_heropenen_geweigerd(decor: Decor, zaak: Zaak) -> None:
    overleg = zaak[0]
    with pytest.raises(StapNietToegestaan, match="bezig"):
        heropen(decor.coordinator, overleg)
    sluit(decor.coordinator, overleg)
    with pytest.raises(ValidationError, match="waarom"):
        heropen(decor.coordinator, overleg, reden="  ")
    with pytest.raises(PermissionDenied):
        heropen(decor.mentor, overleg)
    Overleg.objects.filter(pk=overleg.pk).update(afgesloten_op=NU - timedelta(days=1))
    with pytest.raises(StapNietToegestaan, match="op de dag zelf"):
        heropen(decor.coordinator, overleg)
    assert vers(overleg).status == Overlegstatus.AFGESLOTEN
