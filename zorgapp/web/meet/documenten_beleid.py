"""Which documents of policy are measured as a PDF, and about what: those of the demo school, this school year."""

from collections.abc import Iterator

from beleid.access_aanbod import teksten_van
from beleid.access_plan import plannen_van
from beleid.cijfers.snede import Snede
from beleid.documents import aanbod, cijfers, jaar, plan, uren
from beleid.services.cijferbestand import object_id
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.werk.documenten import Documentsoort


def papieren(werkplek: Werkplek) -> Iterator[tuple[str, Documentsoort, int]]:
    """(name, kind, number of what it is about) of each document a coordinator can ask."""
    dit_jaar = Schooljaar.van(werkplek.dag)
    yield "cijfers voor het MT", cijfers.SOORT, object_id("overzicht", Snede(dit_jaar))
    yield "cijfers ondersteuning", cijfers.SOORT, object_id("ondersteuning", Snede(dit_jaar))
    for versie in plannen_van(werkplek)[-1:]:
        yield "ondersteuningsplan", plan.PLAN, versie.pk
        yield "ondersteuningsplan, een A4", plan.BLAD, versie.pk
    yield "jaarkalender A3", jaar.SOORT, dit_jaar.beginjaar
    for tekst in teksten_van(werkplek, dit_jaar)[:1]:
        yield "aanbod voor de schoolgids", aanbod.SOORT, tekst.pk
    yield "uren", uren.SOORT, dit_jaar.beginjaar
