"""What outsiders see of an item: showing it to them, in which words, and on which ground with the name (DOMAIN 37, 38)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from leerlingen.models import Delen
from overleg.access_agenda import get_punt_slot, leg_inzage_vast
from overleg.access_puntextern import get_grond_slot
from overleg.loop import Stap, controleer_stap
from overleg.models import Agendapunt, Deelname, Functie, Naamgrond
from overleg.soorten import regels
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

ZONDER_TEKST = "Schrijf de vraag voor de externen op, zonder naam. Anders kunnen zij dit punt niet lezen."


@transaction.atomic
def extern_zetten(*, door: Werkplek, pk: int, versie: int, voor_externen: bool, tekst: str) -> Agendapunt:
    """Show an item to outsiders or hide it, with the text that is written for them. Hiding is possible in any state.

    Raises Verouderd, ValidationError (no text; a kind of meeting without outsiders), StapNietToegestaan, 403 or 404.
    """
    punt = get_punt_slot(door, pk, daad="agenda")
    if punt.versie != versie:
        raise Verouderd
    tekst = tekst.strip()
    if voor_externen or tekst != punt.tekst_extern:
        controleer_stap(punt.overleg.status, Stap.AGENDA)
    if voor_externen and not regels(punt.overleg.soort).externen:
        raise ValidationError("Bij dit soort overleg zijn geen mensen van buiten.")
    if voor_externen and not tekst:
        raise ValidationError({"tekst_extern": ZONDER_TEKST})
    punt.voor_externen, punt.tekst_extern, punt.versie = voor_externen, tekst, punt.versie + 1
    leg_inzage_vast(door, [punt], Handeling.GEWIJZIGD)
    return bewaar(punt, "voor_externen", "tekst_extern", "versie")


@transaction.atomic
def grond_vastleggen(
    *, door: Werkplek, punt_id: int, partner_id: int, grond: str, uitleg: str, op: datetime
) -> Naamgrond:
    """Record on which ground, other than consent, one partner at this meeting hears the name of an item, and why.

    Raises ValidationError (no pupil, a partner that is not there or hears no names, no reason, a ground there already),
    StapNietToegestaan, 403 or 404.
    """
    punt = get_punt_slot(door, punt_id, daad="agenda")
    controleer_stap(punt.overleg.status, Stap.AGENDA)
    if punt.leerling_id is None:
        raise ValidationError("Dit punt gaat niet over een leerling, dus er is geen naam te noemen.")
    hier = Deelname.objects.filter(overleg_id=punt.overleg_id, functie=Functie.EXTERN, partner_id=partner_id)
    deelname = hier.filter(verwijderd_op__isnull=True).select_related("partner").first()
    if deelname is None or deelname.partner is None:
        raise ValidationError("Van deze organisatie doet niemand meer mee. Kijk wie er nu op de lijst staat.")
    if deelname.partner.delen == Delen.ANONIEM:
        raise ValidationError("Deze partner denkt alleen mee zonder naam.")
    if not uitleg.strip():
        raise ValidationError({"uitleg": "Schrijf in een zin op waarom de naam nodig is."})
    leg_inzage_vast(door, [punt], Handeling.GEWIJZIGD)
    return bewaar(
        Naamgrond(
            school=door.school,
            punt=punt,
            partner=deelname.partner,
            grond=grond,
            uitleg=uitleg.strip(),
            door=door.user,
            op=op,
        )
    )


@transaction.atomic
def grond_intrekken(*, door: Werkplek, punt_id: int, pk: int, op: datetime) -> Naamgrond:
    """Withdraw a recorded ground: from now the name is heard no more on it. In any state; twice is once. 403 or 404."""
    grond, punt = get_grond_slot(door, punt_id, pk)
    if grond.ingetrokken_op is None:
        grond.ingetrokken_op = op
        grond.save(update_fields=["ingetrokken_op"])
        leg_inzage_vast(door, [punt], Handeling.GEWIJZIGD)
    return grond
