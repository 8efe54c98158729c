"""Writing a facility card: granting, changing and ending facilities, its period and its reason."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from leerlingen.access import toegangsgrond
from leerlingen.access_kaart import eis, get_toekenning, heeft_verklaring, kaart_op_slot, mag_wijzigen
from leerlingen.kaarttekst import etiket_in
from leerlingen.models import (
    Faciliteit,
    Faciliteitenkaart,
    Faciliteitsoort,
    FaciliteitToekenning,
    Kaartversie,
    Leerling,
)
from leerlingen.models.faciliteit import MINUTEN_ZONDER_VERKLARING, REGEL_57
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

VERDER_DAN = "Kies een datum binnen twee jaar."


@dataclass(frozen=True)
class Toekenninggegevens:
    """What the coordinator filled in about one facility; `minuten` only counts at the central exam."""

    tekst: str
    bijzonderheid: str = ""
    vakken: list[str] = field(default_factory=list)
    les: bool = False
    toets: bool = True
    schoolexamen: bool = False
    centraal_examen: bool = False
    minuten: int | None = None
    geldig_tot: date | None = None
    vooraan: bool = False


def zonder_etiket(**teksten: str) -> None:
    """Refuse a text for teachers that says what a pupil has; ValidationError at its field (rule 41)."""
    for veld, tekst in teksten.items():
        if woord := etiket_in(tekst):
            raise ValidationError({veld: f"Schrijf wat de docent doet, niet waarom. Laat ‘{woord}’ weg."})


def mag_schrijven(door: Werkplek, leerling: Leerling) -> None:
    """403 for who is not the coordinator of this pupil."""
    grond = toegangsgrond(door, leerling)
    eis(grond is not None and mag_wijzigen(grond))


def _pak(door: Werkplek, leerling: Leerling, stand: int) -> Faciliteitenkaart:
    """Lock the card the coordinator saw; raises Verouderd when it changed, 403 for who may not."""
    mag_schrijven(door, leerling)
    kaart = kaart_op_slot(door, leerling.pk)
    if kaart is None or kaart.stand != stand:
        raise Verouderd
    return kaart


def kaart_of_nieuw(door: Werkplek, leerling: Leerling, op: datetime) -> tuple[Faciliteitenkaart, bool]:
    """The locked card; a new one holds to the end of the school year."""
    kaart = kaart_op_slot(door, leerling.pk)
    if kaart is not None:
        return kaart, False
    return Faciliteitenkaart.objects.get_or_create(
        school=door.school,
        leerling=leerling,
        defaults={
            "geldig_van": door.dag,
            "geldig_tot": Schooljaar.van(door.dag).eind,
            "gewijzigd_op": op,
            "gewijzigd_door": door.user,
            "versie": 0,
        },
    )


def nieuwe_versie(door: Werkplek, kaart: Faciliteitenkaart, wat: str, op: datetime) -> None:
    """Raise the version, so that every teacher confirms again (rule 58), and keep what changed."""
    Faciliteitenkaart.objects.filter(pk=kaart.pk).update(
        versie=F("versie") + 1, stand=F("stand") + 1, gewijzigd_op=op, gewijzigd_door=door.user
    )
    kaart.refresh_from_db()
    Kaartversie.objects.create(
        school=door.school, kaart=kaart, versie=kaart.versie, wat=wat[:200], door=door.user, op=op
    )


@transaction.atomic
def faciliteit_toekennen(
    *,
    door: Werkplek,
    leerling: Leerling,
    faciliteit: Faciliteit,
    op: datetime,
    gegevens: Toekenninggegevens | None = None,
) -> FaciliteitToekenning:
    """Put a facility on the card, making the card when there is none; without `gegevens` as the catalogue says.

    Raises ValidationError when it is on the card already, the card has ended, or rule 57 refuses it.
    """
    mag_schrijven(door, leerling)
    kaart, _ = kaart_of_nieuw(door, leerling, op)
    if kaart.geldig_tot < door.dag:
        raise ValidationError("Deze kaart is afgelopen. Kies eerst tot wanneer hij geldt.")
    gegevens = gegevens or Toekenninggegevens(
        tekst=faciliteit.tekst,
        les=faciliteit.les,
        toets=faciliteit.toets,
        schoolexamen=faciliteit.schoolexamen,
    )
    rij = FaciliteitToekenning(
        school=door.school, kaart=kaart, faciliteit=faciliteit, toegekend_door=door.user, sinds=door.dag
    )
    vul(rij, gegevens)
    bewaar(rij)
    nieuwe_versie(door, kaart, f"Nieuw: {faciliteit.naam}.", op)
    return rij


def vul(rij: FaciliteitToekenning, gegevens: Toekenninggegevens) -> None:
    """Copy what was filled in, with rule 57 and the end of the card."""
    zonder_etiket(tekst=gegevens.tekst, bijzonderheid=gegevens.bijzonderheid)
    if gegevens.geldig_tot and gegevens.geldig_tot > rij.kaart.geldig_tot:
        raise ValidationError({"geldig_tot": "Dat is later dan de kaart zelf. Verleng eerst de kaart."})
    for veld in ("tekst", "bijzonderheid", "vakken", "les", "toets", "schoolexamen", "centraal_examen"):
        setattr(rij, veld, getattr(gegevens, veld))
    rij.geldig_tot, rij.vooraan = gegevens.geldig_tot, gegevens.vooraan
    rij.examen_minuten, rij.onderbouwd = _examen(rij, gegevens)


def _examen(rij: FaciliteitToekenning, gegevens: Toekenninggegevens) -> tuple[int | None, bool]:
    """Minutes at the central exam and whether they rest on a statement; ValidationError by rule 57."""
    if not gegevens.centraal_examen:
        return None, False
    if not rij.faciliteit.examenaanpassing:
        return 0, False
    minuten = gegevens.minuten if rij.faciliteit.soort == Faciliteitsoort.TIJD else None
    if rij.faciliteit.soort == Faciliteitsoort.TIJD and not minuten:
        raise ValidationError({"minuten": "Schrijf hoeveel minuten extra het bij het centraal examen zijn."})
    if minuten is not None and minuten <= MINUTEN_ZONDER_VERKLARING:
        return minuten, False
    if not heeft_verklaring(rij.kaart):
        raise ValidationError({"centraal_examen": REGEL_57})
    return minuten, True


_TELT = (
    "tekst",
    "bijzonderheid",
    "vakken",
    "les",
    "toets",
    "schoolexamen",
    "centraal_examen",
    "examen_minuten",
)


@transaction.atomic
def toekenning_wijzigen(
    *, door: Werkplek, leerling: Leerling, pk: int, stand: int, gegevens: Toekenninggegevens, op: datetime
) -> FaciliteitToekenning:
    """Change a facility on a card; only what teachers act on makes a new version.

    Raises Verouderd on a stale `stand` or an ended facility, ValidationError as granting does.
    """
    kaart = _pak(door, leerling, stand)
    rij = get_toekenning(leerling.pk, pk)
    if rij.gestopt_op is not None:
        raise Verouderd
    rij.kaart = kaart
    eerst = [getattr(rij, veld) for veld in _TELT]
    vul(rij, gegevens)
    bewaar(rij)
    if [getattr(rij, veld) for veld in _TELT] != eerst:
        nieuwe_versie(door, kaart, f"Gewijzigd: {rij.faciliteit.naam}.", op)
    else:
        Faciliteitenkaart.objects.filter(pk=kaart.pk).update(stand=F("stand") + 1)
    return rij


@transaction.atomic
def toekenning_stoppen(*, door: Werkplek, leerling: Leerling, pk: int, stand: int, op: datetime) -> None:
    """Take a facility off the card from today; Verouderd when the card changed meanwhile."""
    kaart = _pak(door, leerling, stand)
    rij = get_toekenning(leerling.pk, pk)
    if rij.gestopt_op is not None:
        raise Verouderd
    rij.gestopt_op = door.dag
    rij.save(update_fields=["gestopt_op"])
    nieuwe_versie(door, kaart, f"Vervallen: {rij.faciliteit.naam}.", op)


@transaction.atomic
def toekenning_herstellen(*, door: Werkplek, leerling: Leerling, pk: int, op: datetime) -> None:
    """Put an ended facility back; ValidationError when it was granted anew since."""
    mag_schrijven(door, leerling)
    rij = get_toekenning(leerling.pk, pk)
    kaart = kaart_op_slot(door, leerling.pk)
    if rij.gestopt_op is None or kaart is None:
        return
    rij.gestopt_op = None
    bewaar(rij, "gestopt_op")
    nieuwe_versie(door, kaart, f"Weer terug: {rij.faciliteit.naam}.", op)


@transaction.atomic
def kaart_geldig_maken(*, door: Werkplek, leerling: Leerling, stand: int, van: date, tot: date) -> None:
    """Set the period of a card; teachers need not confirm that. ValidationError for an end that cannot be."""
    kaart = _pak(door, leerling, stand)
    if (tot - door.dag).days > 731:
        raise ValidationError({"geldig_tot": VERDER_DAN})
    kaart.geldig_van, kaart.geldig_tot, kaart.stand = van, tot, kaart.stand + 1
    bewaar(kaart, "geldig_van", "geldig_tot", "stand")
