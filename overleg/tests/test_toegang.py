"""Who sees which meeting, item and agreement; being in a meeting is not seeing all of it (DESIGN §3, DOMAIN §7.4)."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from overleg.access import blik, get_overleg, get_overleg_om, get_overleg_slot
from overleg.access_afspraak import get_afspraak, get_afspraak_slot
from overleg.access_agenda import agenda_van, get_punt, get_punt_slot
from overleg.access_live import afspraken_bij
from overleg.models import Afspraak, Overleg
from overleg.services.overleg import deelnemer_verwijderen
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, extern_lid, maak_afspraak, maak_overleg, maak_partner, maak_punt
from zorgapp.accounts.models import Inzage, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling, maak_les, maak_werkplek


def docent(decor: Decor, leerling: Any = None) -> Werkplek:
    wie = maak_werkplek(decor.school, Rol.DOCENT, DAG)
    maak_les(decor.school, wie.user, leerling or decor.leerling, naam=f"les{wie.user.pk}")
    return wie


def test_wie_een_overleg_ziet(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator, decor.begeleider)
    assert get_overleg(decor.begeleider, overleg.pk)[1].notuleren is False
    assert get_overleg(decor.coordinator, overleg.pk)[1].leiden is True
    for ander in (decor.mentor, docent(decor), maak_werkplek(decor.school, Rol.SCHOOLLEIDING, DAG)):
        with pytest.raises(Http404):
            get_overleg(ander, overleg.pk)


def test_overleg_zonder_leerlingen_is_van_wie_meedoet(decor: Decor) -> None:
    teamleider = maak_werkplek(decor.school, Rol.TEAMLEIDER, DAG)
    overleg = maak_overleg(teamleider, soort=Overlegsoort.SECTIE, naam="Sectie Duits")
    ander = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, DAG)
    with pytest.raises(Http404):
        get_overleg(ander, overleg.pk)


def test_coordinator_van_een_vestiging(decor: Decor) -> None:
    hier, daar = (Vestiging.objects.create(school=decor.school, naam=naam) for naam in ("Noord", "Zuid"))
    wie = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, DAG, vestiging=hier)
    van_hier = maak_overleg(decor.coordinator, vestiging=hier)
    van_daar = maak_overleg(decor.coordinator, vestiging=daar)
    van_allen = maak_overleg(decor.coordinator)
    assert get_overleg(wie, van_hier.pk)[1].leiden
    for overleg in (van_daar, van_allen):
        with pytest.raises(Http404):
            get_overleg(wie, overleg.pk)


def test_mentor_ziet_alleen_zijn_leerling(decor: Decor) -> None:
    ander = maak_leerling(decor.school, maak_klas(decor.school, naam="V4a"))
    overleg = maak_overleg(decor.coordinator, decor.mentor, decor.begeleider)
    eigen, vreemd = (
        maak_punt(decor.coordinator, overleg, decor.leerling),
        maak_punt(decor.coordinator, overleg, ander),
    )
    vrij = maak_punt(decor.coordinator, overleg)
    agenda = agenda_van(decor.mentor, overleg)
    assert [punt.pk for punt in agenda.punten] == [eigen.pk, vrij.pk] and agenda.verborgen == 1
    with pytest.raises(Http404):
        get_punt(decor.mentor, vreemd.pk)
    assert agenda_van(decor.begeleider, overleg).verborgen == 0  # the zorgteam that takes part reads it all


def test_begeleider_in_een_leerlingbespreking(decor: Decor) -> None:
    overleg = maak_overleg(
        decor.mentor, decor.begeleider, soort=Overlegsoort.LEERLINGBESPREKING, klas=decor.klas
    )
    maak_punt(decor.mentor, overleg, decor.leerling)
    assert agenda_van(decor.begeleider, overleg).verborgen == 1
    assert agenda_van(docent(decor), overleg).punten == ()  # teaches him, was not asked


def test_openen_wordt_vastgelegd(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator, decor.begeleider)
    punt = maak_punt(decor.coordinator, overleg, decor.leerling)
    get_punt(decor.begeleider, punt.pk)
    rij = Inzage.objects.get(user_id=decor.begeleider.user.pk, leerling_id=decor.leerling.pk)
    assert (rij.onderwerp, rij.onderwerp_id, rij.grond) == ("agendapunt", punt.pk, "overleg")


def test_wie_verwijderd_is_ziet_niets_meer(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator, decor.begeleider)
    punt = maak_punt(decor.coordinator, overleg, decor.leerling)
    begin(decor.coordinator, overleg)
    lid = overleg.deelnames.get(user=decor.begeleider.user)
    deelnemer_verwijderen(door=decor.coordinator, pk=overleg.pk, deelname_id=lid.pk, op=NU)
    for deur, pk in ((get_overleg, overleg.pk), (get_punt, punt.pk)):
        with pytest.raises(Http404):
            deur(decor.begeleider, pk)


@pytest.mark.regel(39)
def test_externe_komt_niet_door_deze_deuren(decor: Decor) -> None:
    extern = maak_werkplek(decor.school, Rol.EXTERNE, DAG)
    partner = maak_partner(decor.school)
    overleg = maak_overleg(decor.coordinator, extern_lid(extern, partner), soort=Overlegsoort.ZAT)
    punt = maak_punt(
        decor.coordinator, overleg, decor.leerling, voor_externen=True, tekst_extern="Wat kan er?"
    )
    begin(decor.coordinator, overleg)
    afspraak = maak_afspraak(decor.coordinator, punt, decor.begeleider, voor_externen=True)
    for deur, pk in ((get_overleg, overleg.pk), (get_punt, punt.pk), (get_afspraak, afspraak.pk)):
        with pytest.raises(Http404):
            deur(extern, pk)
    assert [o.pk for o in Overleg.objects.voor_externe(extern, DAG)] == [overleg.pk]


def test_wie_notuleert_schrijft_en_de_rest_leest(decor: Decor) -> None:
    ander = maak_werkplek(decor.school, Rol.BEGELEIDER, DAG)
    overleg = maak_overleg(decor.coordinator, ander, notulist=decor.begeleider.user)
    punt = maak_punt(decor.coordinator, overleg, decor.leerling)
    assert get_punt_slot(decor.begeleider, punt.pk, daad="notuleren").pk == punt.pk
    with pytest.raises(PermissionDenied):
        get_punt_slot(ander, punt.pk, daad="notuleren")
    with pytest.raises(PermissionDenied):
        get_overleg_slot(decor.begeleider, overleg.pk, daad="leiden")
    with pytest.raises(PermissionDenied):
        get_overleg_om(ander, overleg.pk, "agenda")
    assert blik(ander, overleg).deelnemer and not blik(docent(decor), overleg).deelnemer


def test_afspraak_is_van_eigenaar_en_wie_erbij_was(decor: Decor) -> None:
    eigenaar, buiten = docent(decor), docent(decor)
    overleg = maak_overleg(decor.coordinator, decor.begeleider)
    punt = maak_punt(decor.coordinator, overleg, decor.leerling)
    begin(decor.coordinator, overleg)
    afspraak = maak_afspraak(decor.coordinator, punt, eigenaar)
    assert get_afspraak(eigenaar, afspraak.pk)[1].bijwerken
    assert not get_afspraak(decor.begeleider, afspraak.pk)[1].bijwerken
    with pytest.raises(PermissionDenied):
        get_afspraak_slot(decor.begeleider, afspraak.pk, daad="overdragen")
    for ander in (buiten, decor.mentor):  # he teaches or mentors the pupil, and was not in on it
        with pytest.raises(Http404):
            get_afspraak(ander, afspraak.pk)


@pytest.mark.regel(60)
def test_open_afspraken_openen_het_volgende_overleg(decor: Decor) -> None:
    vorig = maak_overleg(decor.coordinator, decor.begeleider)
    punt = maak_punt(decor.coordinator, vorig, decor.leerling)
    begin(decor.coordinator, vorig)
    een, twee = (maak_afspraak(decor.coordinator, punt, decor.begeleider) for _ in range(2))
    Afspraak.objects.filter(pk=twee.pk).update(stand="gelukt", afgerond_op=NU)
    ander_soort = maak_overleg(decor.coordinator, soort=Overlegsoort.ZAT, begin=vorig.begin.replace(day=25))
    volgend = maak_overleg(decor.coordinator, begin=vorig.begin.replace(day=25))
    assert [a.pk for a in afspraken_bij(decor.coordinator, volgend)[0]] == [een.pk]
    assert afspraken_bij(decor.coordinator, ander_soort)[0] == []
    assert afspraken_bij(decor.coordinator, vorig)[0] == []
