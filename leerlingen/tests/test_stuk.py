"""Documents: who opens which kind, how they come in and go out, and what the log tells."""

import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.access import get_leerling
from leerlingen.access_stukken import get_stuk, paneel_stukken, stukken_van
from leerlingen.models import Leerling, Niveau, Stuk, Stuksoort, Toegangsverlening
from leerlingen.querysets_notities import BEPERKT
from leerlingen.services.stukken import (
    Stukgegevens,
    stuk_intrekken,
    stuk_niet_meer_voorleggen,
    stuk_terugzetten,
    stuk_voorleggen,
    stukken_toevoegen,
)
from leerlingen.tests.notitiehulp import PDF, Plein, geef_toegang, maak_plein, schrijf, voeg_toe
from zorgapp.accounts.models import Inzage, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.fabriek import maak_werkplek, stel_aan
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Bestand
from zorgapp.werk.retention import ruim_bestanden_op, ruim_wezen_op

NU = timezone.now()


@pytest.fixture
def plein(school: School, opslag: Path) -> Plein:
    return maak_plein(school)


def opent(wie: Werkplek, pk: int) -> bool:
    try:
        return get_stuk(wie, pk).stuk.pk == pk
    except Http404:
        return False


def openers(plein: Plein, stuk: Stuk) -> set[str]:
    return {naam for naam, wie in plein.lezers.items() if opent(wie, stuk.pk)}


def leg_voor(plein: Plein, stuk: Stuk, **velden: Any) -> None:
    standaard: dict[str, Any] = {
        "aan": plein.leiding.user,
        "reden": "Mag de toets anders?",
        "tot": plein.leiding.dag,
        "op": NU,
    }
    stuk_voorleggen(door=plein.coordinator, pk=stuk.pk, **(standaard | velden))


@pytest.mark.regel(42)
@pytest.mark.parametrize("soort", BEPERKT)
def test_afgeschermde_soorten_openen_alleen_voor_coordinator_en_begeleider(plein: Plein, soort: str) -> None:
    for door in (plein.coordinator, plein.begeleider, plein.mentor, plein.docent):
        for niveau in Niveau:
            stuk = voeg_toe(door, plein.leerling, soort, niveau)
            assert stuk.niveau == Niveau.ZORGTEAM
            assert openers(plein, stuk) == {"coordinator", "begeleider"}  # not even who brought it


@pytest.mark.regel(42)
def test_een_begeleider_die_niet_is_toegewezen_opent_het_niet(plein: Plein) -> None:
    stuk = voeg_toe(plein.coordinator, plein.leerling, Stuksoort.MEDISCH)
    Toegangsverlening.objects.all().delete()
    assert openers(plein, stuk) == {"coordinator"}


@pytest.mark.regel(42)
def test_de_schoolleiding_opent_alleen_wat_is_voorgelegd(plein: Plein) -> None:
    stuk = voeg_toe(plein.coordinator, plein.leerling, Stuksoort.ONDERZOEKSVERSLAG)
    ander = voeg_toe(plein.coordinator, plein.leerling, Stuksoort.MEDISCH)
    collega = maak_werkplek(plein.school, Rol.SCHOOLLEIDING, plein.leiding.dag)
    leg_voor(plein, stuk)
    assert opent(plein.leiding, stuk.pk) and not opent(plein.leiding, ander.pk)
    assert not opent(collega, stuk.pk)
    Toegangsverlening.objects.filter(bron=f"stuk:{stuk.pk}").update(
        van=plein.leiding.dag - timedelta(days=2), tot=plein.leiding.dag - timedelta(days=1)
    )
    assert not opent(plein.leiding, stuk.pk)


@pytest.mark.regel(40)
@pytest.mark.parametrize("rol", [Rol.DOCENT, Rol.TEAMLEIDER, Rol.BEGELEIDER])
def test_een_voorgelegd_stuk_opent_het_dossier_niet(plein: Plein, rol: Rol) -> None:
    """Who has another role besides, or stands in for the schoolleiding, sees that one document and no file of the pupil."""
    stuk = voeg_toe(plein.coordinator, plein.leerling, Stuksoort.MEDISCH)
    stel_aan(plein.leiding.user, plein.school, rol)
    leiding = werkplek_maken(plein.leiding.user, plein.leiding.dag, plein.school.pk)
    waarnemer = maak_werkplek(plein.school, rol, plein.leiding.dag)
    waarnemer = replace(waarnemer, vervangt=plein.leiding.aanstellingen)
    assert leiding is not None
    leg_voor(plein, stuk)
    geopend = get_stuk(leiding, stuk.pk)
    assert (geopend.blik, geopend.mag_intrekken, geopend.mag_zienswijze) == ("", False, False)
    for wie in (leiding, waarnemer):
        assert not Leerling.objects.zichtbaar_voor(wie).exists()
        with pytest.raises(Http404):
            get_leerling(wie, plein.leerling.pk)
    assert not opent(waarnemer, stuk.pk)


@pytest.mark.regel(42)
def test_toegang_om_iets_anders_opent_geen_stuk(plein: Plein) -> None:
    """A member of the schoolleiding with another grant to this pupil, and a mentor with the role besides."""
    stuk = voeg_toe(plein.coordinator, plein.leerling, Stuksoort.MEDISCH)
    geef_toegang(plein.coordinator, plein.leiding, plein.leerling, bron="opp:1")
    assert not opent(plein.leiding, stuk.pk)
    leg_voor(plein, stuk, aan=plein.mentor.user)
    assert not opent(plein.mentor, stuk.pk)  # has no role of schoolleiding


@pytest.mark.parametrize(
    ("niveau", "wie"),
    [
        (Niveau.KLAS, {"coordinator", "mentor", "docent", "teamleider", "begeleider"}),
        (Niveau.MENTOR_ZORGTEAM, {"coordinator", "mentor", "begeleider"}),
        (Niveau.ZORGTEAM, {"coordinator", "begeleider"}),
    ],
)
def test_een_gewoon_stuk_volgt_zijn_niveau(plein: Plein, niveau: Niveau, wie: set[str]) -> None:
    assert openers(plein, voeg_toe(plein.coordinator, plein.leerling, niveau=niveau)) == wie
    assert openers(plein, voeg_toe(plein.docent, plein.leerling, niveau=niveau)) == wie | {"docent"}


def test_voorleggen_eindigt_met_stop_en_met_intrekken(plein: Plein) -> None:
    for einde in (
        lambda pk: stuk_niet_meer_voorleggen(door=plein.coordinator, pk=pk),
        lambda pk: stuk_intrekken(door=plein.coordinator, pk=pk, reden="x", op=NU),
    ):
        stuk = voeg_toe(plein.coordinator, plein.leerling)
        leg_voor(plein, stuk)
        assert opent(plein.leiding, stuk.pk)
        einde(stuk.pk)
        assert not opent(plein.leiding, stuk.pk)
    assert Herinnering.objects.filter(soort="stuk_voorgelegd", ontvanger=plein.leiding.user).count() == 2


def test_alleen_de_coordinator_legt_voor(plein: Plein) -> None:
    stuk = voeg_toe(plein.mentor, plein.leerling)
    for wie in (plein.mentor, plein.begeleider):
        with pytest.raises(PermissionDenied):
            stuk_voorleggen(door=wie, pk=stuk.pk, aan=plein.leiding.user, reden="x", tot=wie.dag, op=NU)


def test_de_database_laat_een_afgeschermde_soort_niet_ruimer_worden(plein: Plein) -> None:
    stuk = voeg_toe(plein.coordinator, plein.leerling, Stuksoort.MEDISCH)
    with pytest.raises(IntegrityError, match="stuk_beperkt_niveau"), transaction.atomic():
        Stuk.objects.filter(pk=stuk.pk).update(niveau=Niveau.KLAS)


def test_ingetrokken_is_alleen_nog_voor_wie_het_toevoegde_en_de_coordinator(plein: Plein) -> None:
    stuk = voeg_toe(plein.mentor, plein.leerling, niveau=Niveau.KLAS)
    with pytest.raises(PermissionDenied):
        stuk_intrekken(door=plein.docent, pk=stuk.pk, reden="x", op=NU)
    stuk_intrekken(door=plein.mentor, pk=stuk.pk, reden="Verkeerde leerling.", op=NU)
    assert openers(plein, stuk) == {"mentor", "coordinator"}
    assert paneel_stukken(plein.mentor, plein.leerling, get_stuk(plein.mentor, stuk.pk).grond).rijen == []
    stuk_terugzetten(door=plein.mentor, pk=stuk.pk)
    assert "docent" in openers(plein, stuk)


def test_het_bestand_ligt_onder_een_nietszeggende_naam_en_blijft_zolang_het_stuk(
    plein: Plein, opslag: Path
) -> None:
    voeg_toe(plein.mentor, plein.leerling, inhoud=PDF, naam="Kees Jan Bakker.pdf")
    [pad] = [p for p in opslag.rglob("*") if p.is_file()]
    assert "Bakker" not in str(pad) and pad.read_bytes() == PDF
    Bestand.objects.update(verloopt_op=NU - timedelta(days=1))
    assert ruim_bestanden_op(op=NU + timedelta(days=2)) == 0
    assert ruim_wezen_op(school_id=plein.school.pk, op=NU + timedelta(days=2)) == 0
    assert pad.exists()


def test_alles_of_niets(plein: Plein) -> None:
    def toevoegen(*bestanden: ContentFile) -> list[Stuk]:
        return stukken_toevoegen(
            door=plein.mentor,
            leerling_id=plein.leerling.pk,
            sleutel=uuid.uuid4(),
            gegevens=Stukgegevens(Stuksoort.WERK, plein.mentor.dag, Niveau.KLAS, "Werkblad"),
            bestanden=bestanden,
            op=NU,
        )

    with pytest.raises(ValidationError) as fout:
        toevoegen(ContentFile(PDF, "a.pdf"), ContentFile(PDF, "b.docx"), ContentFile(b"<svg/>", "c.svg"))
    meldingen = fout.value.message_dict["bestanden"]
    assert len(meldingen) == 2 and meldingen[0].startswith("b.docx: De naam eindigt op .docx")
    assert not Stuk.objects.exists()
    titels = [s.titel for s in toevoegen(ContentFile(PDF, "a.pdf"), ContentFile(PDF, "b.pdf"))]
    assert titels == ["Werkblad (1)", "Werkblad (2)"]


def test_twee_keer_verstuurd_voegt_een_keer_toe(plein: Plein) -> None:
    sleutel = uuid.uuid4()
    eerste = voeg_toe(plein.mentor, plein.leerling, sleutel=sleutel)
    assert voeg_toe(plein.mentor, plein.leerling, sleutel=sleutel) == eerste
    assert Bestand.objects.count() == 1


def test_een_bijlage_hangt_niet_aan_de_notitie_van_een_ander(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling, niveau=Niveau.KLAS)
    with pytest.raises(PermissionDenied):
        voeg_toe(plein.docent, plein.leerling, notitie_id=notitie.pk)
    geheim = schrijf(plein.coordinator, plein.leerling, niveau=Niveau.ZORGTEAM)
    with pytest.raises(Http404):
        voeg_toe(plein.mentor, plein.leerling, notitie_id=geheim.pk)
    assert not Stuk.objects.exists()


@pytest.mark.regel(45)
def test_kijken_en_downloaden_staan_in_het_logboek(plein: Plein, inloggen: Any) -> None:
    stuk = voeg_toe(plein.mentor, plein.leerling)
    client = inloggen(plein.coordinator.user)
    voor = Inzage.objects.count()
    client.get(reverse("leerlingen:stuk", args=[stuk.pk]))
    client.get(reverse("leerlingen:stuk_bestand", args=[stuk.pk]))
    rijen = Inzage.objects.order_by("pk")[voor:]
    assert [(r.onderwerp, r.onderwerp_id, r.leerling_id, r.handeling) for r in rijen] == [
        ("stuk", stuk.pk, plein.leerling.pk, "bekeken"),
        ("stuk", stuk.pk, plein.leerling.pk, "gedownload"),
    ]


def test_lijst_en_paneel_tonen_wat_men_mag_en_groeien_niet(
    plein: Plein, inloggen: Any, django_assert_max_num_queries: Any
) -> None:
    grond = get_stuk(plein.mentor, voeg_toe(plein.mentor, plein.leerling).pk).grond
    gesteld = []
    for aantal in (4, 40):
        for _ in range(aantal):
            voeg_toe(plein.mentor, plein.leerling)
            voeg_toe(plein.coordinator, plein.leerling, Stuksoort.MEDISCH)
        pad = reverse("leerlingen:stukken", args=[plein.leerling.pk])
        gesteld.append(controleer_budget(inloggen(plein.mentor.user), pad))
        assert len(inloggen(plein.mentor.user).get(pad).content) < 20_000
    assert gesteld[0] == gesteld[1]
    with django_assert_max_num_queries(2):
        paneel = paneel_stukken(plein.mentor, plein.leerling, grond)
    assert len(paneel.rijen) == 5 and paneel.meer and not [s for s in paneel.rijen if s.beperkt]
    assert not [s for s in stukken_van(plein.mentor, plein.leerling.pk, "mentor", "1").rijen if s.beperkt]
    stel_aan(plein.leiding.user, plein.school, Rol.BEHEERDER)
    assert paneel_stukken(plein.leiding, plein.leerling, grond).mag_toevoegen is False
