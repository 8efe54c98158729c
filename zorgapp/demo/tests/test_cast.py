"""The named cast: who can sign in, whom each of them sees, and what waits for them."""

from datetime import date

import pytest

from leerlingen.models import Contactpersoon, Leerling, Plaatsing
from ondersteuning.models import Signaal, Terugkoppeling, Vervolg
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Aanstelling, Instelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.demo.cast import Cast
from zorgapp.demo.tests.test_dagen import controleer_toestemmingen

OP = date(2026, 11, 24)
LOGINS = {
    "angelica": Rol.ZORGCOORDINATOR,
    "joris": Rol.MENTOR,
    "sanne": Rol.DOCENT,
    "ruben": Rol.BEGELEIDER,
    "ilse": Rol.BEGELEIDER,
    "nadia": Rol.BEGELEIDER,
    "tom": Rol.BEGELEIDER,
    "marijke": Rol.SCHOOLLEIDING,
    "hanna": Rol.TEAMLEIDER,
    "bas": Rol.BEHEERDER,
    "marieke": Rol.EXTERNE,
    "vera": Rol.VERTROUWENSPERSOON,
}


def ziet(cast: Cast, login: str) -> set[str]:
    """Keys of the named pupils that a colleague may open."""
    werkplek = cast.rietveen.werkplek(login, OP)
    mag = set(Leerling.objects.zichtbaar_voor(werkplek).values_list("pk", flat=True))
    return {sleutel for sleutel, leerling in cast.leerlingen.items() if leerling.pk in mag}


@pytest.mark.parametrize("login", LOGINS)
def test_login_met_rol_en_wachtwoord(cast: Cast, login: str) -> None:
    user = User.objects.get(email=f"{login}@rietveen.example")
    assert user.check_password("zorgapp-demo")
    assert Aanstelling.objects.get(user=user).rol == LOGINS[login]


def test_omar_ziet_rietveen_niet(cast: Cast) -> None:
    omar = User.objects.get(email="omar@waterland.example")
    werkplek = werkplek_maken(omar, OP)
    assert werkplek is not None
    assert werkplek.school == cast.waterland.school
    assert not Signaal.objects.exists()
    assert not Leerling.objects.filter(pk=cast.leerlingen["kees_jan"].pk).exists()


def test_wie_ziet_wie(cast: Cast) -> None:
    alle = set(cast.leerlingen)
    assert ziet(cast, "angelica") == alle
    assert ziet(cast, "joris") == {"kees_jan", "sem", "mees"}
    assert ziet(cast, "sanne") == {"kees_jan", "keesha", "lotte"}
    assert ziet(cast, "fatima") == {"amal", "finn"}
    assert ziet(cast, "bram") == {"yara", "noor"}
    assert ziet(cast, "ruben") == {"kees_jan", "lotte", "dani", "keesha"}
    assert ziet(cast, "ilse") == {"kees_jan", "finn"}
    assert ziet(cast, "hanna") == alle - {"yara", "noor", "kees"}
    assert not any(ziet(cast, login) for login in ("marijke", "bas", "marieke", "vera"))


def test_het_bord_van_de_plaatjes(cast: Cast) -> None:
    zet_context(cast.school.pk)
    nieuw = Signaal.objects.filter(status=SignaalStatus.NIEUW).order_by("-ingediend_op")
    assert [s.leerling.roepnaam for s in nieuw] == ["Yara", "Mees", "Kees Jan", "Amal"]
    assert nieuw[2].wat_zie_je.startswith("Krijgt bij Duits en Frans zijn extra tijd niet.")
    amal = Terugkoppeling.objects.get(signaal__leerling=cast.leerlingen["amal"])
    assert amal.gegeven_op is None
    assert 0 <= (amal.uiterlijk - OP).days <= 3


def test_er_ligt_werk_voor_iedere_rol(cast: Cast) -> None:
    zet_context(cast.school.pk)
    open_ = Vervolg.objects.filter(status="open")
    eigenaren = set(open_.values_list("eigenaar__voornaam", flat=True))
    assert eigenaren >= {"Angèlica", "Joris", "Ruben", "Ilse", "Tom"}
    assert open_.filter(volgende_datum__lt=OP).exists()
    assert open_.filter(volgende_datum=OP).exists()
    ongelezen = Terugkoppeling.objects.filter(gegeven_op__isnull=False, gelezen_op=None)
    assert set(ongelezen.values_list("signaal__indiener__voornaam", flat=True)) >= {"Hanna", "Sanne"}


def test_kees_jan_is_te_volgen(cast: Cast) -> None:
    zet_context(cast.school.pk)
    kees_jan = cast.leerlingen["kees_jan"]
    assert list(
        Plaatsing.objects.filter(leerling=kees_jan).order_by("van").values_list("klas__naam", flat=True)
    ) == ["H2b", "H3b"]
    besluiten = Signaal.objects.filter(leerling=kees_jan).order_by("ingediend_op")
    assert [b.domein for b in besluiten] == ["pers", "leer", "leer", "leer"]
    assert Contactpersoon.objects.filter(leerling=kees_jan, gezag="ja").count() == 2


def test_twee_huishoudens_en_gezag(cast: Cast) -> None:
    zet_context(cast.school.pk)
    sem = Contactpersoon.objects.filter(leerling=cast.leerlingen["sem"]).order_by("huishouden")
    assert [(c.huishouden, c.gezag) for c in sem] == [(1, "ja"), (2, "nee")]


def test_demo_vraagt_geen_tweede_stap(cast: Cast) -> None:
    zet_context(cast.school.pk)
    assert Instelling.objects.get(sleutel="tweestaps").waarde == 0


def test_elke_stand_van_toestemming_komt_voor(cast: Cast) -> None:
    zet_context(cast.school.pk)
    controleer_toestemmingen(cast, OP)
