"""The pupils of the school in context as they are stored, in five queries."""

from collections import defaultdict

from leerlingen.importeren.vergelijken import VELDEN, Groep, Staat, StaatContact
from leerlingen.models import Contactpersoon, Leerling, LesgroepLid, Plaatsing

IMPORT = "import"  # Contactpersoon.sleutel of one that an import wrote


def lees_stand(school_id: int) -> list[Staat]:
    """Return every pupil, also those who left: they may come back."""
    klassen: dict[int, Groep] = {
        rij[0]: (rij[1], rij[2])
        for rij in Plaatsing.objects.filter(school=school_id, tot__isnull=True).values_list(
            "leerling_id", "klas__naam", "klas__schooljaar"
        )
    }
    lesgroepen: dict[int, set[Groep]] = defaultdict(set)
    for leerling_id, naam, jaar in LesgroepLid.objects.filter(school=school_id, tot__isnull=True).values_list(
        "leerling_id", "lesgroep__naam", "lesgroep__schooljaar"
    ):
        lesgroepen[leerling_id].add((naam, jaar))
    contacten = _contacten(school_id)
    kolommen = ["vestiging__naam" if veld == "vestiging" else veld for veld in VELDEN]
    return [
        Staat(
            id=pk,
            leerlingnummer=nummer,
            velden=dict(zip(VELDEN, waarden, strict=True)),
            uitgeschreven_op=uit,
            klas=klassen.get(pk),
            lesgroepen=frozenset(lesgroepen.get(pk, ())),
            contacten=tuple(contacten.get(pk, ())),
        )
        for pk, nummer, uit, *waarden in Leerling.objects.filter(school=school_id)
        .order_by("pk")
        .values_list("pk", "leerlingnummer", "uitgeschreven_op", *kolommen)
    ]


def _contacten(school_id: int) -> dict[int, list[StaatContact]]:
    per_leerling: dict[int, list[StaatContact]] = defaultdict(list)
    for c in Contactpersoon.objects.filter(school=school_id).order_by("pk"):
        per_leerling[c.leerling_id].append(
            StaatContact(
                c.pk,
                c.naam,
                c.relatie,
                c.gezag,
                c.huishouden,
                c.telefoon,
                c.email,
                c.sleutel == IMPORT,
                frozenset(c.eigen),
                c.administratie,
                c.administratienaam,
                c.beeindigd_op is not None,
            )
        )
    return per_leerling
