"""The list that goes with a bundle of OPPs: which number is whose; the names of the files say nothing."""

from dataclasses import dataclass

from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import Document, Documentsoort


@dataclass(frozen=True)
class Bundelregel:
    """One OPP in the bundle: its file, class, pupil and version; `fout`: why it is not there."""

    bestand: str
    klas: str
    leerling: str
    versie: str
    fout: str = ""


@dataclass(frozen=True, kw_only=True)
class Bundellijst(Document):
    """What is in the bundle, in the order of the files."""

    jaar: str
    waarvan: str
    regels: tuple[Bundelregel, ...]


def lijst(werkplek: Werkplek, *, jaar: str, waarvan: str, regels: tuple[Bundelregel, ...]) -> Bundellijst:
    """The list of a bundle."""
    return Bundellijst(
        titel="Ontwikkelingsperspectieven",
        school=werkplek.school.naam,
        wat=f"OPP’s {jaar}, {waarvan}",
        door=werkplek.user.naam,
        op=werkplek.dag,
        jaar=jaar,
        waarvan=waarvan,
        regels=regels,
    )


def _alleen_in_een_bundel(*_: object) -> Bundellijst:
    raise LookupError("a list is made with its bundle only")


SOORT = Documentsoort(
    sleutel="opp-lijst",
    recht=Recht.OPP_BEHEREN,
    deur=_alleen_in_een_bundel,
    maak=_alleen_in_een_bundel,
    template="ondersteuning/opp/papier_bundel.html",
)
"""Not registered: nobody asks for it by itself."""
