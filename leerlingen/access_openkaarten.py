"""The door to the cards that wait for a teacher: which, of whom, and in which of his groups he finds them (rule 58)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from leerlingen.eigendom import ROLLEN_LES
from leerlingen.models import Faciliteitenkaart, FaciliteitToekenning, Kaartgezien
from leerlingen.querysets import als_docent_klas, als_docent_lesgroep, als_mentor
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

OPEN_MEEST = 300  # more than a teacher has pupils with a card


@dataclass(frozen=True)
class OpenKaart:
    """A card that this teacher did not confirm since it last changed.

    `groepen` are the classes ("k12") and teaching groups ("g7") in which he teaches or mentors this pupil.
    """

    leerling_id: int
    naam: str
    groepen: frozenset[str]


def open_kaarten(werkplek: Werkplek) -> list[OpenKaart]:
    """Cards of the pupils this person teaches or mentors that wait for his confirmation, by name (one query)."""
    if not werkplek.is_een(*ROLLEN_LES):
        return []
    return [
        OpenKaart(
            leerling_id,
            " ".join(deel for deel in (roep, tussen, achter) if deel),
            frozenset(sleutel for groepen in per_relatie for sleutel in groepen),
        )
        for leerling_id, roep, tussen, achter, *per_relatie in _open_kaarten.lees(werkplek)
    ]


def in_groep(kaarten: Sequence[OpenKaart], sleutel: str) -> list[OpenKaart]:
    """Those of one group."""
    return [kaart for kaart in kaarten if sleutel in kaart.groepen]


def per_groep(kaarten: Sequence[OpenKaart]) -> Counter[str]:
    """How many wait in each group; who is in two groups counts in both."""
    return Counter(sleutel for kaart in kaarten for sleutel in kaart.groepen)


def groep_met_alles(kaarten: Sequence[OpenKaart]) -> str:
    """The one group in which all of them are found, a class before a teaching group; nothing when there is none."""
    overal = frozenset.intersection(*(kaart.groepen for kaart in kaarten)) if kaarten else frozenset()
    return max(sorted(overal), key=lambda sleutel: sleutel[0], default="")


def _relaties(werkplek: Werkplek) -> list[tuple[str, QuerySet]]:
    """Through what this person reads cards: the letter of a kind of group, and his pupils in those groups."""
    relaties = [("k", als_docent_klas(werkplek)), ("g", als_docent_lesgroep(werkplek))]
    return [*relaties, ("k", als_mentor(werkplek))] if werkplek.is_een(Rol.MENTOR) else relaties


def _groepen(soort: str, leerlingen: QuerySet) -> ArraySubquery:
    """The keys of the groups through which one pupil is in `leerlingen`."""
    groep = "klas_id" if soort == "k" else "lesgroep_id"
    sleutel = Concat(Value(soort), Cast(groep, CharField()), output_field=CharField())
    rijen = leerlingen.filter(leerling_id=OuterRef("leerling_id")).annotate(sleutel=sleutel)
    return ArraySubquery(rijen.values("sleutel"))


def _wachtend(werkplek: Werkplek) -> QuerySet:
    """Cards that hold, with something on them, in a version that this person did not confirm."""
    gezien = Kaartgezien.objects.filter(
        kaart_id=OuterRef("pk"), versie=OuterRef("versie"), user_id=werkplek.user.pk
    )
    loopt = FaciliteitToekenning.objects.lopend(werkplek.dag).filter(kaart_id=OuterRef("pk"))
    return Faciliteitenkaart.objects.geldig(werkplek.dag).filter(Exists(loopt), ~Exists(gezien))


def kaart_wacht(werkplek: Werkplek) -> Exists:
    """Whether the card of a pupil in a list waits for this person; for who teaches or mentors all of that list."""
    return Exists(_wachtend(werkplek).filter(leerling_id=OuterRef("pk")))


@vaste_vraag
def _open_kaarten(werkplek: Werkplek) -> QuerySet:
    relaties = _relaties(werkplek)
    eerste, *rest = [leerlingen for _, leerlingen in relaties]
    rijen = _wachtend(werkplek).filter(leerling_id__in=eerste.union(*rest))
    rijen = rijen.order_by("leerling__sorteernaam", "leerling_id")
    namen = ("leerling__roepnaam", "leerling__tussenvoegsel", "leerling__achternaam")
    groepen = [_groepen(soort, leerlingen) for soort, leerlingen in relaties]
    return rijen.values_list("leerling_id", *namen, *groepen)[:OPEN_MEEST]
