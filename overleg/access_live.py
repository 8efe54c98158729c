"""The doors of a meeting that is on: its agenda with what is hidden, the item on the table, and what is written there.

Who sees an item (`Agendapunt.zichtbaar_voor`) reads its minutes and agreements; who leads or takes minutes writes. The
pupil's file opens no wider by it: lines, needs and own words are asked from the floors below, each by its own rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db.models import (
    Count,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
)
from django.http import Http404

from leerlingen.models import Leerling, Mentorschap, Plaatsing
from overleg.access import Overlegblik, blik_zonder_vraag, deelnemers_van, mag_notuleren
from overleg.access_afspraak import blik, get_afspraak_slot
from overleg.access_live_rondvraag import blikken_als_waarde
from overleg.afspraakloop import OPEN_STANDEN
from overleg.loop import Overlegstatus, Puntstatus, Stap, controleer_stap
from overleg.models import Afspraak, Afspraakstap, Agendapunt, Deelname, Functie, Overleg, Verslagdeel
from overleg.soorten import Overlegsoort
from zorgapp.accounts.querysets import naam_van, op_dag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Tekst

LOOPT = (Overlegstatus.BEZIG, Overlegstatus.PAUZE)


@dataclass(frozen=True)
class Plek:
    """One place on the agenda; without `punt` it is an item that is not for this reader."""

    nummer: int
    minuten: int
    status: str
    punt: Agendapunt | None


def get_live(werkplek: Werkplek, pk: int) -> tuple[Overleg, Overlegblik, list[Deelname]]:
    """One meeting with what this person may do and who takes part (two statements); 404 for who may not know of it."""
    overleg = _overleg.een(werkplek, pk)
    if overleg is None:
        raise Http404("overleg")
    mensen = deelnemers_van(pk)
    eigen = any(d.user_id in werkplek.namens and d.functie != Functie.EXTERN for d in mensen)
    return overleg, blik_zonder_vraag(werkplek, overleg, eigen), mensen


@vaste_vraag
def _overleg(werkplek: Werkplek, pk: int) -> QuerySet:
    return Overleg.objects.zichtbaar_voor(werkplek).filter(pk=pk).select_related("voorzitter", "klas")


def plekken_van(werkplek: Werkplek, overleg: Overleg) -> list[Plek]:
    """The agenda of an opened meeting in order, with only minutes and state of what is hidden (one statement)."""
    return [
        Plek(nummer, punt.minuten, punt.status, punt if punt.zicht else None)
        for nummer, punt in enumerate(_punten.lees(werkplek, overleg.pk), start=1)
    ]


@vaste_vraag
def _punten(werkplek: Werkplek, overleg_id: int) -> QuerySet:
    zicht = Agendapunt.objects.zichtbaar_voor(werkplek).filter(pk=OuterRef("pk"))
    rijen = Agendapunt.objects.filter(overleg_id=overleg_id).op_agenda().select_related("leerling")
    return rijen.met_klas().annotate(zicht=Exists(zicht))


def op_tafel(werkplek: Werkplek, overleg: Overleg, punt_id: int) -> Agendapunt:
    """The item that is shown, with its minutes, the mentor's name, whether this person may open the file (`dossier`), the
    rondvraag (`blikken`) and the day of the next meeting (`volgend`). The caller saw it on the agenda; 404 when it went."""
    punt = _op_tafel.een(werkplek, punt_id, overleg.begin, overleg.reeks_id, werkplek.dag)
    if punt is None:
        raise Http404("agendapunt")
    return punt


@vaste_vraag
def _op_tafel(werkplek: Werkplek, punt_id: int, begin: datetime, reeks_id: int | None, dag: date) -> QuerySet:
    klas = Plaatsing.objects.filter(leerling_id=OuterRef(OuterRef("leerling_id")), tot__isnull=True)
    mentor = Mentorschap.objects.filter(op_dag(dag), klas_id__in=klas.values("klas_id")).order_by("van", "pk")
    mag = Leerling.objects.zichtbaar_voor(werkplek).filter(pk=OuterRef("leerling_id"))
    later = Overleg.objects.gaat_door().filter(school=werkplek.school, begin__gt=begin)
    later = later.filter(reeks_id=reeks_id) if reeks_id else later.none()
    rijen = Agendapunt.objects.filter(pk=punt_id).select_related("leerling", "verslag__bewaard_door")
    return rijen.met_klas().annotate(
        mentor=Subquery(mentor.values(naam=naam_van("user"))[:1]),
        mentor_id=Subquery(mentor.values("user_id")[:1]),
        dossier=Exists(mag),
        blikken=blikken_als_waarde(werkplek, punt_id),
        volgend=Subquery(later.order_by("begin").values("begin")[:1]),
    )


# agreements


def afspraken_bij(werkplek: Werkplek, overleg: Overleg) -> tuple[list[Afspraak], list[Afspraak]]:
    """Of an opened meeting: what comes back in it (DOMAIN 60), and what was agreed in it, as far as one may see it.

    One statement; what was closed in this meeting stays among what came back. `gevraagd`: something was said of it here.
    """
    rijen = _afspraken.lees(werkplek, overleg.pk, *overleg.opvolging)
    terug = [rij for rij in rijen if rij.overleg_id != overleg.pk]
    return terug, [rij for rij in reversed(rijen) if rij.overleg_id == overleg.pk]


@vaste_vraag
def _afspraken(
    werkplek: Werkplek,
    overleg_id: int,
    school_id: int,
    begin: datetime,
    reeks_id: int | None,
    soort: Tekst,
    vestiging_id: int | None,
    klas_id: int | None,
) -> QuerySet:
    hier = Afspraakstap.objects.filter(afspraak=OuterRef("pk"), overleg_id=overleg_id)
    eerder = Overleg.objects.eerder_dan(school_id, begin, reeks_id, soort, vestiging_id, klas_id)
    terug = Q(overleg_id__in=eerder.values("pk")) & (Q(stand__in=sorted(OPEN_STANDEN)) | Exists(hier))
    rijen = Afspraak.objects.zichtbaar_in(werkplek, overleg_id, eerder).filter(
        Q(overleg_id=overleg_id) | terug
    )
    rijen = rijen.select_related("leerling", "eigenaar", "contact", "partner", "overleg")
    return rijen.annotate(gevraagd=Exists(hier)).order_by("gemaakt_op", "pk")


def los_van(overleg: Overleg, terug: Iterable[Afspraak], plekken: Iterable[Plek]) -> list[Afspraak]:
    """Of what comes back in a meeting what belongs to no item on this agenda that one sees, the oldest date first.

    Of an MDO nothing: the MDO before it was about another pupil, with other people at the table.
    """
    if overleg.soort == Overlegsoort.MDO:
        return []
    hier = {plek.punt.leerling_id for plek in plekken if plek.punt and plek.punt.leerling_id}
    return sorted((a for a in terug if a.leerling_id not in hier), key=lambda a: (a.klaar_op, a.pk))


def nog_te_vragen(afspraken: Iterable[Afspraak]) -> int:
    """Of agreements that came back, how many nobody in this meeting said of how they went."""
    return sum(not a.gevraagd for a in afspraken)  # type: ignore[attr-defined]


def get_afspraak_slot_in(werkplek: Werkplek, pk: int, overleg_id: int) -> Afspraak:
    """Lock an agreement that is spoken of in a meeting: who writes there may say how it goes, whoever made it.

    Others may as far as their own rights go. 404 for what one does not see there, 403 for who only reads along,
    StapNietToegestaan when the meeting is not on.
    """
    overleg = Overleg.objects.zichtbaar_voor(werkplek).filter(pk=overleg_id).first()
    if overleg is None:
        raise Http404("overleg")
    controleer_stap(overleg.status, Stap.NOTULEREN)
    eerder = Overleg.objects.eerder_dan(*overleg.opvolging)
    hier = Afspraak.objects.zichtbaar_in(werkplek, overleg_id, eerder).filter(pk=pk)
    hier = hier.filter(Q(overleg=overleg) | Q(overleg__in=eerder.values("pk")))
    afspraak = hier.select_related("leerling", "overleg").select_for_update(of=("self",)).first()
    if afspraak is None:
        return get_afspraak_slot(werkplek, pk, daad="bijwerken")
    if not (mag_notuleren(werkplek, overleg) or blik(werkplek, afspraak).bijwerken):
        raise PermissionDenied("afspraak bijwerken")
    return afspraak


# writing and following


def get_punt_om_te_notuleren(werkplek: Werkplek, overleg_id: int, punt_id: int) -> Agendapunt:
    """One item to write minutes of, with those there were. Its meeting is locked, so that closing it waits for this text.

    One statement; who waited for the lock may hold minutes of before, so a write asks for their version. 404 for who may not know of it, and for an item of another meeting; 403 for who only reads along.
    """
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(pk=punt_id, overleg_id=overleg_id)
    rijen = rijen.select_related("overleg", "leerling", "verslag__bewaard_door").met_klas()
    punt = rijen.select_for_update(of=("overleg",)).first()
    if punt is None:
        raise Http404("agendapunt")
    if not mag_notuleren(werkplek, punt.overleg):
        raise PermissionDenied("notuleren")
    return punt


def verslagdeel_van(punt_id: int) -> Verslagdeel | None:
    """The minutes of an item that was opened, with who saved them last."""
    return Verslagdeel.objects.filter(punt_id=punt_id).select_related("bewaard_door").first()


def stand_van(werkplek: Werkplek, overleg_id: int, punt_id: int | None) -> str:
    """A short text that differs as soon as anything of this page does (one statement).

    404 for who may no longer know of the meeting or the item: taken off the list, off the agenda, another role.
    """
    rij = _stand.een(werkplek, overleg_id, punt_id or 0)
    if rij is None or (punt_id and not rij[-1]):
        raise Http404("overleg")
    return "-".join("" if deel is None else str(deel) for deel in rij[:-1])


@vaste_vraag
def _stand(werkplek: Werkplek, overleg_id: int, punt_id: int) -> QuerySet:
    punten = Agendapunt.objects.filter(overleg_id=OuterRef("pk"))
    per_overleg = punten.order_by().values("overleg_id")
    mee = Deelname.objects.filter(overleg_id=OuterRef("pk"), verwijderd_op__isnull=True).order_by()
    stappen = Afspraakstap.objects.filter(overleg_id=OuterRef("pk")).order_by().values("overleg_id")
    zicht = Agendapunt.objects.zichtbaar_voor(werkplek).filter(pk=punt_id, overleg_id=OuterRef("pk"))
    zicht = zicht.exclude(status=Puntstatus.VERVALLEN)
    rijen = Overleg.objects.zichtbaar_voor(werkplek).filter(pk=overleg_id)
    return rijen.annotate(
        punten_=Subquery(per_overleg.annotate(n=Sum(F("versie") + F("volgorde") * F("pk"))).values("n")),
        hoeveel_=Subquery(per_overleg.annotate(n=Count("pk")).values("n")),
        nu_=Subquery(punten.filter(bezig_sinds__isnull=False).values("pk")[:1]),
        mee_=Subquery(mee.values("overleg_id").annotate(n=Sum("pk")).values("n")),
        aanwezig_=Subquery(mee.filter(aanwezig=True).values("overleg_id").annotate(n=Sum("pk")).values("n")),
        stap_=Subquery(stappen.annotate(n=Max("pk")).values("n")),
        verslag_=Subquery(Verslagdeel.objects.filter(punt_id=punt_id).values("versie")[:1]),
        zicht_=Exists(zicht),
    ).values_list(
        "status",
        "versie",
        "hoeveel_",
        "punten_",
        "nu_",
        "mee_",
        "aanwezig_",
        "stap_",
        "verslag_",
        "zicht_",
    )
