"""Reading before a meeting: each only what he may see, on the page, on paper and in the mail of the day before."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from overleg.documents.vooraf import VOORAF as SOORT
from overleg.klokken_vooraf import SOORTEN, VOORAF, plan_vooraf
from overleg.models import Deelname, Functie, Overleg, Rondvraag
from overleg.services.overleg import Lid
from overleg.services.plannen import plan_overleg, vraag_erbij
from overleg.tests.overleghulp import (
    begin,
    extern_lid,
    maak_afspraak,
    maak_overleg,
    maak_partner,
    maak_punt,
    plan,
)
from zorgapp.accounts.models import Inzage, Vrijedag
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Rol
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_klas, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Taak

MORGEN = timedelta(days=1)


@pytest.fixture
def overleg(nu_decor: Decor) -> Overleg:
    """A zorgoverleg of tomorrow about the mentor's pupil and one he does not know."""
    d = nu_decor
    vorig = maak_overleg(d.coordinator, d.mentor, begin=timezone.now() - timedelta(days=7))
    punt = maak_punt(d.coordinator, vorig, d.leerling)
    begin(d.coordinator, vorig)
    maak_afspraak(d.coordinator, punt, d.mentor, wat="Belt moeder op vrijdag.")
    straks = maak_overleg(d.coordinator, d.mentor, d.begeleider, begin=timezone.now() + MORGEN)
    eigen = maak_punt(d.coordinator, straks, d.leerling, vraag="Wat helpt in de ochtend?")
    ander = maak_leerling(d.school, maak_klas(d.school, "H4a"), roepnaam="Onbekende")
    maak_punt(d.coordinator, straks, ander, vraag="Niet voor de mentor?")
    Rondvraag.objects.create(
        school=d.school,
        punt=eigen,
        collega=d.begeleider.user,
        gevraagd_door=d.coordinator.user,
        uiterlijk=d.coordinator.dag,
        zie="Komt rustig binnen.",
        beantwoord_op=timezone.now(),
    )
    return straks


def pad(naam: str, overleg: Overleg) -> str:
    return reverse(f"overleg:{naam}", args=[overleg.pk])


@pytest.mark.regel(45)
def test_ieder_leest_wat_hij_mag(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    tekst = inloggen(d.mentor.user).get(pad("vooraf", overleg)).content.decode()
    for wat in (
        "Wat helpt in de ochtend?",
        "Belt moeder op vrijdag.",
        "Komt rustig binnen.",
        "1 punt is niet voor jou",
    ):
        assert wat in tekst
    assert "Onbekende" not in tekst and "Niet voor de mentor" not in tekst
    assert Inzage.objects.filter(user_id=d.mentor.user.pk, onderwerp="agendapunt").count() == 1
    tekst = inloggen(d.coordinator.user).get(pad("vooraf", overleg)).content.decode()
    assert "Onbekende" in tekst and "niet voor jou" not in tekst
    assert Inzage.objects.filter(user_id=d.coordinator.user.pk, onderwerp="agendapunt").count() == 2
    docent = maak_werkplek(d.school, Rol.DOCENT, d.coordinator.dag)
    client = inloggen(docent.user)
    assert client.get(pad("vooraf", overleg)).status_code == 404
    assert client.post(pad("vooraf_pdf", overleg)).status_code == 404


def test_op_papier(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    html = SOORT.html(SOORT.maak(d.mentor, overleg.pk))
    assert "Belt moeder op vrijdag." in html and "Komt rustig binnen." in html
    assert "Onbekende" not in html and "1 punt is niet voor jou" in html
    assert d.leerling.naam not in html.partition("</title>")[0]
    SOORT.deur(d.mentor, overleg.pk, Handeling.AFGEDRUKT)
    assert Inzage.objects.filter(user_id=d.mentor.user.pk, handeling=Handeling.AFGEDRUKT).count() == 1
    docent = maak_werkplek(d.school, Rol.DOCENT, d.coordinator.dag)
    with pytest.raises(Http404):
        SOORT.maak(docent, overleg.pk)
    assert inloggen(d.mentor.user).post(pad("vooraf_pdf", overleg)).status_code == 302
    assert Taak.objects.get().eigenaar == d.mentor.user
    Overleg.objects.filter(pk=overleg.pk).update(status="afgezegd")
    with pytest.raises(Http404):
        SOORT.deur(d.mentor, overleg.pk, Handeling.AFGEDRUKT)


def test_veertig_punten(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    client = inloggen(d.coordinator.user)
    klein = controleer_budget(client, pad("vooraf", overleg))
    for _ in range(38):
        maak_punt(d.coordinator, overleg, maak_leerling(d.school, d.klas))
    assert controleer_budget(client, pad("vooraf", overleg)) == klein
    laatste = client.get(pad("vooraf", overleg), {"p": "4"})
    assert [v.nummer for v in laatste.context["blad"].punten] == list(range(31, 41))
    for onzin in ("0", "-1", "x", "9" * 30):
        assert client.get(pad("vooraf", overleg), {"p": onzin}).status_code == 200


def ontvangers() -> list[int]:
    return sorted(Herinnering.objects.filter(soort=VOORAF).values_list("ontvanger_id", flat=True))


def test_de_schooldag_ervoor(decor: Decor) -> None:
    """Tuesday 24 November; the meeting is on Monday 30 November, after a free Friday: Thursday is the day before."""
    d = decor
    externe = maak_werkplek(d.school, Rol.EXTERNE, d.coordinator.dag, "Marieke")
    lid = extern_lid(externe, maak_partner(d.school))
    overleg = maak_overleg(
        d.coordinator, d.mentor, d.begeleider, lid, soort="zat", begin=NU + timedelta(days=6)
    )
    Vrijedag.objects.create(school=d.school, naam="Studiedag", van=date(2026, 11, 27), tot=date(2026, 11, 27))
    for dag in (25, 27, 28, 29):
        assert plan_vooraf(d.school.pk, date(2026, 11, dag)) == 0
    for dag, aantal in ((25, 0), (27, 0), (29, 0), (26, 3), (26, 0)):
        assert plan_vooraf(d.school.pk, date(2026, 11, dag)) == aantal, dag
    wie = sorted(w.user.pk for w in (d.coordinator, d.mentor, d.begeleider))
    assert ontvangers() == wie
    nog = SOORTEN[0].nog_geldig
    rijen = {rij.ontvanger_id: rij for rij in Herinnering.objects.filter(soort=VOORAF)}
    op = NU + timedelta(days=2)
    assert not nog(rijen[d.coordinator.user.pk], op), "there is nothing on it yet"
    maak_punt(d.coordinator, overleg, maak_leerling(d.school, maak_klas(d.school, "H4a")))
    assert nog(rijen[d.coordinator.user.pk], op) and nog(rijen[d.begeleider.user.pk], op)
    assert not nog(rijen[d.mentor.user.pk], op), "there is nothing on it that he may see"
    Deelname.objects.filter(overleg=overleg, user=d.begeleider.user).update(
        verwijderd_op=NU, verwijderd_door=d.coordinator.user
    )
    assert not nog(rijen[d.begeleider.user.pk], op)
    assert not nog(rijen[d.coordinator.user.pk], overleg.begin + MORGEN)
    Overleg.objects.filter(pk=overleg.pk).update(begin=overleg.begin + MORGEN)
    assert not nog(rijen[d.coordinator.user.pk], op), "it was moved: Monday is the day before now"
    assert Deelname.objects.filter(functie=Functie.EXTERN).count() == 1


def test_op_het_laatst_gepland_gaat_mee_met_de_eerste_mail(decor: Decor) -> None:
    """Tuesday: a meeting of today, of Wednesday and of Thursday; the night has still to come for the last one."""
    d, overleggen = decor, []
    for dagen, aantal in ((0, 2), (1, 4), (2, 4)):
        hoe = plan(d.coordinator, begin=NU + timedelta(days=dagen, hours=1))
        overleggen.append(plan_overleg(door=d.coordinator, plan=hoe, leden=[Lid(d.begeleider.user)], op=NU))
        assert len(ontvangers()) == aantal
        maak_punt(d.coordinator, overleggen[-1], d.leerling)
    assert plan_vooraf(d.school.pk, NU.date()) == 0, "the key of Wednesday is the same"
    op = NU + timedelta(minutes=30)
    for rij in Herinnering.objects.filter(soort=VOORAF):
        assert rij.niet_voor == NU and SOORTEN[0].nog_geldig(rij, op)
    vraag_erbij(door=d.coordinator, pk=overleggen[2].pk, lid=Lid(d.mentor.user), op=NU)
    assert d.mentor.user.pk not in ontvangers()
    vraag_erbij(door=d.coordinator, pk=overleggen[1].pk, lid=Lid(d.mentor.user), op=NU)
    assert d.mentor.user.pk in ontvangers()
