"""What one can write down about an opened file, as data: each way on needs a right, and some a closer relation."""

from dataclasses import dataclass

from django.urls import reverse

from leerlingen.access import Grond, Toegangsgrond, mag_contacten_zien
from leerlingen.models import Leerling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Weg:
    """One way on; `dichtbij` is for the coordinator, the mentor and an assigned begeleider only, `zorg` not for the
    mentor either."""

    naam: str
    label: str
    icoon: str
    recht: Recht
    dichtbij: bool = False
    zorg: bool = False
    vraag: bool = False  # the pupil goes into the query instead of the path


@dataclass(frozen=True)
class Keuze:
    """A way on with its address."""

    url: str
    label: str
    icoon: str


WEGEN = (
    Weg("ondersteuning:signaal_nieuw", "Signaal", "flag", Recht.SIGNAAL_INDIENEN, vraag=True),
    Weg("leerlingen:notitie_nieuw", "Gesprek of observatie", "message-circle", Recht.NOTITIES),
    Weg("leerlingen:stuk_nieuw", "Stuk toevoegen", "paperclip", Recht.NOTITIES, dichtbij=True),
    Weg(
        "ondersteuning:hgw_leerling",
        "Wat heeft de leerling nodig (HGW)",
        "puzzle",
        Recht.NOTITIES,
        dichtbij=True,
    ),
    Weg(
        "ondersteuning:traject_nieuw",
        "Traject starten",
        "player-play",
        Recht.TRAJECT_STARTEN,
        zorg=True,
        vraag=True,
    ),
    Weg(
        "overleg:overleg_nieuw",
        "MDO plannen",
        "users-group",
        Recht.TRAJECT_STARTEN,
        dichtbij=True,
        vraag=True,
    ),
    Weg("leerlingen:kaart_advies", "Advies voor in de les", "bulb", Recht.ADVIES_GEVEN, dichtbij=True),
    Weg("leerlingen:toestemming_vragen", "Toestemming vragen", "circle-check", Recht.TOESTEMMING),
    Weg("ondersteuning:klacht_nieuw", "Klacht van ouders", "message-report", Recht.KLACHT, dichtbij=True),
    Weg("leerlingen:aantekeningen", "Aantekening voor jezelf", "lock", Recht.NOTITIES),
)


def vastleggen(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> list[Keuze]:
    """Return the ways on for this reader, in the order of the menu."""
    dichtbij = mag_contacten_zien(werkplek, grond)
    zorg = dichtbij and grond.grond != Toegangsgrond.MENTOR
    keuzes = []
    for weg in WEGEN:
        if werkplek.mag(weg.recht) and (dichtbij or not weg.dichtbij) and (zorg or not weg.zorg):
            url = reverse(weg.naam) if weg.vraag else reverse(weg.naam, args=[leerling.pk])
            keuzes.append(Keuze(f"{url}?leerling={leerling.pk}" if weg.vraag else url, weg.label, weg.icoon))
    return keuzes
