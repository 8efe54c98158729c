"""The classes and teaching groups that are somebody's own today."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from leerlingen.models import Klas, Leerling, LesgroepLid, Lesopdracht, Plaatsing
from leerlingen.querysets import MET_LES, eigen_nummers
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers

MAX_LEERLINGEN = 60


@dataclass(frozen=True)
class Groep:
    """A class ("k12") or teaching group ("g7") with the reason it is yours."""

    sleutel: str
    naam: str
    rol: str

    def leerlingen(self, werkplek: Werkplek) -> list[Leerling]:
        """Its pupils of today whom this person may see, by name."""
        vraag = _van_klas if self.sleutel.startswith("k") else _van_lesgroep
        return vraag.lees(werkplek, eigen_nummers(werkplek), int(self.sleutel[1:]))


@vaste_vraag
def _van_klas(werkplek: Werkplek, eigen: Nummers, klas_id: int) -> QuerySet:
    leden = Plaatsing.objects.filter(klas_id=klas_id, tot__isnull=True)
    return _leden(werkplek, eigen, leden)


@vaste_vraag
def _van_lesgroep(werkplek: Werkplek, eigen: Nummers, lesgroep_id: int) -> QuerySet:
    leden = LesgroepLid.objects.filter(op_dag(werkplek.dag), lesgroep_id=lesgroep_id)
    return _leden(werkplek, eigen, leden)


def _leden(werkplek: Werkplek, eigen: Nummers, leden: QuerySet) -> QuerySet:
    rijen = Leerling.objects.lijst_voor(werkplek, eigen).filter(pk__in=leden.values("leerling_id"))
    return rijen.op_school(werkplek.dag).met_klas().op_naam()[:MAX_LEERLINGEN]


def eigen_groepen(werkplek: Werkplek) -> list[Groep]:
    """Mentored classes and the department's first, then lessons; each once (two queries)."""
    groepen: dict[str, Groep] = {}
    for pk, naam in _klassen.lees(werkplek, str(Schooljaar.van(werkplek.dag).beginjaar)):
        groepen[f"k{pk}"] = Groep(f"k{pk}", naam, "klas")
    for vak, klas_id, klas, lesgroep_id, lesgroep in _lessen.lees(werkplek):
        sleutel = f"k{klas_id}" if klas_id else f"g{lesgroep_id}"
        groepen.setdefault(sleutel, Groep(sleutel, klas or lesgroep, vak or "les"))
    return list(groepen.values())


@vaste_vraag
def _klassen(werkplek: Werkplek, beginjaar: str) -> QuerySet:
    mentor = op_dag(werkplek.dag, "mentorschappen__") & Q(
        mentorschappen__user_id__in=werkplek.namens_als(Rol.MENTOR)
    )
    afdelingen = [a.afdeling_id for a in werkplek.aanstellingen_als(Rol.TEAMLEIDER) if a.afdeling_id]
    eigen = Q(afdeling_id__in=afdelingen, schooljaar=beginjaar)
    if werkplek.is_een(Rol.MENTOR):
        eigen |= mentor
    return Klas.objects.filter(eigen).order_by("naam").distinct().values_list("pk", "naam")


@vaste_vraag
def _lessen(werkplek: Werkplek) -> QuerySet:
    lessen = Lesopdracht.objects.filter(op_dag(werkplek.dag), user_id__in=werkplek.namens_als(*MET_LES))
    kolommen = ("vak", "klas_id", "klas__naam", "lesgroep_id", "lesgroep__naam")
    return lessen.order_by("vak", "pk").values_list(*kolommen)
