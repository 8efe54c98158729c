"""The only doors to files and jobs: one's own, in one's own school."""

from datetime import datetime

from django.http import Http404
from django.urls import reverse

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.models import Bestand, Taak


def get_bestand(werkplek: Werkplek, pk: int, soort: str, op: datetime) -> Bestand:
    """Return the reader's own file of this kind; 404 for another's, another kind, or one that has expired at `op`.

    A domain app that lets more people see a file has its own door to the object it belongs to.
    """
    rij = Bestand.objects.filter(
        pk=pk, school=werkplek.school, eigenaar=werkplek.user, soort=soort, verloopt_op__gt=op
    ).first()
    if rij is None:
        raise Http404("bestand")
    return rij


def get_taak(werkplek: Werkplek, pk: int) -> Taak:
    """Return the reader's own job; 404 for any other."""
    rij = Taak.objects.filter(pk=pk, school=werkplek.school, eigenaar=werkplek.user).first()
    if rij is None:
        raise Http404("taak")
    return rij


def wie_schrijft(werkplek: Werkplek) -> str:
    """Name the writer and the school of an open page, so that a save never lands with somebody else."""
    return f"{werkplek.user.pk}.{werkplek.school.pk}"


def concept_attrs(werkplek: Werkplek, sleutel: str, versie: int) -> dict[str, str]:
    """Return the attributes of a `<form>` whose text is kept by static/js/concept.js.

    Fill the form with `concept_lezen` and give its `versie`; `{{ attrs|flatatt }}` or crispy's helper.attrs.
    """
    return {
        "data-concept": sleutel,
        "data-concept-url": reverse("werk:concept", args=[sleutel]),
        "data-concept-versie": str(versie),
        "data-concept-wie": wie_schrijft(werkplek),
    }
