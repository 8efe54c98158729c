"""The steps of an offer text and its outputs: put forward, taken back, sent back, set; PDF and HTML to paste."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beleid.aanbodbeeld import beeld, kale_html, op_scherm
from beleid.access_aanbod import get_aanbodtekst
from beleid.documents.aanbod import SLEUTEL
from beleid.forms.aanbod import TerugForm, VaststelForm
from beleid.forms.protocol import StandForm
from beleid.models import Aanbodtekst, Aanbodtekststatus
from beleid.services.aanbodbesluit import (
    aanbodtekst_terughalen,
    aanbodtekst_terugsturen,
    aanbodtekst_vaststellen,
    aanbodtekst_voorleggen,
)
from beleid.views.aanbod import naar_tekst
from ondersteuning.views.trajectvorm import Uitkomst, geweigerd, naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.documenten import pdf_aanvragen

VEROUDERD = "De tekst of de catalogus is net veranderd. Lees eerst wat er nu staat."


def _knop(request: ZorgRequest, pk: int, doe: Callable[[int], Aanbodtekst]) -> Uitkomst[Aanbodtekst]:
    """A button with the version somebody saw (of Herstel in the address); why not is said on the next page."""
    tekst = get_aanbodtekst(request.werkplek, pk)
    form = StandForm({"versie": request.POST.get("versie", request.GET.get("versie"))})
    uit = geweigerd(form, lambda: doe(form.cleaned_data["versie"]), VEROUDERD)
    if uit.waarde is None:
        fouten = [zin for zinnen in form.errors.values() for zin in zinnen]
        messages.error(request, uit.melding or " ".join(fouten))
        return Uitkomst(tekst, uit.status)
    return uit


@vereist(Recht.BELEID_WERKEN)
@require_POST
def voorleggen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Put it before the schoolleiding; Herstel takes it back."""
    uit = _knop(
        request,
        pk,
        lambda versie: aanbodtekst_voorleggen(door=request.werkplek, pk=pk, versie=versie, op=timezone.now()),
    )
    assert uit.waarde is not None
    if uit.status == 200:
        terug = reverse("beleid:aanbodtekst_terughalen", args=[pk])
        gedaan(request, "De tekst ligt bij de schoolleiding.", herstel=f"{terug}?versie={uit.waarde.versie}")
    return naar_tekst(uit.waarde)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def terughalen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take it back to go on writing."""
    uit = _knop(
        request, pk, lambda versie: aanbodtekst_terughalen(door=request.werkplek, pk=pk, versie=versie)
    )
    assert uit.waarde is not None
    if uit.status == 200:
        gedaan(request, "Je kunt weer verder schrijven.")
    return naar_tekst(uit.waarde)


def _besluit(
    request: ZorgRequest,
    tekst: Aanbodtekst,
    form: Form,
    doe: Callable[[int], Aanbodtekst],
    tekst_na: str,
    kop: str,
) -> HttpResponse:
    """One form of the schoolleiding about a version that lies with them."""
    if tekst.status != Aanbodtekststatus.VOORGELEGD and request.method == "GET":
        return naar_tekst(tekst)
    uit = verstuur(request, form, lambda: doe(form.cleaned_data["versie"] or 0), VEROUDERD)
    if uit.waarde is not None:
        gedaan(request, tekst_na)
        return naar_tekst(uit.waarde)
    gezien = beeld(request.werkplek, tekst)
    if uit.status == 409:
        naar_nieuwste(form, tekst.versie)
        form.data["gelezen"] = gezien.merk  # type: ignore[index]
    context = {"form": form, "tekst": tekst, "kop": kop, "verouderd": uit.status == 409}
    context["b"] = op_scherm(gezien, request.GET.get("p"))
    return render(request, "beleid/aanbod_besluit.html", context, status=uit.status)


@vereist(Recht.BELEID_VASTSTELLEN)
@require_http_methods(["GET", "POST"])
def vaststellen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Set it, with the day the MR agreed when there is one."""
    tekst = get_aanbodtekst(request.werkplek, pk)
    begin = {"versie": tekst.versie, "gelezen": beeld(request.werkplek, tekst).merk}
    form = VaststelForm(verzonden(request), initial=begin)

    def stel_vast(versie: int) -> Aanbodtekst:
        data = form.cleaned_data
        return aanbodtekst_vaststellen(
            door=request.werkplek,
            pk=pk,
            versie=versie,
            gelezen=data["gelezen"],
            mr_op=data["mr_op"],
            op=timezone.now(),
        )

    zin = "De tekst is vastgesteld. Hij kan in de schoolgids."
    return _besluit(request, tekst, form, stel_vast, zin, "Stel de tekst vast")


@vereist(Recht.BELEID_VASTSTELLEN)
@require_http_methods(["GET", "POST"])
def terugsturen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Send it back with what has to be different."""
    tekst = get_aanbodtekst(request.werkplek, pk)
    form = TerugForm(verzonden(request), initial={"versie": tekst.versie})

    def stuur(versie: int) -> Aanbodtekst:
        reden = form.cleaned_data["reden"]
        return aanbodtekst_terugsturen(
            door=request.werkplek, pk=pk, versie=versie, reden=reden, op=timezone.now()
        )

    return _besluit(
        request, tekst, form, stuur, "De tekst is terug bij de zorgcoördinator.", "Stuur de tekst terug"
    )


@vereist(Recht.BELEID_JAAR)
@require_GET
def plakken(request: ZorgRequest, pk: int) -> HttpResponse:
    """The text as plain HTML, to copy into a website."""
    tekst = get_aanbodtekst(request.werkplek, pk)
    html = kale_html(beeld(request.werkplek, tekst))
    return render(request, "beleid/aanbod_plakken.html", {"tekst": tekst, "html": html})


@vereist(Recht.BELEID_JAAR)
@require_POST
def pdf(request: ZorgRequest, pk: int) -> HttpResponse:
    """Have it made as a PDF, and show how far that is."""
    get_aanbodtekst(request.werkplek, pk)
    return redirect("werk:taak", pdf_aanvragen(door=request.werkplek, soort=SLEUTEL, object_id=pk).pk)
