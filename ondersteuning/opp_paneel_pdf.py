"""What can be printed of an OPP: its versions with what was stored of them, evaluations, and answers."""

from dataclasses import dataclass

from ondersteuning.access_opp import Oppblik
from ondersteuning.access_opp_pdf import antwoorden_van, evaluaties_van, versies_met_document
from ondersteuning.documents.opp_delen import merk
from ondersteuning.models import Handelingsdeel, Instemming, Opp, OppEvaluatie, OppVersie
from ondersteuning.opp.feiten import Feiten
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.models import Bestand


@dataclass(frozen=True)
class Papier:
    """One version to print; `bewaard` is what was stored when it was put before the parents, `mist`: it should be."""

    versie: OppVersie
    merk: str
    bewaard: Bestand | None
    mist: bool


@dataclass(frozen=True)
class Papieren:
    """What can be printed; `horen`: also the form on which the pupil is heard. `vragen`: may have a version stored."""

    opp: Opp
    versies: list[Papier]
    evaluaties: list[OppEvaluatie]
    antwoorden: list[Instemming]
    horen: bool
    vragen: bool


def papier(versie: OppVersie) -> Papier:
    """One version, read with its document."""
    voorgelegd = versie.handelingsdeel != Handelingsdeel.CONCEPT
    return Papier(versie, merk(versie), versie.document, voorgelegd and versie.document_id is None)


def papieren(opp: Opp, mag: Oppblik) -> Papieren:
    """Everything of an opened OPP: three queries."""
    return Papieren(
        opp=opp,
        versies=[papier(versie) for versie in versies_met_document(opp.pk)] if mag.contacten else [],
        evaluaties=evaluaties_van(opp.pk) if mag.contacten else [],
        antwoorden=antwoorden_van(opp.pk) if mag.contacten else [],
        horen=mag.horen or mag.contacten,
        vragen=mag.schrijven,
    )


def paneel(
    werkplek: Werkplek, opp: Opp, versie: OppVersie, mag: Oppblik, feiten: Feiten | None = None
) -> Papieren | None:
    """The panel on the page of an OPP: the version that is shown there, with its document; None for who prints nothing."""
    if not mag.contacten and not mag.horen:
        return None
    versies = [papier(versie)] if mag.contacten else []
    return Papieren(opp, versies, [], [], mag.horen, mag.schrijven)
