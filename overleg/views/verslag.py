"""The report of a closed meeting: everybody his own part, as a page and on paper, and what is added to it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ondersteuning.views.trajectvorm import verstuur
from overleg.access import get_overleg
from overleg.access_verslag import Verslag, get_verslag, lees_verslag, ongelezen
from overleg.documents.verslag import SLEUTEL
from overleg.forms.sluiten import AanvulForm, HeropenForm
from overleg.loop import Overlegstatus
from overleg.services.verslag import verslag_aanvullen, verslag_gelezen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.documenten import pdf_aanvragen

NOG_NIET = "Het verslag staat klaar zodra het overleg is afgesloten."


@vereist(Recht.OVERLEG)
@require_GET
def verslagen(request: ZorgRequest) -> HttpResponse:
    """Where the mail leads: to the one report that was not read yet, else to the meetings that were."""
    nieuw = ongelezen(request.werkplek)
    if len(nieuw) == 1:
        return redirect("overleg:verslag", nieuw[0])
    antwoord = redirect("overleg:overleggen")
    antwoord["Location"] += "?toon=geweest"
    return antwoord


@vereist(Recht.OVERLEG)
@require_GET
def verslag(request: ZorgRequest, pk: int) -> HttpResponse:
    """One's own part of the report."""
    overleg, mag = get_overleg(request.werkplek, pk)
    if overleg.status != Overlegstatus.AFGESLOTEN:
        messages.info(request, NOG_NIET)
        return redirect("overleg:overleg", pk)
    verslag_gelezen(door=request.werkplek, overleg_id=pk, op=timezone.now())
    return toon_verslag(request, lees_verslag(request.werkplek, overleg, mag))


def toon_verslag(request: ZorgRequest, deel: Verslag, status: int = 200, **formulieren: Any) -> HttpResponse:
    """Render the report; a refused form comes back under its own name, so that its text is not lost."""
    op = deel.overleg.afgesloten_op
    vandaag = op is not None and timezone.localdate(op) == request.werkplek.dag
    context = {
        "o": deel.overleg,
        "v": deel,
        "sleutel": uuid.uuid4(),
        "mag_heropenen": deel.mag.leiden and vandaag,
        "heropen_form": HeropenForm(initial={"versie": deel.overleg.versie}),
        "mag_aanvullen": (deel.mag.deelnemer or deel.mag.leiden) and bool(deel.delen),
        "aanvul_form": AanvulForm(),
    }
    return render(request, "overleg/verslag.html", context | formulieren, status=status)


@vereist(Recht.OVERLEG)
@require_POST
def aanvullen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Add something to the report of one item."""
    overleg, _ = get_overleg(request.werkplek, pk)
    if overleg.status != Overlegstatus.AFGESLOTEN:
        messages.error(request, NOG_NIET)
        return redirect("overleg:overleg", pk)
    form = AanvulForm(request.POST)
    uit = verstuur(
        request,
        form,
        lambda: verslag_aanvullen(
            door=request.werkplek,
            overleg_id=pk,
            punt_id=form.cleaned_data["punt"],
            tekst=form.cleaned_data["tekst"],
            sleutel=form.cleaned_data["sleutel"],
            op=timezone.now(),
        ),
        NOG_NIET,
    )
    if not uit.waarde:
        return toon_verslag(request, get_verslag(request.werkplek, pk), uit.status, aanvul_form=form)
    gedaan(request, "Toegevoegd aan het verslag.")
    return redirect("overleg:verslag", pk)


@vereist(Recht.OVERLEG)
@require_POST
def papier(request: ZorgRequest, pk: int) -> HttpResponse:
    """Have one's own part made as a PDF."""
    taak = pdf_aanvragen(door=request.werkplek, soort=SLEUTEL, object_id=pk)
    return redirect("werk:taak", taak.pk)
