"""Goals in the handelingsdeel of an OPP, each on a page of its own; ordering and taking over with one tap."""

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ondersteuning.access_opp_editor import Werk, get_oppdoel
from ondersteuning.forms.opp_doelen import OppDoelForm, WegForm
from ondersteuning.forms.opp_editor import NeemForm
from ondersteuning.services.opp_doelen import (
    oppdoel_omhoog,
    oppdoel_overnemen,
    oppdoel_toevoegen,
    oppdoel_weghalen,
    oppdoel_wijzigen,
)
from ondersteuning.views.opp_vorm import met_versie, plek, stuur, terug, tik, toon, vorm_of_sturen
from ondersteuning.views.trajectvorm import verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

SMART = "Klein, zichtbaar en met een einddatum. Zo zien jullie samen of het lukt."
DEEL = "doelen"


@vereist(Recht.OPP_WERKEN)
@vorm_of_sturen
@met_versie
def nieuw(request: ZorgRequest, werk: Werk) -> HttpResponse:
    """A goal more."""
    form = OppDoelForm(verzonden(request), oppversie=werk.versie, dag=request.werkplek.dag)
    status, gelukt = stuur(
        form,
        lambda: oppdoel_toevoegen(
            door=request.werkplek,
            plek=plek(werk, form),
            stam=form.cleaned_data["stam"],
            gegevens=form.gegevens(),
            op=timezone.now(),
        ),
    )
    if not gelukt:
        return toon(request, werk, form, "Doel erbij", status, inleiding=SMART)
    gedaan(request, "Het doel staat erbij.")
    return terug(werk, DEEL)


@vereist(Recht.OPP_WERKEN)
@vorm_of_sturen
@met_versie
def doel(request: ZorgRequest, werk: Werk, stam: uuid.UUID) -> HttpResponse:
    """Change a goal."""
    assert werk.versie is not None
    rij = get_oppdoel(werk.versie, stam)
    form = OppDoelForm(verzonden(request), oppversie=werk.versie, dag=request.werkplek.dag, doel=rij)
    status, gelukt = stuur(
        form,
        lambda: oppdoel_wijzigen(
            door=request.werkplek,
            plek=plek(werk, form),
            stam=stam,
            versie=form.cleaned_data["versie"],
            gegevens=form.gegevens(),
            op=timezone.now(),
        ),
    )
    if gelukt:
        gedaan(request, "Bewaard.")
        return terug(werk, DEEL)
    weg = reverse("ondersteuning:opp_doel_weg", args=[werk.opp.pk, stam])
    extra = {"inleiding": SMART, "weg_url": weg, "weg_knop": "Haal dit doel weg"}
    return toon(
        request, werk, form, "Wijzig het doel", status, lambda w: get_oppdoel(w.versie, stam), **extra
    )


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def weg(request: ZorgRequest, werk: Werk, stam: uuid.UUID) -> HttpResponse:
    """Take a goal out of this version."""
    form = WegForm(request.POST)

    def doe() -> str:
        versie = form.cleaned_data["versie"] or 0
        oppdoel_weghalen(
            door=request.werkplek, plek=plek(werk, form), stam=stam, versie=versie, op=timezone.now()
        )
        return "Het doel is weg uit deze versie."

    return tik(request, werk, DEEL, form, doe)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def omhoog(request: ZorgRequest, werk: Werk, stam: uuid.UUID) -> HttpResponse:
    """Move a goal up one place."""
    form = WegForm(request.POST)

    def doe() -> str:
        oppdoel_omhoog(door=request.werkplek, plek=plek(werk, form), stam=stam, op=timezone.now())
        return "Verplaatst."

    return tik(request, werk, DEEL, form, doe)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def neem(request: ZorgRequest, werk: Werk) -> HttpResponse:
    """Take a goal over from a running trajectory."""
    form = NeemForm(request.POST)

    def doe() -> str:
        doel_id = form.cleaned_data["doel"] or 0
        oppdoel_overnemen(door=request.werkplek, plek=plek(werk, form), doel_id=doel_id, op=timezone.now())
        return "Het doel staat erbij."

    return tik(request, werk, DEEL, form, doe)
