"""Ending a role: a new owner first, never deleted, never the last beheerder."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from zorgapp.accounts import eigendom
from zorgapp.accounts.eigendom import Eigendom, OpenStuk
from zorgapp.accounts.models import (
    Aanstelling,
    Accountmail,
    Geschiedenis,
    School,
    User,
    Vestiging,
    Waarneming,
)
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.beeindigen import OpenWerk, aanstelling_beeindigen, gevolgen
from zorgapp.accounts.services.mensen import collega_uitnodigen
from zorgapp.accounts.tests.hulp import DAG, JORIS, WACHTWOORD, maak_beheerder, mentor, vandaag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_user, stel_aan

pytestmark = pytest.mark.django_db


class Klusjes:
    """A kind of open work that lives in memory: who owns which number; a mentor or docent may own it."""

    def __init__(self) -> None:
        self.van: dict[int, int | None] = {}

    def open_van(self, school_id: int, user_id: int) -> Sequence[OpenStuk]:
        return [OpenStuk(k, f"Klusje {k}", eigenaar_id=v) for k, v in self.van.items() if v == user_id]

    def overdragen(self, door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
        self.van |= dict.fromkeys(ids, naar.pk if naar else None)

    def mag(self, school_id: int, user_id: int, stukken: Sequence[OpenStuk], dag: date) -> set[int]:
        rollen = Aanstelling.objects.filter(school=school_id, user=user_id).op(dag)
        passend = rollen.met_rol(Rol.MENTOR, Rol.DOCENT).exists()
        return {stuk.id for stuk in stukken} if passend else set()

    def zonder(self, school_id: int, dag: date) -> Sequence[OpenStuk]:
        stukken = [OpenStuk(k, f"Klusje {k}", eigenaar_id=v) for k, v in self.van.items() if v]
        return [s for s in stukken if not self.mag(school_id, s.eigenaar_id or 0, [s], dag)]


@pytest.fixture
def klusjes(monkeypatch: pytest.MonkeyPatch) -> Klusjes:
    klus = Klusjes()
    soort = Eigendom("klus", "klusjes", klus.open_van, klus.overdragen, klus.zonder, klus.mag)
    monkeypatch.setattr(eigendom, "_SOORTEN", {"klus": soort})
    return klus


@pytest.fixture
def bas(school: School) -> Werkplek:
    return maak_beheerder(school)


@pytest.fixture
def rol(bas: Werkplek) -> Aanstelling:
    """Joris is mentor and nothing else."""
    return stel_aan(maak_user("Joris"), bas.school, Rol.MENTOR)


@pytest.fixture
def sanne(bas: Werkplek) -> User:
    user = maak_user("Sanne")
    stel_aan(user, bas.school, Rol.DOCENT)
    return user


def test_niets_open_dan_stopt_de_rol_en_blijft_ze_bewaard(
    bas: Werkplek, rol: Aanstelling, klusjes: Klusjes, inloggen: Any
) -> None:
    client, url = inloggen(bas.user), reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    assert "Er staat niets open" in client.get(url).content.decode()
    assert client.post(url, {"tot": vandaag().isoformat()}).status_code == 302
    rol.refresh_from_db()
    assert rol.tot == vandaag()
    regel = Geschiedenis.objects.get(tabel="accounts_aanstelling", rij_id=rol.pk)
    assert (regel.door_id, regel.oud["tot"]) == (bas.user.pk, None)


def test_kijken_verandert_niets(bas: Werkplek, rol: Aanstelling, klusjes: Klusjes) -> None:
    klusjes.van = {1: rol.user_id}
    uit = gevolgen(door=bas, aanstelling=rol, tot=vandaag())
    assert [[s.id for s in stukken] for _, stukken in uit.open] == [[1]]
    rol.refresh_from_db()
    assert rol.tot is None


def test_elk_open_stuk_krijgt_eerst_een_nieuwe_eigenaar(
    bas: Werkplek, rol: Aanstelling, sanne: User, klusjes: Klusjes, inloggen: Any
) -> None:
    klusjes.van = {1: rol.user_id, 2: rol.user_id, 3: sanne.pk}
    client, url = inloggen(bas.user), reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    pagina = client.get(url).content.decode()
    assert "Klusje 1" in pagina and "Klusje 2" in pagina and "Klusje 3" not in pagina
    half = client.post(url, {"tot": vandaag().isoformat(), "klus-1": sanne.pk})
    assert half.status_code == 422
    assert "Kies wie dit overneemt." in half.content.decode()
    rol.refresh_from_db()
    assert rol.tot is None and klusjes.van[1] == rol.user_id
    client.post(url, {"tot": vandaag().isoformat(), "klus-1": sanne.pk, "klus-2": sanne.pk})
    rol.refresh_from_db()
    assert rol.tot == vandaag()
    assert set(klusjes.van.values()) == {sanne.pk}


def test_alles_gaat_in_een_keuze_naar_een_opvolger(
    bas: Werkplek, rol: Aanstelling, sanne: User, klusjes: Klusjes, inloggen: Any
) -> None:
    klusjes.van = {1: rol.user_id, 2: rol.user_id}
    client, url = inloggen(bas.user), reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    assert "Alles gaat naar" in client.get(url).content.decode()
    data = {"tot": vandaag().isoformat()}
    zonder = client.post(url, data | {"alles": ""})
    assert zonder.status_code == 422 and "Kies wie dit overneemt." in zonder.content.decode()
    vals = client.post(url, data | {"alles": bas.user.pk})
    assert vals.status_code == 422 and klusjes.van[1] == rol.user_id
    assert client.post(url, data | {"alles_naam": "Sanne"}).status_code == 302
    assert set(klusjes.van.values()) == {sanne.pk}


def test_een_stuk_kan_naar_een_ander(
    bas: Werkplek, rol: Aanstelling, sanne: User, klusjes: Klusjes, inloggen: Any
) -> None:
    """The button opens a choice for that item and keeps what was chosen; nothing is wrong yet."""
    klusjes.van = {1: rol.user_id, 2: rol.user_id}
    pieter = maak_user("Pieter", "Postma")
    stel_aan(pieter, bas.school, Rol.DOCENT)
    client, url = inloggen(bas.user), reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    data = {"tot": vandaag().isoformat(), "alles": sanne.pk}
    open_ = client.post(url, data | {"ander": "klus-2"})
    pagina = open_.content.decode()
    assert open_.status_code == 200 and 'name="klus-2"' in pagina and 'name="klus-1"' not in pagina
    assert f'value="{sanne.pk}" selected' in pagina and "Kies wie dit overneemt" not in pagina
    assert "De rest gaat naar" in pagina
    rol.refresh_from_db()
    assert rol.tot is None
    assert client.post(url, data | {"klus-2": pieter.pk}).status_code == 302
    assert klusjes.van == {1: sanne.pk, 2: pieter.pk}


def test_een_stuk_zonder_eigen_keuze_gaat_mee_met_de_rest(
    bas: Werkplek, rol: Aanstelling, sanne: User, klusjes: Klusjes, inloggen: Any
) -> None:
    klusjes.van = {1: rol.user_id, 2: rol.user_id}
    client, url = inloggen(bas.user), reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    data = {"tot": vandaag().isoformat(), "klus-1": "", "klus-2": ""}
    niets = client.post(url, data)
    assert niets.status_code == 422 and "Kies wie dit overneemt." in niets.content.decode()
    assert client.post(url, data | {"alles": sanne.pk}).status_code == 302
    assert set(klusjes.van.values()) == {sanne.pk}


@pytest.mark.parametrize("ander", ["klus-99", "tot", "alles", "x" * 500, "\x00"])
def test_een_verzonnen_stuk_doet_niets(
    bas: Werkplek, rol: Aanstelling, sanne: User, klusjes: Klusjes, inloggen: Any, ander: str
) -> None:
    klusjes.van = {1: rol.user_id}
    url = reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    data = {"tot": vandaag().isoformat(), "alles": sanne.pk, "ander": ander}
    assert inloggen(bas.user).post(url, data).status_code == 200
    assert klusjes.van == {1: rol.user_id}


def test_heel_veel_werk_past_op_een_bladzijde(
    bas: Werkplek, rol: Aanstelling, sanne: User, klusjes: Klusjes, inloggen: Any
) -> None:
    """The page names 25 of a kind; the others go along, and none stays behind."""
    klusjes.van = dict.fromkeys(range(1, 61), rol.user_id)
    client, url = inloggen(bas.user), reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    pagina = client.get(url).content.decode()
    assert pagina.count('name="ander"') == 25 and "En nog 35." in pagina
    assert client.post(url, {"tot": vandaag().isoformat(), "alles": sanne.pk}).status_code == 302
    assert set(klusjes.van.values()) == {sanne.pk}


def test_wie_een_andere_passende_rol_houdt_houdt_zijn_werk(
    bas: Werkplek, rol: Aanstelling, klusjes: Klusjes
) -> None:
    klusjes.van = {1: rol.user_id}
    stel_aan(rol.user, bas.school, Rol.DOCENT)
    aanstelling_beeindigen(door=bas, aanstelling=rol, tot=vandaag(), opvolgers={})
    assert klusjes.van == {1: rol.user_id}


@pytest.mark.parametrize("naar", ["niemand", "beheerder", "wie_stopt"])
def test_opvolger_moet_het_mogen_hebben(
    bas: Werkplek, rol: Aanstelling, sanne: User, klusjes: Klusjes, naar: str
) -> None:
    klusjes.van = {1: rol.user_id}
    Aanstelling.objects.filter(user=sanne).update(tot=vandaag())
    wie = {"niemand": None, "beheerder": bas.user, "wie_stopt": sanne}[naar]
    with pytest.raises(OpenWerk):
        aanstelling_beeindigen(door=bas, aanstelling=rol, tot=vandaag(), opvolgers={("klus", 1): wie})
    rol.refresh_from_db()
    assert rol.tot is None
    assert klusjes.van == {1: rol.user_id}


@pytest.mark.parametrize("dag", ["9999-12-31", "2100-01-01"])
def test_een_dag_ver_weg_is_een_vergissing(
    bas: Werkplek, rol: Aanstelling, klusjes: Klusjes, inloggen: Any, dag: str
) -> None:
    client, url = inloggen(bas.user), reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    antwoord = client.post(url, {"tot": dag})
    assert antwoord.status_code == 422 and "Kies een datum voor 2100." in antwoord.content.decode()
    rol.refresh_from_db()
    assert rol.tot is None


@pytest.mark.parametrize(
    ("verschil", "melding"), [(-2, "Die datum is voorbij"), (-3000, "voor de eerste dag van deze rol")]
)
def test_einddatum_kan_niet_in_het_verleden(
    bas: Werkplek, rol: Aanstelling, verschil: int, melding: str
) -> None:
    with pytest.raises(ValidationError, match=melding):
        aanstelling_beeindigen(door=bas, aanstelling=rol, tot=vandaag() + verschil * DAG, opvolgers={})


def test_wat_al_stopte_stopt_niet_nog_eens(bas: Werkplek, rol: Aanstelling) -> None:
    Aanstelling.objects.filter(pk=rol.pk).update(tot=vandaag() - 5 * DAG)
    rol.refresh_from_db()
    with pytest.raises(ValidationError, match="al gestopt"):
        aanstelling_beeindigen(door=bas, aanstelling=rol, tot=vandaag(), opvolgers={})


def test_de_laatste_beheerder_blijft(bas: Werkplek, inloggen: Any) -> None:
    url = reverse("accounts:aanstelling_beeindigen", args=[bas.aanstellingen[0].pk])
    antwoord = inloggen(bas.user).post(url, {"tot": vandaag().isoformat()})
    assert "Dit is de laatste beheerder" in antwoord.content.decode()
    tweede = maak_user("Petra")
    aanstelling = stel_aan(tweede, bas.school, Rol.BEHEERDER)
    assert "Dit is de laatste beheerder" in inloggen(bas.user).post(url, {"tot": vandaag()}).content.decode()
    tweede.set_password(WACHTWOORD)
    tweede.save()
    Aanstelling.objects.filter(pk=aanstelling.pk).update(tot=vandaag() + 30 * DAG)
    assert "Dit is de laatste beheerder" in inloggen(bas.user).post(url, {"tot": vandaag()}).content.decode()
    Aanstelling.objects.filter(pk=aanstelling.pk).update(tot=None)
    assert inloggen(bas.user).post(url, {"tot": vandaag()}).status_code == 302


def test_de_laatste_zorgcoordinator_van_een_plek_blijft(bas: Werkplek) -> None:
    """Signals would come in that nobody judges."""
    hier, daar = (Vestiging.objects.create(school=bas.school, naam=naam) for naam in ("Hier", "Daar"))
    rollen = {
        plek: stel_aan(maak_user(naam, password=WACHTWOORD), bas.school, Rol.ZORGCOORDINATOR, vestiging=plek)
        for naam, plek in (("Angelica", hier), ("Karin", daar))
    }

    def stop(aanstelling: Aanstelling) -> None:
        aanstelling_beeindigen(door=bas, aanstelling=aanstelling, tot=vandaag(), opvolgers={})

    for aanstelling in rollen.values():
        with pytest.raises(ValidationError, match="de laatste zorgcoördinator"):
            stop(aanstelling)
    stel_aan(maak_user("Femke", password=WACHTWOORD), bas.school, Rol.ZORGCOORDINATOR)  # of the whole school
    stop(rollen[hier])
    assert Aanstelling.objects.get(pk=rollen[hier].pk).tot == vandaag()


def test_wie_nooit_binnenkwam_komt_ook_niet_meer_binnen(bas: Werkplek) -> None:
    joris = collega_uitnodigen(door=bas, persoon=JORIS, rollen=[mentor()])
    rol = Aanstelling.objects.get(user=joris)
    aanstelling_beeindigen(door=bas, aanstelling=rol, tot=vandaag(), opvolgers={})
    joris.refresh_from_db()
    assert not joris.is_active
    mail = Accountmail.objects.get()
    assert mail.verloopt_op is not None and mail.verloopt_op <= mail.gemaakt_op + DAG


def test_wie_elders_werkt_blijft_daar_binnen(bas: Werkplek, andere_school: School) -> None:
    joris = collega_uitnodigen(door=bas, persoon=JORIS, rollen=[mentor()])
    stel_aan(joris, andere_school, Rol.DOCENT)
    rol = Aanstelling.objects.get(user=joris, school=bas.school)
    aanstelling_beeindigen(door=bas, aanstelling=rol, tot=vandaag(), opvolgers={})
    joris.refresh_from_db()
    assert joris.is_active


def test_waarneming_door_wie_vertrekt_stopt_mee(bas: Werkplek, rol: Aanstelling, sanne: User) -> None:
    dag = vandaag()
    loopt = Waarneming.objects.create(
        school=bas.school, afwezige=sanne, waarnemer=rol.user, van=dag, tot=dag + 5 * DAG, door=bas.user
    )
    straks = Waarneming.objects.create(
        school=bas.school,
        afwezige=bas.user,
        waarnemer=rol.user,
        van=dag + DAG,
        tot=dag + 5 * DAG,
        door=bas.user,
    )
    uit = aanstelling_beeindigen(door=bas, aanstelling=rol, tot=dag, opvolgers={})
    loopt.refresh_from_db()
    assert loopt.tot == dag
    assert not Waarneming.objects.filter(pk=straks.pk).exists()
    assert {w.pk for w in uit.waarnemingen} >= {loopt.pk}


def test_nachtelijke_controle_noemt_wat_van_niemand_is(
    bas: Werkplek, rol: Aanstelling, klusjes: Klusjes
) -> None:
    klusjes.van = {1: rol.user_id}
    assert eigendom.zonder_toegang(bas.school.pk, vandaag()) == []
    Aanstelling.objects.filter(pk=rol.pk).update(tot=vandaag() - DAG)
    [(soort, stuk)] = eigendom.zonder_toegang(bas.school.pk, vandaag())
    assert (soort.sleutel, stuk.id) == ("klus", 1)
