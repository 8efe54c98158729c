"""The sociale kaart: contact, what may be shared, a waiting time that remembers what it was."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse

from leerlingen.access_partners import get_partner, lang_wachten, lopende_partners, partners
from leerlingen.forms.partners import PartnerForm
from leerlingen.models import ExternePartner
from leerlingen.services.partners import partner_bewaren, partner_hervatten, partner_stoppen
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, maak_werkplek
from zorgapp.testing.queries import controleer_budget

GOED = {"naam": "Jeugdteam", "soort": "jeugdhulp", "delen": "toestemming"}


@pytest.fixture
def z(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.ZORGCOORDINATOR)


def nieuw(z: Werkplek, **velden: Any) -> ExternePartner:
    return partner_bewaren(door=z, partner=ExternePartner(**(GOED | velden)), versie=0)


def formulier(**velden: Any) -> PartnerForm:
    form = PartnerForm(GOED | velden, vandaag=DAG)
    form.is_valid()
    return form


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"naam": ""}, "naam"),
        ({"naam": "a\x00"}, "naam"),
        ({"soort": "bakker"}, "soort"),
        ({"delen": "alles"}, "delen"),
        ({"email": "geen adres"}, "email"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"wachttijd_weken": "105"}, "wachttijd_weken"),
        ({"wachttijd_weken": "-1"}, "wachttijd_weken"),
        ({"wachttijd_weken": "veel"}, "wachttijd_weken"),
        ({"wachttijd_weken": "4", "wachttijd_gemeten_op": "2026-11-25"}, "wachttijd_gemeten_op"),
        ({"mag_gedeeld": "x" * 1001}, "mag_gedeeld"),
    ],
)
def test_foute_invoer_wordt_een_zin(db: None, velden: dict[str, str], veld: str) -> None:
    assert formulier().errors == {}
    assert list(formulier(**velden).errors) == [veld]


def test_een_wachttijd_is_van_vandaag_als_je_geen_dag_noemt(db: None) -> None:
    assert formulier(wachttijd_weken="104").cleaned_data["wachttijd_gemeten_op"] == DAG
    assert formulier(wachttijd_gemeten_op="2026-11-01").cleaned_data["wachttijd_gemeten_op"] is None


def test_een_wachttijd_heeft_in_de_databank_een_dag(school: School) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ExternePartner.objects.create(school=school, naam="x", wachttijd_weken=3)


def test_de_wachttijd_onthoudt_wat_hij_was(z: Werkplek) -> None:
    """Another number remembers the one before; a change of the telephone does not."""
    partner = nieuw(z, wachttijd_weken=6, wachttijd_gemeten_op=DAG)
    partner.wachttijd_weken = 9
    partner = partner_bewaren(door=z, partner=partner, versie=1)
    partner.telefoon = "030 555 01 00"
    partner = partner_bewaren(door=z, partner=partner, versie=2)
    partner.refresh_from_db()
    assert (partner.wachttijd_weken, partner.wachttijd_daarvoor, partner.versie) == (9, 6, 3)


def test_oude_versie_en_dubbele_naam(z: Werkplek) -> None:
    partner = nieuw(z)
    with pytest.raises(Verouderd):
        partner_bewaren(door=z, partner=partner, versie=7)
    with pytest.raises(ValidationError, match="staat al"):
        nieuw(z)


def test_stoppen_en_weer_beginnen(z: Werkplek) -> None:
    partner = nieuw(z)
    partner_stoppen(door=z, pk=partner.pk, versie=1)
    assert list(lopende_partners(z)) == []
    assert partners(z, "", False, None).rijen == []
    assert [p.pk for p in partners(z, "", True, None).rijen] == [partner.pk]
    ander = nieuw(z)
    with pytest.raises(ValidationError, match="staat al"):
        partner_hervatten(door=z, pk=partner.pk, versie=2)
    partner_stoppen(door=z, pk=ander.pk, versie=1)
    partner_hervatten(door=z, pk=partner.pk, versie=2)
    assert [p.pk for p in lopende_partners(z)] == [partner.pk]


def test_alleen_een_coordinator_schrijft(z: Werkplek, school: School) -> None:
    mentor = maak_werkplek(school, Rol.MENTOR)
    with pytest.raises(PermissionDenied):
        partner_bewaren(door=mentor, partner=ExternePartner(**GOED), versie=0)
    partner = nieuw(z)
    with pytest.raises(PermissionDenied):
        partner_stoppen(door=mentor, pk=partner.pk, versie=1)


@pytest.mark.parametrize("pk", [0, 2**63, 10**30])
def test_een_partner_die_er_niet_is(z: Werkplek, pk: int) -> None:
    with pytest.raises(Http404):
        get_partner(z, pk)


@pytest.mark.parametrize(
    ("weken", "was", "lang"), [(5, None, False), (6, None, True), (3, 2, True), (3, 3, False), (3, 4, False)]
)
def test_wat_lang_wachten_is(z: Werkplek, weken: int, was: int | None, lang: bool) -> None:
    ExternePartner.objects.create(
        school=z.school, naam="x", wachttijd_weken=weken, wachttijd_daarvoor=was, wachttijd_gemeten_op=DAG
    )
    assert bool(lang_wachten(z, 6)) == lang


def test_filter_op_soort(z: Werkplek) -> None:
    nieuw(z)
    nieuw(z, naam="GGD", soort="jgz")
    assert [p.naam for p in partners(z, "jgz", False, None).rijen] == ["GGD"]
    assert len(partners(z, "onzin", False, "99999").rijen) == 2


def test_door_de_pagina(school: School, inloggen: Any) -> None:
    """Two who edit, and what a reader sees: the waiting time with what it was, and the ground for sharing."""
    werkplek = maak_werkplek(school, Rol.ZORGCOORDINATOR)
    client = inloggen(werkplek.user)
    assert client.post(reverse("leerlingen:partner_nieuw"), {"naam": ""}).status_code == 422
    client.post(reverse("leerlingen:partner_nieuw"), GOED | {"wachttijd_weken": "6"})
    partner = ExternePartner.objects.get()
    wijzig = reverse("leerlingen:partner_wijzig", args=[partner.pk])
    assert client.post(wijzig, GOED | {"gelezen": 1, "wachttijd_weken": "9"}).status_code == 302
    antwoord = client.post(wijzig, GOED | {"gelezen": 1, "wachttijd_weken": "7"})
    assert antwoord.status_code == 409
    assert "is nu: 9" in antwoord.content.decode()
    mentor = maak_werkplek(school, Rol.MENTOR)
    tekst = inloggen(mentor.user).get(reverse("leerlingen:partner", args=[partner.pk])).content.decode()
    assert "Wachten duurt 9 weken. Dat was 6." in " ".join(tekst.split())
    assert "Alleen met toestemming" in tekst


def test_even_veel_vragen_met_meer_partners(school: School, inloggen: Any) -> None:
    client = inloggen(maak_werkplek(school, Rol.ZORGCOORDINATOR).user)
    gesteld = []
    for meer in (3, 40):
        for n in range(meer):
            ExternePartner.objects.create(school=school, naam=f"Partner {meer} {n}")
        gesteld.append(controleer_budget(client, reverse("leerlingen:partners")))
    assert gesteld[0] == gesteld[1]


def test_gemeten_op_ligt_niet_in_de_toekomst(db: None) -> None:
    """The day itself is fine, the day after is not."""
    dagen = [DAG, DAG + timedelta(days=1)]
    fouten = [formulier(wachttijd_weken="4", wachttijd_gemeten_op=str(dag)).errors for dag in dagen]
    assert [bool(fout) for fout in fouten] == [False, True]
