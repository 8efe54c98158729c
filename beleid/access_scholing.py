"""The doors to training: all staff read it and sign up, who works at the policy knows who did, the schoolleiding how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from beleid.access_jaar import PUNTROLLEN
from beleid.access_protocol import LEZERSROLLEN
from beleid.models import Scholing, Scholingdeelname
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, bladzijde
from zorgapp.kern.schooljaar import Schooljaar

PER_LIJST = 40  # participants on one page of the form


@dataclass(frozen=True)
class Deelnamestand:
    """How many signed up, how many of all were there, and how many of those had not signed up."""

    aangemeld: int
    aanwezig: int
    zonder: int


def _zichtbaar(werkplek: Werkplek) -> QuerySet[Scholing]:
    """What this person may see, with `doe_ik` (he signed up); what was called off only when he had, or works at it."""
    mee = Scholingdeelname.objects.filter(scholing=OuterRef("pk"), user=werkplek.user, aangemeld=True)
    rijen = Scholing.objects.filter(school=werkplek.school).annotate(doe_ik=Exists(mee))
    if not werkplek.mag(Recht.BELEID_WERKEN):
        rijen = rijen.filter(Q(weg_op__isnull=True) | Q(doe_ik=True))
    return rijen


def scholing_van(werkplek: Werkplek, jaar: Schooljaar) -> list[Scholing]:
    """The training of a school year, by day, with `doe_ik`; with `mee` (how many signed up) for who may know. One statement."""
    werkplek.eis(Recht.BELEID)
    rijen = _zichtbaar(werkplek).filter(schooljaar=jaar.beginjaar)
    if werkplek.mag(Recht.BELEID_JAAR):
        rijen = rijen.annotate(mee=Count("deelnames", filter=Q(deelnames__aangemeld=True)))
    return list(rijen.order_by("datum", "pk"))


def _van_jaar(werkplek: Werkplek, jaar: Schooljaar) -> QuerySet[Scholing]:
    return Scholing.objects.filter(school=werkplek.school, schooljaar=jaar.beginjaar)


def scholing_kalender(werkplek: Werkplek, jaar: Schooljaar) -> list[Scholing]:
    """What the jaarkalender draws of a school year: titles and days, nobody's name. One statement."""
    werkplek.eis(Recht.BELEID)
    return list(_van_jaar(werkplek, jaar).filter(weg_op__isnull=True).order_by("datum", "pk"))


def scholing_agenda(werkplek: Werkplek, jaar: Schooljaar) -> list[Scholing]:
    """The same for a calendar file, which must hear of what was called off too. One statement."""
    werkplek.eis(Recht.BELEID)
    return list(_van_jaar(werkplek, jaar).order_by("datum", "pk"))


def get_scholing(werkplek: Werkplek, pk: int) -> Scholing:
    """One training with its owner and `doe_ik`; 403 for who is not of the staff, 404 for what is not for him."""
    werkplek.eis(Recht.BELEID)
    rij = _zichtbaar(werkplek).filter(pk=pk).select_related("eigenaar").first()
    if rij is None:
        raise Http404("scholing")
    return rij


def get_scholing_slot(werkplek: Werkplek, pk: int, *, recht: Recht = Recht.BELEID_WERKEN) -> Scholing:
    """Lock one training for a write by who has `recht`; 403, 404."""
    werkplek.eis(recht)
    rij = _zichtbaar(werkplek).filter(pk=pk).select_for_update(of=("self",)).first()
    if rij is None:
        raise Http404("scholing")
    return rij


def mag_terugkijken(werkplek: Werkplek, rij: Scholing) -> bool:
    """Who works at the policy, and who it is of: he writes what it brought, without names."""
    return werkplek.mag(Recht.BELEID_WERKEN) or rij.eigenaar_id == werkplek.user.pk


def deelnamestand(werkplek: Werkplek, rij: Scholing) -> Deelnamestand | None:
    """Numbers of one training for coordinator and schoolleiding; None for anybody else."""
    if not werkplek.mag(Recht.BELEID_JAAR):
        return None
    was = Q(aanwezig=True)
    telling = Scholingdeelname.objects.filter(school=werkplek.school, scholing=rij).aggregate(
        aantal_mee=Count("pk", filter=Q(aangemeld=True)),
        aantal_er=Count("pk", filter=was),
        aantal_zonder=Count("pk", filter=was & Q(aangemeld=False)),
    )
    return Deelnamestand(telling["aantal_mee"], telling["aantal_er"], telling["aantal_zonder"])


def deelnemers_van(werkplek: Werkplek, rij: Scholing, gevraagd: str | None) -> Pagina:
    """Who signed up or came, by name, forty a page; for who works at the policy, else 403."""
    werkplek.eis(Recht.BELEID_WERKEN)
    rijen = Scholingdeelname.objects.filter(school=werkplek.school, scholing=rij).select_related("user")
    return bladzijde(rijen.order_by("user__zoeknaam", "pk"), gevraagd, PER_LIJST)


def deelnames_slot(rij: Scholing, ids: Sequence[int]) -> list[Scholingdeelname]:
    """Those of these rows that belong to a training that was opened for a write, locked."""
    rijen = Scholingdeelname.objects.filter(school_id=rij.school_id, scholing=rij, pk__in=ids)
    return list(rijen.select_for_update(of=("self",)).order_by("pk"))


def eigen_deelname(werkplek: Werkplek, rij: Scholing) -> Scholingdeelname | None:
    """One's own row, when one signed up or came."""
    return Scholingdeelname.objects.filter(school=werkplek.school, scholing=rij, user=werkplek.user).first()


def bezoeker_kring(werkplek: Werkplek) -> Kring:
    """Who can have come: all staff of the school."""
    return Kring(werkplek, LEZERSROLLEN)


def open_van(school_id: int, user_id: int) -> QuerySet:
    """Training of this person that was not looked back on."""
    rijen = Scholing.objects.filter(school_id=school_id, eigenaar_id=user_id)
    return rijen.filter(gegeven=False, weg_op__isnull=True).order_by("datum", "pk")


def zonder_eigenaar_hier(school_id: int, dag: date) -> QuerySet:
    """Open training whose owner does not work here any more."""
    hier = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=PUNTROLLEN, user__is_active=True)
    rijen = Scholing.objects.filter(school_id=school_id, gegeven=False, weg_op__isnull=True)
    return rijen.exclude(eigenaar_id__in=hier.values("user_id")).order_by("datum", "pk")
