"""The only doors to people and to what the school sets; all within the school of the one who asks, else 404."""

from datetime import date
from typing import TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from zorgapp.accounts.models import (
    Aanstelling,
    Accountmail,
    Afdeling,
    Instelling,
    Mailsoort,
    SchoolModel,
    User,
    Vestiging,
    Vrijedag,
    Waarneming,
)
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.zoeknaam import kaal

Rij = TypeVar("Rij", bound=SchoolModel)

# Whose access can be taken over for a time, and who may take it over (a beheerder never gets pupils that way).
ROLLEN_WAARNEEMBAAR = ROLLEN_MET_LEERLINGEN | {Rol.SCHOOLLEIDING}


def _van_school(werkplek: Werkplek, model: type[Rij], pk: int) -> Rij:
    return get_object_or_404(model, pk=pk, school=werkplek.school)


def alle_mensen(werkplek: Werkplek) -> QuerySet[User]:
    """Everybody who has or had an appointment here, by last name."""
    hier = Aanstelling.objects.filter(user=OuterRef("pk"), school=werkplek.school)
    return User.objects.filter(Exists(hier)).order_by("sorteernaam", "pk")


def zoek_mensen(werkplek: Werkplek, vraag: str = "", rol: str = "", wanneer: str = "nu") -> QuerySet[User]:
    """People by (part of) a name or address, a role and a moment: nu (and later), eerder, alles."""
    aanstelling = Aanstelling.objects.filter(user=OuterRef("pk"), school=werkplek.school)
    lopend = Q(tot__isnull=True) | Q(tot__gte=werkplek.dag)
    mensen = alle_mensen(werkplek)
    if rol in Rol.values:
        aanstelling = aanstelling.filter(rol=rol)
    if wanneer == "nu":
        mensen = mensen.filter(Exists(aanstelling.filter(lopend)))
    elif wanneer == "eerder":
        hier = Aanstelling.objects.filter(user=OuterRef("pk"), school=werkplek.school)
        mensen = mensen.filter(Exists(aanstelling)).exclude(Exists(hier.filter(lopend)))
    else:
        mensen = mensen.filter(Exists(aanstelling))
    vraag = vraag.replace("\x00", "").strip()
    for woord in kaal(vraag).split()[:5] if vraag else ():
        mensen = mensen.filter(Q(zoeknaam__contains=woord) | Q(email__contains=woord))
    hier_nu = Aanstelling.objects.filter(school=werkplek.school).order_by("van", "pk")
    return mensen.prefetch_related(Prefetch("aanstellingen", hier_nu, to_attr="rollen_hier"))


def get_mens(werkplek: Werkplek, pk: int) -> User:
    """A colleague of this school, now or before; 404 for anybody else."""
    return get_object_or_404(alle_mensen(werkplek), pk=pk)


def aanstellingen_hier(werkplek: Werkplek, mens: User) -> list[Aanstelling]:
    """All appointments of a person at this school, the newest first, with place and giver."""
    return list(
        Aanstelling.objects.filter(school=werkplek.school, user=mens)
        .select_related("vestiging", "afdeling", "door")
        .order_by("-van", "-pk")
    )


def laatste_mail(werkplek: Werkplek, mens: User) -> Accountmail | None:
    """The newest invitation or welcome of a person at this school."""
    soorten = (Mailsoort.UITNODIGING, Mailsoort.TOEGEVOEGD)
    mails = Accountmail.objects.filter(school=werkplek.school, ontvanger=mens, soort__in=soorten)
    return mails.order_by("-gemaakt_op", "-pk").first()


def laatste_herstel(werkplek: Werkplek, mens: User) -> Accountmail | None:
    """The last time this school let a person set up the second step anew: who did it, and what became of the mail."""
    mails = Accountmail.objects.filter(
        school=werkplek.school, ontvanger=mens, soort=Mailsoort.TWEEDE_STAP
    ).select_related("door")
    return mails.order_by("-gemaakt_op", "-pk").first()


def get_aanstelling(werkplek: Werkplek, pk: int) -> Aanstelling:
    """An appointment at this school, with its person."""
    return get_object_or_404(Aanstelling.objects.select_related("user"), pk=pk, school=werkplek.school)


def collegas(werkplek: Werkplek, dag: date, rollen: frozenset[Rol] | None = None) -> QuerySet[User]:
    """People with a running appointment (in one of `rollen`) here on `dag`, by last name."""
    hier = Aanstelling.objects.filter(op_dag(dag), user=OuterRef("pk"), school=werkplek.school)
    if rollen is not None:
        hier = hier.filter(rol__in=rollen)
    return User.objects.filter(Exists(hier), is_active=True).order_by("sorteernaam", "pk")


def mag_voor_anderen(werkplek: Werkplek) -> bool:
    """Who may arrange a deputy for somebody else (ill, and not able to do it)."""
    return any(a.rol in {Rol.BEHEERDER, Rol.ZORGCOORDINATOR} for a in werkplek.aanstellingen)


def waarnemingen(werkplek: Werkplek) -> QuerySet[Waarneming]:
    """Running and coming deputising that this person may see: about himself, or all of the school."""
    rijen = Waarneming.objects.filter(school=werkplek.school, tot__gte=werkplek.dag)
    if not mag_voor_anderen(werkplek):
        rijen = rijen.filter(Q(afwezige=werkplek.user) | Q(waarnemer=werkplek.user))
    return rijen.select_related("afwezige", "waarnemer").order_by("van", "pk")


def get_waarneming(werkplek: Werkplek, pk: int) -> Waarneming:
    return get_object_or_404(waarnemingen(werkplek), pk=pk)


def vestigingen(werkplek: Werkplek) -> QuerySet[Vestiging]:
    return Vestiging.objects.filter(school=werkplek.school).order_by("naam")


def afdelingen(werkplek: Werkplek) -> QuerySet[Afdeling]:
    return Afdeling.objects.filter(school=werkplek.school).select_related("vestiging").order_by("naam")


def get_vestiging(werkplek: Werkplek, pk: int) -> Vestiging:
    return _van_school(werkplek, Vestiging, pk)


def get_afdeling(werkplek: Werkplek, pk: int) -> Afdeling:
    return _van_school(werkplek, Afdeling, pk)


def vrije_dagen(werkplek: Werkplek, vanaf: date) -> QuerySet[Vrijedag]:
    return Vrijedag.objects.filter(school=werkplek.school, tot__gte=vanaf).order_by("van", "tot")


def get_vrijedag(werkplek: Werkplek, pk: int) -> Vrijedag:
    return _van_school(werkplek, Vrijedag, pk)


def waarden(werkplek: Werkplek) -> models.QuerySet[Instelling]:
    """Every stored value of the school's settings, the newest date first."""
    return Instelling.objects.filter(school=werkplek.school).order_by("sleutel", "-geldig_vanaf")
