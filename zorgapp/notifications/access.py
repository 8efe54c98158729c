"""The only doors to the outbox: what did not go out, for the beheerder of the school."""

from dataclasses import dataclass

from django.http import Http404

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.soorten import soort_van


@dataclass(frozen=True)
class Probleem:
    """A row as the beheerder sees it: kind and receiver, nothing about what it is about."""

    rij: Herinnering

    @property
    def soort(self) -> str:
        soort = soort_van(self.rij.soort)
        return soort.enkelvoud if soort else "bericht"

    @property
    def reden(self) -> str:
        return self.rij.fout or self.rij.get_status_display()


def problemen(werkplek: Werkplek, maximum: int = 100) -> list[Probleem]:
    """Return the refused and uncertain mails of this school, oldest first."""
    rijen = Herinnering.objects.filter(school=werkplek.school).met_probleem().select_related("ontvanger")
    return [Probleem(rij) for rij in rijen.order_by("geclaimd_op", "pk")[:maximum]]


def aantal_problemen(werkplek: Werkplek) -> int:
    """Count the refused and uncertain mails of this school."""
    return Herinnering.objects.filter(school=werkplek.school).met_probleem().count()


def get_probleem(werkplek: Werkplek, pk: int) -> Herinnering:
    """Return one refused or uncertain row; 404 for any other."""
    rij = Herinnering.objects.filter(school=werkplek.school, pk=pk).met_probleem().first()
    if rij is None:
        raise Http404("herinnering")
    return rij
