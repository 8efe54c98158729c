"""The nieuwsbrief: beginning one, taking over proposals, writing items, placing it, noting who opened it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max

from beleid.access_nieuws import brief_in_de_maak, get_bericht, get_brief, get_brief_slot, mag_werken
from beleid.access_nieuws_bronnen import voorstellen
from beleid.klokken_nieuws import vraag_te_lezen
from beleid.models import Nieuwsbericht, Nieuwsbrief, Nieuwslezing, Nieuwsstatus
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

BERICHTEN_MAX = 20
GEPLAATST = "Deze nieuwsbrief is geplaatst en blijft zoals hij is."
VOL = f"Er staan al {BERICHTEN_MAX} berichten in. Bewaar de rest voor een volgende keer."
NIET_NIEUW = "Dit staat al in een nieuwsbrief, of het is niet meer nieuw."


@transaction.atomic
def brief_beginnen(*, door: Werkplek, titel: str, op: datetime) -> Nieuwsbrief:
    """Begin a letter; the one that is being made already, when there is one. Raises ValidationError, 403."""
    if not mag_werken(door):
        raise PermissionDenied("nieuwsbrief")
    een_tegelijk(door)
    al = brief_in_de_maak(door)
    if al is not None:
        return al
    return bewaar(Nieuwsbrief(school=door.school, titel=titel.strip(), gemaakt_door=door.user, gemaakt_op=op))


def _in_de_maak(door: Werkplek, pk: int, versie: int | None = None) -> Nieuwsbrief:
    brief = get_brief_slot(door, pk)
    if brief.status != Nieuwsstatus.CONCEPT:
        raise ValidationError(GEPLAATST)
    if versie is not None and brief.versie != versie:
        raise Verouderd
    return brief


def _ruimte(brief: Nieuwsbrief) -> int:
    """The place of a next item."""
    rijen = Nieuwsbericht.objects.filter(brief=brief)
    if rijen.count() >= BERICHTEN_MAX:
        raise ValidationError(VOL)
    return (rijen.aggregate(hoogste=Max("volgorde"))["hoogste"] or 0) + 1


def _verder(brief: Nieuwsbrief) -> Nieuwsbrief:
    brief.versie += 1
    return bewaar(brief, "titel", "versie")


@transaction.atomic
def brief_hernoemen(*, door: Werkplek, pk: int, versie: int, titel: str) -> Nieuwsbrief:
    """Another title. Raises Verouderd, ValidationError, 403, 404."""
    brief = _in_de_maak(door, pk, versie)
    brief.titel = titel.strip()
    return _verder(brief)


@transaction.atomic
def bericht_overnemen(*, door: Werkplek, pk: int, bron: str) -> Nieuwsbericht:
    """Take a proposal over as it stands; twice is once. Raises ValidationError for what is no proposal (any more)."""
    brief = _in_de_maak(door, pk)
    al = Nieuwsbericht.objects.filter(brief=brief, bron=bron).exclude(bron="").first()
    if al is not None:
        return al
    voorstel = next((v for v in voorstellen(door) if v.bron == bron), None)
    if voorstel is None:
        raise ValidationError(NIET_NIEUW)
    bericht = Nieuwsbericht(
        school=door.school,
        brief=brief,
        volgorde=_ruimte(brief),
        kop=voorstel.kop[:120],
        tekst=voorstel.tekst,
        bron=bron,
    )
    bewaar(bericht)
    _verder(brief)
    return bericht


@transaction.atomic
def bericht_toevoegen(*, door: Werkplek, pk: int, kop: str, tekst: str) -> Nieuwsbericht:
    """An item of one's own. Raises ValidationError, 403, 404."""
    brief = _in_de_maak(door, pk)
    bericht = Nieuwsbericht(
        school=door.school, brief=brief, volgorde=_ruimte(brief), kop=kop.strip(), tekst=tekst.strip()
    )
    bewaar(bericht)
    _verder(brief)
    return bericht


@transaction.atomic
def bericht_wijzigen(
    *, door: Werkplek, pk: int, bericht_id: int, versie: int, kop: str, tekst: str
) -> Nieuwsbericht:
    """Other words; `versie` is the letter's. Raises Verouderd when the letter changed meanwhile, ValidationError, 404."""
    brief = _in_de_maak(door, pk, versie)
    bericht = get_bericht(brief, bericht_id)
    bericht.kop, bericht.tekst = kop.strip(), tekst.strip()
    bewaar(bericht, "kop", "tekst")
    _verder(brief)
    return bericht


@transaction.atomic
def bericht_weghalen(*, door: Werkplek, pk: int, bericht_id: int, versie: int) -> Nieuwsbericht:
    """Take an item out; a proposal is proposed again. Returns it as it was. Raises Verouderd, ValidationError, 404."""
    brief = _in_de_maak(door, pk, versie)
    bericht = get_bericht(brief, bericht_id)
    Nieuwsbericht.objects.filter(pk=bericht.pk).delete()
    _verder(brief)
    return bericht


@transaction.atomic
def brief_plaatsen(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Nieuwsbrief:
    """Place it: it stays as it is from now, and all staff hear of it. Raises Verouderd, ValidationError, 403, 404."""
    brief = _in_de_maak(door, pk, versie)
    if not Nieuwsbericht.objects.filter(brief=brief).exists():
        raise ValidationError("Zet eerst een bericht in de nieuwsbrief.")
    brief.status, brief.geplaatst_op, brief.versie = Nieuwsstatus.GEPLAATST, op, versie + 1
    bewaar(brief, "status", "geplaatst_op", "versie")
    bewaar(Nieuwslezing(school=door.school, brief=brief, user=door.user, gelezen_op=op))
    vraag_te_lezen(door, brief, op)
    return brief


@transaction.atomic
def brief_gelezen(*, door: Werkplek, pk: int, op: datetime) -> None:
    """Note that one opened a letter that was placed; one in the making is nothing to read yet. 404."""
    brief, _ = get_brief(door, pk)
    if brief.status == Nieuwsstatus.GEPLAATST:
        Nieuwslezing.objects.get_or_create(
            school=door.school, brief=brief, user=door.user, defaults={"gelezen_op": op}
        )
