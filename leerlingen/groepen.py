"""The classes and teaching groups that are somebody's own today."""

from dataclasses import dataclass

from django.db.models import Q

from leerlingen.access import zichtbare_leerlingen
from leerlingen.models import Klas, Leerling, LesgroepLid, Lesopdracht
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

MAX_LEERLINGEN = 60


@dataclass(frozen=True)
class Groep:
    """A class ("k12") or teaching group ("g7") with the reason it is yours."""

    sleutel: str
    naam: str
    rol: str

    def leerlingen(self, werkplek: Werkplek) -> list[Leerling]:
        """Its pupils of today whom this person may see, by name."""
        rijen = zichtbare_leerlingen(werkplek).op_naam()
        nummer = int(self.sleutel[1:])
        if self.sleutel.startswith("k"):
            return list(rijen.filter(klas_nu=nummer)[:MAX_LEERLINGEN])
        leden = LesgroepLid.objects.filter(op_dag(werkplek.dag), lesgroep_id=nummer).values("leerling_id")
        return list(rijen.filter(pk__in=leden)[:MAX_LEERLINGEN])


def eigen_groepen(werkplek: Werkplek) -> list[Groep]:
    """Mentored classes first, then the department's, then lessons; each once (two queries)."""
    mentor = op_dag(werkplek.dag, "mentorschappen__") & Q(mentorschappen__user_id__in=werkplek.namens)
    afdelingen = [a.afdeling_id for a in werkplek.aanstellingen_als(Rol.TEAMLEIDER) if a.afdeling_id]
    groepen: dict[str, Groep] = {}
    eigen = Q(afdeling_id__in=afdelingen, schooljaar=Schooljaar.van(werkplek.dag).beginjaar)
    if werkplek.is_een(Rol.MENTOR):
        eigen |= mentor
    for klas in Klas.objects.filter(eigen).order_by("naam").distinct():
        groepen[f"k{klas.pk}"] = Groep(f"k{klas.pk}", klas.naam, "klas")
    lessen = Lesopdracht.objects.filter(op_dag(werkplek.dag), user_id__in=werkplek.namens)
    for les in lessen.select_related("klas", "lesgroep").order_by("vak", "pk"):
        sleutel = f"k{les.klas_id}" if les.klas_id else f"g{les.lesgroep_id}"
        naam = (les.klas or les.lesgroep).naam  # type: ignore[union-attr]
        groepen.setdefault(sleutel, Groep(sleutel, naam, les.vak or "les"))
    return list(groepen.values())
