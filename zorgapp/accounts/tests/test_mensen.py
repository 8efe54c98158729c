"""People: inviting, one more role, the list, and what is refused."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from zorgapp.accounts import access
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import Aanstelling, Accountmail, Afdeling, Mailsoort, School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.mensen import (
    Persoon,
    Rolgegevens,
    aanstelling_geven,
    collega_uitnodigen,
    opnieuw_uitnodigen,
)
from zorgapp.accounts.tests.hulp import DAG, JORIS, maak_beheerder, mentor, vandaag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_user, stel_aan

pytestmark = pytest.mark.django_db


@pytest.fixture
def bas(school: School) -> Werkplek:
    return maak_beheerder(school)


def velden(**anders: Any) -> dict[str, Any]:
    return {
        "email": "joris@rietveen.example",
        "voornaam": "Joris",
        "achternaam": "Hendriks",
        "rollen_keuze": ["mentor", "docent"],
        "van": vandaag().isoformat(),
    } | anders


def test_uitnodigen_geeft_rollen_en_een_mail(bas: Werkplek, inloggen: Any) -> None:
    antwoord = inloggen(bas.user).post(reverse("accounts:mens_nieuw"), velden())
    joris = User.objects.get(email="joris@rietveen.example")
    assert antwoord.url == reverse("accounts:mens", args=[joris.pk])
    assert not joris.has_usable_password()
    rollen = Aanstelling.objects.filter(user=joris)
    assert {a.rol for a in rollen} == {Rol.MENTOR, Rol.DOCENT}
    assert {a.door_id for a in rollen} == {bas.user.pk}
    assert Accountmail.objects.get(ontvanger=joris).soort == Mailsoort.UITNODIGING


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"email": "joris"}, "Dit is geen e-mailadres."),
        ({"email": ""}, "Vul het e-mailadres in."),
        ({"voornaam": ""}, "Vul de voornaam in."),
        ({"rollen_keuze": []}, "Kies minstens één rol."),
        ({"rollen_keuze": ["baas"]}, "Kies een rol uit de lijst."),
        ({"van": "morgen"}, "Schrijf de datum als dag-maand-jaar"),
        ({"tot": "2020-01-01"}, "De einddatum ligt voor de begindatum."),
    ],
)
def test_uitnodigen_zegt_wat_er_mist(
    bas: Werkplek, inloggen: Any, anders: dict[str, Any], melding: str
) -> None:
    antwoord = inloggen(bas.user).post(reverse("accounts:mens_nieuw"), velden(**anders))
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    assert not User.objects.filter(voornaam="Joris").exists()


def test_wie_elders_werkt_houdt_zijn_naam_en_wachtwoord(
    bas: Werkplek, andere_school: School, inloggen: Any
) -> None:
    elders = maak_user("Omar", email="omar@waterland.example")
    elders.set_password("een wachtwoord van elders")
    elders.save()
    stel_aan(elders, andere_school, Rol.ZORGCOORDINATOR)
    nieuw = collega_uitnodigen(
        door=bas, persoon=Persoon("Omar@Waterland.example", "Anders", "Anders"), rollen=[mentor()]
    )
    assert nieuw.pk == elders.pk
    assert nieuw.voornaam == "Omar"
    assert Accountmail.objects.get(ontvanger=elders).soort == Mailsoort.TOEGEVOEGD
    pagina = inloggen(bas.user).get(reverse("accounts:mens", args=[elders.pk])).content.decode()
    assert "Waterland College" not in pagina
    assert "Zorgcoördinator" not in pagina


def test_wie_er_al_werkt_wordt_niet_nog_eens_uitgenodigd(bas: Werkplek) -> None:
    collega_uitnodigen(door=bas, persoon=JORIS, rollen=[mentor()])
    with pytest.raises(ValidationError, match="staat al in de lijst"):
        collega_uitnodigen(door=bas, persoon=Persoon("JORIS@rietveen.example", "J", "H"), rollen=[mentor()])
    assert Accountmail.objects.count() == 1


def test_teamleider_krijgt_een_afdeling(bas: Werkplek, inloggen: Any) -> None:
    afdeling = Afdeling.objects.create(school=bas.school, naam="Onderbouw")
    client, url = inloggen(bas.user), reverse("accounts:mens_nieuw")
    zonder = client.post(url, velden(rollen_keuze=["teamleider"]))
    assert "Kies de afdeling van deze teamleider." in zonder.content.decode()
    client.post(url, velden(rollen_keuze=["teamleider", "docent"], afdeling=afdeling.pk))
    assert dict(Aanstelling.objects.filter(user__voornaam="Joris").values_list("rol", "afdeling_id")) == {
        "teamleider": afdeling.pk,
        "docent": None,
    }


def test_afdeling_van_een_andere_school_is_geen_keuze(
    bas: Werkplek, andere_school: School, inloggen: Any
) -> None:
    with in_school(andere_school.pk):
        vreemd = Afdeling.objects.create(school=andere_school, naam="Vreemd")
    Afdeling.objects.create(school=bas.school, naam="Onderbouw")
    antwoord = inloggen(bas.user).post(
        reverse("accounts:mens_nieuw"), velden(rollen_keuze=["teamleider"], afdeling=vreemd.pk)
    )
    assert antwoord.status_code == 422
    assert "Vreemd" not in antwoord.content.decode()


def test_dezelfde_rol_twee_keer_tegelijk_kan_niet(bas: Werkplek, inloggen: Any) -> None:
    joris = collega_uitnodigen(door=bas, persoon=JORIS, rollen=[mentor()])
    url = reverse("accounts:aanstelling_nieuw", args=[joris.pk])
    antwoord = inloggen(bas.user).post(url, {"rol": "mentor", "van": (vandaag() + 30 * DAG).isoformat()})
    assert "heeft deze rol al in (een deel van) deze periode" in antwoord.content.decode()
    assert inloggen(bas.user).post(url, {"rol": "docent", "van": vandaag().isoformat()}).status_code == 302


def test_tweede_rol_geeft_geen_tweede_mail(bas: Werkplek) -> None:
    joris = collega_uitnodigen(door=bas, persoon=JORIS, rollen=[mentor()])
    aanstelling_geven(door=bas, user=joris, rol=Rolgegevens(Rol.DOCENT, vandaag()))
    assert Accountmail.objects.count() == 1


def test_opnieuw_uitnodigen_maakt_de_oude_link_dood(bas: Werkplek, inloggen: Any) -> None:
    joris = collega_uitnodigen(door=bas, persoon=JORIS, rollen=[mentor()])
    oud = Accountmail.objects.get()
    inloggen(bas.user).post(reverse("accounts:mens_uitnodigen", args=[joris.pk]))
    oud.refresh_from_db()
    nieuw = Accountmail.objects.exclude(pk=oud.pk).get()
    assert oud.verloopt_op is not None and nieuw.verloopt_op is not None
    assert oud.verloopt_op < nieuw.gemaakt_op < nieuw.verloopt_op


def test_opnieuw_uitnodigen_zonder_rol_kan_niet(bas: Werkplek) -> None:
    joris = maak_user("Joris")
    stel_aan(joris, bas.school, Rol.MENTOR, tot=vandaag() - DAG)
    with pytest.raises(ValidationError, match="eerst een rol"):
        opnieuw_uitnodigen(door=bas, user=joris)


def test_lijst_op_naam_rol_en_moment(bas: Werkplek, inloggen: Any) -> None:
    stel_aan(maak_user("Joris", "Hendriks"), bas.school, Rol.MENTOR)
    stel_aan(maak_user("Fatima", "El Amrani"), bas.school, Rol.DOCENT, van=vandaag() + 10 * DAG)
    stel_aan(maak_user("Weg", "Gegaan"), bas.school, Rol.MENTOR, tot=vandaag() - DAG)

    def namen(**vraag: str) -> set[str]:
        return {u.voornaam for u in access.zoek_mensen(bas, **vraag)}

    assert namen() == {"Bas", "Joris", "Fatima"}
    assert namen(vraag="hend") == {"Joris"}
    assert namen(vraag="joris hendriks") == {"Joris"}
    assert namen(vraag="el amr") == {"Fatima"}
    assert namen(rol="mentor") == {"Joris"}
    assert namen(wanneer="eerder") == {"Weg"}
    assert namen(wanneer="alles", rol="mentor") == {"Joris", "Weg"}
    pagina = inloggen(bas.user).get(reverse("accounts:mensen"), {"wanneer": "x", "p": "-3"}).content.decode()
    assert "Joris Hendriks" in pagina


def test_lijst_kost_evenveel_vragen_bij_meer_mensen(
    bas: Werkplek, inloggen: Any, django_assert_max_num_queries: Any
) -> None:
    for nummer in range(30):
        stel_aan(maak_user("Collega", f"Nummer {nummer}"), bas.school, Rol.DOCENT)
    client = inloggen(bas.user)
    client.get(reverse("accounts:mensen"))
    with django_assert_max_num_queries(12):
        client.get(reverse("accounts:mensen"))


def test_collega_van_een_andere_school_bestaat_hier_niet(
    bas: Werkplek, andere_school: School, inloggen: Any
) -> None:
    vreemd = maak_user("Omar")
    aanstelling = stel_aan(vreemd, andere_school, Rol.MENTOR)
    client = inloggen(bas.user)
    for naam in ("mens", "aanstelling_nieuw"):
        assert client.get(reverse(f"accounts:{naam}", args=[vreemd.pk])).status_code == 404
    assert client.post(reverse("accounts:mens_uitnodigen", args=[vreemd.pk])).status_code == 404
    url = reverse("accounts:aanstelling_beeindigen", args=[aanstelling.pk])
    assert client.post(url, {"tot": vandaag().isoformat()}).status_code == 404
    aanstelling.refresh_from_db()
    assert aanstelling.tot is None


@pytest.mark.parametrize(
    ("functie", "zin"),
    [("", "Docent"), ("docent Duits", "Docent Duits"), ("decaan", "Docent (decaan)")],
)
def test_rol_staat_er_niet_twee_keer(functie: str, zin: str) -> None:
    assert Aanstelling(rol=Rol.DOCENT, functie=functie).rol_en_functie == zin
