"""Deviations from the programme in an OPP, each on a page of its own."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ondersteuning.access_opp_editor import Werk, get_afwijking
from ondersteuning.forms.opp_doelen import AfwijkingForm, WegForm
from ondersteuning.services.opp_afwijkingen import (
    afwijking_toevoegen,
    afwijking_weghalen,
    afwijking_wijzigen,
)
from ondersteuning.views.opp_vorm import met_versie, plek, stuur, terug, tik, toon, vorm_of_sturen
from ondersteuning.views.trajectvorm import verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

PROGRAMMA = "Alleen wat de leerling anders of niet doet van het programma. Faciliteiten staan op de kaart."
DEEL = "afwijkingen"


@vereist(Recht.OPP_WERKEN)
@vorm_of_sturen
@met_versie
def nieuw(request: ZorgRequest, werk: Werk) -> HttpResponse:
    """A deviation more."""
    form = AfwijkingForm(verzonden(request), oppversie=werk.versie, dag=request.werkplek.dag)
    status, gelukt = stuur(
        form,
        lambda: afwijking_toevoegen(
            door=request.werkplek, plek=plek(werk, form), gegevens=form.gegevens(), op=timezone.now()
        ),
    )
    if not gelukt:
        return toon(request, werk, form, "Afwijking erbij", status, inleiding=PROGRAMMA)
    gedaan(request, "De afwijking staat erbij.")
    return terug(werk, DEEL)


@vereist(Recht.OPP_WERKEN)
@vorm_of_sturen
@met_versie
def afwijking(request: ZorgRequest, werk: Werk, afwijking: int) -> HttpResponse:
    """Change a deviation."""
    assert werk.versie is not None
    rij = get_afwijking(werk.versie, afwijking)
    form = AfwijkingForm(verzonden(request), oppversie=werk.versie, dag=request.werkplek.dag, afwijking=rij)
    status, gelukt = stuur(
        form,
        lambda: afwijking_wijzigen(
            door=request.werkplek,
            plek=plek(werk, form),
            afwijking_id=afwijking,
            versie=form.cleaned_data["versie"],
            gegevens=form.gegevens(),
            op=timezone.now(),
        ),
    )
    if gelukt:
        gedaan(request, "Bewaard.")
        return terug(werk, DEEL)
    weg_url = reverse("ondersteuning:opp_afwijking_weg", args=[werk.opp.pk, afwijking])
    extra = {"inleiding": PROGRAMMA, "weg_url": weg_url, "weg_knop": "Haal deze afwijking weg"}
    return toon(request, werk, form, "Wijzig", status, lambda w: get_afwijking(w.versie, afwijking), **extra)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def weg(request: ZorgRequest, werk: Werk, afwijking: int) -> HttpResponse:
    """Take a deviation out of this version."""
    form = WegForm(request.POST)

    def doe() -> str:
        versie = form.cleaned_data["versie"] or 0
        afwijking_weghalen(
            door=request.werkplek,
            plek=plek(werk, form),
            afwijking_id=afwijking,
            versie=versie,
            op=timezone.now(),
        )
        return "De afwijking is weg uit deze versie."

    return tik(request, werk, DEEL, form, doe)
