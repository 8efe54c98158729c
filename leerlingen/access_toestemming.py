"""The doors to consents and contacts (DESIGN §3): mentor and assigned begeleider read, the coordinator writes. Every look is logged."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from leerlingen.access import Grond, Toegangsgrond, get_leerling, mag_contacten_zien, open_zonder_regel
from leerlingen.models import (
    Contactpersoon,
    Delen,
    ExternePartner,
    Leerling,
    Toestemming,
    Toestemmingsantwoord,
)
from leerlingen.models.leerling import Gezag
from leerlingen.toestemming import (
    LEERLING,
    ZELF_VANAF,
    Antwoord,
    Gever,
    Stap,
    Vraag,
    eind_van,
    geldend,
    laatste,
    stand_van,
    verjaardag,
)
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Register:
    """One request with its answers, as it stands on a day. personen: the last answer of everybody, in order."""

    toestemming: Toestemming
    antwoorden: tuple[Toestemmingsantwoord, ...]
    vraag: Vraag
    geldt: bool
    dag: date

    @property
    def stand(self) -> Antwoord:
        """What the answers together say, with gezag as it is now."""
        return stand_van(self.vraag.stappen, self.vraag.regel)

    @property
    def eind(self) -> date:
        """The last day it can hold."""
        return eind_van(self.vraag)

    @property
    def personen(self) -> list[Toestemmingsantwoord]:
        """The last answer of each person."""
        return list({a.contact_id or LEERLING: a for a in self.antwoorden}.values())

    @property
    def stopt_door_zestien(self) -> bool:
        """Whether the 16th birthday ends it, and not the chosen date."""
        return self.eind < self.vraag.tot

    @property
    def verlopen(self) -> bool:
        """Its end has passed."""
        return self.eind < self.dag

    @property
    def gezag_weg(self) -> list[Toestemmingsantwoord]:
        """Who agreed and has no gezag any more."""
        return [a for a in self.personen if a.antwoord == Antwoord.GEGEVEN and not _gezag_nu(a)]

    @property
    def te_bevestigen(self) -> bool:
        """The pupil is 16 and has not said yet whether he keeps what his parents agreed to."""
        zestien = self.vraag.zestien_op
        zelf = laatste(self.vraag.stappen).get(LEERLING)
        return bool(
            self.vraag.gever == Gever.OUDERS
            and zestien
            and zestien <= self.dag <= self.vraag.tot
            and self.stand == Antwoord.GEGEVEN
            and zelf is None
        )


def mag_beheren(grond: Grond) -> bool:
    """Only the coordinator asks, notes answers and changes contacts."""
    return grond.grond == Toegangsgrond.ZORGCOORDINATOR


def _controleer(werkplek: Werkplek, grond: Grond, schrijven: bool) -> None:
    if not mag_contacten_zien(werkplek, grond) or (schrijven and not mag_beheren(grond)):
        raise PermissionDenied("contacten en toestemming zijn voor zorgcoördinator, mentor en begeleider")


def get_dossier(
    werkplek: Werkplek, pk: int, *, schrijven: bool = False, handeling: Handeling | None = Handeling.BEKEKEN
) -> tuple[Leerling, Grond]:
    """Open contacts and consents of a pupil: 404 for who may not know him, 403 for who may not see these (or not write)."""
    if handeling is None:
        leerling, grond = open_zonder_regel(werkplek, pk)
    else:
        leerling, grond = get_leerling(werkplek, pk, handeling)
    _controleer(werkplek, grond, schrijven)
    return leerling, grond


def _van_wie(werkplek: Werkplek, rijen: QuerySet) -> int:
    leerling_id = rijen.filter(school=werkplek.school).values_list("leerling_id", flat=True).first()
    if leerling_id is None:
        raise Http404
    return int(leerling_id)


def get_toestemming(
    werkplek: Werkplek, pk: int, *, schrijven: bool = False, handeling: Handeling = Handeling.BEKEKEN
) -> tuple[Register, Leerling, Grond]:
    """Open one consent with its answers; 404 and 403 as for the pupil it is about. Logs the look."""
    leerling_id = _van_wie(werkplek, Toestemming.objects.filter(pk=pk))
    leerling, grond = get_dossier(werkplek, leerling_id, schrijven=schrijven, handeling=None)
    rij = next((r for r in register_van(leerling, werkplek.dag) if r.toestemming.pk == pk), None)
    if rij is None:
        raise Http404
    _ingezien(werkplek, "toestemming", pk, leerling, grond, handeling)
    return rij, leerling, grond


def get_toestemming_slot(werkplek: Werkplek, pk: int) -> tuple[Register, Leerling, Grond]:
    """The same for writing: locked for the transaction, logged as changed."""
    Toestemming.objects.filter(school=werkplek.school, pk=pk).select_for_update(of=("self",)).first()
    return get_toestemming(werkplek, pk, schrijven=True, handeling=Handeling.GEWIJZIGD)


def get_contact(
    werkplek: Werkplek, pk: int, *, schrijven: bool = True, slot: bool = False
) -> tuple[Contactpersoon, Leerling, Grond]:
    """Open one contact; `slot` locks it for the transaction."""
    leerling_id = _van_wie(werkplek, Contactpersoon.objects.filter(pk=pk))
    leerling, grond = get_dossier(werkplek, leerling_id, schrijven=schrijven, handeling=None)
    rijen = Contactpersoon.objects.filter(pk=pk, leerling=leerling)
    contact = (rijen.select_for_update(of=("self",)) if slot else rijen).first()
    if contact is None:
        raise Http404
    _ingezien(werkplek, "contact", pk, leerling, grond, Handeling.GEWIJZIGD if slot else Handeling.BEKEKEN)
    return contact, leerling, grond


def _ingezien(
    werkplek: Werkplek, onderwerp: str, pk: int, leerling: Leerling, grond: Grond, handeling: Handeling
) -> None:
    inzage_vastleggen(
        door=werkplek,
        onderwerp=onderwerp,
        onderwerp_id=pk,
        leerling_id=leerling.pk,
        grond=grond.grond,
        namens_id=grond.namens_id,
        handeling=handeling,
    )


def zestien_op(leerling: Leerling) -> date | None:
    """The 16th birthday of a pupil; None when his birth date is not known."""
    return verjaardag(leerling.geboortedatum, ZELF_VANAF) if leerling.geboortedatum else None


def _gezag_nu(antwoord: Toestemmingsantwoord) -> bool:
    contact = antwoord.contact
    return contact is None or (contact.gezag == Gezag.JA and contact.beeindigd_op is None)


def vraag_van(
    toestemming: Toestemming, antwoorden: Sequence[Toestemmingsantwoord], zestien: date | None
) -> Vraag:
    """The request as plain values, for the pure rules."""
    stappen = tuple(
        Stap(a.contact_id or LEERLING, a.antwoord, a.gegeven_op, _gezag_nu(a)) for a in antwoorden
    )
    t = toestemming
    return Vraag(t.partner_id, t.doel, t.gever, t.van, t.tot, t.regel, stappen, zestien)


def register_van(leerling: Leerling, dag: date) -> list[Register]:
    """Every request about an opened pupil with how it stands on `dag`, in the order they were asked (two queries)."""
    toestemmingen = _toestemmingen.lees(leerling.pk)
    per_vraag: dict[int, list[Toestemmingsantwoord]] = defaultdict(list)
    for antwoord in _antwoorden.lees(leerling.pk) if toestemmingen else ():
        per_vraag[antwoord.toestemming_id].append(antwoord)
    return registers(toestemmingen, per_vraag, leerling, dag)


def registers(
    toestemmingen: Sequence[Toestemming],
    antwoorden: dict[int, list[Toestemmingsantwoord]],
    leerling: Leerling,
    dag: date,
) -> list[Register]:
    """How these requests about one pupil, in the order they were asked, stand on `dag`."""
    zestien = zestien_op(leerling)
    vragen = [vraag_van(t, antwoorden[t.pk], zestien) for t in toestemmingen]
    nu = {id(vraag) for vraag in geldend(vragen, dag)}
    return [
        Register(t, tuple(antwoorden[t.pk]), vraag, id(vraag) in nu, dag)
        for t, vraag in zip(toestemmingen, vragen, strict=True)
    ]


@vaste_vraag
def _toestemmingen(leerling_id: int) -> QuerySet:
    rijen = Toestemming.objects.filter(leerling_id=leerling_id)
    return rijen.select_related("partner", "gevraagd_door").order_by("gevraagd_op", "pk")


@vaste_vraag
def _antwoorden(leerling_id: int) -> QuerySet:
    rijen = Toestemmingsantwoord.objects.filter(toestemming__leerling_id=leerling_id)
    return rijen.select_related("contact", "door").order_by("pk")


def partners_om_te_vragen(werkplek: Werkplek) -> QuerySet[ExternePartner]:
    """Partners with whom one shares on consent only."""
    rijen = ExternePartner.objects.filter(school=werkplek.school, gestopt_op__isnull=True)
    return rijen.filter(delen=Delen.TOESTEMMING).order_by("naam", "pk")


def partners_zonder_vraag(werkplek: Werkplek) -> list[ExternePartner]:
    """Partners for whom no consent is asked: the law says so, or they hear no name."""
    return _zonder_vraag.lees(werkplek.school.pk)


@vaste_vraag
def _zonder_vraag(school_id: int) -> QuerySet:
    rijen = ExternePartner.objects.filter(school_id=school_id, gestopt_op__isnull=True)
    return rijen.exclude(delen=Delen.TOESTEMMING).order_by("naam", "pk")[:20]


def contacten_met_gezag(leerling_id: int) -> list[Contactpersoon]:
    """Who may be asked about an opened pupil below 16 (rule 9)."""
    return _met_gezag.lees(leerling_id)


@vaste_vraag
def _met_gezag(leerling_id: int) -> QuerySet:
    rijen = Contactpersoon.objects.filter(leerling_id=leerling_id, gezag=Gezag.JA, beeindigd_op__isnull=True)
    return rijen.order_by("huishouden", "naam")


def get_formulier(werkplek: Werkplek, pk: int, handeling: Handeling) -> tuple[Register, Leerling, list[str]]:
    """Open what the form for one household needs: `pk` is an answer of somebody in it. The names are of those who sign.

    Who lives elsewhere is not on it, not even by name.
    """
    antwoord = (
        Toestemmingsantwoord.objects.filter(school=werkplek.school, pk=pk).select_related("contact").first()
    )
    if antwoord is None:
        raise Http404
    register, leerling, _ = get_toestemming(
        werkplek, antwoord.toestemming_id, schrijven=True, handeling=handeling
    )
    return register, leerling, [a.naam for a in register.personen if woont(a) == woont(antwoord)]


def woont(antwoord: Toestemmingsantwoord) -> int:
    """The household of who answered, as it is now; 0 is the pupil himself."""
    return antwoord.contact.huishouden if antwoord.contact else LEERLING
