"""The door to the class card of one group: who teaches, mentors, leads or coordinates it, and who takes over a lesson.

A substitute passes here and nowhere else: a Vervanging opens no pupil and no list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.http import Http404

from leerlingen.eigendom import ROLLEN_LES
from leerlingen.models import Klas, Lesgroep, LesgroepLid, Lesopdracht, Mentorschap, Plaatsing, Vervanging
from leerlingen.querysets import MET_LES
from zorgapp.accounts.coordinatie import coordinator_vestigingen, is_coordinator, van_coordinator
from zorgapp.accounts.inzage import inzagen_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.querysets import naam_van, op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.velden import gelezen_nummer

DOCENT, MENTOR, COORDINATOR, TEAMLEIDER, VERVANGER = (
    "docent",
    "mentor",
    "zorgcoordinator",
    "teamleider",
    "vervanging",
)
KLASSEN_MEEST = 80


@dataclass(frozen=True)
class Groepsdeur:
    """One class ("k12") or teaching group ("g7"), why this person may read its card, and for which subjects.

    No `vakken` means all of them; `tot` is when a substitute's access ends; `vestigingen` narrows a coordinator.
    """

    sleutel: str
    naam: str
    waarom: str
    vakken: tuple[str, ...] = ()
    tot: datetime | None = None
    vestigingen: tuple[int, ...] | None = None

    @property
    def nummer(self) -> int:
        return int(self.sleutel[1:])

    @property
    def groepsoort(self) -> str:
        """`k` for a class, `g` for a teaching group."""
        return self.sleutel[0]

    @property
    def is_klas(self) -> bool:
        return self.groepsoort == "k"

    @property
    def mag_regelen(self) -> bool:
        """A substitute lets nobody in."""
        return self.waarom != VERVANGER


def get_groep(werkplek: Werkplek, sleutel: str, op: datetime) -> Groepsdeur:
    """Open the card of a group at this moment; 404 for who has no reason."""
    soort, nummer = sleutel[:1], gelezen_nummer(sleutel[1:])
    if soort not in {"k", "g"} or nummer is None:
        raise Http404
    vraag = _klas if soort == "k" else _lesgroep
    rij = vraag.een(werkplek, nummer, op)
    deur = _deur(werkplek, f"{soort}{int(nummer)}", rij) if rij else None
    if deur is None:
        raise Http404
    return deur


def _deur(werkplek: Werkplek, sleutel: str, rij: tuple) -> Groepsdeur | None:
    """The reason that shows most of what one needs: as a teacher one's own subjects, else everything."""
    naam, vakken, groepsvak, mentor, afdeling, vestiging, invaltot, invalvak = rij
    vestigingen = coordinator_vestigingen(werkplek)
    if vakken and werkplek.is_een(*ROLLEN_LES):
        eigen = tuple(dict.fromkeys(vak or groepsvak for vak in vakken))
        return Groepsdeur(sleutel, naam, DOCENT, () if mentor or "" in eigen else eigen)
    if mentor and werkplek.is_een(Rol.MENTOR):
        return Groepsdeur(sleutel, naam, MENTOR)
    if vestigingen is None:
        return Groepsdeur(sleutel, naam, COORDINATOR)
    if vestigingen and (vestiging is None or vestiging in vestigingen):
        return Groepsdeur(sleutel, naam, COORDINATOR, vestigingen=tuple(vestigingen))
    if afdeling and any(a.afdeling_id == afdeling for a in werkplek.aanstellingen_als(Rol.TEAMLEIDER)):
        return Groepsdeur(sleutel, naam, TEAMLEIDER)
    if invaltot:
        return Groepsdeur(sleutel, naam, VERVANGER, (invalvak,) if invalvak else (), invaltot)
    return None


def _inval(werkplek: Werkplek, op: datetime, veld: str) -> QuerySet:
    rijen = Vervanging.objects.lopend(op).filter(user_id=werkplek.user.pk, **{f"{veld}_id": OuterRef("pk")})
    return rijen.order_by("-tot", "-pk")


def _lessen(werkplek: Werkplek, veld: str) -> QuerySet:
    lessen = Lesopdracht.objects.filter(op_dag(werkplek.dag), user_id__in=werkplek.namens_als(*MET_LES))
    return lessen.filter(**{f"{veld}_id": OuterRef("pk")}).order_by("vak")


@vaste_vraag
def _klas(werkplek: Werkplek, klas_id: int, op: datetime) -> QuerySet:
    mentor = Mentorschap.objects.filter(
        op_dag(werkplek.dag), user_id__in=werkplek.namens_als(Rol.MENTOR), klas_id=OuterRef("pk")
    )
    inval = _inval(werkplek, op, "klas")
    return Klas.objects.filter(school_id=werkplek.school.pk, pk=klas_id).values_list(
        "naam",
        ArraySubquery(_lessen(werkplek, "klas").values("vak")),
        Value("", output_field=CharField()),
        Exists(mentor),
        "afdeling_id",
        "vestiging_id",
        Subquery(inval.values("tot")[:1]),
        Subquery(inval.values("vak")[:1]),
    )


@vaste_vraag
def _lesgroep(werkplek: Werkplek, lesgroep_id: int, op: datetime) -> QuerySet:
    inval = _inval(werkplek, op, "lesgroep")
    return Lesgroep.objects.filter(school_id=werkplek.school.pk, pk=lesgroep_id).values_list(
        "naam",
        ArraySubquery(_lessen(werkplek, "lesgroep").values("vak")),
        F("vak"),
        Value(False),
        Value(None, output_field=CharField()),
        Value(None, output_field=CharField()),
        Subquery(inval.values("tot")[:1]),
        Subquery(inval.values("vak")[:1]),
    )


def leden_van(groepsoort: str, groep_id: int, werkplek: Werkplek) -> QuerySet:
    """Ids of the pupils of a group today; for a question about an opened group."""
    if groepsoort == "k":
        in_klas = Plaatsing.objects.filter(klas_id=groep_id, tot__isnull=True)
        return in_klas.values("leerling_id")
    leden = LesgroepLid.objects.filter(op_dag(werkplek.dag), lesgroep_id=groep_id)
    return leden.values("leerling_id")


def groep_ingezien(
    werkplek: Werkplek, deur: Groepsdeur, leerlingen: Sequence[int], handeling: Handeling
) -> None:
    """Log, in one statement, that the card of these pupils was read or printed, and by which reason (DOMAIN 45)."""
    inzagen_vastleggen(
        door=werkplek,
        onderwerp="docentkaart",
        rijen=[(deur.nummer, leerling_id) for leerling_id in leerlingen],
        grond=deur.waarom,
        handeling=handeling,
    )


def klassen_voor_kaart(werkplek: Werkplek) -> list[tuple[str, str]]:
    """Key and name of the classes of this year that a coordinator may open; none for others."""
    if not is_coordinator(werkplek):
        return []
    return [
        (f"k{pk}", naam) for pk, naam in _klassen.lees(werkplek, str(Schooljaar.van(werkplek.dag).beginjaar))
    ]


@vaste_vraag
def _klassen(werkplek: Werkplek, beginjaar: str) -> QuerySet:
    rijen = Klas.objects.filter(schooljaar=beginjaar)
    rijen = van_coordinator(rijen, werkplek, "vestiging_id", ook=Q(vestiging_id__isnull=True))
    return rijen.order_by("naam").values_list("pk", "naam")[:KLASSEN_MEEST]


def eigen_vervangingen(werkplek: Werkplek, op: datetime) -> list[Vervanging]:
    """Lessons this person takes over, now or still to come, with their group; for Vandaag and the list of cards."""
    return _eigen_vervangingen.lees(werkplek.user.pk, werkplek.school.pk, op)


@vaste_vraag
def _eigen_vervangingen(user_id: int, school_id: int, op: datetime) -> QuerySet:
    rijen = Vervanging.objects.nog_niet_voorbij(op).filter(user_id=user_id, school_id=school_id)
    return rijen.select_related("klas", "lesgroep").order_by("van", "pk")


def vervangingen_van(deur: Groepsdeur, werkplek: Werkplek, op: datetime) -> list[Vervanging]:
    """Who reads the card of this group as a substitute, now or still to come: whom this person can stop.

    Mentor and team leader of the class see all of them; `mag_stoppen` says whom they may stop.
    """
    rijen = Vervanging.objects.nog_niet_voorbij(op).filter(school=werkplek.school)
    rijen = rijen.filter(**{"klas" if deur.is_klas else "lesgroep": deur.nummer})
    rijen = rijen.annotate(
        mag_stoppen=Exists(Vervanging.objects.te_stoppen_door(werkplek).filter(pk=OuterRef("pk")))
    )
    if deur.waarom in {DOCENT, COORDINATOR}:
        rijen = rijen.filter(mag_stoppen=True)
    return list(rijen.annotate(wie=naam_van("user"), gever=naam_van("door")).order_by("van", "pk"))


def get_vervanging(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Vervanging:
    """One substitute's access that this person can stop; 404 for others, the substitute too."""
    rijen = Vervanging.objects.te_stoppen_door(werkplek).filter(pk=pk)
    rij = (rijen.select_for_update(of=("self",)) if slot else rijen).first()
    if rij is None:
        raise Http404
    return rij
