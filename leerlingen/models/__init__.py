"""Pupils, where they sit, who is around them and who may see them."""

from leerlingen.models.groepen import Klas, Lesgroep, LesgroepLid, Lesopdracht, Mentorschap, Plaatsing
from leerlingen.models.importeren import Import, ImportRegel
from leerlingen.models.leerling import Contactpersoon, Leerling
from leerlingen.models.partner import Delen, ExternePartner, Partnersoort
from leerlingen.models.toegang import Toegangsverlening

__all__ = [
    "Contactpersoon",
    "Delen",
    "ExternePartner",
    "Import",
    "ImportRegel",
    "Klas",
    "Leerling",
    "Lesgroep",
    "LesgroepLid",
    "Lesopdracht",
    "Mentorschap",
    "Partnersoort",
    "Plaatsing",
    "Toegangsverlening",
]
