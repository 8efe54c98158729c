"""Who is taken off a meeting or a series hears of it, with a calendar file that takes it out; who had not heard, does not."""

from datetime import timedelta
from typing import Any

import pytest

from overleg.klokken_plannen import ERAF, REEKS_ERAF, SOORTEN
from overleg.models import Deelname, Overleg, Reekslid
from overleg.services.overleg import Lid
from overleg.services.plannen import haal_eraf, plan_overleg, vraag_erbij
from overleg.services.reeks import reeks_maken
from overleg.services.reeksleden import lid_weg
from overleg.tests.overleghulp import begin, extern_lid, maak_partner, plan
from overleg.tests.sluithulp import post
from overleg.tests.test_reeks import WEEK, reeksplan
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_werkplek

STRAKS = NU + timedelta(minutes=1)
AVOND = NU.replace(hour=17)
GELDIG = {soort.sleutel: soort.nog_geldig for soort in SOORTEN}


@pytest.fixture
def overleg(decor: Decor) -> Overleg:
    """A ZAT of in a week, with the begeleider and somebody from outside."""
    extern = maak_werkplek(decor.school, Rol.EXTERNE, voornaam="Marieke")
    leden = [Lid(decor.begeleider.user), extern_lid(extern, maak_partner(decor.school))]
    hoe = plan(decor.coordinator, "zat", naam="ZAT", begin=NU + WEEK)
    return plan_overleg(door=decor.coordinator, plan=hoe, leden=leden, op=NU)


def eraf(d: Decor, overleg: Overleg, user_id: int) -> Deelname:
    deelname = Deelname.objects.get(overleg=overleg, user_id=user_id)
    return haal_eraf(door=d.coordinator, pk=overleg.pk, deelname_id=deelname.pk, op=STRAKS)


def test_een_collega_leest_het_in_zijn_dagelijkse_mail(
    decor: Decor, overleg: Overleg, mailoutbox: Any
) -> None:
    wie = decor.begeleider.user
    assert len([m for m in post(decor.coordinator, mailoutbox, AVOND) if m.to == [wie.email]]) == 1
    for _ in range(2):  # twice is once
        eraf(decor, overleg, wie.pk)
    [rij] = Herinnering.objects.filter(soort=ERAF)
    assert (rij.ontvanger_id, rij.direct, rij.status) == (wie.pk, False, Status.GEPLAND)
    mails = post(decor.coordinator, mailoutbox, AVOND + timedelta(days=1))
    [mail] = [m for m in mails if m.to == [wie.email]]
    assert "1 overleg waaraan je niet meer meedoet" in mail.body and not mail.attachments


def test_wie_van_buiten_komt_hoort_het_meteen_en_zijn_agenda_ook(
    decor: Decor, overleg: Overleg, mailoutbox: Any
) -> None:
    extern = Deelname.objects.get(overleg=overleg, functie="extern").user
    [vraag] = [m for m in post(decor.coordinator, mailoutbox, NU) if m.to == [extern.email]]
    eraf(decor, overleg, extern.pk)
    [mail] = [m for m in post(decor.coordinator, mailoutbox, STRAKS) if m.to == [extern.email]]
    assert "Je doet niet meer mee aan een overleg" in mail.subject
    uit, was = (bericht.attachments[0][1] for bericht in (mail, vraag))
    tekst, eerst = (b.decode() if isinstance(b, bytes) else b for b in (uit, was))
    assert "STATUS:CANCELLED" in tekst and "STATUS:CONFIRMED" in eerst
    uid = f"UID:overleg-{overleg.pk}@"
    assert uid in tekst and uid in eerst and "Angelica" not in tekst


def test_wie_er_nog_niet_van_wist_hoort_niets(decor: Decor, overleg: Overleg) -> None:
    eraf(decor, overleg, decor.begeleider.user.pk)
    assert not Herinnering.objects.filter(soort=ERAF).exists()
    uitnodiging = Herinnering.objects.get(ontvanger=decor.begeleider.user, soort="overleg_uitnodiging")
    assert uitnodiging.status == Status.VERVALLEN


def test_wie_weer_meedoet_of_een_overleg_dat_begon(decor: Decor, overleg: Overleg) -> None:
    Herinnering.objects.update(status=Status.VERSTUURD, verstuurd_op=NU)
    wie = decor.begeleider.user
    eraf(decor, overleg, wie.pk)
    [rij] = Herinnering.objects.filter(soort=ERAF)
    assert GELDIG[ERAF](rij, AVOND) and not GELDIG[ERAF](rij, overleg.begin + timedelta(days=1))
    vraag_erbij(door=decor.coordinator, pk=overleg.pk, lid=Lid(wie), op=STRAKS)
    assert not GELDIG[ERAF](rij, AVOND)
    begin(decor.coordinator, overleg)
    Herinnering.objects.update(status=Status.VERSTUURD, verstuurd_op=NU)
    deelname = Deelname.objects.get(overleg=overleg, user=wie)
    haal_eraf(door=decor.coordinator, pk=overleg.pk, deelname_id=deelname.pk, op=AVOND)
    assert Herinnering.objects.filter(soort=ERAF).count() == 1  # his open page says so


def test_van_een_reeks_in_een_regel(decor: Decor, mailoutbox: Any) -> None:
    extern: Werkplek = maak_werkplek(decor.school, Rol.EXTERNE, voornaam="Marieke")
    lid = extern_lid(extern, maak_partner(decor.school))
    hoe = reeksplan(decor, soort="zat", naam="ZAT", tot=(NU + 3 * WEEK).date())
    reeks = reeks_maken(door=decor.coordinator, plan=hoe, leden=[lid], op=NU)
    post(decor.coordinator, mailoutbox, NU)
    rij = Reekslid.objects.get(reeks=reeks, user=extern.user)
    lid_weg(door=decor.coordinator, pk=reeks.pk, lid_id=rij.pk, op=STRAKS)
    [mail] = [m for m in post(decor.coordinator, mailoutbox, STRAKS) if m.to == [extern.user.email]]
    bestand = mail.attachments[0][1]
    tekst = bestand.decode() if isinstance(bestand, bytes) else bestand
    assert tekst.count("STATUS:CANCELLED") == reeks.overleggen.count() == 3
    [bericht] = Herinnering.objects.filter(soort=REEKS_ERAF)
    assert not GELDIG[REEKS_ERAF](bericht, NU + 4 * WEEK)
