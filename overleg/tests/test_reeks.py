"""Series: their days, what follows a change and what stays, stopping, and standing participants."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from overleg.access import get_reeks
from overleg.access_plannen import volgende_van_reeks, vrije_dagen_tussen
from overleg.loop import Overlegstatus
from overleg.models import Deelname, Overleg, Overlegreeks, Reekslid
from overleg.planbeeld import overgeslagen
from overleg.services.overleg import Lid
from overleg.services.plannen import verzet_overleg
from overleg.services.reeks import (
    Reeksplan,
    dagen_van,
    reeks_maken,
    reeks_stoppen,
    reeks_wijzigen,
)
from overleg.services.reeksleden import lid_toevoegen, lid_weg
from overleg.tests.overleghulp import begin, extern_lid, maak_partner, maak_punt, plan
from overleg.tests.sluithulp import sluit
from zorgapp.accounts.models import Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek
from zorgapp.testing.queries import controleer_budget

pytestmark = pytest.mark.django_db
KERST = (date(2026, 12, 19), date(2027, 1, 3))
WEEK = timedelta(days=7)


def reeksplan(decor: Decor, **anders: Any) -> Reeksplan:
    """Weekly on Tuesdays at 13.00, from the first one after the decor's day until the end of January."""
    standaard: dict[str, Any] = {
        "soort": "zorgoverleg",
        "naam": "Zorgoverleg",
        "eerste_op": DAG + WEEK,
        "tot": date(2027, 1, 31),
        "elke": 1,
        "begintijd": time(13),
        "minuten": 90,
        "plek": "lokaal 0.14",
        "voorzitter": decor.coordinator.user,
    }
    return Reeksplan(**(standaard | anders))


@pytest.fixture
def reeks(decor: Decor) -> Overlegreeks:
    Vrijedag.objects.create(school=decor.school, naam="Kerstvakantie", van=KERST[0], tot=KERST[1])
    leden = [Lid(decor.begeleider.user)]
    return reeks_maken(door=decor.coordinator, plan=reeksplan(decor), leden=leden, op=NU)


def komend(reeks: Overlegreeks) -> list[Overleg]:
    return list(Overleg.objects.filter(reeks=reeks).order_by("begin"))


def dagen(rijen: list[Overleg]) -> list[str]:
    return [f"{timezone.localtime(rij.begin):%d-%m %H.%M}" for rij in rijen]


def test_een_reeks_slaat_de_vakantie_over(decor: Decor, reeks: Overlegreeks) -> None:
    rijen = komend(reeks)
    verwacht = ["01-12", "08-12", "15-12", "05-01", "12-01", "19-01", "26-01"]
    assert dagen(rijen) == [f"{dag} 13.00" for dag in verwacht]
    mensen = {decor.coordinator.user.pk: "voorzitter", decor.begeleider.user.pk: "lid"}
    for rij in rijen:
        assert dict(Deelname.objects.filter(overleg=rij).values_list("user_id", "functie")) == mensen
    vrij = vrije_dagen_tussen(decor.coordinator, reeks.eerste_op, reeks.tot)
    assert overgeslagen(reeks.eerste_op, reeks.tot, vrij) == [("Kerstvakantie", "22 dec en 29 dec")]
    [bericht] = Herinnering.objects.all()  # one for the series, none for its meetings or for who made it
    assert (bericht.soort, bericht.ontvanger_id) == ("overlegreeks_uitnodiging", decor.begeleider.user.pk)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"eerste_op": DAG - WEEK}, "eerste_op"),
        ({"eerste_op": date(2026, 12, 5)}, "eerste_op"),  # a Saturday
        ({"tot": DAG}, "tot"),
        ({"tot": date(2029, 1, 1)}, "tot"),
        ({"eerste_op": date(2026, 12, 22), "tot": date(2026, 12, 30)}, "tot"),  # all in the holiday
        ({"minuten": 4}, "minuten"),
    ],
)
def test_wat_niet_kan_wordt_geen_reeks(decor: Decor, anders: Any, veld: str) -> None:
    Vrijedag.objects.create(school=decor.school, naam="Kerstvakantie", van=KERST[0], tot=KERST[1])
    with pytest.raises(ValidationError) as fout:
        reeks_maken(door=decor.coordinator, plan=reeksplan(decor, **anders), leden=[], op=NU)
    assert veld in str(fout.value.args) + str(getattr(fout.value, "message_dict", ""))
    assert not Overlegreeks.objects.exists() and not Overleg.objects.exists()


def test_wie_hem_niet_mag_plannen(decor: Decor) -> None:
    with pytest.raises(PermissionDenied):
        reeks_maken(door=decor.mentor, plan=reeksplan(decor), leden=[], op=NU)


def test_een_wijziging_volgt_behalve_wat_met_de_hand_is_aangepast(decor: Decor, reeks: Overlegreeks) -> None:
    rijen = komend(reeks)
    wie = decor.coordinator
    later = rijen[2].begin + timedelta(days=1)  # by hand to Wednesday
    verzet_overleg(door=wie, pk=rijen[2].pk, versie=1, plan=plan(wie, begin=later, plek="lokaal 0.14"), op=NU)
    gevolg = reeks_wijzigen(
        door=wie,
        pk=reeks.pk,
        versie=1,
        plan=reeksplan(decor, begintijd=time(14), plek="aula", notulist=decor.begeleider.user),
        op=NU + WEEK + timedelta(hours=3),  # the first one has been
    )
    assert (gevolg.mee, gevolg.erbij, [o.pk for o in gevolg.blijven]) == (5, 0, [rijen[2].pk])
    verwacht = ["01-12 13", "08-12 14", "16-12 13", "05-01 14", "12-01 14", "19-01 14", "26-01 14"]
    assert dagen(komend(reeks)) == [f"{dag}.00" for dag in verwacht]
    assert {o.plek for o in komend(reeks)[3:]} == {"aula"}
    functies = dict(Reekslid.objects.filter(reeks=reeks).values_list("user_id", "functie"))
    assert functies[decor.begeleider.user.pk] == "notulist"
    with pytest.raises(Verouderd):
        reeks_wijzigen(door=wie, pk=reeks.pk, versie=1, plan=reeksplan(decor), op=NU)


def test_langer_maken_gaat_verder_in_hetzelfde_ritme(decor: Decor) -> None:
    reeks = reeks_maken(door=decor.coordinator, plan=reeksplan(decor, elke=3), leden=[], op=NU)
    assert dagen(komend(reeks)) == ["01-12 13.00", "22-12 13.00", "12-01 13.00"]
    langer = reeksplan(decor, elke=3, tot=date(2027, 3, 1))
    gevolg = reeks_wijzigen(door=decor.coordinator, pk=reeks.pk, versie=1, plan=langer, op=NU)
    assert gevolg.erbij == 2 and dagen(komend(reeks))[3:] == ["02-02 13.00", "23-02 13.00"]
    with pytest.raises(ValidationError, match="Stop de reeks"):
        reeks_wijzigen(door=decor.coordinator, pk=reeks.pk, versie=2, plan=reeksplan(decor, elke=3), op=NU)


def test_stoppen_zegt_af_wat_leeg_is(decor: Decor, reeks: Overlegreeks) -> None:
    vol = komend(reeks)[1]
    maak_punt(decor.coordinator, vol, decor.leerling)
    gevolg = reeks_stoppen(door=decor.coordinator, pk=reeks.pk, versie=1, op=NU)
    assert (gevolg.mee, [o.pk for o in gevolg.blijven]) == (6, [vol.pk])
    stand = {o.pk: o.status for o in komend(reeks)}
    assert stand.pop(vol.pk) == Overlegstatus.GEPLAND and set(stand.values()) == {Overlegstatus.AFGEZEGD}
    with pytest.raises(ValidationError, match="gestopt"):
        reeks_stoppen(door=decor.coordinator, pk=reeks.pk, versie=2, op=NU)


def test_een_vast_lid_doet_mee_aan_wat_komt(decor: Decor, reeks: Overlegreeks) -> None:
    na_de_eerste = NU + WEEK + timedelta(hours=3)
    lid = lid_toevoegen(door=decor.coordinator, pk=reeks.pk, lid=Lid(decor.mentor.user), op=na_de_eerste)
    hij = Deelname.objects.filter(user=decor.mentor.user, verwijderd_op__isnull=True)
    assert hij.count() == 6
    assert lid_toevoegen(door=decor.coordinator, pk=reeks.pk, lid=Lid(decor.mentor.user), op=NU) == lid
    lid_weg(door=decor.coordinator, pk=reeks.pk, lid_id=lid.pk, op=na_de_eerste)
    assert not hij.exists()
    wacht = Herinnering.objects.filter(ontvanger=decor.mentor.user)
    assert set(wacht.values_list("status", flat=True)) == {"vervallen"}
    voorzitter = Reekslid.objects.get(reeks=reeks, user=decor.coordinator.user)
    with pytest.raises(ValidationError, match="andere voorzitter"):
        lid_weg(door=decor.coordinator, pk=reeks.pk, lid_id=voorzitter.pk, op=NU)
    with pytest.raises(Http404):
        lid_weg(door=decor.coordinator, pk=reeks.pk, lid_id=lid.pk, op=NU)


@pytest.mark.regel(39)
def test_van_buiten_alleen_waar_dat_hoort(decor: Decor, reeks: Overlegreeks) -> None:
    extern = maak_werkplek(decor.school, Rol.EXTERNE, DAG)
    lid = extern_lid(extern, maak_partner(decor.school))
    with pytest.raises(ValidationError, match="geen mensen van buiten"):
        lid_toevoegen(door=decor.coordinator, pk=reeks.pk, lid=lid, op=NU)
    zat = reeks_maken(door=decor.coordinator, plan=reeksplan(decor, soort="zat", elke=6), leden=[lid], op=NU)
    assert Herinnering.objects.get(ontvanger=extern.user, object_id=zat.pk).direct
    with pytest.raises(Http404):
        get_reeks(extern, zat.pk)


def test_alleen_wie_leidt_verandert(decor: Decor, reeks: Overlegreeks) -> None:
    assert get_reeks(decor.begeleider, reeks.pk)[1] is False
    with pytest.raises(PermissionDenied):
        reeks_stoppen(door=decor.begeleider, pk=reeks.pk, versie=1, op=NU)
    with pytest.raises(Http404):
        reeks_stoppen(door=decor.mentor, pk=reeks.pk, versie=1, op=NU)


def test_de_dagen_staan_er_voor_je_bewaart(nu_decor: Decor, inloggen: Any) -> None:
    vandaag = timezone.localdate()
    eerste = vandaag + timedelta(days=7 - vandaag.weekday())
    vrij = eerste + WEEK
    Vrijedag.objects.create(school=nu_decor.school, naam="Studiedag", van=vrij, tot=vrij)
    vorm = {
        "naam": "Zorgoverleg",
        "eerste_op": eerste.isoformat(),
        "tot": (eerste + 3 * WEEK).isoformat(),
        "elke": "1",
        "begintijd": "13:00",
        "minuten": "90",
        "voorzitter": str(nu_decor.coordinator.user.pk),
    }
    client, pad = inloggen(nu_decor.coordinator.user), reverse("overleg:reeks_nieuw") + "?soort=zorgoverleg"
    assert client.post(pad, vorm | {"elke": "0"}).status_code == 422
    antwoord = client.post(pad, vorm)
    tekst = antwoord.content.decode()
    assert "3 overleggen" in tekst and "Studiedag slaan we over" in tekst and not Overleg.objects.exists()
    bevestig = {"bevestig": antwoord.context["bevestig"]}
    anders = client.post(pad, vorm | bevestig | {"tot": (eerste + 2 * WEEK).isoformat()})
    assert "2 overleggen" in anders.content.decode() and not Overleg.objects.exists()  # not what was seen
    assert client.post(pad, vorm | bevestig).status_code == 302 and Overleg.objects.count() == 3


def test_een_oud_formulier_verliest_niets(decor: Decor, reeks: Overlegreeks, inloggen: Any) -> None:
    client = inloggen(decor.coordinator.user)
    vorm = {"naam": "Zorgoverleg", "tot": "2027-01-31", "begintijd": "13:30", "minuten": "90", "plek": "aula"}
    vorm |= {"voorzitter": str(decor.coordinator.user.pk), "versie": "1"}
    pad = reverse("overleg:reeks_wijzigen", args=[reeks.pk])
    assert client.post(pad, vorm).status_code == 302
    oud = client.post(pad, vorm | {"plek": "mijn woorden", "begintijd": "09:00"})
    tekst = oud.content.decode()
    assert oud.status_code == 409 and "mijn woorden" in tekst and "13.30 uur" in tekst
    stop = reverse("overleg:reeks_stoppen", args=[reeks.pk])
    for versie in ("", "9" * 40, "-1", "\x00", "1"):
        assert client.post(stop, {"versie": versie}).status_code == 302
    reeks.refresh_from_db()
    assert reeks.gestopt_op is None and reeks.begintijd == time(13, 30)
    client.post(stop, {"versie": "2"})
    assert client.post(pad, vorm | {"versie": "3"}).status_code == 422


def test_de_pagina_groeit_niet_mee(decor: Decor, reeks: Overlegreeks, inloggen: Any) -> None:
    client, pad = inloggen(decor.coordinator.user), reverse("overleg:reeks", args=[reeks.pk])
    eerder = controleer_budget(client, pad)
    rij = Overleg.objects.filter(reeks=reeks).values().first()
    assert rij is not None
    morgen = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), time(9)))
    Overleg.objects.bulk_create(
        Overleg(**(rij | {"id": None, "begin": morgen + timedelta(days=n)})) for n in range(200)
    )
    assert controleer_budget(client, pad) == eerder and len(client.get(pad).content) < 20_000


def test_wat_gesloten_is_komt_niet_meer(decor: Decor, reeks: Overlegreeks) -> None:
    eerste, *later = komend(reeks)
    begin(decor.coordinator, eerste)
    assert volgende_van_reeks(decor.coordinator, reeks, None).rijen[0] == eerste
    sluit(decor.coordinator, eerste)
    assert list(volgende_van_reeks(decor.coordinator, reeks, None).rijen) == later


def test_dagen_zijn_die_van_het_ritme(decor: Decor) -> None:
    assert dagen_van(reeksplan(decor, elke=4)) == [date(2026, 12, 1), date(2026, 12, 29), date(2027, 1, 26)]
