"""A campaign: who is asked, how far they are, one reminder, late answers, closing; who leaves or changes class."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st

from leerlingen.models import Lesopdracht, Plaatsing
from ondersteuning.access_lijsten import leerlingen_van, open_lijsten
from ondersteuning.klokken_lijsten import HERINNERING, UITGEZET, is_herinnerdag, sluitdag
from ondersteuning.lijstnacht import nachtwerk
from ondersteuning.models import Lijstantwoord, Lijstcampagne, Lijstinvulling, Lijstuitslag
from ondersteuning.services.campagnes import (
    NietUitTeZetten,
    campagne_herinneren,
    campagne_sluiten,
    deelnemers_bijwerken,
)
from ondersteuning.services.lijsten import lijst_stoppen
from ondersteuning.tests.lijsthulp import (
    WERKT,
    invulling_van,
    maak_docent,
    maak_lijst,
    op_dag,
    rond_af,
    vul_in,
    zet_uit,
)
from zorgapp.accounts.models import Aanstelling, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.kern.schooljaar import schooldagen_tussen
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.soorten import soort_van
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling, maak_les, maak_werkplek

EEN_DAG = timedelta(days=1)


def wie_zijn_gevraagd(campagne: Lijstcampagne) -> set[int]:
    return set(
        Lijstinvulling.objects.filter(campagne=campagne, vervallen_op__isnull=True).values_list(
            "user_id", flat=True
        )
    )


def test_docenten_van_klas_en_lesgroep(decor: Decor) -> None:
    hele_klas = maak_docent(decor.school, decor.klas, DAG)
    groep = maak_werkplek(decor.school, Rol.DOCENT, DAG, "Pieter")
    maak_les(decor.school, groep.user, decor.leerling)
    andere = maak_docent(decor.school, maak_klas(decor.school, "H3c"), DAG, "Esra")
    campagne = zet_uit(decor.coordinator, decor.klas)
    assert wie_zijn_gevraagd(campagne) == {hele_klas.user.pk, groep.user.pk}
    assert andere.user.pk not in wie_zijn_gevraagd(campagne)


def test_een_lijst_voor_mentoren(decor: Decor) -> None:
    maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas, lijst=maak_lijst(decor.coordinator, voor="mentor"))
    assert wie_zijn_gevraagd(campagne) == {decor.mentor.user.pk}
    assert [
        leerling.pk for leerling in leerlingen_van(decor.mentor, invulling_van(campagne, decor.mentor))
    ] == [decor.leerling.pk]


def test_wie_geen_rol_meer_heeft_wordt_niet_gevraagd(decor: Decor) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    Aanstelling.objects.filter(user=docent.user).update(tot=DAG - EEN_DAG)
    assert wie_zijn_gevraagd(zet_uit(decor.coordinator, decor.klas)) == set()


def test_gestopte_lijst_en_vreemde_klas(decor: Decor) -> None:
    lijst = maak_lijst(decor.coordinator)
    vorig_jaar = maak_klas(decor.school, "H2b", 2025)
    with pytest.raises(NietUitTeZetten, match="Kies klassen"):
        zet_uit(decor.coordinator, vorig_jaar, lijst=lijst)
    with pytest.raises(NietUitTeZetten, match="Kies klassen"):
        zet_uit(decor.coordinator, lijst=lijst)
    with pytest.raises(ValidationError, match="voor de eerste dag"):
        zet_uit(decor.coordinator, decor.klas, lijst=lijst, tot=DAG - EEN_DAG)
    lijst_stoppen(door=decor.coordinator, pk=lijst.pk, dag=DAG)
    with pytest.raises(NietUitTeZetten, match="gestopt"):
        zet_uit(decor.coordinator, decor.klas, lijst=lijst)
    assert not Lijstcampagne.objects.exists()


def test_coordinator_van_een_vestiging(decor: Decor) -> None:
    noord, zuid = (Vestiging.objects.create(school=decor.school, naam=n) for n in ("Noord", "Zuid"))
    in_noord = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, DAG, vestiging=noord)
    hier, daar = (maak_klas(decor.school, n, vestiging=v) for n, v in (("N1", noord), ("Z1", zuid)))
    lijst = maak_lijst(decor.coordinator)
    with pytest.raises(NietUitTeZetten):
        zet_uit(in_noord, daar, lijst=lijst)
    eigen = zet_uit(in_noord, hier, lijst=lijst)
    ander = zet_uit(decor.coordinator, daar, lijst=lijst)
    assert list(Lijstcampagne.objects.zichtbaar_voor(in_noord)) == [eigen]
    with pytest.raises(Http404):
        campagne_sluiten(door=in_noord, pk=ander.pk, op=NU)


def test_ieder_hoort_het_een_keer_en_krijgt_een_herinnering(decor: Decor) -> None:
    """Pressed twice, and the night after it as well: never more than one reminder, and no name in it."""
    docent = maak_docent(decor.school, decor.klas, DAG)
    klaar = maak_docent(decor.school, decor.klas, DAG, "Pieter")
    campagne = zet_uit(decor.coordinator, decor.klas)
    rond_af(campagne, klaar)
    assert campagne_herinneren(door=decor.coordinator, pk=campagne.pk, op=NU) == 1
    assert campagne_herinneren(door=decor.coordinator, pk=campagne.pk, op=NU + EEN_DAG) == 0
    nachtwerk(decor.school.pk, campagne.tot, NU + timedelta(days=14))
    rijen = Herinnering.objects.filter(ontvanger=docent.user)
    assert sorted(rijen.values_list("soort", flat=True)) == [HERINNERING, UITGEZET]
    assert not Herinnering.objects.filter(ontvanger=klaar.user, soort=HERINNERING).exists()
    for soort in (HERINNERING, UITGEZET):
        kind = soort_van(soort)
        assert kind is not None and "leerling" not in kind.enkelvoud + kind.meervoud


def test_de_database_kent_een_herinnering_per_collega(decor: Decor) -> None:
    maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas)
    campagne_herinneren(door=decor.coordinator, pk=campagne.pk, op=NU)
    rij = Herinnering.objects.get(soort=HERINNERING)
    rij.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        rij.save(force_insert=True)


def test_de_herinnering_vervalt_als_het_klaar_is(decor: Decor) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas)
    rij, soort = Herinnering.objects.get(soort=UITGEZET), soort_van(UITGEZET)
    assert soort is not None and soort.nog_geldig(rij, NU)
    rond_af(campagne, docent)
    assert not soort.nog_geldig(rij, NU)


def test_de_nacht_herinnert_zelf_voor_het_eind(decor: Decor) -> None:
    maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas)  # Tuesday 24 November to Tuesday 8 December
    for dag, hoeveel in ((date(2026, 12, 3), 0), (date(2026, 12, 4), 1), (date(2026, 12, 7), 1)):
        nachtwerk(decor.school.pk, dag, NU)
        assert Herinnering.objects.filter(soort=HERINNERING).count() == hoeveel, dag
    assert campagne.tot == date(2026, 12, 8)


dagen = st.dates(date(2025, 1, 1), date(2028, 1, 1))


@given(dagen, st.integers(0, 92))
def test_herinnerdag_is_laat_en_blijft_dan(van: date, duur: int) -> None:
    """Once the day has come it stays so until the last day, at most two school days are left, and the last day counts."""
    tot = van + timedelta(days=duur)
    wanneer = [is_herinnerdag(van + timedelta(days=n), tot, ()) for n in range(duur + 1)]
    assert wanneer == sorted(wanneer) and wanneer[-1]
    eerste = van + timedelta(days=wanneer.index(True))
    assert schooldagen_tussen(eerste, tot, ()) <= 2
    assert not is_herinnerdag(tot + EEN_DAG, tot, ())


def test_voor_de_eerste_dag_herinnert_niemand(decor: Decor) -> None:
    maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas, van=DAG + EEN_DAG)
    with pytest.raises(Verouderd):
        campagne_herinneren(door=decor.coordinator, pk=campagne.pk, op=NU)


def test_wie_vertrekt_en_wie_erbij_komt(decor: Decor) -> None:
    """The lesson ends: nothing more to do, and what was answered stays. A new teacher joins in the night."""
    docent = maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas)
    vul_in(campagne, docent, decor.leerling, vaak=[WERKT])
    Lesopdracht.objects.filter(user=docent.user).update(tot=DAG)
    nieuw = maak_docent(decor.school, decor.klas, DAG + EEN_DAG, "Pieter")
    nachtwerk(decor.school.pk, DAG + EEN_DAG, NU + EEN_DAG)
    assert wie_zijn_gevraagd(campagne) == {nieuw.user.pk}
    assert open_lijsten(op_dag(docent, DAG + EEN_DAG)) == []
    assert Lijstantwoord.objects.count() == 1
    Lesopdracht.objects.filter(user=docent.user).update(tot=None)
    nachtwerk(decor.school.pk, DAG + EEN_DAG, NU + EEN_DAG)
    assert wie_zijn_gevraagd(campagne) == {nieuw.user.pk, docent.user.pk}


def test_wie_klaar_was_blijft_geteld_na_vertrek(decor: Decor) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas)
    rond_af(campagne, docent)
    Lesopdracht.objects.filter(user=docent.user).update(tot=DAG)
    deelnemers_bijwerken(campagne, DAG + EEN_DAG, NU)
    assert invulling_van(campagne, docent).vervallen_op is None


def test_een_leerling_wisselt_van_klas(decor: Decor) -> None:
    """He leaves the list of his old teachers; answers about him stay. Who comes in is asked about."""
    docent = maak_docent(decor.school, decor.klas, DAG)
    ander = maak_leerling(decor.school, decor.klas, "Mila", "Visser")
    campagne = zet_uit(decor.coordinator, decor.klas)
    vul_in(campagne, docent, decor.leerling, vaak=[WERKT])
    Plaatsing.objects.filter(leerling=decor.leerling).update(tot=DAG)
    elders = maak_klas(decor.school, "H3c")
    Plaatsing.objects.create(school=decor.school, leerling=decor.leerling, klas=elders, van=DAG)
    nieuw = maak_leerling(decor.school, decor.klas, "Sem", "Aarts")
    invulling = invulling_van(campagne, docent)
    assert [leerling.pk for leerling in leerlingen_van(docent, invulling)] == [nieuw.pk, ander.pk]
    assert Lijstantwoord.objects.filter(leerling=decor.leerling).count() == 1
    with pytest.raises(Http404):
        vul_in(campagne, docent, decor.leerling, vaak=[])
    assert rond_af(campagne, docent).klaar_op


def test_late_antwoorden_tot_hij_dicht_is(decor: Decor) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas)
    laat = op_dag(docent, campagne.tot + EEN_DAG)
    vul_in(campagne, laat, decor.leerling, vaak=[WERKT])
    campagne_sluiten(door=decor.coordinator, pk=campagne.pk, op=NU)
    with pytest.raises(Http404):
        vul_in(campagne, laat, decor.leerling, vaak=[])
    assert open_lijsten(laat) == []


def test_de_nacht_sluit_na_twee_weken(decor: Decor) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas)
    vul_in(campagne, docent, decor.leerling, vaak=[WERKT], soms=[])
    nachtwerk(decor.school.pk, sluitdag(campagne.tot), NU)
    campagne.refresh_from_db()
    assert campagne.gesloten_op is None
    nachtwerk(decor.school.pk, sluitdag(campagne.tot) + EEN_DAG, NU)
    nachtwerk(decor.school.pk, sluitdag(campagne.tot) + EEN_DAG, NU + EEN_DAG)
    campagne.refresh_from_db()
    assert campagne.gesloten_op == NU
    uitslag = Lijstuitslag.objects.get()
    assert uitslag.zin == (
        "Kijken naar leren. Eén docent keek mee; één ziet iets. Eén docent ziet vaak: werkt niet door."
    )


def test_twee_keer_sluiten_is_een_keer(decor: Decor) -> None:
    campagne = zet_uit(decor.coordinator, decor.klas)
    campagne_sluiten(door=decor.coordinator, pk=campagne.pk, op=NU)
    campagne_sluiten(door=decor.coordinator, pk=campagne.pk, op=NU + EEN_DAG)
    campagne.refresh_from_db()
    assert campagne.gesloten_op == NU
