"""Pupils, where they sit, who is around them and who may see them."""

from leerlingen.models.advies import Handelingsadvies
from leerlingen.models.faciliteit import Faciliteit, Faciliteitenkaart, Faciliteitsoort, FaciliteitToekenning
from leerlingen.models.groepen import Klas, Lesgroep, LesgroepLid, Lesopdracht, Mentorschap, Plaatsing
from leerlingen.models.importeren import Import, ImportRegel
from leerlingen.models.kaart import FaciliteitMelding, Grondslag, Kaartgezien, Kaartgrond, Kaartversie
from leerlingen.models.leerling import Contactpersoon, Leerling
from leerlingen.models.notitie import Niveau, Notitie, Notitierevisie, Notitiesoort, Zienswijze
from leerlingen.models.partner import Delen, ExternePartner, Partnersoort
from leerlingen.models.prive import Vertrouwensnotitie, Werkaantekening
from leerlingen.models.stuk import Stuk, Stuksoort
from leerlingen.models.toegang import Toegangsverlening
from leerlingen.models.toestemming import Gegevens, Toestemming, Toestemmingsantwoord, Wijze
from leerlingen.models.vervanging import Vervanging

__all__ = [
    "Contactpersoon",
    "Delen",
    "ExternePartner",
    "Faciliteit",
    "FaciliteitMelding",
    "FaciliteitToekenning",
    "Faciliteitenkaart",
    "Faciliteitsoort",
    "Gegevens",
    "Grondslag",
    "Handelingsadvies",
    "Import",
    "ImportRegel",
    "Kaartgezien",
    "Kaartgrond",
    "Kaartversie",
    "Klas",
    "Leerling",
    "Lesgroep",
    "LesgroepLid",
    "Lesopdracht",
    "Mentorschap",
    "Niveau",
    "Notitie",
    "Notitierevisie",
    "Notitiesoort",
    "Partnersoort",
    "Plaatsing",
    "Stuk",
    "Stuksoort",
    "Toegangsverlening",
    "Toestemming",
    "Toestemmingsantwoord",
    "Vertrouwensnotitie",
    "Vervanging",
    "Werkaantekening",
    "Wijze",
    "Zienswijze",
]
