"""The clocks of signals through the real outbox: who gets which mail, when, and what lapses before it goes."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from ondersteuning.models import Vervolg
from ondersteuning.services.signaal import antwoord_gelezen
from ondersteuning.services.triage import besluit_herstellen
from ondersteuning.services.vervolg import vervolg_afsluiten, vervolg_plannen
from ondersteuning.tasks import plan_klokken
from ondersteuning.workflow import Besluit
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Aanstelling, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.versturen import verstuur_school
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

MINUUT, DAG_LANG = timedelta(minutes=1), timedelta(days=1)
MERK = "Qxyzvw"  # a name that is nothing else
Bus = list[Any]


def verstuur(decor: Decor, op: datetime, bus: Bus) -> list[tuple[str, str]]:
    """Run the outbox at `op`; return (receiver, subject and body) of what went out now."""
    voor = len(bus)
    verstuur_school(decor.school.pk, lambda: op)
    zet_context(decor.school.pk, decor.coordinator.user.pk)
    return [(mail.to[0], f"{mail.subject}\n{mail.body}") for mail in bus[voor:]]


def om(dag: date, uur: int = 16, minuut: int = 5) -> datetime:
    return datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=NU.tzinfo)


def voor(wie: Werkplek, mails: list[tuple[str, str]]) -> list[str]:
    return [tekst for aan, tekst in mails if aan == wie.user.email]


def test_nieuw_signaal_in_de_dagelijkse_mail(decor: Decor, mailoutbox: Bus) -> None:
    for _ in range(2):
        dien_in(decor.mentor, decor.leerling)
    assert verstuur(decor, om(DAG, 12), mailoutbox) == []
    [tekst] = voor(decor.coordinator, verstuur(decor, om(DAG), mailoutbox))
    assert "2 nieuwe signalen" in tekst


def test_acuut_gaat_meteen(decor: Decor, mailoutbox: Bus) -> None:
    dien_in(decor.mentor, decor.leerling, urgentie="vandaag")
    [tekst] = voor(decor.coordinator, verstuur(decor, NU, mailoutbox))
    assert "1 signaal voor vandaag" in tekst


def test_beoordeeld_voor_de_mail(decor: Decor, mailoutbox: Bus) -> None:
    beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling))
    assert voor(decor.coordinator, verstuur(decor, om(DAG), mailoutbox)) == []


def test_eigen_signaal_meldt_zich_niet(decor: Decor, mailoutbox: Bus) -> None:
    beslis(decor.coordinator, dien_in(decor.coordinator, decor.leerling))
    assert verstuur(decor, om(DAG), mailoutbox) == []


@pytest.mark.regel(62)
def test_schuld_op_de_laatste_dag(decor: Decor, mailoutbox: Bus) -> None:
    uiterlijk = dien_in(decor.mentor, decor.leerling).terugkoppeling.uiterlijk
    verstuur(decor, om(DAG), mailoutbox)
    assert verstuur(decor, om(uiterlijk - DAG_LANG), mailoutbox) == []
    [tekst] = voor(decor.coordinator, verstuur(decor, om(uiterlijk), mailoutbox))
    assert "1 signaal dat nu een antwoord verwacht" in tekst
    assert verstuur(decor, om(uiterlijk + DAG_LANG), mailoutbox) == []


@pytest.mark.regel(62)
@pytest.mark.parametrize("dagen", [0, 9])
def test_schuld_na_herstel(decor: Decor, mailoutbox: Bus, dagen: int) -> None:
    """Taken back before or long after the last day: the debt is reminded of, once."""
    signaal = dien_in(decor.mentor, decor.leerling)
    besluit = beslis(decor.coordinator, signaal)
    terug = DAG + dagen * DAG_LANG
    verstuur(decor, om(terug), mailoutbox)
    besluit_herstellen(door=decor.coordinator, signaal_id=signaal.pk, besluit_id=besluit.pk, op=om(terug, 17))
    laatste = max(signaal.terugkoppeling.uiterlijk, terug + DAG_LANG)
    mails = [m for n in range(1, 12) for m in verstuur(decor, om(DAG + n * DAG_LANG), mailoutbox)]
    mails += verstuur(decor, om(laatste + 3 * DAG_LANG), mailoutbox)
    assert [("1 signaal dat nu" in tekst) for tekst in voor(decor.coordinator, mails)] == [True]


def test_schuld_verhuist_naar_wie_nu_coordineert(decor: Decor, mailoutbox: Bus) -> None:
    uiterlijk = dien_in(decor.mentor, decor.leerling).terugkoppeling.uiterlijk
    Aanstelling.objects.filter(user=decor.coordinator.user).update(tot=DAG)
    opvolger = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR)
    with pytest.MonkeyPatch.context() as klok:
        klok.setattr("ondersteuning.tasks.timezone.localdate", lambda: uiterlijk)
        plan_klokken()
        plan_klokken()
    zet_context(decor.school.pk)
    mails = verstuur(decor, om(uiterlijk), mailoutbox)
    assert len(voor(opvolger, mails)) == 1 and voor(decor.coordinator, mails) == []


def test_antwoord_wacht_de_hersteltijd(decor: Decor, mailoutbox: Bus) -> None:
    beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling), op=om(DAG, 16, 0))
    assert verstuur(decor, om(DAG, 16, 4), mailoutbox) == []
    [tekst] = voor(decor.mentor, verstuur(decor, om(DAG, 16, 5), mailoutbox))
    assert "1 antwoord op je signaal" in tekst


def test_antwoord_op_acuut_gaat_meteen(decor: Decor, mailoutbox: Bus) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, urgentie="vandaag")
    beslis(decor.coordinator, signaal, op=NU)
    assert len(voor(decor.mentor, verstuur(decor, NU, mailoutbox))) == 1


def test_antwoord_dat_al_gelezen_of_teruggenomen_is(decor: Decor, mailoutbox: Bus) -> None:
    gelezen, terug = (dien_in(decor.mentor, decor.leerling) for _ in range(2))
    beslis(decor.coordinator, gelezen)
    antwoord_gelezen(door=decor.mentor, signaal=gelezen, op=NU)
    besluit = beslis(decor.coordinator, terug)
    besluit_herstellen(door=decor.coordinator, signaal_id=terug.pk, besluit_id=besluit.pk, op=NU + MINUUT)
    assert voor(decor.mentor, verstuur(decor, om(DAG), mailoutbox)) == []


def test_twee_besluiten_een_antwoord(decor: Decor, mailoutbox: Bus) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal)
    beslis(decor.coordinator, signaal, Besluit.AFSLUITEN, NU + MINUUT)
    [tekst] = voor(decor.mentor, verstuur(decor, om(DAG), mailoutbox))
    assert "1 antwoord op je signaal" in tekst


def test_vervolg_op_zijn_datum_bij_zijn_eigenaar(decor: Decor, mailoutbox: Bus) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=decor.begeleider.user)
    vervolg = Vervolg.objects.get()
    datum = vervolg.volgende_datum
    verzet = datum + timedelta(days=7)
    vervolg_plannen(
        door=decor.begeleider, pk=vervolg.pk, versie=1, eigenaar=decor.begeleider.user, datum=verzet, op=NU
    )
    verstuur(decor, om(datum - DAG_LANG), mailoutbox)
    assert voor(decor.begeleider, verstuur(decor, om(datum), mailoutbox)) == []
    [tekst] = voor(decor.begeleider, verstuur(decor, om(verzet), mailoutbox))
    assert "1 vervolg dat aan de beurt is" in tekst


def test_nieuwe_eigenaar_hoort_het_na_de_hersteltijd_vanaf_het_moment_zelf(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    besluit = beslis(
        decor.coordinator, signaal, Besluit.TWEEDE_LIJN, NU + MINUUT, eigenaar=decor.begeleider.user
    )
    vervolg = Vervolg.objects.get()
    later = NU + timedelta(hours=3)
    vervolg_plannen(
        door=decor.begeleider,
        pk=vervolg.pk,
        versie=1,
        eigenaar=decor.coordinator.user,
        datum=vervolg.volgende_datum,
        op=later,
    )
    gepland = (
        Herinnering.objects.filter(soort="vervolg_nieuw").order_by("pk").values_list("niet_voor", flat=True)
    )
    assert list(gepland) == [besluit.op + 5 * MINUUT, later + 5 * MINUUT]


def test_afgesloten_vervolg_zwijgt(decor: Decor, mailoutbox: Bus) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=decor.begeleider.user)
    pk = Vervolg.objects.get().pk
    vervolg_afsluiten(door=decor.begeleider, pk=pk, versie=1, resultaat="Klaar.", op=NU)
    later = om(DAG + timedelta(days=30))
    assert voor(decor.begeleider, verstuur(decor, later, mailoutbox)) == []


def test_bij_afwezigheid_krijgt_de_waarnemer_het(decor: Decor, mailoutbox: Bus) -> None:
    Waarneming.objects.create(
        school=decor.school,
        afwezige=decor.coordinator.user,
        waarnemer=decor.begeleider.user,
        van=DAG,
        tot=DAG,
        door=decor.coordinator.user,
    )
    dien_in(decor.mentor, decor.leerling, urgentie="vandaag")
    mails = verstuur(decor, NU, mailoutbox)
    assert len(voor(decor.begeleider, mails)) == 1 and voor(decor.coordinator, mails) == []


def test_wie_weg_is_krijgt_niets(decor: Decor, mailoutbox: Bus) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal)
    Aanstelling.objects.filter(user=decor.mentor.user).update(tot=DAG - DAG_LANG)
    assert voor(decor.mentor, verstuur(decor, om(DAG), mailoutbox)) == []
    assert Herinnering.objects.get(soort="signaal_antwoord").status == "vervallen"


@pytest.mark.regel(45)
def test_geen_naam_in_mail_of_log(decor: Decor, mailoutbox: Bus, caplog: pytest.LogCaptureFixture) -> None:
    """The pupil's name and all that was written about him stay out of every mail, outbox row and log line."""
    type(decor.leerling).objects.update(achternaam=MERK)
    with caplog.at_level("DEBUG"):
        for urgentie in ("vandaag", "deze_week"):
            signaal = dien_in(decor.mentor, decor.leerling, urgentie=urgentie, wat_zie_je=f"{MERK} huilt")
            eigenaar = decor.begeleider.user
            beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=eigenaar, bericht=MERK)
        verstuur(decor, om(DAG), mailoutbox)
        verstuur(decor, om(DAG + timedelta(days=20)), mailoutbox)
    assert len(mailoutbox) >= 3
    assert not [m for m in mailoutbox if MERK in str(m.message())]
    assert not [h for h in Herinnering.objects.values() if MERK in str(h)]
    assert MERK not in "\n".join(r.getMessage() for r in caplog.records if r.name != "django.db.backends")
