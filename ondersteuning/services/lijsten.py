"""Making, changing, copying and stopping observation lists; a list that was asked for gets a new version instead."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q

from ondersteuning.access_lijsten import get_lijst
from ondersteuning.models import Invuller, Lijstcampagne, Signaleringslijst
from ondersteuning.startlijsten import STARTLIJSTEN
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

TITEL_MAX = 80


@dataclass(frozen=True)
class Lijstgegevens:
    """What the coordinator filled in; every point is (text, domain, whether it says that something goes well)."""

    titel: str
    voor: str
    punten: tuple[tuple[str, str, bool], ...]
    uitleg: str = ""
    belregel: bool = False
    drempel_mensen: int = 2
    drempel_punten: int = 4

    def velden(self) -> dict[str, object]:
        """The columns of a row."""
        return {
            "titel": self.titel,
            "voor": self.voor,
            "uitleg": self.uitleg,
            "belregel": self.belregel,
            "drempel_mensen": self.drempel_mensen,
            "drempel_punten": self.drempel_punten,
            "punten": [tekst for tekst, _, _ in self.punten],
            "domeinen": [domein for _, domein, _ in self.punten],
            "sterk": [sterk for _, _, sterk in self.punten],
        }


@transaction.atomic
def lijst_maken(*, door: Werkplek, gegevens: Lijstgegevens) -> Signaleringslijst:
    """Store a new list; ValidationError with what is wrong with it."""
    lijst: Signaleringslijst = bewaar(
        Signaleringslijst(school=door.school, door=door.user, **gegevens.velden())
    )
    return lijst


@transaction.atomic
def lijst_wijzigen(*, door: Werkplek, pk: int, versie: int, gegevens: Lijstgegevens) -> Signaleringslijst:
    """Change a list; once a campaign asked for it the change is a new version and the answers keep the old words.

    Raises Verouderd when somebody else was first (or a newer version exists), ValidationError for a broken rule.
    """
    lijst = get_lijst(door, pk, slot=True)
    if lijst.versie != versie or lijst.vervangen or lijst.gestopt_op:
        raise Verouderd
    if not Lijstcampagne.objects.filter(lijst=lijst).exists():
        for naam, waarde in gegevens.velden().items():
            setattr(lijst, naam, waarde)
        lijst.versie += 1
        bewaar(lijst)
        return lijst
    Signaleringslijst.objects.filter(pk=pk).update(vervangen=True, versie=F("versie") + 1)
    nieuw: Signaleringslijst = bewaar(
        Signaleringslijst(
            school=door.school,
            door=door.user,
            stam=lijst.stam,
            nummer=lijst.nummer + 1,
            startlijst=lijst.startlijst,
            **gegevens.velden(),
        )
    )
    return nieuw


@transaction.atomic
def lijst_kopieren(*, door: Werkplek, pk: int) -> Signaleringslijst:
    """A new list with the same points; its title says that it is a copy. Twice gives the copy that was not changed yet."""
    bron = get_lijst(door, pk, slot=True)
    punten = tuple(zip(bron.punten, bron.domeinen, bron.sterk, strict=True))
    gegevens = Lijstgegevens(
        titel=_vrije_titel(door, bron.titel),
        voor=bron.voor,
        punten=punten,
        uitleg=bron.uitleg,
        belregel=bron.belregel,
        drempel_mensen=bron.drempel_mensen,
        drempel_punten=bron.drempel_punten,
    )
    return _ongewijzigd(door, bron, gegevens) or lijst_maken(door=door, gegevens=gegevens)


def _ongewijzigd(
    door: Werkplek, bron: Signaleringslijst, gegevens: Lijstgegevens
) -> Signaleringslijst | None:
    """The copy this person made of a locked list and left as it was; None when there is none."""
    velden = {naam: waarde for naam, waarde in gegevens.velden().items() if naam != "titel"}
    eigen = Signaleringslijst.objects.huidig().filter(school=door.school, door=door.user, versie=1, **velden)
    eigen = eigen.filter(startlijst="", nummer=1, titel__contains=" (kopie").exclude(pk=bron.pk)
    return eigen.exclude(pk__in=Lijstcampagne.objects.values("lijst")).first()


def _vrije_titel(door: Werkplek, titel: str) -> str:
    bezet = set(Signaleringslijst.objects.huidig().filter(school=door.school).values_list("titel", flat=True))
    for nummer in range(1, 100):
        staart = " (kopie)" if nummer == 1 else f" (kopie {nummer})"
        poging = titel[: TITEL_MAX - len(staart)] + staart
        if poging not in bezet:
            return poging
    raise ValidationError("Er zijn al veel kopieën van deze lijst. Geef er eerst een een eigen titel.")


@transaction.atomic
def lijst_stoppen(*, door: Werkplek, pk: int, dag: date) -> Signaleringslijst:
    """Nobody can be asked for it any more; what runs goes on, and answers stay. Twice is harmless."""
    lijst = get_lijst(door, pk, slot=True)
    Signaleringslijst.objects.filter(pk=pk, gestopt_op__isnull=True).update(
        gestopt_op=dag, versie=F("versie") + 1
    )
    lijst.refresh_from_db()
    return lijst


@transaction.atomic
def startlijsten_neerleggen(*, door: Werkplek) -> int:
    """Lay down the starter lists that were never laid down and whose title is free; return how many."""
    rijen = Signaleringslijst.objects.filter(school=door.school)
    er_al = set(rijen.exclude(startlijst="").values_list("startlijst", flat=True))
    titels = set(rijen.filter(Q(vervangen=False, gestopt_op__isnull=True)).values_list("titel", flat=True))
    gemaakt = 0
    for start in STARTLIJSTEN:
        if start.sleutel in er_al or start.titel in titels:
            continue
        punten = [(t, d, True) for t, d in start.goed] + [(t, d, False) for t, d in start.op]
        gegevens = Lijstgegevens(
            titel=start.titel,
            voor=Invuller(start.voor),
            punten=tuple(punten),
            uitleg=start.uitleg,
            belregel=start.belregel,
        )
        bewaar(
            Signaleringslijst(
                school=door.school,
                door=door.user,
                startlijst=start.sleutel,
                stam=uuid.uuid5(uuid.NAMESPACE_URL, f"{door.school.pk}:{start.sleutel}"),
                **gegevens.velden(),
            )
        )
        gemaakt += 1
    return gemaakt
