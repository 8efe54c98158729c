"""Who reads a note: its level, its author as long as he may open the file, and nobody by accident."""

import ast
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import Http404
from django.urls import reverse

from leerlingen.access_notities import get_notitie, revisie_van, revisies_van
from leerlingen.models import Mentorschap, Niveau, Notitie, Notitierevisie, Toegangsverlening
from leerlingen.querysets_notities import Vertrouwelijk
from leerlingen.services.notities import notitie_wijzigen
from leerlingen.tests.notitiehulp import GEHEIM, Plein, geef_toegang, gegevens, maak_plein, schrijf
from zorgapp.accounts.models import Inzage, School, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.testing.fabriek import maak_werkplek, stel_aan

LEZERS = {
    Niveau.KLAS: {"coordinator", "mentor", "docent", "teamleider", "begeleider"},
    Niveau.MENTOR_ZORGTEAM: {"coordinator", "mentor", "begeleider"},
    Niveau.ZORGTEAM: {"coordinator", "begeleider"},
}


@pytest.fixture
def plein(school: School) -> Plein:
    return maak_plein(school)


def leest(werkplek: Werkplek, pk: int) -> bool:
    try:
        return bool(get_notitie(werkplek, pk).notitie.tekst)
    except Http404:
        return False


def opnieuw(werkplek: Werkplek) -> Werkplek:
    nieuw = werkplek_maken(werkplek.user, werkplek.dag, werkplek.school.pk)
    assert nieuw is not None
    return nieuw


@pytest.mark.parametrize("niveau", Niveau)
def test_elk_niveau_heeft_zijn_lezers(plein: Plein, niveau: Niveau) -> None:
    notitie = schrijf(plein.coordinator, plein.leerling, niveau=niveau)
    assert {naam for naam, wie in plein.lezers.items() if leest(wie, notitie.pk)} == LEZERS[niveau]


def test_de_auteur_leest_zijn_eigen_notitie_op_elk_niveau(plein: Plein) -> None:
    notitie = schrijf(plein.docent, plein.leerling, niveau=Niveau.ZORGTEAM)
    assert leest(plein.docent, notitie.pk) and not leest(plein.mentor, notitie.pk)


def test_de_auteur_leest_niet_meer_als_hij_het_dossier_niet_meer_opent(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling, niveau=Niveau.KLAS)
    Mentorschap.objects.update(tot=plein.mentor.dag.replace(day=1).replace(year=2021))
    assert not leest(plein.mentor, notitie.pk)


def test_een_begeleider_zonder_toewijzing_leest_niets(plein: Plein) -> None:
    notitie = schrijf(plein.coordinator, plein.leerling, niveau=Niveau.KLAS)
    Toegangsverlening.objects.all().delete()
    assert not leest(plein.begeleider, notitie.pk)


def test_een_docent_met_toegang_is_nog_geen_zorgteam(plein: Plein) -> None:
    """Access by a grant counts as zorgteam only with the role of begeleider."""
    notitie = schrijf(plein.coordinator, plein.leerling, niveau=Niveau.MENTOR_ZORGTEAM)
    geef_toegang(plein.coordinator, plein.vreemd, plein.leerling)
    assert not leest(plein.vreemd, notitie.pk)
    stel_aan(plein.vreemd.user, plein.school, Rol.BEGELEIDER)
    assert leest(opnieuw(plein.vreemd), notitie.pk)


def test_een_waarnemer_leest_wat_de_afwezige_leest(plein: Plein) -> None:
    notitie = schrijf(plein.coordinator, plein.leerling)
    eigen = schrijf(plein.mentor, plein.leerling, niveau=Niveau.ZORGTEAM)
    Waarneming.objects.create(
        school=plein.school,
        afwezige=plein.mentor.user,
        waarnemer=plein.vreemd.user,
        van=plein.mentor.dag,
        tot=plein.mentor.dag,
        door=plein.mentor.user,
    )
    waarnemer = opnieuw(plein.vreemd)
    assert leest(waarnemer, notitie.pk)
    assert not leest(waarnemer, eigen.pk)  # as author one reads alone
    assert Inzage.objects.filter(onderwerp="notitie", namens_id=plein.mentor.user.pk).count() == 1


def test_een_andere_school(plein: Plein, andere_school: School) -> None:
    notitie = schrijf(plein.coordinator, plein.leerling, niveau=Niveau.KLAS)
    assert not leest(maak_werkplek(andere_school, Rol.ZORGCOORDINATOR), notitie.pk)


@pytest.mark.regel(45)
def test_elke_blik_staat_in_het_logboek(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    voor = Inzage.objects.count()
    get_notitie(plein.coordinator, notitie.pk)
    rij = Inzage.objects.order_by("-pk")[0]
    assert Inzage.objects.count() == voor + 1
    assert (rij.onderwerp, rij.onderwerp_id, rij.leerling_id, rij.user_id, rij.grond, rij.handeling) == (
        "notitie",
        notitie.pk,
        plein.leerling.pk,
        plein.coordinator.user.pk,
        "zorgcoordinator",
        "bekeken",
    )


@pytest.mark.parametrize("veld", ["tekst", "titel", "stem", "stem_van"])
def test_de_tekst_komt_niet_vanzelf_mee(plein: Plein, veld: str) -> None:
    pk = schrijf(plein.mentor, plein.leerling).pk
    for lees in (
        lambda: getattr(Notitie.objects.get(pk=pk), veld),
        lambda: Notitie.objects.values_list(veld, flat=True),
        lambda: Notitie.objects.filter(pk=pk).values("pk", veld),
        lambda: getattr(Notitie._base_manager.get(pk=pk), veld),
    ):
        with pytest.raises(Vertrouwelijk):
            lees()
    assert Notitie.objects.get(pk=pk).soort == "gesprek_ouders"


def test_eerdere_teksten_komen_ook_niet_vanzelf_mee(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    notitie_wijzigen(
        door=plein.mentor,
        pk=notitie.pk,
        versie=1,
        gegevens=gegevens(plein.mentor.dag, tekst="Beter."),
        op=notitie.gemaakt_op,
    )
    with pytest.raises(Vertrouwelijk):
        assert Notitierevisie.objects.get().tekst
    with pytest.raises(Vertrouwelijk):
        assert Notitierevisie.objects.get().notitie.tekst
    with pytest.raises(Vertrouwelijk):
        assert revisies_van(plein.mentor, get_notitie(plein.mentor, notitie.pk)).rijen[0].tekst
    eerste = revisie_van(plein.mentor, get_notitie(plein.mentor, notitie.pk), "1")
    assert eerste is not None and eerste.tekst == GEHEIM
    lezer = get_notitie(plein.begeleider, notitie.pk)
    assert (
        revisies_van(plein.begeleider, lezer).rijen == []
        and revisie_van(plein.begeleider, lezer, "1") is None
    )


def _bronnen() -> list[Path]:
    paden = [
        p
        for pakket in ("zorgapp", "leerlingen", "ondersteuning", "overleg", "beleid")
        for p in (Path(settings.BASE_DIR) / pakket).rglob("*.py")
        if not {"tests", "testing", "migrations"} & set(p.parts)
    ]
    assert len(paden) > 100
    return paden


def test_alleen_de_deur_vraagt_vertrouwelijke_tekst() -> None:
    gebruik = {
        str(pad.relative_to(settings.BASE_DIR))
        for pad in _bronnen()
        if "met_vertrouwelijke_tekst" in pad.read_text()
    }
    assert gebruik == {"leerlingen/querysets_notities.py", "leerlingen/access_notities.py"}


def test_alleen_deuren_diensten_en_opruimen_lezen_deze_tabellen() -> None:
    """A manager of these models in any other file would be a way around the doors."""
    modellen = {"Notitie", "Notitierevisie", "Stuk", "Werkaantekening", "Vertrouwensnotitie", "Zienswijze"}
    mag = {
        "leerlingen/access_notities.py",
        "leerlingen/access_prive.py",
        "leerlingen/access_stukken.py",
        "leerlingen/klokken_prive.py",
        "leerlingen/retention.py",
        "leerlingen/services/notities.py",
        "leerlingen/services/stukken.py",
        "leerlingen/tijdlijn_notities.py",
        "leerlingen/zienswijzen.py",
    }
    fout = {
        f"{naam}:{knoop.lineno}"
        for pad in _bronnen()
        if (naam := str(pad.relative_to(settings.BASE_DIR))) not in mag
        for knoop in ast.walk(ast.parse(pad.read_text()))
        if isinstance(knoop, ast.Attribute)
        and knoop.attr in {"objects", "_default_manager", "_base_manager"}
        and isinstance(knoop.value, ast.Name)
        and knoop.value.id in modellen
    }
    assert fout == set()


def test_wie_niet_mag_lezen_krijgt_dezelfde_404_als_bij_een_nummer_dat_niet_bestaat(
    plein: Plein, inloggen: Any
) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    client = inloggen(plein.docent.user)
    for naam in ("notitie", "notitie_wijzigen", "notitie_afdrukken"):
        for pk in (notitie.pk, 2**40, 2**70):
            antwoord = client.get(reverse(f"leerlingen:{naam}", args=[pk]))
            assert antwoord.status_code == 404 and GEHEIM not in antwoord.text
