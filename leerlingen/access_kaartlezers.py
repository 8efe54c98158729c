"""The doors to who teaches a pupil, and who of them confirmed his card (rule 58)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from leerlingen.eigendom import ROLLEN_LES
from leerlingen.models import (
    Faciliteitenkaart,
    Kaartgezien,
    LesgroepLid,
    Lesopdracht,
    Mentorschap,
    Plaatsing,
)
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import naam_van, op_dag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Tekst
from zorgapp.notifications.models import Herinnering


@dataclass(frozen=True)
class Docent:
    """A teacher or mentor of the pupil today, when he confirmed this version, and whether a colleague reminded him."""

    user_id: int
    naam: str
    gezien_op: datetime | None
    herinnerd: bool

    def te_herinneren(self, door_id: int) -> bool:
        """Whether `door_id` may still remind him: not himself, and once per version."""
        return self.gezien_op is None and not self.herinnerd and self.user_id != door_id


def kaartsleutel(kaart_id: int, versie: int) -> str:
    """The begin of the outbox keys of one version of a card; the number of the teacher follows."""
    return f"kaart:{kaart_id}:{versie}:"


def docent_ids(leerling_id: int, dag: date) -> QuerySet:
    """Ids of who teaches this pupil's class or group, or mentors his class, on `dag` (rule 58)."""
    klas = Plaatsing.objects.filter(leerling_id=leerling_id, tot__isnull=True).values("klas_id")
    groep = LesgroepLid.objects.filter(op_dag(dag), leerling_id=leerling_id).values("lesgroep_id")
    lessen = Lesopdracht.objects.filter(op_dag(dag))
    van_klas, van_groep = lessen.filter(klas_id__in=klas), lessen.filter(lesgroep_id__in=groep)
    mentoren = Mentorschap.objects.filter(op_dag(dag), klas_id__in=klas)
    return van_klas.values("user_id").union(van_groep.values("user_id"), mentoren.values("user_id"))


def docenten_van(werkplek: Werkplek, kaart: Faciliteitenkaart) -> list[Docent]:
    """The teachers of the pupil of this card today, by name (one query)."""
    return docenten_op(werkplek.school.pk, werkplek.dag, kaart)


def docenten_op(school_id: int, dag: date, kaart: Faciliteitenkaart) -> list[Docent]:
    """The same on any day; a lesson without the role of a teacher counts for nothing."""
    sleutel = Tekst(kaartsleutel(kaart.pk, kaart.versie))
    rijen = _docenten.lees(school_id, dag, kaart.leerling_id, kaart.pk, sleutel)
    return [Docent(*rij[:4]) for rij in rijen]


@vaste_vraag
def _docenten(school_id: int, dag: date, leerling_id: int, kaart_id: int, sleutel: Tekst) -> QuerySet:
    nu = Faciliteitenkaart.objects.filter(pk=kaart_id).values("versie")
    gezien = Kaartgezien.objects.filter(kaart_id=kaart_id, versie__in=nu, user_id=OuterRef("user_id"))
    mijn_sleutel = Concat(Value(sleutel), Cast(OuterRef("user_id"), CharField()), output_field=CharField())
    herinnerd = Herinnering.objects.filter(school_id=school_id, sleutel=mijn_sleutel)
    rijen = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=sorted(ROLLEN_LES), user_id__in=docent_ids(leerling_id, dag)
    )
    rijen = rijen.filter(user__is_active=True).order_by("user__sorteernaam", "user_id").distinct()
    op = Subquery(gezien.values("op")[:1])
    return rijen.values_list("user_id", naam_van("user"), op, Exists(herinnerd), "user__sorteernaam")


def laatst_gezien(werkplek: Werkplek, kaart: Faciliteitenkaart) -> int:
    """The highest version of this card that this person confirmed; 0 for none."""
    return _laatst_gezien.een(kaart.pk, werkplek.user.pk) or 0


@vaste_vraag
def _laatst_gezien(kaart_id: int, user_id: int) -> QuerySet:
    rijen = Kaartgezien.objects.filter(kaart_id=kaart_id, user_id=user_id).order_by("-versie")
    return rijen.values_list("versie", flat=True)[:1]


def vakken_rond(leerling_id: int, dag: date) -> list[str]:
    """The subjects this pupil is taught on `dag`, by name."""
    return sorted((vak for vak in _vakken.lees(leerling_id, dag) if vak), key=str.casefold)


@vaste_vraag
def _vakken(leerling_id: int, dag: date) -> QuerySet:
    klas = Plaatsing.objects.filter(leerling_id=leerling_id, tot__isnull=True).values("klas_id")
    groep = LesgroepLid.objects.filter(op_dag(dag), leerling_id=leerling_id).values("lesgroep_id")
    lessen = Lesopdracht.objects.filter(op_dag(dag))
    van_groep = lessen.filter(lesgroep_id__in=groep).values_list("vak", flat=True)
    return lessen.filter(klas_id__in=klas).values_list("vak", flat=True).union(van_groep).order_by("vak")
