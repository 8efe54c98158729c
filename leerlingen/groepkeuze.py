"""Finding a class or teaching group by its name, for the forms that assign one."""

import re
from dataclasses import dataclass

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.urls import reverse

from leerlingen.models import Klas, Lesgroep
from leerlingen.toewijzing import klassen, lesgroepen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.kiezen import VRAAG_MAX, Optie
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.velden import gelezen_nummer

_KLAS, _LESGROEP = "k", "l"
_VOLUIT = re.compile(r"(?P<naam>.+?)(?P<groep>, lesgroep)? \((?P<jaar>\d{4})-\d{4}\)")


@dataclass(frozen=True)
class Groepbron:
    """Classes, and with `ook_lesgroepen` teaching groups, of this school year and the next."""

    werkplek: Werkplek
    ook_lesgroepen: bool

    @property
    def url(self) -> str:
        """The search address for these kinds."""
        return reverse("leerlingen:groepen") + ("?les=1" if self.ook_lesgroepen else "")

    def waarschijnlijk(self) -> list[Optie]:
        """Nothing is likelier than something else."""
        return []

    def zoek(self, vraag: str, hoeveel: int) -> list[Optie]:
        """Groups with this text in their name: the very name first, then those that begin with it (one query)."""
        vraag = vraag.replace("\x00", "").strip()[:VRAAG_MAX]
        if not vraag:
            return []
        voluit = _VOLUIT.fullmatch(vraag)
        naam = voluit["naam"] if voluit else vraag
        rijen = _op_naam(klassen(self.werkplek), naam, _KLAS)
        if self.ook_lesgroepen:
            rijen = rijen.union(_op_naam(lesgroepen(self.werkplek), naam, _LESGROEP), all=True)
        gevonden = [_optie(*rij[:4]) for rij in rijen.order_by("rang", "schooljaar", "naam")[: 3 * hoeveel]]
        precies = [optie for optie in gevonden if optie.tekst.casefold() == vraag.casefold()]
        return (precies if voluit else gevonden)[:hoeveel]

    def kies(self, waarde: str) -> tuple[Optie, Klas | Lesgroep] | None:
        """The group with this value, when it is of this school and this or the next year."""
        soort, nummer = waarde[:1], gelezen_nummer(waarde[1:])
        if nummer is None or soort not in self._soorten():
            return None
        rijen = klassen(self.werkplek) if soort == _KLAS else lesgroepen(self.werkplek)
        groep: Klas | Lesgroep | None = rijen.filter(pk=nummer).first()
        return (_optie(groep.pk, groep.naam, groep.schooljaar, soort), groep) if groep else None

    def _soorten(self) -> str:
        return _KLAS + _LESGROEP if self.ook_lesgroepen else _KLAS


def _op_naam(groepen: QuerySet, naam: str, soort: str) -> QuerySet:
    rang = Case(
        When(naam__iexact=naam, then=0),
        When(naam__istartswith=naam, then=1),
        default=2,
        output_field=IntegerField(),
    )
    rijen = groepen.filter(naam__icontains=naam).order_by().annotate(rang=rang, soort=Value(soort))
    return rijen.values_list("pk", "naam", "schooljaar", "soort", "rang")


def _optie(pk: int, naam: str, jaar: int, soort: str) -> Optie:
    voluit = f"{naam}{', lesgroep' if soort == _LESGROEP else ''} ({Schooljaar(jaar)})"
    return Optie(f"{soort}{pk}", voluit, naam)
