"""Classes, teaching groups and locations that a file names, made when they are not there yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from leerlingen.importeren.inhoud import Inhoud, Regel
from leerlingen.models import Klas, Lesgroep
from zorgapp.accounts.models import SchoolModel, Vestiging
from zorgapp.kern.schooljaar import Schooljaar


class Groepen:
    """Finds groups of one school year by name; unknown names are made in three statements."""

    def __init__(self, school_id: int, schooljaar: Schooljaar, inhoud: Inhoud) -> None:
        self.school_id, self.jaar, self.inhoud = school_id, schooljaar.beginjaar, inhoud
        hier = {"school": school_id, "schooljaar": self.jaar}
        self._klassen = dict(Klas.objects.filter(**hier).values_list("naam", "pk"))
        self._lesgroepen = dict(Lesgroep.objects.filter(**hier).values_list("naam", "pk"))
        self._vestigingen = dict(Vestiging.objects.filter(school=school_id).values_list("naam", "pk"))

    def klas(self, naam: str) -> int:
        return self._klassen[naam]

    def lesgroep(self, naam: str) -> int:
        return self._lesgroepen[naam]

    def vestiging(self, naam: str) -> int | None:
        return self._vestigingen[naam] if naam else None

    def maak_wat_ontbreekt(self, regels: Iterable[Regel]) -> list[SchoolModel]:
        """Make what these pupils need; return the new rows."""
        regels = list(regels)
        vestigingen = self._maak_vestigingen(regels)
        lesgroepen = Lesgroep.objects.bulk_create(
            Lesgroep(
                school_id=self.school_id,
                naam=naam,
                schooljaar=self.jaar,
                sleutel=self.inhoud.codes.get(("samengestelde_groep", naam), ""),
            )
            for naam in sorted({n for r in regels for n in r.lesgroepen} - set(self._lesgroepen))
        )
        self._lesgroepen |= {rij.naam: rij.pk for rij in lesgroepen}
        klassen = self._maak_klassen(regels)
        return [*vestigingen, *klassen, *lesgroepen]

    def _maak_vestigingen(self, regels: list[Regel]) -> list[Vestiging]:
        rijen = Vestiging.objects.bulk_create(
            Vestiging(
                school_id=self.school_id, naam=naam, code=self.inhoud.codes.get(("vestiging", naam), "")
            )
            for naam in sorted({r.vestiging for r in regels if r.vestiging} - set(self._vestigingen))
        )
        self._vestigingen |= {rij.naam: rij.pk for rij in rijen}
        return rijen

    def _maak_klassen(self, regels: list[Regel]) -> list[Klas]:
        """Make classes; year, level and location are those of most of their pupils."""
        per_klas: dict[str, list[Regel]] = defaultdict(list)
        for regel in regels:
            if regel.klas and regel.klas not in self._klassen:
                per_klas[regel.klas].append(regel)
        rijen = []
        for naam, in_klas in sorted(per_klas.items()):
            rijen.append(
                Klas(
                    school_id=self.school_id,
                    naam=naam,
                    schooljaar=self.jaar,
                    leerjaar=_meest(r.leerjaar for r in in_klas),
                    niveau=_meest(r.niveau for r in in_klas) or "",
                    vestiging_id=self.vestiging(_meest(r.vestiging for r in in_klas) or ""),
                    sleutel=self.inhoud.codes.get(("groep", naam), ""),
                )
            )
        Klas.objects.bulk_create(rijen)
        self._klassen |= {rij.naam: rij.pk for rij in rijen}
        return rijen


def _meest(waarden: Iterable[Any]) -> Any:
    """Return the value that occurs most, of those that are not empty."""
    geteld = Counter(waarde for waarde in waarden if waarde)
    return geteld.most_common(1)[0][0] if geteld else None
