"""The consent form on paper: one for each household, so that two households see nothing of each other."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from leerlingen.access_toestemming import get_formulier
from leerlingen.toestemming import Gever
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import Document, Documentsoort


@dataclass(frozen=True, kw_only=True)
class Formulier(Document):
    """What stands on the form. `zelf`: the pupil is 16 and signs himself. No address, number or mail of anybody."""

    leerling: str
    roepnaam: str
    klas: str
    partner: str
    partner_doet: str
    doel: str
    gegevens: tuple[str, ...]
    toelichting: str
    van: date
    tot: date
    ondertekenaars: tuple[str, ...]
    zelf: bool
    stopt_door_zestien: bool


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> object:
    """Open the request for printing; the coordinator only."""
    return get_formulier(werkplek, object_id, handeling)


def maak(werkplek: Werkplek, object_id: int) -> Formulier:
    """The form for the household of the person whose answer is `object_id`."""
    register, leerling, namen = get_formulier(werkplek, object_id, Handeling.BEKEKEN)
    rij = register.toestemming
    return Formulier(
        titel="Toestemmingsformulier",
        school=werkplek.school.naam,
        wat=f"Toestemming {leerling.naam}",
        door=werkplek.user.naam,
        op=werkplek.dag,
        leerling=leerling.naam,
        roepnaam=leerling.roepnaam,
        klas=getattr(leerling, "klasnaam", "") or "",
        partner=rij.partner.naam,
        partner_doet=rij.partner.doet,
        doel=rij.doel,
        gegevens=tuple(rij.gegevens_in_woorden),
        toelichting=rij.toelichting,
        van=rij.van,
        tot=register.eind,
        ondertekenaars=tuple(namen),
        zelf=rij.gever == Gever.LEERLING,
        stopt_door_zestien=register.stopt_door_zestien,
    )


def _terug(object_id: int) -> str:
    return reverse("leerlingen:toestemming_van_antwoord", args=[object_id])


FORMULIER = Documentsoort(
    sleutel="toestemmingsformulier",
    recht=Recht.TOESTEMMING,
    deur=deur,
    maak=maak,
    template="pdf/toestemming.html",
    terug=_terug,
)
