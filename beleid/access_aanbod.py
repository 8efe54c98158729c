"""The doors to the offer text of the schoolgids: coordinator and schoolleiding read it, each has his own steps."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from beleid.aanbodregels import Regel, uit_catalogus, uit_json
from beleid.models import Aanbodalinea, Aanbodtekst, Aanbodtekststatus
from ondersteuning.models import Aanbod
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag

VERSIES_MAX = 50


@dataclass(frozen=True)
class Vorig:
    """The year before: the newest text that was set, and its offerings; None when the school had none at all."""

    tekst: Aanbodtekst | None
    regels: list[Regel] | None


def teksten_van(werkplek: Werkplek, jaar: Schooljaar) -> list[Aanbodtekst]:
    """The versions of a school year, the newest first, at most 50."""
    werkplek.eis(Recht.BELEID_JAAR)
    return _teksten.lees(werkplek.school.pk, str(jaar.beginjaar))


@vaste_vraag
def _teksten(school_id: int, beginjaar: str) -> QuerySet:
    rijen = Aanbodtekst.objects.filter(school_id=school_id, schooljaar=beginjaar).order_by("-nummer")
    return rijen.select_related("vastgesteld_door", "voorgelegd_door")[:VERSIES_MAX]


def get_aanbodtekst(werkplek: Werkplek, pk: int) -> Aanbodtekst:
    """One version; 403 for who has no part in the school's year, 404 when it is not there."""
    werkplek.eis(Recht.BELEID_JAAR)
    rijen = Aanbodtekst.objects.filter(school=werkplek.school, pk=pk)
    tekst = rijen.select_related("vastgesteld_door", "voorgelegd_door").first()
    if tekst is None:
        raise Http404("aanbodtekst")
    return tekst


def get_aanbodtekst_slot(werkplek: Werkplek, pk: int, recht: Recht) -> Aanbodtekst:
    """Lock one version for who has `recht`; 403, 404."""
    werkplek.eis(recht)
    rijen = Aanbodtekst.objects.filter(school=werkplek.school, pk=pk)
    tekst = rijen.select_for_update(of=("self",)).first()
    if tekst is None:
        raise Http404("aanbodtekst")
    return tekst


def catalogus(werkplek: Werkplek, jaar: Schooljaar) -> list[Aanbod]:
    """What the school offers in a year, by line and name, without what was stopped."""
    rijen = Aanbod.objects.van_jaar(werkplek.school.pk, jaar.beginjaar)
    rijen = rijen.niet_gestopt(min(werkplek.dag, jaar.eind)).op_lijn()
    return list(rijen.select_related("functionaris", "partner", "vestiging"))


def alineas_van(tekst: Aanbodtekst) -> dict[str, Aanbodalinea]:
    """The school's own words by `stam`."""
    rijen = Aanbodalinea.objects.filter(school_id=tekst.school_id, tekst=tekst)
    return {str(alinea.stam): alinea for alinea in rijen}


def regels_van(werkplek: Werkplek, tekst: Aanbodtekst) -> list[Regel]:
    """The offerings of a version: as they were when it was set, else as the catalogue and the own words are now."""
    if tekst.status == Aanbodtekststatus.VASTGESTELD:
        return uit_json(tekst.regels)
    eigen = {stam: alinea.woorden for stam, alinea in alineas_van(tekst).items()}
    return uit_catalogus(catalogus(werkplek, tekst.jaar), eigen)


def get_regel(werkplek: Werkplek, tekst: Aanbodtekst, stam: UUID) -> tuple[Aanbod, Aanbodalinea | None]:
    """One offering of the year of a text and the words there are for it; 404 for one of no such year."""
    aanbod = next((a for a in catalogus(werkplek, tekst.jaar) if a.stam == stam), None)
    if aanbod is None:
        raise Http404("aanbod")
    return aanbod, Aanbodalinea.objects.filter(school=werkplek.school, tekst=tekst, stam=stam).first()


def vorig_jaar(werkplek: Werkplek, jaar: Schooljaar) -> Vorig:
    """What this year is laid beside: the text that was set last year, else last year's catalogue."""
    eerder = Schooljaar(jaar.beginjaar - 1)
    tekst = Aanbodtekst.objects.van_jaar(werkplek.school.pk, eerder).vastgesteld().first()
    if tekst is not None:
        return Vorig(tekst, uit_json(tekst.regels))
    aanbod = catalogus(werkplek, eerder)
    return Vorig(None, uit_catalogus(aanbod, {}) if aanbod else None)


def is_vastgesteld(school_id: int, beginjaar: int) -> bool:
    """Whether a text of that year was set."""
    return Aanbodtekst.objects.van_jaar(school_id, Schooljaar(beginjaar)).vastgesteld().exists()


def schoolleiding(school_id: int, dag: date) -> list[int]:
    """Who sets a text: numbers of the schoolleiding that works here on `dag`."""
    hier = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol=Rol.SCHOOLLEIDING, user__is_active=True
    )
    return sorted(set(hier.values_list("user_id", flat=True)))
