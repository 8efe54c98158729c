"""Who sees whom: per role, at the edges of every period, as a deputy, and by a grant that ends (DOMAIN 40)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.http import Http404

from leerlingen.access import (
    Grond,
    Toegangsgrond,
    get_leerling,
    toegangsgrond,
    zichtbare_leerlingen,
)
from leerlingen.models import Leerling, LesgroepLid, Lesopdracht, Mentorschap, Plaatsing, Toegangsverlening
from leerlingen.services.toegang import toegang_beeindigen, toegang_verlenen, toegang_verlengen
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import Aanstelling, Afdeling, School, Vestiging, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.testing.fabriek import (
    DAG,
    maak_klas,
    maak_leerling,
    maak_les,
    maak_mentor,
    maak_user,
    maak_werkplek,
    stel_aan,
)

pytestmark = pytest.mark.regel(40)
EEN = timedelta(days=1)


@pytest.fixture
def kees(school: School) -> Leerling:
    return maak_leerling(school, maak_klas(school))


def klas_van(leerling: Leerling) -> Plaatsing:
    return Plaatsing.objects.select_related("klas").get(leerling=leerling)


def ziet(werkplek: Werkplek | None, leerling: Leerling) -> bool:
    """The three doors agree: list, reason and file."""
    if werkplek is None:
        return False
    in_lijst = zichtbare_leerlingen(werkplek).filter(pk=leerling.pk).exists()
    assert (toegangsgrond(werkplek, leerling) is not None) == in_lijst
    if in_lijst:
        get_leerling(werkplek, leerling.pk)
    else:
        with pytest.raises(Http404):
            get_leerling(werkplek, leerling.pk)
    return in_lijst


def op(werkplek: Werkplek, dag: date) -> Werkplek | None:
    return werkplek_maken(werkplek.user, dag, werkplek.school.pk)


def test_zonder_relatie_ziet_alleen_de_coordinator_iets(school: School, kees: Leerling) -> None:
    ziende = {rol for rol in Rol if ziet(maak_werkplek(school, rol), kees)}
    assert ziende == {Rol.ZORGCOORDINATOR}


def als_mentor(school: School, kees: Leerling, wie: Werkplek) -> None:
    maak_mentor(school, klas_van(kees).klas, wie.user)


def als_docent_van_de_klas(school: School, kees: Leerling, wie: Werkplek) -> None:
    Lesopdracht.objects.create(
        school=school, user=wie.user, klas=klas_van(kees).klas, vak="Frans", van=date(2026, 8, 1)
    )


def als_docent_van_de_groep(school: School, kees: Leerling, wie: Werkplek) -> None:
    maak_les(school, wie.user, kees)


def met_verlening(school: School, kees: Leerling, wie: Werkplek) -> None:
    toegang_verlenen(door=wie, user=wie.user, leerling=kees, reden="proef", bron="proef:1", tot=DAG)


@pytest.mark.parametrize(
    ("relatie", "rollen"),
    [
        (als_mentor, {Rol.MENTOR}),
        (als_docent_van_de_klas, {Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER}),
        (als_docent_van_de_groep, {Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER}),
        (met_verlening, {Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER, Rol.BEGELEIDER, Rol.SCHOOLLEIDING}),
    ],
)
def test_een_relatie_telt_alleen_met_haar_rol(
    school: School, kees: Leerling, relatie: Callable[..., None], rollen: set[Rol]
) -> None:
    ziende = set()
    for rol in set(Rol) - {Rol.ZORGCOORDINATOR}:
        wie = maak_werkplek(school, rol)
        if relatie is als_docent_van_de_groep:
            LesgroepLid.objects.all().delete()
            maak_les(school, wie.user, kees, naam=f"h3.{rol}")
        else:
            relatie(school, kees, wie)
        if ziet(wie, kees):
            ziende.add(rol)
    assert ziende == rollen


def test_teamleider_ziet_zijn_afdeling(school: School) -> None:
    eigen, ander = (Afdeling.objects.create(school=school, naam=n) for n in ("Onderbouw", "Bovenbouw"))
    kind = maak_leerling(school, maak_klas(school, afdeling=eigen))
    assert ziet(maak_werkplek(school, Rol.TEAMLEIDER, afdeling=eigen), kind)
    assert not ziet(maak_werkplek(school, Rol.TEAMLEIDER, afdeling=ander), kind)
    assert not ziet(maak_werkplek(school, Rol.TEAMLEIDER), kind)


def test_coordinator_van_een_vestiging(school: School) -> None:
    noord, zuid = (Vestiging.objects.create(school=school, naam=n) for n in ("Noord", "Zuid"))
    kind, zonder = maak_leerling(school, vestiging=noord), maak_leerling(school)
    in_noord = maak_werkplek(school, Rol.ZORGCOORDINATOR, vestiging=noord)
    assert ziet(in_noord, kind) and not ziet(in_noord, zonder)
    assert not ziet(maak_werkplek(school, Rol.ZORGCOORDINATOR, vestiging=zuid), kind)


RELATIES = (
    "mentorschap",
    "les in de klas",
    "les in de groep",
    "lid van de groep",
    "verlening",
    "aanstelling",
)


@pytest.mark.parametrize("soort", RELATIES)
def test_randen_van_een_periode(school: School, kees: Leerling, soort: str) -> None:
    """From `van` to and with `tot`: the day before and the day after there is nothing."""
    rol = Rol.BEGELEIDER if soort == "verlening" else Rol.MENTOR
    wie = maak_werkplek(school, rol)
    van, tot = DAG, DAG + 3 * EEN
    klas = klas_van(kees).klas
    if soort == "mentorschap":
        Mentorschap.objects.create(school=school, klas=klas, user=wie.user, van=van, tot=tot)
    elif soort == "les in de klas":
        Lesopdracht.objects.create(school=school, klas=klas, user=wie.user, van=van, tot=tot)
    elif soort == "les in de groep":
        maak_les(school, wie.user, kees, van=van, tot=tot)
        LesgroepLid.objects.update(van=date(2026, 8, 1))
    elif soort == "lid van de groep":
        maak_les(school, wie.user, kees)
        LesgroepLid.objects.update(van=van, tot=tot)
    elif soort == "verlening":
        toegang_verlenen(door=wie, user=wie.user, leerling=kees, reden="r", bron="b", tot=tot)
    else:
        maak_mentor(school, klas, wie.user)
        Aanstelling.objects.filter(user=wie.user).update(van=van, tot=tot)
    dagen = (van - EEN, van, tot, tot + EEN)
    assert [ziet(op(wie, dag), kees) for dag in dagen] == [False, True, True, False]


def test_wie_van_klas_wisselt_verhuist_mee(school: School, kees: Leerling) -> None:
    mentor = maak_werkplek(school, Rol.MENTOR)
    plaatsing = klas_van(kees)
    maak_mentor(school, plaatsing.klas, mentor.user)
    Plaatsing.objects.filter(pk=plaatsing.pk).update(tot=DAG)
    nieuw = maak_klas(school, "H3c")
    Plaatsing.objects.create(school=school, leerling=kees, klas=nieuw, van=DAG + EEN)
    assert not ziet(mentor, kees)
    maak_mentor(school, nieuw, mentor.user)
    assert ziet(mentor, kees)


def test_wie_van_school_is_staat_niet_in_de_lijst(school: School, kees: Leerling) -> None:
    Leerling.objects.filter(pk=kees.pk).update(uitgeschreven_op=DAG)
    coordinator = maak_werkplek(school, Rol.ZORGCOORDINATOR)
    assert zichtbare_leerlingen(coordinator).count() == 1
    morgen = op(coordinator, DAG + EEN)
    assert morgen is not None and zichtbare_leerlingen(morgen).count() == 0
    assert get_leerling(morgen, kees.pk)  # the file stays for who may open it


@pytest.mark.parametrize("rol", [Rol.MENTOR, Rol.DOCENT, Rol.BEGELEIDER, Rol.ZORGCOORDINATOR])
def test_waarnemer_ziet_wat_de_afwezige_ziet(school: School, kees: Leerling, rol: Rol) -> None:
    afwezige, waarnemer = maak_werkplek(school, rol), maak_werkplek(school, Rol.DOCENT)
    if rol == Rol.MENTOR:
        als_mentor(school, kees, afwezige)
    elif rol == Rol.DOCENT:
        als_docent_van_de_klas(school, kees, afwezige)
    elif rol == Rol.BEGELEIDER:
        toegang_verlenen(
            door=afwezige, user=afwezige.user, leerling=kees, reden="r", bron="b", tot=DAG + 9 * EEN
        )
    Waarneming.objects.create(
        school=school,
        afwezige=afwezige.user,
        waarnemer=waarnemer.user,
        van=DAG,
        tot=DAG + EEN,
        door=afwezige.user,
    )
    dagen = (DAG - EEN, DAG, DAG + EEN, DAG + 2 * EEN)
    assert [ziet(op(waarnemer, dag), kees) for dag in dagen] == [False, True, True, False]
    vandaag = op(waarnemer, DAG)
    assert vandaag is not None
    grond = toegangsgrond(vandaag, kees)
    assert grond is not None and grond.namens_id == afwezige.user.pk and "je neemt waar" in grond.zin


def test_rollen_die_niemand_waarneemt(school: School, kees: Leerling) -> None:
    beheerder, waarnemer = maak_werkplek(school, Rol.BEHEERDER), maak_werkplek(school, Rol.DOCENT)
    Waarneming.objects.create(
        school=school,
        afwezige=beheerder.user,
        waarnemer=waarnemer.user,
        van=DAG,
        tot=DAG,
        door=beheerder.user,
    )
    vandaag = op(waarnemer, DAG)
    assert vandaag is not None and vandaag.rollen == {Rol.DOCENT}


def test_begeleider_die_ook_lesgeeft_is_begeleider(school: School, kees: Leerling) -> None:
    user = maak_user()
    for rol in (Rol.DOCENT, Rol.BEGELEIDER):
        stel_aan(user, school, rol)
    wie = werkplek_maken(user, DAG, school.pk)
    assert wie is not None
    maak_les(school, user, kees)
    assert toegangsgrond(wie, kees) == Grond(Toegangsgrond.DOCENT)
    met_verlening(school, kees, wie)
    assert toegangsgrond(wie, kees) == Grond(Toegangsgrond.VERLENING)


def test_verlening_is_er_een_per_bron(school: School, kees: Leerling) -> None:
    wie = maak_werkplek(school, Rol.BEGELEIDER)
    for tot in (DAG + EEN, DAG + 5 * EEN):
        toegang_verlenen(door=wie, user=wie.user, leerling=kees, reden="r", bron="b", tot=tot)
    assert Toegangsverlening.objects.get().tot == DAG + 5 * EEN
    assert toegang_verlengen(door=wie, bron="b", tot=DAG) == 0  # never shorter
    assert toegang_verlengen(door=wie, bron="b", tot=DAG + 9 * EEN) == 1
    assert toegang_beeindigen(door=wie, bron="b") == 1
    assert not ziet(wie, kees) and toegang_beeindigen(door=wie, bron="b") == 0


def test_andere_school(school: School, andere_school: School, kees: Leerling) -> None:
    with in_school(andere_school.pk):
        vreemd = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR)
        assert not ziet(vreemd, kees)
