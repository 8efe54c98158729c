"""Putting several facilities on a card at once: one version, and so one confirmation by every teacher (rule 58)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from leerlingen.access_slot import leerling_op_slot
from leerlingen.models import Faciliteit, Faciliteitenkaart, FaciliteitToekenning, Leerling
from leerlingen.services.kaart import (
    VERDER_DAN,
    Toekenninggegevens,
    kaart_of_nieuw,
    mag_schrijven,
    nieuwe_versie,
    vul,
)
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

WAT_MEEST = 200  # the length of Kaartversie.wat
_ZELFDE = (
    "tekst",
    "bijzonderheid",
    "vakken",
    "les",
    "toets",
    "schoolexamen",
    "centraal_examen",
    "geldig_tot",
    "vooraan",
)


@dataclass(frozen=True)
class Faciliteitkeuze:
    """One facility of the catalogue, and what is said of it."""

    faciliteit: Faciliteit
    gegevens: Toekenninggegevens


@transaction.atomic
def kaart_samenstellen(
    *,
    door: Werkplek,
    leerling: Leerling,
    stand: int,
    keuzes: Sequence[Faciliteitkeuze],
    geldig_tot: date,
    op: datetime,
) -> list[FaciliteitToekenning]:
    """Put these facilities on the card as one version, making the card when there is none; it holds to `geldig_tot`.

    The same sent twice is one. Raises Verouderd when the card changed since `stand` (0: there was none), and then and
    when something is wrong nothing is stored: ValidationError names per facility what, as `f<id>-<field>`.
    """
    mag_schrijven(door, leerling)
    if not keuzes:
        raise ValidationError("Kies minstens één faciliteit.")
    leerling_op_slot(leerling.pk)
    kaart, nieuw = kaart_of_nieuw(door, leerling, op)
    if staat := _staat_er(kaart, keuzes):
        return staat
    if not nieuw and kaart.stand != stand:
        raise Verouderd
    _geldig(door, kaart, geldig_tot)
    rijen = _leg_neer(door, kaart, keuzes)
    namen = [keuze.faciliteit.naam for keuze in keuzes]
    wat = f"Nieuw: {', '.join(namen)}."
    nieuwe_versie(door, kaart, wat if len(wat) <= WAT_MEEST else f"Nieuw: {len(namen)} faciliteiten.", op)
    return rijen


def _staat_er(kaart: Faciliteitenkaart, keuzes: Sequence[Faciliteitkeuze]) -> list[FaciliteitToekenning]:
    """The rows, when all of them stand on the card in these words; nothing otherwise."""
    op_kaart = FaciliteitToekenning.objects.filter(kaart=kaart, gestopt_op__isnull=True)
    al = {rij.faciliteit_id: rij for rij in op_kaart.select_related("faciliteit", "kaart")}
    zelfde = [
        rij
        for keuze in keuzes
        if (rij := al.get(keuze.faciliteit.pk))
        and all(getattr(rij, veld) == getattr(keuze.gegevens, veld) for veld in _ZELFDE)
    ]
    return zelfde if len(zelfde) == len(keuzes) else []


def _geldig(door: Werkplek, kaart: Faciliteitenkaart, tot: date) -> None:
    """Set the last day of a locked card."""
    if tot < door.dag:
        raise ValidationError({"geldig_tot": "Die datum is voorbij. Kies vandaag of later."})
    if (tot - door.dag).days > 731:
        raise ValidationError({"geldig_tot": VERDER_DAN})
    if tot != kaart.geldig_tot:
        kaart.geldig_tot = tot
        bewaar(kaart, "geldig_tot")


def _leg_neer(
    door: Werkplek, kaart: Faciliteitenkaart, keuzes: Sequence[Faciliteitkeuze]
) -> list[FaciliteitToekenning]:
    """Store every choice, or raise ValidationError with all that is wrong."""
    rijen: list[FaciliteitToekenning] = []
    fouten: dict[str, list[str]] = {}
    for keuze in keuzes:
        rij = FaciliteitToekenning(
            school=door.school,
            kaart=kaart,
            faciliteit=keuze.faciliteit,
            toegekend_door=door.user,
            sinds=door.dag,
        )
        try:
            vul(rij, keuze.gegevens)
            rijen.append(bewaar(rij))
        except ValidationError as fout:
            delen = fout.message_dict if hasattr(fout, "error_dict") else {"": fout.messages}
            fouten |= {f"f{keuze.faciliteit.pk}-{veld}": teksten for veld, teksten in delen.items()}
    if fouten:
        raise ValidationError(fouten)
    return rijen
