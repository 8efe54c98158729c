"""The doors to protocols: what holds is for all staff, a draft and who read it for who works at the policy."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from beleid.models import Protocol, Protocollezing, Protocolversie
from beleid.protocolsoorten import Protocolsoort, Versiestatus
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import RECHTEN, Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, bladzijde

LEZERSROLLEN = frozenset(rol for rol, rechten in RECHTEN.items() if Recht.BELEID in rechten)


@dataclass(frozen=True)
class Leesstand:
    """How many colleagues read a version, of how many."""

    gelezen: int
    van: int


def mag_werken(werkplek: Werkplek) -> bool:
    """Whether this person writes protocols."""
    return werkplek.mag(Recht.BELEID_WERKEN)


def protocollen_van(werkplek: Werkplek) -> list[Protocol]:
    """The protocols that hold, with what this person has read; for who writes them also what is not in force yet."""
    rijen = Protocol.objects.filter(school=werkplek.school, vervallen_op__isnull=True).select_related(
        "eigenaar"
    )
    versies = Protocolversie.objects.filter(protocol=OuterRef("pk"))
    geldig = versies.filter(status=Versiestatus.GELDIG)
    gelezen = Protocollezing.objects.filter(
        protocolversie__protocol=OuterRef("pk"),
        protocolversie__status=Versiestatus.GELDIG,
        user=werkplek.user,
    )
    rijen = rijen.annotate(
        geldt=Exists(geldig),
        in_de_maak=Exists(versies.filter(status=Versiestatus.CONCEPT)),
        gelezen=Exists(gelezen),
    )
    if not mag_werken(werkplek):
        rijen = rijen.filter(geldt=True)
    return list(rijen.order_by("titel", "pk")[:200])


def _protocol(werkplek: Werkplek, pk: int) -> Protocol:
    rijen = Protocol.objects.filter(school=werkplek.school, pk=pk).select_related("eigenaar")
    protocol = rijen.first()
    if protocol is None:
        raise Http404("protocol")
    return protocol


def get_protocol(werkplek: Werkplek, pk: int) -> tuple[Protocol, list[Protocolversie]]:
    """One protocol and its versions this person may read, the newest first; 404 when there is none for him."""
    protocol = _protocol(werkplek, pk)
    versies = Protocolversie.objects.filter(school=werkplek.school, protocol=protocol)
    if not mag_werken(werkplek):
        versies = versies.exclude(status=Versiestatus.CONCEPT)
    lijst = list(versies.select_related("geldig_door", "gemaakt_door").order_by("-nummer"))
    if not lijst:
        raise Http404("protocol")
    return protocol, lijst


def get_protocol_slot(werkplek: Werkplek, pk: int) -> Protocol:
    """Lock one protocol for a write: for who works at the policy; 403, 404."""
    if not mag_werken(werkplek):
        raise PermissionDenied("protocol")
    rijen = Protocol.objects.filter(school=werkplek.school, pk=pk).select_for_update(of=("self",))
    protocol = rijen.first()
    if protocol is None:
        raise Http404("protocol")
    return protocol


def concept_van(protocol: Protocol) -> Protocolversie | None:
    """The version that is being written, when there is one."""
    rijen = Protocolversie.objects.filter(school_id=protocol.school_id, protocol=protocol)
    return rijen.filter(status=Versiestatus.CONCEPT).first()


def geldig_van(protocol: Protocol) -> Protocolversie | None:
    """The version that holds, when there is one."""
    rijen = Protocolversie.objects.filter(school_id=protocol.school_id, protocol=protocol)
    return rijen.filter(status=Versiestatus.GELDIG).first()


def geldende(werkplek: Werkplek, soorten: Collection[str]) -> dict[str, Protocol]:
    """By kind the protocol that holds, the first one when there are more; empty for who reads no policy. One statement."""
    if not werkplek.mag(Recht.BELEID):
        return {}
    gevraagd = [Protocolsoort(soort) for soort in soorten]
    rijen = Protocol.objects.filter(school=werkplek.school, soort__in=gevraagd, vervallen_op__isnull=True)
    rijen = rijen.filter(versies__status=Versiestatus.GELDIG).order_by("-pk")
    return {rij.soort: rij for rij in rijen}


def heeft_gelezen(werkplek: Werkplek, versie: Protocolversie) -> bool:
    """Whether this person confirmed that he read this version."""
    return Protocollezing.objects.filter(protocolversie=versie, user=werkplek.user).exists()


def lezers(school_id: int, dag: date) -> QuerySet[User]:
    """Everybody of the school who reads policy on `dag`."""
    hier = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=LEZERSROLLEN)
    return User.objects.filter(pk__in=hier.values("user_id"), is_active=True)


def leesstand(werkplek: Werkplek, versie: Protocolversie) -> Leesstand:
    """How many of the people who work here today read this version."""
    gelezen = Q(pk__in=Protocollezing.objects.filter(protocolversie=versie).values("user_id"))
    telling = lezers(werkplek.school.pk, werkplek.dag).aggregate(
        van=Count("pk"), gelezen=Count("pk", filter=gelezen)
    )
    return Leesstand(telling["gelezen"], telling["van"])


def wie_nog_niet(werkplek: Werkplek, versie: Protocolversie, gevraagd: str | None) -> Pagina:
    """Colleagues who did not confirm yet, by name; for who works at the policy, else 403."""
    if not mag_werken(werkplek):
        raise PermissionDenied("protocol lezers")
    al = Protocollezing.objects.filter(protocolversie=versie).values("user_id")
    rijen = lezers(werkplek.school.pk, werkplek.dag).exclude(pk__in=al).order_by("zoeknaam", "pk")
    return bladzijde(rijen, gevraagd)
