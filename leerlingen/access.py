"""The only doors to pupils, and why one may pass. Every pass through `get_leerling` is logged (DOMAIN 45)."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import CharField, QuerySet, TextChoices, Value
from django.http import Http404

from leerlingen.models import Contactpersoon, Leerling, Mentorschap, Plaatsing
from leerlingen.querysets import (
    LeerlingQuerySet,
    als_begeleider,
    als_docent_klas,
    als_docent_lesgroep,
    als_mentor,
    als_teamleider,
    als_verlening,
    eigen_nummers,
)
from zorgapp.accounts.coordinatie import coordinator_vestigingen, coordineert
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.querysets import naam_van, op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers, Tekst

ZOEK_MAX = 20
VRAAG_MAX = 80


class Toegangsgrond(TextChoices):
    """Why somebody may open a pupil's file; shown on the file and stored in the read log."""

    ZORGCOORDINATOR = "zorgcoordinator", "zorgcoördinator bent"
    MENTOR = "mentor", "mentor bent"
    DOCENT = "docent", "les geeft aan deze leerling"
    TEAMLEIDER = "teamleider", "teamleider bent"
    VERLENING = "verlening", "tijdelijk toegang hebt"


@dataclass(frozen=True)
class Grond:
    """The widest reason, and for whom one looks when it is as a deputy (None: for oneself). `alle`: every reason there is."""

    grond: Toegangsgrond
    namens_id: int | None = None
    alle: frozenset[Toegangsgrond] = field(default=frozenset(), compare=False)

    def een_van(self, *gronden: Toegangsgrond) -> bool:
        """Whether one of these is among the reasons, the widest or another."""
        return not {self.grond, *self.alle}.isdisjoint(gronden)

    @property
    def zin(self) -> str:
        waarneming = " (je neemt waar)" if self.namens_id else ""
        return f"Je ziet dit omdat je {self.grond.label}{waarneming}."


# The reason that shows most comes first, after the coordinator's own: an assigned begeleider reads restricted documents
# and every level of notes, a mentor the notes for mentors, a team leader whole forms, a teacher what his lesson needs.
_RELATIES = (
    (Rol.BEGELEIDER, Toegangsgrond.VERLENING, als_begeleider),
    (Rol.MENTOR, Toegangsgrond.MENTOR, als_mentor),
    (Rol.TEAMLEIDER, Toegangsgrond.TEAMLEIDER, als_teamleider),
    (None, Toegangsgrond.DOCENT, als_docent_klas),
    (None, Toegangsgrond.DOCENT, als_docent_lesgroep),
    (None, Toegangsgrond.VERLENING, als_verlening),
)
_EERST = -1


def _relaties(werkplek: Werkplek) -> dict[Any, Toegangsgrond]:
    return {relatie: grond for rol, grond, relatie in _RELATIES if rol is None or rol in werkplek.rollen}


@vaste_vraag
def _gevonden_gronden(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    vragen = [
        relatie(werkplek)
        .filter(leerling_id=leerling_id)
        .values_list(Value(grond.value, output_field=CharField()), flat=True)
        for relatie, grond in _relaties(werkplek).items()
    ]
    return vragen[0].union(*vragen[1:], all=True)


def _gronden(werkplek: Werkplek, leerling: Leerling) -> list[tuple[int, Toegangsgrond]]:
    """Every reason of one person, each with its rank in `_RELATIES`; a coordinator of the pupil needs no other."""
    if coordineert(werkplek, leerling.vestiging_id):
        return [(_EERST, Toegangsgrond.ZORGCOORDINATOR)]
    gevonden = set(_gevonden_gronden.lees(werkplek, leerling.pk))
    return [
        (rang, grond)
        for rang, (rol, grond, _) in enumerate(_RELATIES)
        if (rol is None or rol in werkplek.rollen) and grond.value in gevonden
    ]


def toegangsgrond(werkplek: Werkplek, leerling: Leerling) -> Grond | None:
    """Why this person may open the file of `leerling` today: the widest reason he has, his own before a deputy's."""
    if not Leerling.objects.zichtbaar_voor(werkplek).filter(pk=leerling.pk).exists():
        return None
    return _waarom(werkplek, leerling)


def _waarom(werkplek: Werkplek, leerling: Leerling) -> Grond | None:
    """Each person's roles with his own relations only, so that no reason is wider than one of them has alone."""
    gevonden: list[tuple[int, Toegangsgrond, int | None]] = []
    for namens_id in (None, *dict.fromkeys(a.user_id for a in werkplek.vervangt)):
        alleen = replace(
            werkplek,
            aanstellingen=() if namens_id else werkplek.aanstellingen,
            vervangt=tuple(a for a in werkplek.vervangt if a.user_id == namens_id),
        )
        if alleen.alle_aanstellingen:
            gevonden += [(rang, grond, namens_id) for rang, grond in _gronden(alleen, leerling)]
        if gevonden and gevonden[0][0] == _EERST:
            break
    if not gevonden:
        return None
    _, grond, namens = min(gevonden, key=lambda reden: reden[0])
    return Grond(grond, namens, frozenset(reden[1] for reden in gevonden))


def zichtbare_leerlingen(werkplek: Werkplek) -> LeerlingQuerySet:
    """Pupils at school now whose file this person may open, with their class."""
    return Leerling.objects.lijst_voor(werkplek, eigen_nummers(werkplek)).op_school(werkplek.dag).met_klas()


def leerlingen_op_naam(werkplek: Werkplek, klas: str, gevraagd: str | None) -> Pagina:
    """One page of the pupils at school now whose file this person may open, of one class when it is named."""
    van_klas = Tekst(klas) if klas else None
    return vaste_bladzijde(_op_naam, werkplek, eigen_nummers(werkplek), van_klas, gevraagd=gevraagd)


@vaste_vraag
def _op_naam(werkplek: Werkplek, eigen: Nummers, klas: Tekst | None, bereik: Bereik) -> LeerlingQuerySet:
    rijen = Leerling.objects.lijst_voor(werkplek, eigen).op_school(werkplek.dag)
    if klas is not None:
        nu = Plaatsing.objects.filter(klas__naam=klas, tot__isnull=True)
        rijen = rijen.filter(pk__in=nu.values("leerling_id"))
    gekozen = bereik.uit(rijen.op_naam().values("pk"))
    return Leerling.objects.filter(pk__in=gekozen).met_klas().op_naam()


@vaste_vraag
def _leerling(werkplek: Werkplek, pk: int) -> LeerlingQuerySet:
    return Leerling.objects.zichtbaar_voor(werkplek).met_klas().filter(pk=pk)


def open_zonder_regel(werkplek: Werkplek, pk: int) -> tuple[Leerling, Grond]:
    """The same door without a line in the log: only for what belongs to a visit that is logged (`bezoek.py`)."""
    leerling = _leerling.een(werkplek, pk)
    grond = _waarom(werkplek, leerling) if leerling else None
    if leerling is None or grond is None:
        raise Http404
    return leerling, grond


def get_leerling(
    werkplek: Werkplek, pk: int, handeling: Handeling = Handeling.BEKEKEN
) -> tuple[Leerling, Grond]:
    """Open one file: 404 when this person may not know the pupil exists; logs who, what, why."""
    leerling, grond = open_zonder_regel(werkplek, pk)
    inzage_vastleggen(
        door=werkplek,
        onderwerp="leerling",
        onderwerp_id=leerling.pk,
        leerling_id=leerling.pk,
        grond=grond.grond,
        namens_id=grond.namens_id,
        handeling=handeling,
    )
    return leerling, grond


def zoek_leerlingen(werkplek: Werkplek, vraag: str, hoeveel: int = ZOEK_MAX) -> list[Leerling]:
    """Find pupils by (part of) a name or number, forgiving accents and typos, within what one may see."""
    vraag = vraag.replace("\x00", "").strip()[:VRAAG_MAX]
    if len(vraag) < 2:
        return []
    binnen = None
    if coordinator_vestigingen(werkplek) is not None:
        binnen = _binnen.lees(werkplek, eigen_nummers(werkplek))
        if not binnen:
            return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT leerling_id FROM zorgapp_zoek_leerling(%s, %s, %s::bigint[])", [vraag, hoeveel, binnen]
        )
        volgorde = {rij[0]: plek for plek, rij in enumerate(cursor.fetchall())}
    if not volgorde:
        return []
    gevonden = _gevonden.lees(werkplek.school.pk, werkplek.dag, Nummers(volgorde))
    return sorted(gevonden, key=lambda leerling: volgorde[leerling.pk])


@vaste_vraag
def _binnen(werkplek: Werkplek, eigen: Nummers) -> QuerySet:
    return Leerling.objects.lijst_voor(werkplek, eigen).values_list("pk", flat=True)


@vaste_vraag
def _gevonden(school_id: int, dag: date, nummers: Nummers) -> LeerlingQuerySet:
    """What the search found, which looked only among the pupils this person may see."""
    return Leerling.objects.filter(school_id=school_id, pk__onder=nummers).op_school(dag).met_klas()


def mag_contacten_zien(werkplek: Werkplek, grond: Grond) -> bool:
    """Contacts and gezag: the coordinator, the mentor and an assigned begeleider (DESIGN §3); teachers not."""
    if grond.grond != Toegangsgrond.VERLENING:
        return grond.grond in {Toegangsgrond.ZORGCOORDINATOR, Toegangsgrond.MENTOR}
    wie = grond.namens_id or werkplek.user.pk
    return any(a.user_id == wie for a in werkplek.aanstellingen_als(Rol.BEGELEIDER))


def contacten_van(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> list[Contactpersoon]:
    """Contacts of an opened file, per household; empty for who may not see them."""
    if not mag_contacten_zien(werkplek, grond):
        return []
    return _contacten.lees(leerling.pk)


@vaste_vraag
def _contacten(leerling_id: int) -> QuerySet:
    rijen = Contactpersoon.objects.filter(leerling_id=leerling_id, beeindigd_op__isnull=True)
    return rijen.order_by("huishouden", "naam")


def mentoren_van(klas_id: int | None, werkplek: Werkplek) -> list[str]:
    """Names of the mentors of a class today."""
    if klas_id is None:
        return []
    return mentornamen.lees(klas_id, werkplek.dag)


@vaste_vraag
def mentornamen(klas_id: int, dag: date) -> QuerySet:
    """The same as a question, to be asked together with another one."""
    rijen = Mentorschap.objects.filter(op_dag(dag), klas_id=klas_id).order_by("van", "pk")
    return rijen.values_list(naam_van("user"), flat=True)
