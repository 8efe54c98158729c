"""Protocols: beginning one, writing a version, putting it in force, reading it, ending it."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404

from beleid.access_protocol import concept_van, geldig_van, get_protocol, get_protocol_slot, mag_werken
from beleid.klokken_protocol import nakijken_klaar, plan_nakijken, vraag_te_lezen
from beleid.models import Protocol, Protocollezing, Protocolversie
from beleid.protocolsoorten import Versiestatus
from beleid.protocoltekst import BEGIN, Stap, schoon
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

GEEN_CONCEPT = "Van dit protocol is geen nieuwe tekst in de maak."
GELDT_NIET = "Dit protocol geldt niet meer."


@transaction.atomic
def protocol_beginnen(
    *, door: Werkplek, soort: str, titel: str, nakijken_op: date | None, op: datetime
) -> Protocol:
    """Begin a protocol with the starter text of its kind. Raises ValidationError for a title that is there, 403."""
    if not mag_werken(door):
        raise PermissionDenied("protocol")
    een_tegelijk(door)
    protocol = Protocol(
        school=door.school, soort=soort, titel=titel.strip(), eigenaar=door.user, nakijken_op=nakijken_op
    )
    bewaar(protocol)
    tekst, stappen = BEGIN.get(soort, ("", []))
    bewaar(
        Protocolversie(
            school=door.school,
            protocol=protocol,
            tekst=tekst,
            stappen=stappen,
            gemaakt_door=door.user,
            gemaakt_op=op,
        )
    )
    plan_nakijken(protocol)
    return protocol


@transaction.atomic
def protocol_wijzigen(
    *, door: Werkplek, pk: int, versie: int, titel: str, nakijken_op: date | None
) -> Protocol:
    """Another title or day to look at it. Raises Verouderd, ValidationError, 403, 404."""
    protocol = get_protocol_slot(door, pk)
    if protocol.versie != versie:
        raise Verouderd
    nakijken_klaar(protocol)
    protocol.titel, protocol.nakijken_op, protocol.versie = titel.strip(), nakijken_op, versie + 1
    bewaar(protocol, "titel", "nakijken_op", "versie")
    plan_nakijken(protocol)
    return protocol


@transaction.atomic
def versie_beginnen(*, door: Werkplek, pk: int, op: datetime) -> Protocolversie:
    """A next text that begins as the one in force; the one that is being written already, when there is one."""
    protocol = get_protocol_slot(door, pk)
    al, geldt = concept_van(protocol), geldig_van(protocol)
    if al is not None:
        return al
    if protocol.vervallen_op is not None or geldt is None:
        raise ValidationError(GELDT_NIET)
    nieuw = Protocolversie(
        school=door.school,
        protocol=protocol,
        nummer=geldt.nummer + 1,
        tekst=geldt.tekst,
        stappen=geldt.stappen,
        gemaakt_door=door.user,
        gemaakt_op=op,
    )
    return bewaar(nieuw)


def _concept(door: Werkplek, pk: int, versie: int) -> tuple[Protocol, Protocolversie]:
    protocol = get_protocol_slot(door, pk)
    if protocol.vervallen_op is not None:
        raise ValidationError(GELDT_NIET)
    concept = concept_van(protocol)
    if concept is None:
        raise ValidationError(GEEN_CONCEPT)
    if concept.versie != versie:
        raise Verouderd
    return protocol, concept


@transaction.atomic
def versie_schrijven(
    *, door: Werkplek, pk: int, versie: int, tekst: str, stappen: list[Stap], wijziging: str
) -> Protocolversie:
    """Keep the text that is being written. Raises Verouderd when a colleague saved it meanwhile, ValidationError, 404."""
    _, concept = _concept(door, pk, versie)
    try:
        concept.stappen = schoon(stappen)
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout
    concept.tekst, concept.wijziging, concept.versie = tekst, wijziging, versie + 1
    return bewaar(concept)


@transaction.atomic
def versie_weggooien(*, door: Werkplek, pk: int, versie: int) -> Protocolversie:
    """Throw away a text that was not put in force, and return it as it was; with the first one the protocol ends.

    Raises Verouderd, ValidationError, 403, 404.
    """
    protocol, concept = _concept(door, pk, versie)
    if concept.nummer == 1:
        protocol.vervallen_op = door.dag
        bewaar(protocol, "vervallen_op")
        nakijken_klaar(protocol)
    Protocolversie.objects.filter(pk=concept.pk).delete()
    return concept


@transaction.atomic
def versie_terug(
    *, door: Werkplek, pk: int, tekst: str, stappen: list[Stap], wijziging: str, op: datetime
) -> Protocolversie:
    """Herstel of throwing a text away: it is written at again, and a protocol that ended with it is there again.

    Raises ValidationError when another text is being written by now, the protocol ended or its title is taken; 403, 404.
    """
    protocol = get_protocol_slot(door, pk)
    geldt = geldig_van(protocol)
    if concept_van(protocol) is not None:
        raise ValidationError("Er is al een andere nieuwe tekst in de maak.")
    if geldt is not None and protocol.vervallen_op is not None:
        raise ValidationError(GELDT_NIET)
    if protocol.vervallen_op is not None:
        protocol.vervallen_op = None
        bewaar(protocol, "vervallen_op")
        plan_nakijken(protocol)
    nieuw = Protocolversie(
        school=door.school,
        protocol=protocol,
        nummer=geldt.nummer + 1 if geldt else 1,
        gemaakt_door=door.user,
        gemaakt_op=op,
    )
    nieuw.tekst, nieuw.stappen, nieuw.wijziging = tekst, schoon(stappen), wijziging
    return bewaar(nieuw)


@transaction.atomic
def protocol_laten_gelden(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Protocolversie:
    """Put the text that was written in force from now; everybody is asked to read it. Raises Verouderd, ValidationError."""
    protocol, concept = _concept(door, pk, versie)
    if not concept.tekst.strip() and not concept.stappen:
        raise ValidationError("Schrijf eerst een tekst of stappen.")
    geldt = geldig_van(protocol)
    if geldt is not None:
        geldt.status, geldt.versie = Versiestatus.VORIG, geldt.versie + 1
        bewaar(geldt, "status", "versie")
    concept.status, concept.geldig_door, concept.geldig_op = Versiestatus.GELDIG, door.user, op
    concept.versie += 1
    bewaar(concept, "status", "geldig_door", "geldig_op", "versie")
    bewaar(Protocollezing(school=door.school, protocolversie=concept, user=door.user, gelezen_op=op))
    vraag_te_lezen(door, concept, op)
    return concept


@transaction.atomic
def protocol_gelezen(*, door: Werkplek, pk: int, op: datetime, nummer: int | None = None) -> None:
    """Confirm that one read the text that holds, `nummer` when it is given; twice is once.

    Raises Verouderd when another text holds by now: that one was not read. 404 when nothing holds.
    """
    protocol, _ = get_protocol(door, pk)
    geldt = geldig_van(protocol)
    if geldt is None or protocol.vervallen_op is not None:
        raise Http404("protocol")
    if nummer is not None and geldt.nummer != nummer:
        raise Verouderd
    Protocollezing.objects.get_or_create(
        school=door.school, protocolversie=geldt, user=door.user, defaults={"gelezen_op": op}
    )


@transaction.atomic
def protocol_beeindigen(*, door: Werkplek, pk: int, versie: int) -> Protocol:
    """End a protocol: it stays readable, nobody is asked to read it any more. Raises Verouderd, 403, 404."""
    protocol = get_protocol_slot(door, pk)
    if protocol.versie != versie:
        raise Verouderd
    if protocol.vervallen_op is None:
        nakijken_klaar(protocol)
        protocol.vervallen_op, protocol.versie = door.dag, versie + 1
        bewaar(protocol, "vervallen_op", "versie")
    return protocol


@transaction.atomic
def protocol_herstellen(*, door: Werkplek, pk: int, versie: int) -> Protocol:
    """Herstel: let an ended protocol hold again. Raises Verouderd, ValidationError when its title is taken, 403, 404."""
    protocol = get_protocol_slot(door, pk)
    if protocol.versie != versie:
        raise Verouderd
    if protocol.vervallen_op is not None:
        protocol.vervallen_op, protocol.versie = None, versie + 1
        bewaar(protocol, "vervallen_op", "versie")
        plan_nakijken(protocol)
    return protocol
