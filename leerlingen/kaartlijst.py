"""The coordinator's list of facility cards: what ended or ends soon, and what teachers did not read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Least

from leerlingen.models import Faciliteitenkaart, FaciliteitToekenning, Leerling, Plaatsing
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.schooljaar import na_schooldagen
from zorgapp.kern.vastevraag import vaste_vraag

ALLE, AFLOPEND = "alle", "aflopend"
KEUZES = ((AFLOPEND, "Loopt af"), (ALLE, "Alle kaarten"))


@dataclass(frozen=True)
class Lijst:
    """One page of cards; `tot` is the last day that counts as soon."""

    toon: str
    pagina: Pagina
    tot: date
    keuzes: Any = KEUZES


def lees_lijst(werkplek: Werkplek, gevraagd: str, blad: str | None) -> Lijst:
    """Read a page; anything unknown shows what ends."""
    toon = gevraagd if gevraagd in {ALLE, AFLOPEND} else AFLOPEND
    vooraf = instelling("kaartverloop", werkplek.dag)
    tot = na_schooldagen(werkplek.dag, vooraf, vrije_perioden(werkplek.dag))
    pagina = vaste_bladzijde(_kaarten, werkplek, toon, tot, gevraagd=blad)
    return Lijst(toon, pagina, tot)


@vaste_vraag
def _kaarten(werkplek: Werkplek, toon: str, tot: date, bereik: Bereik) -> QuerySet:
    """Cards of pupils at school, by the first date on them; `eerste` is that date, `klasnaam` the class now."""
    losse = FaciliteitToekenning.objects.lopend(werkplek.dag).filter(kaart_id=OuterRef("pk"))
    eerste = losse.order_by().values("kaart_id").annotate(dag=Min("geldig_tot")).values("dag")
    klas = Plaatsing.objects.filter(leerling_id=OuterRef("leerling_id"), tot__isnull=True).values(
        "klas__naam"
    )
    rijen = van_coordinator(Faciliteitenkaart.objects.all(), werkplek)
    op_datum = Least(Subquery(eerste), "geldig_tot")  # PostgreSQL leaves out what is empty
    weg = Leerling.objects.vertrokken(werkplek.dag).filter(school=OuterRef("school"), pk=OuterRef("leerling"))
    rijen = rijen.alias(eerste=op_datum).filter(
        ~Exists(weg)
    )  # the few who left; a join would read every pupil
    if toon == AFLOPEND:
        rijen = rijen.filter(eerste__lte=tot)
    blad = bereik.uit(rijen.order_by("eerste", "pk").values("pk"))
    kaarten = Faciliteitenkaart.objects.filter(pk__in=blad).select_related("leerling")
    return kaarten.annotate(klasnaam=Subquery(klas[:1]), eerste=op_datum).order_by("eerste", "pk")
