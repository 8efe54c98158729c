"""Asking for consent and noting what each person answered. Answers are added, never changed; a withdrawal holds at once."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.db.models import F

from leerlingen.access_toestemming import (
    Register,
    get_dossier,
    get_toestemming,
    get_toestemming_slot,
    partners_om_te_vragen,
    register_van,
    zestien_op,
)
from leerlingen.models import Contactpersoon, Leerling, Stuk, Stuksoort, Toestemming, Toestemmingsantwoord
from leerlingen.models.leerling import Gezag
from leerlingen.models.toestemming import ANDERS_DAN_OUDER
from leerlingen.services.stukken import Stukgegevens, stukken_toevoegen
from leerlingen.toestemming import LEERLING, Antwoord, Gever, Regel, Vraag, eind_van, laatste, wie_geeft
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

VOLGENDE: dict[str, frozenset[Antwoord]] = {
    Antwoord.GEVRAAGD: frozenset({Antwoord.GEGEVEN, Antwoord.GEWEIGERD, Antwoord.GEEN_REACTIE}),
    Antwoord.GEEN_REACTIE: frozenset({Antwoord.GEGEVEN, Antwoord.GEWEIGERD}),
    Antwoord.GEGEVEN: frozenset({Antwoord.INGETROKKEN}),
    Antwoord.GEWEIGERD: frozenset(),
    Antwoord.INGETROKKEN: frozenset(),
}
"""What may be noted after what. After a no one asks anew."""
GEEN_GEBOORTEDATUM = "De geboortedatum is niet bekend. Laat die eerst aanvullen in de administratie."
ZELF = "Deze leerling is 16 of ouder en beslist zelf. Vraag het de leerling."
TE_JONG = "Deze leerling is nog geen 16. Vraag het de ouders met gezag."
GEEN_GEZAG = "Alleen wie gezag heeft, kan toestemming geven. Kies iemand anders of laat het gezag aanpassen."


@dataclass(frozen=True)
class Vraaggegevens:
    """What is asked, of whom: contacts with gezag, or nobody when the pupil decides himself."""

    partner_id: int
    doel: str
    gegevens: tuple[str, ...]
    van: date
    tot: date
    toelichting: str = ""
    contact_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Antwoordgegevens:
    """What one person answered; `contact_id` None is the pupil himself. `scan`: the signed form."""

    contact_id: int | None
    antwoord: str
    op: date
    wijze: str = ""
    opmerking: str = ""
    scan: File | None = None


@transaction.atomic
def toestemming_vragen(*, door: Werkplek, leerling_id: int, gegevens: Vraaggegevens) -> Toestemming:
    """Ask for consent: a row for the request and one for each person who is asked.

    Raises 404 and PermissionDenied from the door, ValidationError by field: no gezag (rule 9), parents of a pupil of 16
    or a pupil below 16 (rule 21), a partner for whom no consent is asked, an end before the start, the same open request.
    """
    leerling, _ = get_dossier(door, leerling_id, schrijven=True, handeling=Handeling.GEWIJZIGD)
    if not partners_om_te_vragen(door).filter(pk=gegevens.partner_id).exists():
        raise ValidationError({"partner": "Aan deze partner vraag je geen toestemming. Kies een andere."})
    gever = wie_geeft(leerling.geboortedatum, door.dag)
    if gever is None:
        raise ValidationError(GEEN_GEBOORTEDATUM)
    contacten = _gevraagden(leerling, gever, gegevens)
    zestien = zestien_op(leerling)
    if gever == Gever.OUDERS and zestien is not None and gegevens.van >= zestien:
        raise ValidationError(
            {"van": "Dan is deze leerling 16 en beslist zelf. Kies een eerdere begindatum."}
        )
    if gegevens.tot < door.dag:
        raise ValidationError({"tot": "Deze dag is voorbij. Kies een einde vanaf vandaag."})
    regel = Regel.IEDEREEN if instelling("toestemming_ouders", door.dag) else Regel.EEN
    vraag = Vraag(gegevens.partner_id, gegevens.doel, gever, gegevens.van, gegevens.tot, regel, (), zestien)
    rij = Toestemming(
        school=door.school,
        leerling=leerling,
        partner_id=gegevens.partner_id,
        doel=gegevens.doel,
        gegevens=list(gegevens.gegevens),
        toelichting=gegevens.toelichting,
        gever=gever,
        regel=regel,
        van=gegevens.van,
        tot=gegevens.tot,
        eindigt_op=eind_van(vraag),
        gevraagd_op=door.dag,
        gevraagd_door=door.user,
    )
    bewaar(rij)
    for contact in contacten:
        _noteer(door, rij, contact, leerling, Antwoordgegevens(None, Antwoord.GEVRAAGD, door.dag), None)
    return rij


def _gevraagden(leerling: Leerling, gever: Gever, gegevens: Vraaggegevens) -> list[Contactpersoon | None]:
    """Who is asked; None is the pupil himself."""
    if gever == Gever.LEERLING:
        if gegevens.contact_ids:
            raise ValidationError({"contacten": ZELF})
        return [None]
    contacten = list(
        Contactpersoon.objects.filter(
            leerling=leerling, pk__in=gegevens.contact_ids, beeindigd_op__isnull=True
        ).order_by("pk")
    )
    if len(contacten) != len(set(gegevens.contact_ids)) or any(c.gezag != Gezag.JA for c in contacten):
        raise ValidationError({"contacten": GEEN_GEZAG})
    if not contacten:
        raise ValidationError({"contacten": "Kies wie je om toestemming vraagt."})
    return list(contacten)


def _noteer(
    door: Werkplek,
    rij: Toestemming,
    contact: Contactpersoon | None,
    leerling: Leerling,
    gegevens: Antwoordgegevens,
    stuk: Stuk | None,
) -> None:
    """Add an answer with who that person is today."""
    bewaar(
        Toestemmingsantwoord(
            school=door.school,
            toestemming=rij,
            contact=contact,
            naam=contact.naam if contact else leerling.naam,
            relatie=contact.relatie if contact else ANDERS_DAN_OUDER,
            gezag=contact.gezag if contact else "",
            huishouden=contact.huishouden if contact else LEERLING,
            antwoord=gegevens.antwoord,
            gegeven_op=gegevens.op,
            wijze=gegevens.wijze,
            opmerking=gegevens.opmerking,
            stuk=stuk,
            door=door.user,
        )
    )


@transaction.atomic
def antwoord_vastleggen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    gegevens: Antwoordgegevens,
    op: datetime,
    sleutel: uuid.UUID | None = None,
) -> Register:
    """Note what one person answered: yes, no, no reaction, or that he takes his yes back (which holds from that day).

    Raises Verouderd when somebody noted something since `versie`, ValidationError by field for what rules 9, 20 and 21
    forbid, an answer that does not follow on the last one, and a date before the question or in the future.
    """
    register, leerling, _ = get_toestemming_slot(door, pk)
    rij = register.toestemming
    if rij.versie != versie:
        raise Verouderd
    contact = _antwoorder(register, gegevens)
    _controleer_volgorde(register, gegevens, door.dag)
    if gegevens.antwoord == Antwoord.GEGEVEN:
        _controleer_gever(leerling, contact, gegevens.op, door.dag)
    stuk = _bewaar_scan(door, leerling, gegevens, op, sleutel) if gegevens.scan else None
    _noteer(door, rij, contact, leerling, gegevens, stuk)
    Toestemming.objects.filter(pk=pk).update(versie=F("versie") + 1)
    herbereken(leerling, door.dag)
    return get_toestemming(door, pk, handeling=Handeling.GEWIJZIGD)[0]


def _antwoorder(register: Register, gegevens: Antwoordgegevens) -> Contactpersoon | None:
    """The contact who was asked, None for the pupil; ValidationError for somebody who was not asked."""
    if gegevens.contact_id is None:
        if register.vraag.gever == Gever.OUDERS and not (
            register.te_bevestigen or LEERLING in laatste(register.vraag.stappen)
        ):
            raise ValidationError({"wie": TE_JONG})
        return None
    gevraagd = {a.contact_id: a.contact for a in register.antwoorden if a.contact_id}
    if gegevens.contact_id not in gevraagd:
        raise ValidationError({"wie": "Deze persoon is niet gevraagd."})
    return gevraagd[gegevens.contact_id]


def _controleer_volgorde(register: Register, gegevens: Antwoordgegevens, dag: date) -> None:
    vorige = laatste(register.vraag.stappen).get(gegevens.contact_id or LEERLING)
    mag = VOLGENDE[vorige.antwoord if vorige else Antwoord.GEVRAAGD]
    if gegevens.antwoord not in mag:
        raise ValidationError(
            {"antwoord": "Dit kan niet meer na het vorige antwoord. Vraag het zo nodig opnieuw."}
        )
    if gegevens.antwoord == Antwoord.GEGEVEN and register.vraag.tot < dag:
        raise ValidationError({"antwoord": "Deze vraag is voorbij. Vraag het opnieuw."})
    vroegst = vorige.op if vorige else register.toestemming.gevraagd_op
    if not vroegst <= gegevens.op <= dag:
        raise ValidationError({"op": f"Kies een dag van {vroegst:%d-%m-%Y} tot en met vandaag."})


def _controleer_gever(leerling: Leerling, contact: Contactpersoon | None, op: date, dag: date) -> None:
    """Who may say yes today and on the day it was said (rules 9, 20 and 21)."""
    gevers = {wie_geeft(leerling.geboortedatum, op), wie_geeft(leerling.geboortedatum, dag)}
    if None in gevers:
        raise ValidationError(GEEN_GEBOORTEDATUM)
    if contact is None:
        if gevers != {Gever.LEERLING}:
            raise ValidationError({"op": TE_JONG})
    elif Gever.LEERLING in gevers:
        raise ValidationError({"wie": ZELF})
    elif contact.gezag != Gezag.JA or contact.beeindigd_op is not None:
        raise ValidationError({"wie": GEEN_GEZAG})


def _bewaar_scan(
    door: Werkplek, leerling: Leerling, gegevens: Antwoordgegevens, op: datetime, sleutel: uuid.UUID | None
) -> Stuk:
    """Keep the signed form among the documents of the pupil; its errors belong to the field `scan`."""
    stukgegevens = Stukgegevens(
        soort=Stuksoort.TOESTEMMING,
        gebeurd_op=gegevens.op,
        niveau="mentor_zorgteam",
        titel="Toestemmingsformulier",
    )
    assert gegevens.scan is not None
    try:
        return stukken_toevoegen(
            door=door,
            leerling_id=leerling.pk,
            sleutel=sleutel or uuid.uuid4(),
            gegevens=stukgegevens,
            bestanden=[gegevens.scan],
            op=op,
        )[0]
    except ValidationError as fout:
        raise ValidationError({"scan": fout.messages}) from fout


def herbereken(leerling: Leerling, dag: date) -> int:
    """Bring `stand` and `eindigt_op` of a pupil's requests up to date with answers, gezag and birth date; returns how
    many changed. The caller opened the pupil, or runs for the whole school."""
    veranderd = 0
    for r in register_van(leerling, dag):
        t = r.toestemming
        if (t.stand, t.eindigt_op) != (r.stand, r.eind):
            veranderd += Toestemming.objects.filter(pk=t.pk).update(stand=r.stand, eindigt_op=r.eind)
    return veranderd
