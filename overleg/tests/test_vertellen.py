"""Telling pupil and parents what was agreed: who is asked, by when, what he reads, and when it is done."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Leerling, Mentorschap
from overleg.access_vertellen import openstaand
from overleg.models import Agendapunt, Overleg, Terugvertellen
from overleg.services.vertellen import VOLWASSEN, Verteld, vertellen_noteren, vertellers_terug
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from overleg.tests.sluithulp import notuleer, post, sluit
from overleg.tijdlijn import tijdlijn_overleg
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import Aanstelling, Inzage, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget

GISTEREN = timedelta(days=1)


def bespreek(
    d: Decor, leerling: Leerling | None = None, op: Any = NU, gepland: Any = None, **velden: Any
) -> Terugvertellen:
    """Discuss one pupil in a meeting of his own and close it, at the time it was planned or at another."""
    overleg = maak_overleg(d.coordinator, d.begeleider, op=op, begin=gepland or op)
    punt = maak_punt(d.coordinator, overleg, leerling or d.leerling, **velden)
    begin(d.coordinator, overleg, op)
    notuleer(d.coordinator, punt, "Wat niet verder verteld wordt.")
    maak_afspraak(d.coordinator, punt, d.begeleider, wat="Belt op maandag.", op=op)
    maak_afspraak(d.coordinator, punt, d.begeleider, wat="Wacht op hem.", merkt="Er wacht iemand.", op=op)
    sluit(d.coordinator, overleg, op=op)
    return Terugvertellen.objects.get(punt=punt)


def noteer(door: Werkplek, rij: Terugvertellen, versie: int | None = None, **velden: Any) -> Terugvertellen:
    nummer = Terugvertellen.objects.get(pk=rij.pk).versie if versie is None else versie
    verteld = Verteld(**({"leerling_op": None, "ouders_op": None} | velden))
    return vertellen_noteren(door=door, pk=rij.pk, versie=nummer, verteld=verteld, op=NU)


def test_de_mentor_wordt_gevraagd_binnen_de_termijn(decor: Decor) -> None:
    """Five school days: a free day and the weekend do not count."""
    Vrijedag.objects.create(
        school=decor.school, van=DAG + timedelta(days=1), tot=DAG + timedelta(days=1), naam="Studiedag"
    )
    rij = bespreek(decor)
    assert rij.mentor_id == decor.mentor.user.pk and rij.niet_ouders == ""
    assert rij.uiterlijk == date(2026, 12, 2)  # Tuesday 24 November, not Wednesday


def test_de_termijn_is_van_de_school(decor: Decor) -> None:
    instelling_zetten(door=decor.coordinator, sleutel="verteltermijn", waarde=1, geldig_vanaf=DAG)
    assert bespreek(decor).uiterlijk == DAG + timedelta(days=1)


def test_zonder_mentor_de_coordinator(decor: Decor) -> None:
    Mentorschap.objects.filter(klas=decor.klas).update(tot=DAG - GISTEREN)
    assert bespreek(decor).mentor_id == decor.coordinator.user.pk


def test_een_mentor_die_hier_niet_meer_werkt(decor: Decor) -> None:
    Aanstelling.objects.filter(user=decor.mentor.user).update(tot=DAG - GISTEREN)
    assert bespreek(decor).mentor_id == decor.coordinator.user.pk


@pytest.mark.parametrize(("dagen", "niet"), [(0, VOLWASSEN), (1, "")])
def test_vanaf_18_de_ouders_niet_vanzelf(decor: Decor, dagen: int, niet: str) -> None:
    """18 on the day itself; the day before not yet."""
    Leerling.objects.filter(pk=decor.leerling.pk).update(
        geboortedatum=DAG.replace(year=DAG.year - 18) + timedelta(days=dagen)
    )
    rij = bespreek(decor)
    assert rij.niet_ouders == niet
    klaar = noteer(decor.mentor, rij, leerling_op=DAG, niet_ouders=rij.niet_ouders)
    assert bool(klaar.klaar_op) is bool(niet)


def test_niet_besproken_is_niets_te_vertellen(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator, decor.mentor)
    maak_punt(decor.coordinator, overleg, decor.leerling)
    maak_punt(decor.coordinator, overleg, status="besproken")
    begin(decor.coordinator, overleg)
    sluit(decor.coordinator, overleg)
    assert not Terugvertellen.objects.exists()


def test_klaar_als_beiden_het_weten(decor: Decor) -> None:
    rij = noteer(decor.mentor, bespreek(decor), leerling_op=DAG)
    assert rij.klaar_op is None
    with pytest.raises(Verouderd):
        noteer(decor.mentor, rij, versie=rij.versie - 1, leerling_op=DAG, ouders_op=DAG)
    rij = noteer(decor.mentor, rij, leerling_op=DAG, ouders_op=DAG, niet_ouders="x", reactie=" Fijn. ")
    assert (rij.klaar_op, rij.klaar_door_id, rij.niet_ouders, rij.reactie) == (
        NU,
        decor.mentor.user.pk,
        "",
        "Fijn.",
    )
    assert noteer(decor.mentor, rij, leerling_op=DAG).klaar_op is None  # put right: the parents were not told


def test_een_overleg_dat_eerder_was_dan_gepland(decor: Decor) -> None:
    rij = bespreek(decor, gepland=NU + GISTEREN)
    with pytest.raises(ValidationError):
        noteer(decor.mentor, rij, leerling_op=DAG - GISTEREN)
    assert noteer(decor.mentor, rij, leerling_op=DAG, ouders_op=DAG).klaar_op == NU


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"niet_ouders": "  "},
        {"leerling_op": DAG + GISTEREN},
        {"leerling_op": DAG, "ouders_op": DAG + GISTEREN},
        {"leerling_op": DAG - GISTEREN},
    ],
)
def test_wat_niet_kan(decor: Decor, velden: dict[str, Any]) -> None:
    rij = bespreek(decor)
    with pytest.raises(ValidationError):
        noteer(decor.mentor, rij, **velden)
    assert Terugvertellen.objects.get(pk=rij.pk).versie == rij.versie


def test_alleen_wie_het_vertelt_en_de_coordinator(decor: Decor) -> None:
    rij = bespreek(decor)
    for wie in (decor.begeleider, maak_werkplek(decor.school, Rol.MENTOR, DAG)):
        with pytest.raises(Http404):
            noteer(wie, rij, leerling_op=DAG)
    assert noteer(decor.coordinator, rij, leerling_op=DAG).versie == rij.versie + 1


@pytest.mark.regel(45)
def test_de_mails(decor: Decor, mailoutbox: Any) -> None:
    """In the daily mail, on the last day again, never with a name; not when it was told."""
    rij, ander = bespreek(decor), bespreek(decor, maak_leerling(decor.school, decor.klas, "Qxyzvw", "Zwqvyx"))
    avond = NU.replace(hour=17)
    mails = [m for m in post(decor.coordinator, mailoutbox, avond) if m.to[0] == decor.mentor.user.email]
    assert len(mails) == 1 and "2 leerlingen om te vertellen" in mails[0].body
    assert "Qxyzvw" not in mails[0].body and "Zwqvyx" not in mails[0].body + mails[0].subject
    noteer(decor.mentor, ander, leerling_op=DAG, ouders_op=DAG)
    laatste = avond + (rij.uiterlijk - DAG)
    assert not [
        m
        for m in post(decor.coordinator, mailoutbox, laatste - GISTEREN)
        if m.to[0] == decor.mentor.user.email
    ]
    [mail] = [m for m in post(decor.coordinator, mailoutbox, laatste) if m.to[0] == decor.mentor.user.email]
    assert "1 leerling om nu te vertellen" in mail.body


def test_wie_vertrekt_geeft_het_door(decor: Decor) -> None:
    rij = bespreek(decor)
    assert vertellers_terug(decor.school.pk, DAG, NU) == 0
    Aanstelling.objects.filter(user=decor.mentor.user).update(tot=DAG - GISTEREN)
    assert [vertellers_terug(decor.school.pk, DAG, NU) for _ in range(2)] == [1, 0]
    assert Terugvertellen.objects.get(pk=rij.pk).mentor_id == decor.coordinator.user.pk


def test_vandaag_en_te_laat(decor: Decor) -> None:
    rij = bespreek(decor)
    assert openstaand(decor.mentor).zelf == [decor.leerling.roepnaam]
    assert openstaand(decor.coordinator).te_laat == 0 and openstaand(decor.begeleider).zelf == []
    Terugvertellen.objects.filter(pk=rij.pk).update(uiterlijk=DAG - GISTEREN)
    assert openstaand(decor.coordinator).te_laat == 1 and openstaand(decor.begeleider).te_laat == 0
    noteer(decor.mentor, rij, leerling_op=DAG, ouders_op=DAG)
    assert openstaand(decor.mentor).zelf == [] and openstaand(decor.coordinator).te_laat == 0


def test_tijdlijn_zegt_dat_en_niet_wat(decor: Decor) -> None:
    rij = bespreek(decor)
    noteer(decor.mentor, rij, leerling_op=DAG, ouders_op=DAG, reactie="Fijn dat er iemand is.")

    def rijen(wie: Werkplek, vol: bool) -> dict[str, list[Any]]:
        return {k: list(v) for k, v in tijdlijn_overleg(wie, decor.leerling.pk, vol).items()}

    vol = rijen(decor.mentor, True)
    [besproken], [verteld] = vol["besproken"], vol["verteld"]
    assert besproken[3:6] == ("zorgoverleg", "", "") and verteld[4] == "Fijn dat er iemand is."
    assert rijen(maak_werkplek(decor.school, Rol.DOCENT, DAG), False) == {"besproken": []}
    assert len(rijen(decor.begeleider, False)["besproken"]) == 1  # he was there
    Overleg.objects.filter(pk=rij.punt.overleg_id).update(status="bezig", afgesloten_op=None)
    assert rijen(decor.mentor, True)["besproken"] == []


def test_de_paginas(nu_decor: Decor, inloggen: Any) -> None:
    d, nu = nu_decor, timezone.now()
    rij = bespreek(d, op=nu)
    client, pad = inloggen(d.mentor.user), reverse("overleg:vertellen", args=[rij.pk])
    pagina = client.get(pad).content.decode()
    assert pagina.index("Er wacht iemand.") < pagina.index("Belt op maandag.")
    assert "niet verder verteld" not in pagina
    assert Inzage.objects.get(user_id=d.mentor.user.pk).onderwerp == "terugvertellen"
    assert d.leerling.naam in client.get(reverse("overleg:terugvertellen")).content.decode()
    for fout in ({"versie": 1}, {"versie": 1, "leerling_op": "31-02-2026"}, {"versie": 10**20}):
        assert client.post(pad, fout).status_code == 422
    dag = timezone.localdate(nu).isoformat()
    oud = client.post(pad, {"versie": rij.versie + 5, "leerling_op": dag, "reactie": "Wat ik typte."})
    assert oud.status_code == 409 and "Wat ik typte." in oud.content.decode()
    goed = {"versie": rij.versie, "leerling_op": dag, "ouders_op": dag}
    assert client.post(pad, goed).url == reverse("overleg:terugvertellen")
    assert d.leerling.naam not in client.get(reverse("overleg:terugvertellen")).content.decode()
    assert d.leerling.naam in client.get(reverse("overleg:terugvertellen") + "?toon=klaar").content.decode()
    assert client.get(reverse("overleg:vertellen", args=[10**17])).status_code == 404


def test_de_lijst_groeit_niet_in_vragen(nu_decor: Decor, inloggen: Any) -> None:
    d, nu, pad = nu_decor, timezone.now(), reverse("overleg:terugvertellen")
    rij = bespreek(d, op=nu)
    client = inloggen(d.mentor.user)
    client.get(pad)
    eerst = controleer_budget(client, pad)
    for n in range(5):
        punt = maak_punt(d.coordinator, rij.punt.overleg, maak_leerling(d.school, d.klas, f"N{n}", "Bos"))
        Terugvertellen.objects.create(
            school=d.school,
            punt=Agendapunt.objects.get(pk=punt.pk),
            mentor=d.mentor.user,
            uiterlijk=d.mentor.dag,
        )
    assert controleer_budget(client, pad) == eerst
