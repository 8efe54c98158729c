"""An import after somebody changed a contact by hand: nothing is lost, nothing is doubled, and undoing still works."""

import pytest

from leerlingen.importeren.uitvoeren import draai_terug
from leerlingen.models import Contactpersoon, ImportRegel, Leerling
from leerlingen.services.contacten import Contactgegevens, contact_toevoegen, contact_wijzigen
from leerlingen.tests.importhulp import alles, csv_van, importeer
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.fabriek import maak_werkplek

KOP = "leerlingnummer;roepnaam;achternaam;contact1_naam;contact1_relatie;contact1_gezag;contact1_telefoon"


def bestand(naam: str = "M. Bakker", gezag: str = "ja", telefoon: str = "06-11111111") -> bytes:
    return csv_van(f"1;Kees;Bakker;{naam};moeder;{gezag};{telefoon}", kop=KOP)


def wijzig(school: School, **velden: str) -> Contactpersoon:
    contact = Contactpersoon.objects.get()
    nu = {v: getattr(contact, v) for v in Contactgegevens.__dataclass_fields__}
    contact_wijzigen(
        door=maak_werkplek(school, Rol.ZORGCOORDINATOR),
        pk=contact.pk,
        versie=contact.versie,
        gegevens=Contactgegevens(**(nu | velden)),
    )
    contact.refresh_from_db()
    return contact


def test_wat_de_school_schreef_blijft_en_het_bestand_staat_ernaast(school: School) -> None:
    importeer(school, bestand())
    wijzig(school, naam="Marit Bakker", telefoon="06 22222222")
    opdracht = importeer(school, bestand(telefoon="06-33333333"))
    contact = Contactpersoon.objects.get()
    assert (contact.naam, contact.telefoon, contact.gezag) == ("Marit Bakker", "06 22222222", "ja")
    assert "33333333" in str(contact.administratie["telefoon"])
    regel = ImportRegel.objects.get(opdracht=opdracht, soort="gewijzigd")
    assert "blijft zoals de school het opschreef" in str(regel.na)


@pytest.mark.regel(56)
def test_hetzelfde_bestand_verandert_daarna_niets(school: School) -> None:
    importeer(school, bestand())
    wijzig(school, naam="Marit Bakker", telefoon="06 22222222", gezag="onbekend")
    importeer(school, bestand())
    voor = alles(school)
    opdracht = importeer(school, bestand())
    assert opdracht.tellingen["ongewijzigd"] == 1 and alles(school) == voor


@pytest.mark.regel(9)
def test_gezag_wordt_door_een_bestand_alleen_minder(school: School) -> None:
    importeer(school, bestand(gezag="nee"))
    wijzig(school, gezag="ja")
    importeer(school, bestand(gezag="nee"))
    assert Contactpersoon.objects.get().gezag == "nee"
    wijzig(school, gezag="onbekend")
    importeer(school, bestand(gezag="ja"))
    contact = Contactpersoon.objects.get()
    assert contact.gezag == "onbekend" and contact.administratie == {"gezag": "ja"}


def test_zelf_toegevoegd_blijft_zelf_toegevoegd(school: School) -> None:
    importeer(school, csv_van("1;Kees;Bakker", kop="leerlingnummer;roepnaam;achternaam"))
    door = maak_werkplek(school, Rol.ZORGCOORDINATOR)
    leerling_id = Leerling.objects.get().pk
    gegevens = Contactgegevens("M. Bakker", "moeder", "nee", 1, "06 22222222")
    contact_toevoegen(door=door, leerling_id=leerling_id, gegevens=gegevens)
    importeer(school, bestand())
    contact = Contactpersoon.objects.get()
    assert (contact.gezag, contact.telefoon) == ("nee", "06 22222222")
    assert contact.administratie["gezag"] == "ja"


def test_ongedaan_maken_zet_ook_dit_terug(school: School) -> None:
    importeer(school, bestand())
    wijzig(school, telefoon="06 22222222")
    voor = alles(school)
    opdracht = importeer(school, bestand(telefoon="06-33333333"))
    assert alles(school) != voor
    draai_terug(opdracht)
    assert alles(school) == voor
