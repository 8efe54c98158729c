"""The reports of a closed meeting: who hears of it, at once and without a name, and what opening it again changes."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ondersteuning.workflow import StapNietToegestaan
from overleg.loop import Overlegstatus, Stap
from overleg.models import Agendapunt, Deelname, Overleg, Terugvertellen
from overleg.services.notulen import Geschreven, notulen_bewaren
from overleg.services.overleg import deelnemer_verwijderen, stap_zetten
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, extern_lid, maak_overleg, maak_partner, maak_punt
from overleg.tests.sluithulp import heropen, notuleer, post, sluit, vers
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_klas, maak_leerling, maak_werkplek

Zaak = tuple[Overleg, Agendapunt]


@pytest.fixture
def zaak(decor: Decor) -> Zaak:
    """A zorgoverleg that is on, about the pupil of the mentor; both take part."""
    overleg = maak_overleg(decor.coordinator, decor.begeleider, decor.mentor)
    punt = maak_punt(decor.coordinator, overleg, decor.leerling)
    begin(decor.coordinator, overleg)
    return overleg, punt


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
