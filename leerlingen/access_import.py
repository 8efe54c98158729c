"""The doors to imports: of one's own school, for who may import. Names, class and contacts only."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from leerlingen.models import Import, ImportRegel
from zorgapp.accounts.werkplek import Werkplek

HISTORIE = 20


@dataclass(frozen=True)
class Tabblad:
    """One kind of lines with how many there are."""

    soort: str
    label: str
    aantal: int


GEBLEVEN = "gebleven"
_LABELS = {
    GEBLEVEN: "Niet teruggezet",
    ImportRegel.Soort.FOUT: "Overgeslagen",
    ImportRegel.Soort.OP_NAAM: "Op naam gevonden",
    ImportRegel.Soort.NIEUW: "Nieuw",
    ImportRegel.Soort.GEWIJZIGD: "Gewijzigd",
    ImportRegel.Soort.VERTROKKEN: "Niet in het bestand",
    ImportRegel.Soort.GROEP: "Nieuwe groepen",
}


def get_import(werkplek: Werkplek, pk: int) -> Import:
    """Return an import of this school with its job; 404 for any other."""
    opdracht = (
        Import.objects.filter(school=werkplek.school, pk=pk).select_related("taak", "door", "bestand").first()
    )
    if opdracht is None:
        raise Http404("import")
    return opdracht


def imports_van(werkplek: Werkplek) -> QuerySet[Import]:
    """Return the last imports of this school, newest first."""
    hier = Import.objects.filter(school=werkplek.school)
    return hier.select_related("taak", "door").order_by("-gemaakt_op", "-pk")[:HISTORIE]


def tabbladen(opdracht: Import) -> list[Tabblad]:
    """Return the kinds of lines this import has, what asks attention first.

    The numbers were noted when the file was read; counting the lines of a whole school would read them all.
    """
    geteld = opdracht.tellingen | {ImportRegel.Soort.FOUT: opdracht.tellingen.get("fouten", 0)}
    if opdracht.status in {Import.Status.TOEGEPAST, Import.Status.ONGEDAAN}:
        geteld[ImportRegel.Soort.GROEP] = regels_van(opdracht, ImportRegel.Soort.GROEP).count()
    if opdracht.status == Import.Status.ONGEDAAN:
        geteld[GEBLEVEN] = regels_van(opdracht, GEBLEVEN).count()
    return [Tabblad(s, label, geteld[s]) for s, label in _LABELS.items() if geteld.get(s)]


def regels_van(opdracht: Import, soort: str) -> QuerySet[ImportRegel]:
    """Return the lines of one kind in the order of the file, without the rows they keep for undoing."""
    welke = {"gebleven": True} if soort == GEBLEVEN else {"soort": soort}
    return opdracht.regels.filter(school=opdracht.school_id, **welke).defer("rijen").order_by("pk")
