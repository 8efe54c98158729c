"""Reads of pupils, with the one SQL rule of who may see whom."""

from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import F, Q

from zorgapp.accounts.coordinatie import coordinator_vestigingen, van_coordinator
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers


def _leerlingen(model: str, *voorwaarden: Q) -> models.QuerySet:
    """Ids of pupils in the rows of `model` that meet `voorwaarden`."""
    return apps.get_model("leerlingen", model).objects.filter(*voorwaarden).values("leerling_id")


# Roles that bring lessons, and roles a grant of access counts for; a relation without its role gives nothing (DESIGN §3).
MET_LES = (Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER)
MET_VERLENING = (*MET_LES, Rol.BEGELEIDER, Rol.SCHOOLLEIDING)


def als_mentor(werkplek: Werkplek) -> models.QuerySet:
    """Pupils now in a class that this person (or whom he stands in for) mentors today, who is a mentor himself."""
    mentor = op_dag(werkplek.dag, "klas__mentorschappen__") & Q(
        klas__mentorschappen__user_id__in=werkplek.namens_als(Rol.MENTOR)
    )
    return _leerlingen("Plaatsing", Q(tot__isnull=True), mentor)


def als_docent_klas(werkplek: Werkplek) -> models.QuerySet:
    """Pupils now in a class that this person teaches as a whole."""
    les = op_dag(werkplek.dag, "klas__lesopdrachten__") & Q(
        klas__lesopdrachten__user_id__in=werkplek.namens_als(*MET_LES)
    )
    return _leerlingen("Plaatsing", Q(tot__isnull=True), les)


def als_docent_lesgroep(werkplek: Werkplek) -> models.QuerySet:
    """Pupils now in a teaching group of this person."""
    les = op_dag(werkplek.dag, "lesgroep__lesopdrachten__") & Q(
        lesgroep__lesopdrachten__user_id__in=werkplek.namens_als(*MET_LES)
    )
    return _leerlingen("LesgroepLid", op_dag(werkplek.dag), les)


def als_teamleider(werkplek: Werkplek) -> models.QuerySet:
    """Pupils now in a class of the departments this person leads; without a department: none."""
    afdelingen = [a.afdeling_id for a in werkplek.aanstellingen_als(Rol.TEAMLEIDER) if a.afdeling_id]
    return _leerlingen("Plaatsing", Q(tot__isnull=True, klas__afdeling_id__in=afdelingen))


VAN_EEN_STUK = "stuk:"
"""How the `bron` of a grant begins that opens one document and no file (see `access_stukken`)."""


def als_verlening(werkplek: Werkplek) -> models.QuerySet:
    """Pupils to whom access was granted that has not ended; what opens one document opens no file (DESIGN §3)."""
    return _verleend(werkplek, *MET_VERLENING)


def als_begeleider(werkplek: Werkplek) -> models.QuerySet:
    """The same for who is a begeleider: an assigned begeleider sees the support in full."""
    return _verleend(werkplek, Rol.BEGELEIDER)


def _verleend(werkplek: Werkplek, *rollen: Rol) -> models.QuerySet:
    een_stuk = Q(bron__startswith=VAN_EEN_STUK)
    wie = Q(user_id__in=werkplek.namens_als(*rollen))
    return _leerlingen("Toegangsverlening", op_dag(werkplek.dag), ~een_stuk, wie)


def als_betrokken(werkplek: Werkplek, veld: str = "leerling_id") -> list[Q]:
    """Besides the coordinator: mentor and assigned begeleider, who see the support of a pupil in full (DESIGN §3).

    The same people as `leerlingen.access.mag_contacten_zien`, in SQL: for `van_coordinator(…, anders=…)`.
    """
    wegen = ((Rol.MENTOR, als_mentor), (Rol.BEGELEIDER, als_begeleider))
    return [Q(**{f"{veld}__in": relatie(werkplek)}) for rol, relatie in wegen if werkplek.is_een(rol)]


# Which relations a role brings.
RELATIES: dict[Rol, tuple[Any, ...]] = {
    Rol.MENTOR: (als_mentor, als_docent_klas, als_docent_lesgroep),
    Rol.DOCENT: (als_docent_klas, als_docent_lesgroep),
    Rol.TEAMLEIDER: (als_teamleider, als_docent_klas, als_docent_lesgroep),
    Rol.BEGELEIDER: (),
}


def _eigen(werkplek: Werkplek) -> list[models.QuerySet]:
    """What makes pupils one's own, by the roles one has; each a list of their ids."""
    relaties = dict.fromkeys(r for rol in sorted(werkplek.rollen) for r in RELATIES.get(rol, ()))
    if werkplek.is_een(*MET_VERLENING):
        relaties[als_verlening] = None
    return [relatie(werkplek) for relatie in relaties]


def _samen(vragen: list[models.QuerySet]) -> models.QuerySet:
    return vragen[0].union(*vragen[1:]) if len(vragen) > 1 else vragen[0]


def eigen_nummers(werkplek: Werkplek) -> Nummers:
    """Ids of one's own pupils (one small query); none for a coordinator of the whole school, who needs no list."""
    if coordinator_vestigingen(werkplek) is None:
        return Nummers()
    return Nummers(_eigen_nummers.lees(werkplek))


@vaste_vraag
def _eigen_nummers(werkplek: Werkplek) -> models.QuerySet:
    vragen = [vraag.values_list("leerling_id", flat=True) for vraag in _eigen(werkplek)]
    return _samen(vragen) if vragen else apps.get_model("leerlingen", "Leerling").objects.none()


class LeerlingQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Only pupils whose file this person may open today: the rule of DOMAIN 40, once, in SQL."""
        vestigingen = coordinator_vestigingen(werkplek)
        if vestigingen is None:
            return self.filter(school=werkplek.school)
        vragen = _eigen(werkplek)
        if vestigingen:
            vragen.append(self.model._default_manager.filter(vestiging_id__in=vestigingen).values("pk"))
        if not vragen:
            return self.none()
        # One list of ids instead of OR between sub-selects: that one is planned as a scan of the whole table.
        return self.filter(pk__in=_samen(vragen), school=werkplek.school)

    def lijst_voor(self, werkplek: Werkplek, eigen: Nummers) -> Self:
        """The same rule for lists, with `eigen_nummers(werkplek)` read before: sorting and joining then begin with
        one's own pupils and not with the whole school."""
        return van_coordinator(self, werkplek, "vestiging_id", anders=[Q(pk__onder=eigen)])

    def op_school(self, dag: date) -> Self:
        """Without pupils who left before `dag`."""
        return self.filter(Q(uitgeschreven_op__isnull=True) | Q(uitgeschreven_op__gte=dag))

    def vertrokken(self, dag: date) -> Self:
        """Pupils who left before `dag`: few, and found by an index of their own (for `~Exists`)."""
        return self.filter(uitgeschreven_op__lt=dag)

    def op_naam(self) -> Self:
        """In the order of an alphabetical list, from the index `leerling_alfabet` (see `kern.zoeknaam.sorteernaam`)."""
        return self.order_by("sorteernaam", "pk")

    def met_klas(self) -> Self:
        """Annotate `klasnaam` and `klas_nu` of the running placement (no extra query)."""
        return self.annotate(
            nu=models.FilteredRelation("plaatsingen", condition=Q(plaatsingen__tot__isnull=True)),
        ).annotate(klasnaam=F("nu__klas__naam"), klas_nu=F("nu__klas_id"))
