"""What only its writer reads: nobody else finds it, it is gone after the school year, and it says so before."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leerlingen.access_prive import get_aantekening, mijn_aantekeningen
from leerlingen.klokken_prive import AANTEKENING, VOORAF, waarschuw_op
from leerlingen.models import Lesopdracht, Vertrouwensnotitie, Werkaantekening
from leerlingen.retention import ruim_prive_op
from leerlingen.services.prive import (
    Gewijzigd,
    aantekening_bewaren,
    aantekening_weggooien,
    aantekening_wijzigen,
    laatste_dag,
    vertrouwensnotitie_bewaren,
)
from leerlingen.tasks import ruim_prive
from leerlingen.tests.notitiehulp import Plein, maak_plein
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Geschiedenis, Inzage, School, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.soorten import soort_van
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Concept
from zorgapp.werk.services import concept_bewaren, concept_lezen

DAG = date(2026, 11, 24)
NU = timezone.make_aware(datetime(2026, 11, 24, 12))
EIND = date(2027, 7, 31)
TEKST = "Zag blauwe plekken, vraag morgen door."


@pytest.fixture
def plein(school: School) -> Plein:
    return maak_plein(school, DAG)


@pytest.fixture
def vera(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.VERTROUWENSPERSOON, DAG, "Vera")


def bewaar(door: Werkplek, leerling_id: int, **velden: Any) -> Werkaantekening:
    standaard: dict[str, Any] = {"sleutel": uuid.uuid4(), "tekst": TEKST, "op": NU}
    return aantekening_bewaren(door=door, leerling_id=leerling_id, **(standaard | velden))


def vertrouw(door: Werkplek, **velden: Any) -> Vertrouwensnotitie:
    standaard: dict[str, Any] = {"sleutel": uuid.uuid4(), "over": "Gesprek", "tekst": TEKST, "op": NU}
    return vertrouwensnotitie_bewaren(door=door, **(standaard | velden))


def test_alleen_de_schrijver_vindt_zijn_werkaantekening(plein: Plein) -> None:
    rij = bewaar(plein.mentor, plein.leerling.pk)
    assert get_aantekening(plein.mentor, rij.pk).tekst == TEKST
    for naam, wie in plein.lezers.items():
        if wie is not plein.mentor:
            with pytest.raises(Http404):
                get_aantekening(wie, rij.pk)
            assert mijn_aantekeningen(wie, None).rijen == [], naam
    assert not Inzage.objects.exclude(onderwerp="leerling").exists()  # the log does not tell that it exists


def test_ook_een_waarnemer_niet(plein: Plein) -> None:
    rij = bewaar(plein.mentor, plein.leerling.pk)
    Waarneming.objects.create(
        school=plein.school,
        afwezige=plein.mentor.user,
        waarnemer=plein.docent.user,
        van=DAG,
        tot=DAG,
        door=plein.mentor.user,
    )
    waarnemer = werkplek_maken(plein.docent.user, DAG, plein.school.pk)
    assert waarnemer is not None and waarnemer.is_een(Rol.MENTOR)
    with pytest.raises(Http404):
        get_aantekening(waarnemer, rij.pk)


def test_wie_het_dossier_niet_meer_opent_leest_zijn_aantekening_niet_meer(plein: Plein) -> None:
    rij = bewaar(plein.docent, plein.leerling.pk)
    Lesopdracht.objects.update(tot=DAG - timedelta(days=1))
    with pytest.raises(Http404):
        get_aantekening(plein.docent, rij.pk)
    with pytest.raises(Http404):
        bewaar(plein.docent, plein.leerling.pk)


def test_hij_staat_op_geen_enkele_bladzijde_van_een_ander(plein: Plein, inloggen: Any) -> None:
    vandaag = maak_plein_vandaag(plein)
    rij = bewaar(vandaag, plein.leerling.pk, op=timezone.now())
    client = inloggen(plein.coordinator.user)
    for pad in (
        reverse("web:leerling", args=[plein.leerling.pk]),
        reverse("web:inzage", args=[plein.leerling.pk]),
        reverse("leerlingen:aantekeningen", args=[plein.leerling.pk]),
        reverse("leerlingen:mijn_aantekeningen"),
        reverse("web:zoek") + "?q=blauwe",
    ):
        antwoord = client.get(pad)
        assert antwoord.status_code == 200 and "blauwe plekken" not in antwoord.text, pad
    assert client.get(reverse("leerlingen:aantekening", args=[rij.pk])).status_code == 404
    assert TEKST in inloggen(vandaag.user).get(reverse("leerlingen:mijn_aantekeningen")).text


def maak_plein_vandaag(plein: Plein) -> Werkplek:
    """The mentor on the day the test runs: pages look at the clock."""
    nu = werkplek_maken(plein.mentor.user, timezone.localdate(), plein.school.pk)
    assert nu is not None
    return nu


@pytest.mark.regel(19)
@pytest.mark.parametrize(
    ("dag", "eind"),
    [
        (date(2026, 8, 1), date(2027, 7, 31)),
        (date(2027, 7, 31), date(2027, 7, 31)),
        (date(2026, 7, 31), date(2026, 7, 31)),
    ],
)
def test_bewaren_kan_tot_het_eind_van_het_schooljaar(school: School, dag: date, eind: date) -> None:
    plein = maak_plein(school, dag)
    assert bewaar(plein.mentor, plein.leerling.pk).verloopt_op == eind
    for buiten in (eind + timedelta(days=1), dag - timedelta(days=1)):
        with pytest.raises(ValidationError, match="schooljaar"):
            bewaar(plein.mentor, plein.leerling.pk, verloopt_op=buiten)


def test_de_database_bewaakt_de_einddatum_ook(plein: Plein) -> None:
    rij = bewaar(plein.mentor, plein.leerling.pk)
    for velden in ({"verloopt_op": EIND + timedelta(days=1)}, {"schooljaar": 2027}):
        with pytest.raises(IntegrityError, match="werkaantekening_"), transaction.atomic():
            Werkaantekening.objects.filter(pk=rij.pk).update(**velden)


def test_na_de_laatste_dag_is_het_weg(plein: Plein, vera: Werkplek) -> None:
    rij, eigen = bewaar(plein.mentor, plein.leerling.pk), vertrouw(vera)
    korter = bewaar(plein.mentor, plein.leerling.pk, verloopt_op=DAG)
    assert ruim_prive_op(dag=DAG) == 0
    assert ruim_prive_op(dag=DAG + timedelta(days=1)) == 1
    assert not Werkaantekening.objects.filter(pk=korter.pk).exists()
    assert ruim_prive_op(dag=EIND) == 0
    assert ruim_prive_op(dag=EIND + timedelta(days=1)) == 2
    assert not Werkaantekening.objects.filter(pk=rij.pk).exists()
    assert not Vertrouwensnotitie.objects.filter(pk=eigen.pk).exists()


def test_verlopen_is_meteen_onleesbaar_ook_voor_het_opruimen(plein: Plein) -> None:
    rij = bewaar(plein.mentor, plein.leerling.pk, verloopt_op=DAG)
    morgen = werkplek_maken(plein.mentor.user, DAG + timedelta(days=1), plein.school.pk)
    assert morgen is not None
    with pytest.raises(Http404):
        get_aantekening(morgen, rij.pk)


def test_elke_nacht_op_elke_school(plein: Plein) -> None:
    rij = bewaar(plein.mentor, plein.leerling.pk)
    Werkaantekening.objects.filter(pk=rij.pk).update(
        schooljaar=2020, geschreven_op=date(2020, 9, 1), verloopt_op=date(2021, 7, 31)
    )
    ruim_prive()
    zet_context(plein.school.pk)
    assert not Werkaantekening.objects.exists()


def test_de_tekst_blijft_ook_niet_in_de_geschiedenis(plein: Plein, vera: Werkplek) -> None:
    rij = bewaar(plein.mentor, plein.leerling.pk)
    aantekening_wijzigen(door=plein.mentor, pk=rij.pk, versie=1, tekst="Anders.", verloopt_op=EIND, op=NU)
    aantekening_weggooien(door=plein.mentor, pk=rij.pk)
    vertrouw(vera).delete()
    regels = Geschiedenis.objects.filter(
        tabel__in=("leerlingen_werkaantekening", "leerlingen_vertrouwensnotitie")
    )
    assert regels.count() == 3
    assert not [r for r in regels if {"tekst", "over"} & set(r.oud) or "blauwe" in str(r.oud)]


def test_twee_vensters_van_een_mens(plein: Plein) -> None:
    rij = bewaar(plein.mentor, plein.leerling.pk)
    aantekening_wijzigen(door=plein.mentor, pk=rij.pk, versie=1, tekst="Eerste.", verloopt_op=EIND, op=NU)
    with pytest.raises(Gewijzigd) as fout:
        aantekening_wijzigen(door=plein.mentor, pk=rij.pk, versie=1, tekst="Tweede.", verloopt_op=EIND, op=NU)
    assert fout.value.nu.tekst == "Eerste." == Werkaantekening.objects.get().tekst


@given(dag=st.dates(date(2000, 1, 1), date(2099, 12, 31)), eerder=st.integers(0, 400))
def test_de_waarschuwing_is_veertien_dagen_eerder_of_niet(dag: date, eerder: int) -> None:
    eind = laatste_dag(dag)
    assert dag <= eind <= dag + timedelta(days=366) and (eind.month, eind.day) == (7, 31)
    verloopt = max(dag, eind - timedelta(days=eerder))
    wanneer = waarschuw_op(verloopt, dag)
    if wanneer is None:
        assert verloopt - dag <= VOORAF
    else:
        assert dag < wanneer and verloopt - wanneer == timedelta(days=14)


def gepland(sleutel: str) -> list[Herinnering]:
    return list(Herinnering.objects.filter(soort=sleutel, status=Status.GEPLAND))


def test_veertien_dagen_eerder_een_seintje(plein: Plein) -> None:
    rij = bewaar(plein.mentor, plein.leerling.pk)
    [herinnering] = gepland(AANTEKENING)
    assert timezone.localtime(herinnering.niet_voor).date() == date(2027, 7, 17)
    soort = soort_van(AANTEKENING)
    assert soort is not None and soort.nog_geldig(herinnering, herinnering.niet_voor)
    aantekening_wijzigen(
        door=plein.mentor, pk=rij.pk, versie=1, tekst=TEKST, verloopt_op=date(2027, 1, 31), op=NU
    )
    [herinnering] = gepland(AANTEKENING)
    assert timezone.localtime(herinnering.niet_voor).date() == date(2027, 1, 17)
    aantekening_weggooien(door=plein.mentor, pk=rij.pk)
    assert gepland(AANTEKENING) == [] and not soort.nog_geldig(herinnering, herinnering.niet_voor)


def test_geen_seintje_aan_wie_het_niet_meer_leest(plein: Plein) -> None:
    bewaar(plein.docent, plein.leerling.pk)
    [herinnering] = gepland(AANTEKENING)
    soort = soort_van(AANTEKENING)
    Lesopdracht.objects.update(tot=DAG)
    assert soort is not None and not soort.nog_geldig(herinnering, herinnering.niet_voor)


def test_bladzijden_van_de_schrijver(plein: Plein, inloggen: Any) -> None:
    mentor = maak_plein_vandaag(plein)
    client = inloggen(mentor.user)
    pad = reverse("leerlingen:aantekeningen", args=[plein.leerling.pk])
    assert "geen geheugensteun meer" in client.get(pad).text
    eind = laatste_dag(timezone.localdate())
    te_lang = {"sleutel": uuid.uuid4(), "tekst": TEKST, "verloopt_op": (eind + timedelta(1)).isoformat()}
    antwoord = client.post(pad, te_lang)
    assert antwoord.status_code == 422 and "Langer dan dit schooljaar" in antwoord.text
    goed = te_lang | {"verloopt_op": eind.isoformat()}
    assert client.post(pad, goed).status_code == client.post(pad, goed).status_code == 302
    rij = Werkaantekening.objects.get()
    assert f"notitie/nieuw/?van={rij.pk}" in client.get(pad).text
    een = reverse("leerlingen:aantekening", args=[rij.pk])
    assert client.post(een, {"tekst": "", "verloopt_op": eind, "versie": "1"}).status_code == 422
    assert client.post(een, {"tekst": "Nieuw.", "verloopt_op": eind, "versie": "1"}).status_code == 302
    assert client.post(een, {"tekst": "Oud.", "verloopt_op": eind, "versie": "1"}).status_code == 409
    assert Werkaantekening.objects.get().tekst == "Nieuw."
    client.post(reverse("leerlingen:aantekening_weg", args=[rij.pk]))
    assert not Werkaantekening.objects.exists()


def test_een_concept_van_een_wijziging_overleeft_en_gaat_mee_weg(plein: Plein, inloggen: Any) -> None:
    mentor = maak_plein_vandaag(plein)
    rij = bewaar(mentor, plein.leerling.pk, op=timezone.now())
    sleutel, een = f"prive:werkaantekening:{rij.pk}", reverse("leerlingen:aantekening", args=[rij.pk])
    inhoud = {"tekst": "Half af", "versie": "1"}
    concept_bewaren(door=mentor, sleutel=sleutel, versie=0, inhoud=inhoud)
    client = inloggen(mentor.user)
    pagina = client.get(een).text
    assert "Half af</textarea>" in pagina and "Dit staat er nu" not in pagina
    aantekening_wijzigen(
        door=mentor,
        pk=rij.pk,
        versie=1,
        tekst="Ander venster.",
        verloopt_op=rij.verloopt_op,
        op=timezone.now(),
    )
    pagina = client.get(een).text
    assert "Half af</textarea>" in pagina and "Dit staat er nu" in pagina and "Ander venster." in pagina
    client.post(reverse("leerlingen:aantekening_weg", args=[rij.pk]))
    assert concept_lezen(mentor, sleutel).inhoud == {}


def test_een_concept_van_vorig_schooljaar_gaat_ook(plein: Plein) -> None:
    for sleutel in ("prive:leerling:1", "notitie:nieuw:1"):
        concept_bewaren(door=plein.mentor, sleutel=sleutel, versie=0, inhoud={"tekst": TEKST})
    laat = timezone.make_aware(datetime(2027, 7, 31, 23))
    Concept.objects.update(gewijzigd_op=laat)
    ruim_prive_op(dag=EIND)
    assert Concept.objects.count() == 2
    ruim_prive_op(dag=EIND + timedelta(days=1))
    assert [c.sleutel for c in Concept.objects.all()] == ["notitie:nieuw:1"]


def test_de_lijst_groeit_niet_in_statements(plein: Plein, inloggen: Any) -> None:
    mentor = maak_plein_vandaag(plein)
    gesteld = []
    for aantal in (3, 40):
        for _ in range(aantal):
            bewaar(mentor, plein.leerling.pk, op=timezone.now())
        client = inloggen(mentor.user)
        gesteld.append(
            [
                controleer_budget(client, reverse("leerlingen:mijn_aantekeningen")),
                controleer_budget(client, reverse("leerlingen:aantekeningen", args=[plein.leerling.pk])),
            ]
        )
    assert gesteld[0] == gesteld[1]
