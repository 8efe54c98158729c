"""Hearing the pupil (rules 12, 13 and 14): the story, and every refusal for one reason."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.http import Http404

from leerlingen.models import Stuk
from leerlingen.tests.notitiehulp import PDF
from ondersteuning.models import Hoorrecht, Hoorwijze, Inbreng, Invloed, Opp, OppVersie
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.services.opp_horen import Punt, hoorrecht_doet_mee, invloed_wijzigen
from ondersteuning.services.opp_vertellen import Verteld, op_tablet_vertellen
from ondersteuning.tests.hoorhulp import (
    ZEGT,
    bied_aan,
    doen_ermee,
    leg_uit,
    met_aanbod,
    recht_van,
    rood,
    stel_vast,
    vertelt,
    wil_niet,
)
from ondersteuning.tests.opphulp import begin_opp
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_les, maak_werkplek

MORGEN, GISTEREN = DAG + timedelta(days=1), DAG - timedelta(days=1)


@pytest.mark.regel(12)
def test_van_aanbod_tot_uitleg(decor: Decor) -> None:
    """Each step makes one thing less missing; the last one makes it whole."""
    opp, mentor = begin_opp(decor.coordinator, decor.leerling), decor.mentor
    assert rood(opp, DAG) == {12, 14}
    bied_aan(mentor, opp, wijze="", hulp="")
    assert rood(opp, DAG) == {12}
    vertelt(mentor, opp)
    assert rood(opp, DAG) == {12, 15}
    doen_ermee(mentor, opp)
    leg_uit(mentor, opp)
    assert rood(opp, DAG) == {12}  # neither his manner nor the help
    bied_aan(mentor, opp, versie=recht_van(opp).versie, hulp="")
    assert rood(opp, DAG) == {12}
    bied_aan(mentor, opp, versie=recht_van(opp).versie)
    assert rood(opp, DAG) == set()
    assert Inbreng.objects.get().woorden == ZEGT and Inbreng.objects.get().opgetekend_door == mentor.user


@pytest.mark.regel(12)
def test_de_leerling_wil_niet_en_later_toch_wel(decor: Decor) -> None:
    opp = met_aanbod(decor)
    recht = wil_niet(decor.mentor, opp)
    assert (recht.ziet_af_op, recht.ziet_af_reden) == (DAG, "Geen zin.")
    assert rood(opp, DAG) == set()
    Hoorrecht.objects.update(hulp="")  # who declines was offered help too
    assert rood(opp, DAG) == {12}
    Hoorrecht.objects.update(hulp="De mentor zit erbij.", wijze="")  # but chooses no manner
    assert rood(opp, DAG) == set()
    Hoorrecht.objects.update(wijze="gesprek")
    vertelt(decor.mentor, opp, "Toch wel.")
    assert rood(opp, DAG) == {12, 15}  # words came: they must lead to something
    with pytest.raises(ValidationError, match="heeft al iets verteld"):
        wil_niet(decor.mentor, opp)
    doen_ermee(decor.mentor, opp)
    leg_uit(decor.mentor, opp)
    assert rood(opp, DAG) == set()


def test_vergissing_bij_niet_willen_is_terug_te_draaien(decor: Decor) -> None:
    opp = met_aanbod(decor)
    wil_niet(decor.mentor, opp)
    concept = OppVersie.objects.filter(opp=opp)
    concept.update(status="vervangen")  # none is being made: what a setting rests on stays
    for doe in (
        lambda: hoorrecht_doet_mee(door=decor.mentor, pk=opp.pk, versie=2),
        lambda: bied_aan(decor.mentor, opp, versie=2),
    ):
        with pytest.raises(ValidationError, match="verandert niet meer"), transaction.atomic():
            doe()
    concept.update(status="concept")
    with pytest.raises(Verouderd):
        hoorrecht_doet_mee(door=decor.mentor, pk=opp.pk, versie=1)
    hoorrecht_doet_mee(door=decor.mentor, pk=opp.pk, versie=2)
    assert recht_van(opp).ziet_af_op is None and rood(opp, DAG) == {12}


@pytest.mark.regel(13)
def test_bij_een_bijstelling_opnieuw(decor: Decor) -> None:
    """Neither the words nor the offer of the first round count in the next one."""
    opp = met_aanbod(decor)
    vertelt(decor.mentor, opp)
    doen_ermee(decor.mentor, opp)
    leg_uit(decor.mentor, opp)
    stel_vast(decor, opp)
    assert rood(opp, DAG) == set()
    opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    assert rood(opp, DAG) == {12, 13, 14}
    with pytest.raises(ValidationError, match="Leg eerst vast"):
        vertelt(decor.mentor, opp)
    with pytest.raises(ValidationError, match="vraag je het opnieuw"):
        bied_aan(decor.mentor, opp, aangeboden_op=GISTEREN)  # the day before it was set
    bied_aan(decor.mentor, opp)
    wil_niet(decor.mentor, opp)
    assert rood(opp, DAG) == set()
    assert list(Hoorrecht.objects.order_by("ronde").values_list("ronde", flat=True)) == [1, 2]
    assert Inbreng.objects.get().hoorrecht.ronde == 1


@pytest.mark.regel(14)
@pytest.mark.parametrize("leeftijd", [8, 12, 17, 18, 21])
def test_op_geen_enkele_leeftijd_over_te_slaan(decor: Decor, leeftijd: int) -> None:
    decor.leerling.geboortedatum = DAG.replace(year=DAG.year - leeftijd)
    decor.leerling.save(update_fields=["geboortedatum"])
    opp = begin_opp(decor.coordinator, decor.leerling)
    assert 14 in rood(opp, DAG)


@pytest.mark.regel(14)
@pytest.mark.parametrize("nvt", ["nvt", "n.v.t.", "niet"])
def test_nvt_bestaat_niet(decor: Decor, nvt: str) -> None:
    """No choice says so, neither in the form nor in the table; and an offer has a day."""
    assert not any("toepassing" in label or "nvt" in waarde for waarde, label in Hoorwijze.choices)
    opp = begin_opp(decor.coordinator, decor.leerling)
    with pytest.raises(ValidationError):
        bied_aan(decor.coordinator, opp, wijze=nvt)
    for velden in ({"wijze": nvt}, {"aangeboden_op": None}):
        with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
            Hoorrecht.objects.create(
                **({"school": decor.school, "opp": opp, "ronde": 1, "aangeboden_op": DAG} | velden),
                aangeboden_door=decor.coordinator.user,
            )
    assert not Hoorrecht.objects.exists()


def test_woorden_komen_erbij_en_veranderen_nooit(decor: Decor) -> None:
    opp = met_aanbod(decor)
    eerste = vertelt(decor.mentor, opp, "  Eerst dit.  ")
    vertelt(decor.coordinator, opp, "En dit ook.")
    assert list(Inbreng.objects.values_list("woorden", flat=True)) == ["  Eerst dit.  ", "En dit ook."]
    for opdracht in ("UPDATE ondersteuning_inbreng SET woorden = 'x'", "DELETE FROM ondersteuning_inbreng"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)
    with pytest.raises(DatabaseError), transaction.atomic():
        Opp.objects.filter(pk=opp.pk).delete()  # nor along with anything else
    eerste.refresh_from_db()
    assert eerste.woorden == "  Eerst dit.  "


def test_dubbel_versturen_bewaart_een(decor: Decor) -> None:
    opp, sleutel = met_aanbod(decor), uuid.uuid4()
    een = vertelt(decor.mentor, opp, sleutel=sleutel)
    assert vertelt(decor.mentor, opp, "Anders.", sleutel=sleutel) == een
    assert doen_ermee(decor.mentor, opp) == doen_ermee(decor.mentor, opp)
    assert (Inbreng.objects.count(), Invloed.objects.count()) == (1, 1)


def test_een_tekening_komt_bij_de_stukken(decor: Decor) -> None:
    opp = met_aanbod(decor)
    bestand = SimpleUploadedFile("tekening.pdf", PDF)
    rij = vertelt(decor.mentor, opp, "", tekening=bestand, hoe="tekening")
    stuk = Stuk.objects.get()
    assert (rij.stuk, rij.woorden, stuk.leerling, stuk.soort) == (stuk, "", decor.leerling, "werk")
    with pytest.raises(ValidationError) as fout:
        vertelt(decor.mentor, opp, "", tekening=SimpleUploadedFile("x.svg", b"<svg/>"))
    assert "tekening" in fout.value.message_dict and Inbreng.objects.count() == 1


@pytest.mark.parametrize("dag", [GISTEREN, MORGEN])
def test_een_dag_voor_het_aanbod_of_in_de_toekomst(decor: Decor, dag: Any) -> None:
    opp = met_aanbod(decor)
    with pytest.raises(ValidationError, match="Kies een dag"):
        vertelt(decor.mentor, opp, gezegd_op=dag)
    vertelt(decor.mentor, opp)
    doen_ermee(decor.mentor, opp)
    with pytest.raises(ValidationError, match="Kies een dag"):
        leg_uit(decor.mentor, opp, dag)
    with pytest.raises(ValidationError):
        bied_aan(decor.mentor, opp, versie=1, aangeboden_op=MORGEN)
    assert recht_van(opp).toegelicht_op is None


def test_eerst_luisteren_dan_uitleggen(decor: Decor) -> None:
    opp = met_aanbod(decor)
    with pytest.raises(ValidationError, match="nog geen woorden"):
        doen_ermee(decor.mentor, opp)
    vertelt(decor.mentor, opp)
    with pytest.raises(ValidationError, match="per punt"):
        leg_uit(decor.mentor, opp)


def test_wat_verandert_wordt_opnieuw_uitgelegd(decor: Decor) -> None:
    opp = met_aanbod(decor)
    vertelt(decor.mentor, opp)
    punt = doen_ermee(decor.mentor, opp)
    leg_uit(decor.mentor, opp)
    zelfde = Punt(punt.punt, punt.gevolg, punt.uitleg)
    invloed_wijzigen(door=decor.mentor, invloed_id=punt.pk, versie=1, punt=zelfde)
    assert recht_van(opp).toegelicht_op == DAG
    anders = Punt(punt.punt, "overgenomen", "Bij alles.")
    with pytest.raises(Verouderd):
        invloed_wijzigen(door=decor.mentor, invloed_id=punt.pk, versie=1, punt=anders)
    invloed_wijzigen(door=decor.mentor, invloed_id=punt.pk, versie=2, punt=anders)
    assert recht_van(opp).toegelicht_op is None and rood(opp, DAG) == {12}


def test_twee_collega_s_overschrijven_elkaar_niet(decor: Decor) -> None:
    opp = met_aanbod(decor)
    for versie in (0, 2):
        with pytest.raises(Verouderd):
            bied_aan(decor.coordinator, opp, versie=versie, hulp="Een tolk")
    bied_aan(decor.coordinator, opp, versie=1, hulp="Een tolk")
    with pytest.raises(Verouderd):
        bied_aan(decor.mentor, opp, versie=1, hulp="Voorlezen")
    assert recht_van(opp).hulp == "Een tolk"


def test_wie_niet_hoort_schrijft_niets(decor: Decor, andere_school: School) -> None:
    """A teacher and a stranger find nothing; a team leader would, and may not write."""
    opp = met_aanbod(decor)
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling)
    for wie, fout in ((docent, Http404), (decor.begeleider, Http404)):
        with pytest.raises(fout):
            vertelt(wie, opp)
    leider = maak_werkplek(decor.school, Rol.TEAMLEIDER)
    with pytest.raises((PermissionDenied, Http404)):
        vertelt(leider, opp)
    ander = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR)
    with pytest.raises(Http404):
        vertelt(ander, opp)
    assert not Inbreng.objects.exists()


def test_een_afgesloten_opp_verandert_niet_meer(decor: Decor) -> None:
    opp = met_aanbod(decor)
    stel_vast(decor, opp)
    Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=DAG)
    with pytest.raises(ValidationError, match="afgesloten"):
        vertelt(decor.mentor, opp)


def _zelf(decor: Decor, opp: Opp, verteld: Verteld, sleutel: uuid.UUID | None = None) -> Hoorrecht:
    return op_tablet_vertellen(
        door=decor.mentor, pk=opp.pk, sleutel=sleutel or uuid.uuid4(), verteld=verteld, op=NU
    )


@pytest.mark.regel(12)
def test_op_de_tablet_schrijft_de_leerling_zelf(decor: Decor) -> None:
    opp, sleutel = met_aanbod(decor), uuid.uuid4()
    bied_aan(decor.mentor, opp, versie=1, wijze="")
    for _ in range(2):
        _zelf(decor, opp, Verteld(ZEGT), sleutel)
    rij = Inbreng.objects.get()
    assert (rij.woorden, rij.hoe, rij.opgetekend_door, rij.gezegd_op) == (ZEGT, "tablet", None, DAG)
    assert recht_van(opp).wijze == "tablet"  # he chose by doing it
    _zelf(decor, opp, Verteld(wijze="anders", wijze_anders="Met mijn oom erbij"))
    recht = recht_van(opp)
    assert (recht.wijze, recht.wijze_anders, Inbreng.objects.count()) == ("anders", "Met mijn oom erbij", 1)


@pytest.mark.regel(12)
def test_op_de_tablet_mag_de_leerling_nee_zeggen(decor: Decor) -> None:
    opp = met_aanbod(decor)
    with pytest.raises(ValidationError, match="Schrijf iets op"):
        _zelf(decor, opp, Verteld("  \n "))
    recht = _zelf(decor, opp, Verteld(ziet_af=True, reden="Nu niet."))
    assert (recht.ziet_af_op, recht.ziet_af_reden) == (DAG, "Nu niet.") and rood(opp, DAG) == set()
    _zelf(decor, opp, Verteld("Toch dit."))
    _zelf(decor, opp, Verteld(ziet_af=True, reden="Bij nader inzien."))
    assert recht_van(opp).ziet_af_reden == "Nu niet." and Inbreng.objects.get().woorden == "Toch dit."
