"""Who reads what colleagues saw; how long it is kept; and what it costs: the same for a large class and many answers."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Toegangsverlening
from ondersteuning.access_lijsten import open_lijsten
from ondersteuning.access_voorstellen import toon_namen, voorstellen_voor
from ondersteuning.lijstnacht import nachtwerk
from ondersteuning.models import Lijstantwoord, Lijstuitslag, Signaalvoorstel
from ondersteuning.retention_lijsten import bewaard_tot, ruim_lijsten_op
from ondersteuning.services.campagnes import campagne_sluiten
from ondersteuning.services.signaal import Signaalgegevens
from ondersteuning.services.voorstellen import voorstel_omzetten
from ondersteuning.tests.lijsthulp import WERKT, maak_docent, maak_lijst, rond_af, vul_in, zet_uit
from ondersteuning.tijdlijn_lijsten import tijdlijn
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget, statements

EEN_DAG = timedelta(days=1)


def _gezien(decor: Decor, aantal: int = 2) -> list[Werkplek]:
    """A closed campaign in which `aantal` teachers see something of the pupil."""
    dag = decor.coordinator.dag
    op = NU if dag == DAG else timezone.now()
    docenten = [maak_docent(decor.school, decor.klas, dag, n) for n in ("Sanne", "Pieter", "Esra")[:aantal]]
    campagne = zet_uit(decor.coordinator, decor.klas, op=op)
    for docent in docenten:
        vul_in(campagne, docent, decor.leerling, vaak=[WERKT], toelichting="Kijkt naar buiten.", op=op)
        rond_af(campagne, docent, op)
    campagne_sluiten(door=decor.coordinator, pk=campagne.pk, op=op)
    return docenten


def _wijs_toe(decor: Decor) -> Werkplek:
    Toegangsverlening.objects.create(
        school=decor.school,
        user=decor.begeleider.user,
        leerling=decor.leerling,
        reden="traject",
        van=decor.coordinator.dag,
        tot=decor.coordinator.dag + EEN_DAG,
        door=decor.coordinator.user,
    )
    return decor.begeleider


def test_een_regel_op_de_tijdlijn(decor: Decor) -> None:
    docenten = _gezien(decor)

    def regels(wie: Werkplek) -> list[str]:
        return [rij[4] for rij in tijdlijn(wie, decor.leerling.pk)["lijst"]]

    zin = "Kijken naar leren. Twee docenten keken mee; twee zien iets. Twee docenten zien vaak: werkt niet door."
    assert regels(decor.coordinator) == regels(decor.mentor) == [zin]
    assert regels(decor.begeleider) == regels(docenten[0]) == []
    assert regels(_wijs_toe(decor)) == [zin]
    assert regels(maak_werkplek(decor.school, Rol.TEAMLEIDER)) == []


def test_een_docent_leest_alleen_zijn_eigen_antwoorden(nu_decor: Decor, inloggen: Any) -> None:
    docenten = _gezien(nu_decor)
    adres = reverse("ondersteuning:leerling_lijsten", args=[nu_decor.leerling.pk])
    eigen = inloggen(docenten[0].user).get(adres).content.decode()
    assert '<b class="z-sterk">Jij</b>' in eigen and eigen.count("Kijkt naar buiten.") == 1
    assert "Twee docenten" not in eigen and "Pieter" not in eigen


def test_namen_vanaf_drie_antwoorden(nu_decor: Decor, inloggen: Any) -> None:
    _gezien(nu_decor, 2)
    adres = reverse("ondersteuning:leerling_lijsten", args=[nu_decor.leerling.pk])
    for wie in (nu_decor.mentor, _wijs_toe(nu_decor)):
        tekst = inloggen(wie.user).get(adres).content.decode()
        assert "Twee docenten zien vaak: werkt niet door." in tekst and "Kijkt naar buiten." in tekst
        assert "Pieter" not in tekst and "Sanne" not in tekst
    assert "Pieter Koster" in inloggen(nu_decor.coordinator.user).get(adres).content.decode()


@pytest.mark.parametrize(("aantal", "mentor"), [(1, False), (2, False), (3, True)])
def test_de_grens_voor_namen(aantal: int, mentor: bool) -> None:
    assert toon_namen(False, aantal) is mentor and toon_namen(True, aantal)


def test_drie_antwoorden_met_namen_voor_de_mentor(nu_decor: Decor, inloggen: Any) -> None:
    _gezien(nu_decor, 3)
    adres = reverse("ondersteuning:leerling_lijsten", args=[nu_decor.leerling.pk])
    assert "Esra Koster" in inloggen(nu_decor.mentor.user).get(adres).content.decode()


def test_een_andere_school_ziet_niets(nu_decor: Decor, andere_school: School, inloggen: Any) -> None:
    _gezien(nu_decor)
    vreemd = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR, timezone.localdate())
    client = inloggen(vreemd.user)
    for naam in ("lijsten", "voorstellen"):
        tekst = client.get(reverse(f"ondersteuning:{naam}")).content.decode()
        assert "Bakker" not in tekst and "Kijken naar leren" not in tekst
    assert (
        client.get(reverse("ondersteuning:leerling_lijsten", args=[nu_decor.leerling.pk])).status_code == 404
    )


def test_bewaartermijn_eind_volgend_schooljaar(decor: Decor) -> None:
    _gezien(decor)
    grens = bewaard_tot(DAG)
    assert grens == date(2028, 7, 31)
    assert bewaard_tot(date(2027, 7, 31)) == grens and bewaard_tot(date(2027, 8, 1)) == date(2029, 7, 31)
    assert ruim_lijsten_op(dag=grens) == 0 and Lijstantwoord.objects.exists()
    ruim_lijsten_op(dag=grens + EEN_DAG)
    for model in (Lijstantwoord, Lijstuitslag, Signaalvoorstel):
        assert not model.objects.exists()


def test_wat_een_signaal_werd_blijft(decor: Decor) -> None:
    ander = maak_leerling(decor.school, decor.klas, "Mila", "Visser")
    _gezien(decor)
    voorstel = Signaalvoorstel.objects.get()
    woorden = Signaalgegevens(wat_zie_je="Werkt niet door.", leerling=decor.leerling)
    voorstel_omzetten(door=decor.mentor, pk=voorstel.pk, gegevens=woorden, op=NU)
    assert Lijstantwoord.objects.filter(leerling=ander).count() == 2
    nachtwerk(decor.school.pk, bewaard_tot(DAG) + EEN_DAG, NU + timedelta(days=640))
    assert set(Lijstantwoord.objects.values_list("leerling_id", flat=True)) == {decor.leerling.pk}
    assert Signaalvoorstel.objects.filter(status="signaal").exists() and Lijstuitslag.objects.exists()


def _klas_van(decor: Decor, aantal: int, docenten: int) -> dict[str, Any]:
    """A class of `aantal` with a running and a closed campaign by so many teachers; addresses of every page."""
    dag, op = timezone.localdate(), timezone.now()
    leerlingen = [maak_leerling(decor.school, decor.klas, f"Kind{n}", "Visser") for n in range(aantal)]
    wie = [maak_docent(decor.school, decor.klas, dag, f"Docent{n}") for n in range(docenten)]
    lijst = maak_lijst(decor.coordinator, titel=f"Lijst van {aantal}")
    dicht = zet_uit(decor.coordinator, decor.klas, lijst=lijst, op=op)
    for invulling in dicht.invullingen.all():
        Lijstantwoord.objects.bulk_create(
            Lijstantwoord(
                school=decor.school, invulling=invulling, leerling=kind, opvallend=True, waarden=[0, 2, 2, 0]
            )
            for kind in leerlingen
        )
    campagne_sluiten(door=decor.coordinator, pk=dicht.pk, op=op)
    open_ = zet_uit(decor.coordinator, decor.klas, lijst=lijst, op=op)
    vul_in(open_, wie[0], leerlingen[0], vaak=[WERKT], op=op)
    eigen = open_.invullingen.get(user=wie[0].user)
    voorstel = Signaalvoorstel.objects.filter(soort="lijst").order_by("pk")[0]
    z, d, m = decor.coordinator, wie[0], decor.mentor
    kind = leerlingen[0].pk
    return {
        "lijsten": (z, reverse("ondersteuning:lijsten")),
        "campagne": (z, reverse("ondersteuning:campagne", args=[open_.pk])),
        "voorstellen": (z, reverse("ondersteuning:voorstellen")),
        "voorstel": (m, reverse("ondersteuning:voorstel", args=[voorstel.pk])),
        "voorstel_signaal": (m, reverse("ondersteuning:voorstel_signaal", args=[voorstel.pk])),
        "leerling_lijsten": (m, reverse("ondersteuning:leerling_lijsten", args=[kind])),
        "mijn": (d, reverse("ondersteuning:mijn_lijsten")),
        "klas": (d, reverse("ondersteuning:invullen", args=[eigen.pk])),
        "leerling": (d, reverse("ondersteuning:invullen_leerling", args=[eigen.pk, kind])),
    }


def test_even_veel_vragen_bij_een_grote_klas(nu_decor: Decor, inloggen: Callable[..., Any]) -> None:
    """A class of 10 with 2 teachers and one of 36 with 22 (500 answers): the same statements, and small pages."""
    tellingen = []
    for aantal, docenten in ((10, 2), (25, 20)):
        paginas = _klas_van(nu_decor, aantal, docenten)
        telling = {}
        for naam, (wie, adres) in paginas.items():
            client = inloggen(wie.user)
            telling[naam] = controleer_budget(client, adres)
            antwoord, _ = statements(client, adres)
            assert len(antwoord.content) < 20_000, (naam, len(antwoord.content))
        tellingen.append(telling)
    assert Lijstantwoord.objects.count() >= 500
    assert tellingen[0] == tellingen[1]


def test_vandaag_vraagt_er_een_keer_naar(decor: Decor, django_assert_num_queries: Any) -> None:
    docenten = _gezien(decor)
    with django_assert_num_queries(1):
        open_lijsten(docenten[0])
    with django_assert_num_queries(1):
        assert len(voorstellen_voor(decor.mentor)) == 1
