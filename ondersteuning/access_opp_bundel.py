"""Doors to bundles of OPPs: a coordinator's own, of the pupils he coordinates; each download is logged per pupil."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from leerlingen.access import Toegangsgrond
from leerlingen.models import Klas, Plaatsing
from ondersteuning.models import Bundeldeel, Opp, Oppbundel, OppVersie, Versiestatus
from zorgapp.accounts.coordinatie import coordinator_vestigingen, namens_coordinator, van_coordinator
from zorgapp.accounts.inzage import inzagen_vastleggen
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.werk.models import Bestand, Taak

TAAK = "opp-bundel"
SOORT_DEEL, SOORT_BUNDEL = "opp-bundel-deel", "opp-bundel"
SPELING = timedelta(hours=1)
"""A part that is thrown away within this time is made anew, so that it is still there when the bundle is put together."""


@dataclass(frozen=True)
class Keuze:
    """What goes in a bundle: a school year, and at most one of class and location; neither: the whole school."""

    jaar: Schooljaar
    klas: Klas | None = None
    vestiging: Vestiging | None = None

    @property
    def woord(self) -> str:
        """What it is called."""
        if self.klas:
            return f"klas {self.klas.naam}"
        return f"locatie {self.vestiging.naam}" if self.vestiging else "de hele school"


def keuze_van(bundel: Oppbundel) -> Keuze:
    """What a bundle was made of (read with its class and location)."""
    return Keuze(Schooljaar(bundel.schooljaar), bundel.klas, bundel.vestiging)


def _opps(werkplek: Werkplek) -> QuerySet:
    """OPPs of the pupils this person coordinates; a role beside that of coordinator adds nothing to a bundle."""
    return van_coordinator(Opp.objects.all(), werkplek)


def versies_voor(werkplek: Werkplek, keuze: Keuze) -> QuerySet:
    """The versions in force of OPPs that held in the school year, by class and name, with `klasnaam` of that year."""
    jaar = keuze.jaar
    in_jaar = Plaatsing.objects.filter(
        leerling_id=OuterRef("opp__leerling_id"), klas__schooljaar=jaar.beginjaar
    ).order_by("-van", "-pk")
    rijen = OppVersie.objects.filter(
        Q(opp__einddatum__isnull=True) | Q(opp__einddatum__gte=jaar.begin),
        opp__in=_opps(werkplek),
        status=Versiestatus.VASTGESTELD,
        opp__begindatum__lte=jaar.eind,
    ).annotate(
        klas_id=Subquery(in_jaar.values("klas_id")[:1]), klasnaam=Subquery(in_jaar.values("klas__naam")[:1])
    )
    if keuze.klas:
        rijen = rijen.filter(klas_id=keuze.klas.pk)
    if keuze.vestiging:
        rijen = rijen.filter(opp__leerling__vestiging=keuze.vestiging)
    return rijen.order_by("klasnaam", "opp__leerling__achternaam", "opp__leerling__roepnaam", "pk")


def alleen_concept(werkplek: Werkplek, keuze: Keuze) -> int:
    """How many OPPs are not in such a bundle because they were never set."""
    rijen = _opps(werkplek).filter(status="concept")
    if keuze.klas:
        geplaatst = Plaatsing.objects.filter(klas=keuze.klas, tot__isnull=True)
        rijen = rijen.filter(leerling__in=geplaatst.values("leerling_id"))
    if keuze.vestiging:
        rijen = rijen.filter(leerling__vestiging=keuze.vestiging)
    return rijen.count()


def keuzes(werkplek: Werkplek) -> dict[str, Keuze]:
    """What this person can make a bundle of, by the value in the form: this school year and the one before.

    Classes are not in it, a large school has hundreds: see `klaskeuze`.
    """
    nu = Schooljaar.van(werkplek.dag).beginjaar
    vestigingen = _vestigingen(werkplek)
    gevonden: dict[str, Keuze] = {}
    for beginjaar in (nu, nu - 1):
        jaar = Schooljaar(beginjaar)
        gevonden[f"{beginjaar}:school"] = Keuze(jaar)
        gevonden |= {f"{beginjaar}:locatie:{v.pk}": Keuze(jaar, vestiging=v) for v in vestigingen}
    return gevonden


def klaskeuze(werkplek: Werkplek, jaar: Schooljaar, naam: str) -> Keuze | None:
    """The class of this name in that year, in capitals or not; None without pupils this person coordinates with an OPP."""
    opps = _opps(werkplek).exclude(begindatum__isnull=True).values("leerling_id")
    klassen = Klas.objects.filter(
        school=werkplek.school,
        schooljaar=jaar.beginjaar,
        naam__iexact=naam,
        pk__in=Plaatsing.objects.filter(leerling__in=opps).values("klas_id"),
    )
    klas = klassen.order_by("pk").first()
    return Keuze(jaar, klas=klas) if klas else None


def _vestigingen(werkplek: Werkplek) -> list[Vestiging]:
    rijen = Vestiging.objects.filter(school=werkplek.school).order_by("naam")
    eigen = coordinator_vestigingen(werkplek)
    gevonden = list(rijen if eigen is None else rijen.filter(pk__in=eigen))
    return gevonden if len(gevonden) > 1 else []


def bundels_van(werkplek: Werkplek) -> list[Oppbundel]:
    """One's own bundles, the newest first, with `n_delen`, `n_klaar` and `n_fout`."""
    return list(_met_aantallen(werkplek).order_by("-gemaakt_op", "-pk")[:20])


def _met_aantallen(werkplek: Werkplek) -> QuerySet:
    rijen = Oppbundel.objects.filter(school=werkplek.school, door=werkplek.user)
    return rijen.select_related("klas", "vestiging").annotate(
        n_delen=Count("delen"),
        n_klaar=Count("delen", filter=Q(delen__bestand__isnull=False)),
        n_fout=Count("delen", filter=~Q(delen__fout="")),
    )


def get_bundel(werkplek: Werkplek, pk: int) -> Oppbundel:
    """One's own bundle with its counts; 404 for another's."""
    rij = _met_aantallen(werkplek).filter(pk=pk).first()
    if rij is None:
        raise Http404("oppbundel")
    return rij


def get_bundel_slot(werkplek: Werkplek, pk: int) -> Oppbundel:
    """One's own bundle, locked for a write."""
    rijen = Oppbundel.objects.filter(school=werkplek.school, door=werkplek.user, pk=pk)
    rij = rijen.select_for_update(of=("self",)).first()
    if rij is None:
        raise Http404("oppbundel")
    return rij


def laatste_taak(bundel: Oppbundel) -> Taak | None:
    """The newest job of a bundle, with its file."""
    return _taken.een(bundel.school_id, bundel.door_id, bundel.pk)


@vaste_vraag
def _taken(school_id: int, eigenaar_id: int, bundel_id: int) -> QuerySet:
    rijen = Taak.objects.filter(school_id=school_id, eigenaar_id=eigenaar_id, object_id=bundel_id, soort=TAAK)
    return rijen.select_related("bestand").order_by("-pk")[:1]


def open_delen(bundel_id: int, op: datetime) -> list[int]:
    """Parts that are still to be made: without a file, or with one that is about to go."""
    rijen = Bundeldeel.objects.filter(bundel_id=bundel_id)
    return list(
        rijen.exclude(bestand__verloopt_op__gt=op + SPELING).order_by("volgorde").values_list("pk", flat=True)
    )


def get_bundelbestand(werkplek: Werkplek, pk: int, op: datetime) -> Bestand:
    """The finished file of one's own bundle, logged as printed for every pupil in it.

    404 when it is not there (any more), and when there is a pupil in it one no longer coordinates: make it anew then.
    """
    bundel = get_bundel(werkplek, pk)
    taak = laatste_taak(bundel)
    if taak is None or taak.bestand is None or taak.bestand.verloopt_op <= op:
        raise Http404("bundelbestand")
    rijen = dict(
        Bundeldeel.objects.filter(bundel=bundel).values_list(
            "oppversie__opp_id", "oppversie__opp__leerling_id"
        )
    )
    if _opps(werkplek).filter(pk__in=rijen).count() < len(rijen):
        raise Http404("bundelbestand")
    inzagen_vastleggen(
        door=werkplek,
        onderwerp="opp",
        rijen=rijen.items(),
        grond=Toegangsgrond.ZORGCOORDINATOR,
        namens_id=namens_coordinator(werkplek, bundel.vestiging_id),
        handeling=Handeling.AFGEDRUKT,
    )
    return taak.bestand
