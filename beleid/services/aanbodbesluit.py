"""The steps of an offer text: put before the schoolleiding, taken back, sent back with a reason, set (DOMAIN 22)."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.aanbodregels import als_json, merk
from beleid.access_aanbod import get_aanbodtekst_slot, regels_van
from beleid.klokken_aanbod import is_besloten, is_voorgelegd
from beleid.models import Aanbodtekst, Aanbodtekststatus
from beleid.services.aanbodtekst import DELEN, in_de_maak
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

LIGT_ER_NIET = "Deze tekst ligt niet bij de schoolleiding."
NAAM = {
    "inleiding": "de inleiding",
    "grenzen": "wat jullie niet kunnen bieden",
    "contact": "bij wie ouders terechtkunnen",
}
_STAP = ("status", "versie", "voorgelegd_door", "voorgelegd_op", "terug_reden")


@transaction.atomic
def aanbodtekst_voorleggen(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Aanbodtekst:
    """Put it before the schoolleiding. Raises ValidationError while a part or the catalogue is empty, Verouderd, 403, 404."""
    tekst = in_de_maak(door, pk, versie)
    if not regels_van(door, tekst):
        raise ValidationError(f"Zet eerst in de catalogus wat de school in {tekst.jaar} biedt.")
    leeg = [NAAM[deel] for deel in DELEN if not getattr(tekst, deel).strip()]
    if leeg:
        raise ValidationError(f"Schrijf eerst {' en '.join(leeg)} op.")
    tekst.status, tekst.versie, tekst.terug_reden = Aanbodtekststatus.VOORGELEGD, versie + 1, ""
    tekst.voorgelegd_door, tekst.voorgelegd_op = door.user, op
    bewaar(tekst, *_STAP)
    is_voorgelegd(door, tekst, op)
    return tekst


def _voorgelegd(door: Werkplek, pk: int, versie: int, recht: Recht) -> Aanbodtekst:
    tekst = get_aanbodtekst_slot(door, pk, recht)
    if tekst.versie != versie:
        raise Verouderd
    if tekst.status != Aanbodtekststatus.VOORGELEGD:
        raise ValidationError(LIGT_ER_NIET)
    return tekst


@transaction.atomic
def aanbodtekst_terughalen(*, door: Werkplek, pk: int, versie: int) -> Aanbodtekst:
    """Take it back to go on writing, while nobody decided. Raises Verouderd, ValidationError, 403, 404."""
    tekst = _voorgelegd(door, pk, versie, Recht.BELEID_WERKEN)
    tekst.status, tekst.versie = Aanbodtekststatus.CONCEPT, versie + 1
    return bewaar(tekst, *_STAP)


@transaction.atomic
def aanbodtekst_terugsturen(*, door: Werkplek, pk: int, versie: int, reden: str, op: datetime) -> Aanbodtekst:
    """Send it back with what has to be different. Raises ValidationError without a reason, Verouderd, 403, 404."""
    tekst = _voorgelegd(door, pk, versie, Recht.BELEID_VASTSTELLEN)
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op wat er anders moet."})
    tekst.status, tekst.versie, tekst.terug_reden = Aanbodtekststatus.CONCEPT, versie + 1, reden.strip()
    bewaar(tekst, *_STAP)
    _vertel(tekst, op)
    return tekst


@transaction.atomic
def aanbodtekst_vaststellen(
    *, door: Werkplek, pk: int, versie: int, gelezen: str, mr_op: date | None, op: datetime
) -> Aanbodtekst:
    """Set it: from now its offerings stay as they were read, whatever the catalogue becomes.

    `gelezen` is the mark of the offerings that were on the screen: when the catalogue changed since then, Verouderd. Raises
    ValidationError for a day of the MR that cannot be, 403, 404.
    """
    tekst = _voorgelegd(door, pk, versie, Recht.BELEID_VASTSTELLEN)
    regels = regels_van(door, tekst)
    if merk(regels) != gelezen:
        raise Verouderd
    if mr_op is not None and not tekst.jaar.begin - timedelta(days=365) <= mr_op <= door.dag:
        raise ValidationError({"mr_op": "Kies de dag waarop de MR instemde: niet later dan vandaag."})
    tekst.status, tekst.versie = Aanbodtekststatus.VASTGESTELD, versie + 1
    tekst.regels, tekst.mr_op = als_json(regels), mr_op
    tekst.vastgesteld_door, tekst.vastgesteld_op = door.user, op
    bewaar(tekst, *_STAP, "regels", "mr_op", "vastgesteld_door", "vastgesteld_op")
    _vertel(tekst, op)
    return tekst


def _vertel(tekst: Aanbodtekst, op: datetime) -> None:
    if tekst.voorgelegd_door_id is not None:
        is_besloten(tekst, tekst.voorgelegd_door_id, op)
