"""What the form of an agreement offers with one tap: who owns it, and by when; and what is said of a day without school."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from leerlingen.models import Contactpersoon, ExternePartner, Leerling
from ondersteuning.eigenaren import eigenaar_kring
from overleg.afspraakdatum import Voorstel, geen_schooldag, voorstellen
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek

MENSEN_MAX = 6


@dataclass(frozen=True)
class Persoon:
    """A colleague to tap on; `label` is the shortest name that tells him apart."""

    waarde: str
    label: str


@dataclass(frozen=True)
class Keuzes:
    """What one form offers. kring: who may own it; contacten and partners: who else may do it; externen: people from
    outside are in this item, so that one may say whether they read it."""

    vandaag: date
    kring: Kring
    mensen: Sequence[Persoon]
    datums: Sequence[Voorstel]
    leerling: str = ""
    contacten: Sequence[Contactpersoon] = field(default=())
    partners: Sequence[ExternePartner] = field(default=())
    externen: bool = False


def keuzes_voor(
    werkplek: Werkplek,
    leerling: Leerling | None = None,
    *,
    mensen: Sequence[User] | None = None,
    volgend: date | None = None,
    contacten: Sequence[Contactpersoon] = (),
    partners: Sequence[ExternePartner] = (),
    externen: bool = False,
) -> Keuzes:
    """Read them (two statements). `mensen`: who is in the meeting; without it the likely people around the pupil.

    `volgend` is the day of the next meeting.
    """
    kring = eigenaar_kring(werkplek, leerling.pk if leerling else None)
    if mensen is None:
        rond = [(optie.waarde, optie.naam) for optie in kring.waarschijnlijk()]
    else:
        rond = [(str(user.pk), user.naam) for user in mensen]
    personen = _personen(rond, str(werkplek.user.pk))
    return Keuzes(
        vandaag=werkplek.dag,
        kring=kring,
        mensen=personen[:MENSEN_MAX] if mensen is None else personen,
        datums=datums_voor(werkplek, volgend),
        leerling=leerling.roepnaam if leerling else "",
        contacten=contacten,
        partners=partners,
        externen=externen,
    )


def _personen(rond: Sequence[tuple[str, str]], zelf: str) -> list[Persoon]:
    """First names; whole ones where two people share theirs."""
    voornamen = Counter(naam.split(" ")[0] for _, naam in rond)
    lijst = []
    for waarde, naam in dict.fromkeys(rond):
        eerste = naam.split(" ")[0]
        lijst.append(Persoon(waarde, "Jij" if waarde == zelf else eerste if voornamen[eerste] == 1 else naam))
    return lijst


def datums_voor(
    werkplek: Werkplek, volgend: date | None = None, *, later_dan: date | None = None
) -> list[Voorstel]:
    """The dates to tap on, with the free days of this school; `later_dan`: counted from that day when it lies ahead."""
    vanaf = max(werkplek.dag, later_dan or werkplek.dag)
    return voorstellen(vanaf, vrije_perioden(werkplek.dag), volgend)


def melding_bij(klaar_op: date) -> str:
    """What somebody is told who chose a day without school; empty for a school day."""
    return geen_schooldag(klaar_op, vrije_perioden(klaar_op))
