"""The coachlijn: two people write to each other outside every file, once each, and nobody else sees or inherits it."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import reverse

from overleg.access_coach import get_vraag, vraagt_aandacht, vragenblad
from overleg.models import Coachbericht, Coachvraag
from overleg.services.coach import (
    bericht_sturen,
    coach_vragen,
    coachvraag_gezien,
    coachvraag_intrekken,
    coachvraag_sluiten,
)
from zorgapp.accounts.eigendom import werk_en_rollen, zonder_toegang
from zorgapp.accounts.models import Aanstelling, Geschiedenis, Inzage, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.notifications.mails import digest
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.soorten import soort_van
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_werkplek

UUR = timedelta(hours=1)
GEHEIM = "Onrust in het laatste uur"


def stel(
    door: Werkplek, coach: Werkplek, op: Any = NU, sleutel: uuid.UUID | None = None, **velden: Any
) -> Coachvraag:
    """Ask a coach about one's own class."""
    tekst = {"onderwerp": GEHEIM, "tekst": "hoe krijg ik ze stil?"} | velden
    return coach_vragen(door=door, coach=coach.user, sleutel=sleutel or uuid.uuid4(), op=op, **tekst)


def schrijf(door: Werkplek, vraag: Coachvraag, tekst: str = "ga bij de deur staan", **velden: Any) -> Any:
    """Write the other."""
    gegevens = {"sleutel": uuid.uuid4(), "op": NU + UUR} | velden
    return bericht_sturen(door=door, pk=vraag.pk, tekst=tekst, **gegevens)


@pytest.fixture
def docent(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.DOCENT, decor.mentor.dag, "Sanne")


def test_vragen_antwoorden_sluiten_en_weer_openen(decor: Decor, docent: Werkplek) -> None:
    coach, vraag = decor.begeleider, stel(docent, decor.begeleider)
    assert vraag.status == "gesteld"
    schrijf(docent, vraag, "en ook het eerste uur")
    assert get_vraag(coach, vraag.pk).status == "gesteld"
    schrijf(coach, vraag)
    assert get_vraag(docent, vraag.pk).status == "loopt"
    dicht = coachvraag_sluiten(door=coach, pk=vraag.pk, versie=get_vraag(coach, vraag.pk).versie, op=NU)
    assert dicht.status == "klaar"
    with pytest.raises(ValidationError, match="al afgesloten"):
        coachvraag_sluiten(door=docent, pk=vraag.pk, versie=dicht.versie, op=NU)
    schrijf(docent, vraag, "het werkte")
    weer = get_vraag(docent, vraag.pk)
    assert weer.status == "loopt" and weer.klaar_op is None


def test_tweemaal_sturen_is_een_keer(decor: Decor, docent: Werkplek) -> None:
    sleutel = uuid.uuid4()
    eerste = stel(docent, decor.begeleider, sleutel=sleutel)
    assert stel(docent, decor.begeleider, sleutel=sleutel).pk == eerste.pk
    ander = uuid.uuid4()
    schrijf(decor.begeleider, eerste, sleutel=ander)
    assert schrijf(decor.begeleider, eerste, sleutel=ander).tekst == "ga bij de deur staan"
    assert Coachvraag.objects.count() == 1 and Coachbericht.objects.count() == 2


def test_alleen_vrager_en_coach(decor: Decor, docent: Werkplek) -> None:
    """Coordinator, another begeleider, a mentor and who stands in for either of the two: nobody."""
    vraag = stel(docent, decor.begeleider)
    waarnemer = maak_werkplek(decor.school, Rol.BEGELEIDER, docent.dag, "Ilse")
    for afwezig in (docent, decor.begeleider):
        Waarneming.objects.create(
            school=decor.school,
            afwezige=afwezig.user,
            waarnemer=waarnemer.user,
            van=docent.dag,
            tot=docent.dag,
            door=afwezig.user,
        )
    neemt_waar = werkplek_maken(waarnemer.user, docent.dag, decor.school.pk)
    assert neemt_waar is not None and docent.user.pk in neemt_waar.namens
    for ander in (decor.coordinator, decor.mentor, waarnemer, neemt_waar):
        assert vragenblad(ander, None).rijen == [] and not vraagt_aandacht(ander).exists()
        with pytest.raises(Http404):
            get_vraag(ander, vraag.pk)
        with pytest.raises(Http404):
            schrijf(ander, vraag)
        with pytest.raises(Http404):
            coachvraag_sluiten(door=ander, pk=vraag.pk, versie=1, op=NU)
    assert Coachbericht.objects.count() == 1


@pytest.mark.parametrize("rol", [Rol.DOCENT, Rol.MENTOR, Rol.TEAMLEIDER, Rol.SCHOOLLEIDING, Rol.BEHEERDER])
def test_een_coach_is_begeleider_of_coordinator(decor: Decor, docent: Werkplek, rol: Rol) -> None:
    ander = maak_werkplek(decor.school, rol, docent.dag, "Tom")
    with pytest.raises(ValidationError):
        stel(docent, ander)
    assert stel(docent, decor.coordinator).coach == decor.coordinator.user
    with pytest.raises(ValidationError):
        stel(decor.begeleider, decor.begeleider)


@pytest.mark.parametrize("velden", [{"tekst": "  "}, {"onderwerp": " "}, {"onderwerp": "x" * 121}])
def test_leeg_of_te_lang_wordt_geweigerd(decor: Decor, docent: Werkplek, velden: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        stel(docent, decor.begeleider, **velden)
    assert not Coachvraag.objects.exists() and not Herinnering.objects.exists()


def test_intrekken_voor_het_antwoord(decor: Decor, docent: Werkplek) -> None:
    coach, vraag = decor.begeleider, stel(docent, decor.begeleider)
    with pytest.raises(ValidationError, match="Alleen wie de vraag stelde"):
        coachvraag_intrekken(door=coach, pk=vraag.pk, op=NU)
    coachvraag_intrekken(door=docent, pk=vraag.pk, op=NU)
    with pytest.raises(Http404):
        get_vraag(coach, vraag.pk)
    assert vragenblad(coach, None).rijen == [] and get_vraag(docent, vraag.pk).status == "ingetrokken"
    assert Herinnering.objects.get().status == Status.VERVALLEN
    with pytest.raises(ValidationError, match="ingetrokken"):
        schrijf(docent, vraag)
    with pytest.raises(Http404):
        schrijf(coach, vraag)


def test_na_een_antwoord_niet_meer_intrekken(decor: Decor, docent: Werkplek) -> None:
    vraag = stel(docent, decor.begeleider)
    schrijf(decor.begeleider, vraag)
    with pytest.raises(ValidationError, match="al geantwoord"):
        coachvraag_intrekken(door=docent, pk=vraag.pk, op=NU)
    assert get_vraag(decor.begeleider, vraag.pk).status == "loopt"


def test_sluiten_met_een_bericht_dat_je_niet_zag(decor: Decor, docent: Werkplek) -> None:
    vraag = stel(docent, decor.begeleider)
    schrijf(decor.begeleider, vraag)
    with pytest.raises(Verouderd):
        coachvraag_sluiten(door=docent, pk=vraag.pk, versie=vraag.versie, op=NU)
    assert get_vraag(docent, vraag.pk).klaar_op is None


def test_ongelezen_tot_je_het_zag(decor: Decor, docent: Werkplek) -> None:
    """Also when the clock of one server runs behind: a message is always later than the one before it."""
    coach, vraag = decor.begeleider, stel(docent, decor.begeleider)
    assert get_vraag(coach, vraag.pk).ongelezen and not get_vraag(docent, vraag.pk).ongelezen
    eerste = Coachbericht.objects.get()
    coachvraag_gezien(door=coach, pk=vraag.pk, tot=eerste.op)
    assert not get_vraag(coach, vraag.pk).ongelezen
    tweede = schrijf(docent, vraag, op=NU - UUR)
    assert tweede.op > eerste.op and get_vraag(coach, vraag.pk).ongelezen
    coachvraag_gezien(door=coach, pk=vraag.pk, tot=tweede.op)
    coachvraag_gezien(door=coach, pk=vraag.pk, tot=eerste.op)
    assert not get_vraag(coach, vraag.pk).ongelezen


@pytest.mark.regel(45)
def test_de_mail_zegt_niet_waarover(decor: Decor, docent: Werkplek) -> None:
    """One line per question, however many messages; nothing for who read it or left."""
    coach, vraag = decor.begeleider, stel(docent, decor.begeleider)
    schrijf(docent, vraag, "nog iets")
    rij = Herinnering.objects.get(status=Status.GEPLAND)
    assert (rij.ontvanger, rij.soort) == (coach.user, "coach_vraag")
    soort = soort_van(rij.soort)
    assert soort and soort.nog_geldig(rij, NU + 2 * UUR)
    mail = digest(zending=uuid.uuid4(), user=coach.user, school=decor.school, rijen=[rij])
    assert "coach" in str(mail.body) and GEHEIM not in str(mail.body) + str(mail.subject)
    coachvraag_gezien(door=coach, pk=vraag.pk, tot=Coachbericht.objects.latest("pk").op)
    assert not soort.nog_geldig(rij, NU + 2 * UUR)
    schrijf(coach, vraag)
    antwoord = Herinnering.objects.get(soort="coach_antwoord")
    assert antwoord.ontvanger == docent.user and soort_van("coach_antwoord").nog_geldig(antwoord, NU)
    Aanstelling.objects.filter(user=docent.user).update(tot=docent.dag - timedelta(days=1))
    assert not soort_van("coach_antwoord").nog_geldig(antwoord, NU)


def test_een_coach_die_weggaat(decor: Decor, docent: Werkplek) -> None:
    """It holds nobody back, nobody inherits it, and the asker is told and may choose another."""
    coach, vraag = decor.begeleider, stel(docent, decor.begeleider)
    werk, _ = werk_en_rollen(decor.school.pk, coach.user.pk, coach.dag)
    assert [stukken for _, stukken in werk if stukken] == []
    Aanstelling.objects.filter(user=coach.user).update(tot=coach.dag - timedelta(days=1))
    assert get_vraag(docent, vraag.pk).weg and zonder_toegang(decor.school.pk, coach.dag) == []
    assert list(vraagt_aandacht(docent)) == [{"pk": vraag.pk}]
    with pytest.raises(ValidationError, match="werkt hier niet meer"):
        schrijf(docent, vraag)
    assert Coachbericht.objects.count() == 1
    for ander in (decor.coordinator, maak_werkplek(decor.school, Rol.BEGELEIDER, coach.dag, "Ilse")):
        with pytest.raises(Http404):
            get_vraag(ander, vraag.pk)
    coachvraag_sluiten(door=docent, pk=vraag.pk, versie=vraag.versie, op=NU)
    assert not vraagt_aandacht(docent).exists()


def test_nergens_anders(decor: Decor, docent: Werkplek) -> None:
    """No look at a pupil, no name of the row, no subject in the change history, and the text cannot be changed."""
    vraag = stel(docent, decor.begeleider)
    schrijf(decor.begeleider, vraag)
    assert not Inzage.objects.exists() and GEHEIM not in str(vraag)
    oud = Geschiedenis.objects.filter(tabel="overleg_coachvraag")
    assert oud.exists() and not any(GEHEIM in str(rij.__dict__) for rij in oud)


def test_urls_kennen_geen_onderwerp(decor: Decor, docent: Werkplek) -> None:
    vraag = stel(docent, decor.begeleider)
    assert reverse("overleg:coachvraag", args=[vraag.pk]) == f"/coachlijn/{vraag.pk}/"
