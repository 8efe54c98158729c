"""Writing down what pupil or parents think of a report, of whatever floor."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leerlingen.forms.notities import ZienswijzeForm
from leerlingen.services.notities import zienswijze_optekenen
from leerlingen.zienswijzen import Verslag, open_bron, sprekers
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg


@vereist(Recht.NOTITIES)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, bron: str) -> HttpResponse:
    """The words of pupil or parent, kept with the report for good."""
    werkplek = request.werkplek
    verslag = open_bron(werkplek, bron)
    if not verslag.mag_aanvullen:
        raise PermissionDenied("een zienswijze schrijft op wie de ouders kent")
    sleutel = f"zienswijze:{bron}"
    concept = concept_lezen(werkplek, sleutel)
    wie = sprekers(werkplek, verslag.leerling, verslag.grond)
    vast: dict[str, Any] = {"sprekers": wie, "vandaag": werkplek.dag}
    if request.method == "POST":
        form = ZienswijzeForm(request.POST, **vast)
        if form.is_valid() and probeer(form, lambda: _teken_op(request, form, bron, verslag)):
            concept_weg(door=werkplek, sleutel=sleutel)
            gedaan(request, "Opgetekend. De zienswijze wordt altijd mee getoond en mee afgedrukt.")
            return redirect(verslag.url)
    else:
        form = ZienswijzeForm(initial=dict(concept.inhoud), **vast)
    attrs = concept_attrs(werkplek, sleutel, concept.versie)
    context = {"form": form, "verslag": verslag, "leerling": verslag.leerling, "concept": attrs}
    status = 422 if form.errors else 200
    return render(request, "leerlingen/notities/zienswijze_form.html", context, status=status)


def _teken_op(request: ZorgRequest, form: ZienswijzeForm, bron: str, verslag: Verslag) -> Any:
    data = form.cleaned_data
    return zienswijze_optekenen(
        door=request.werkplek,
        bron=bron,
        verslag=verslag,
        sleutel=data["sleutel"],
        spreker=form.spreker(),
        tekst=data["tekst"],
        gegeven_op=data["gegeven_op"],
        op=timezone.now(),
    )
