"""One facility card: reading it, confirming it, reminding teachers, and telling what was not given."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from leerlingen.access import get_leerling
from leerlingen.access_openkaarten import in_groep, open_kaarten
from leerlingen.forms.kaart import MeldForm
from leerlingen.kaartblad import lees_kaartblad
from leerlingen.services.kaartlezers import (
    docenten_herinneren,
    kaart_gezien,
    melding_herstellen,
    niet_gekregen_melden,
)
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_nummer, gelezen_versie
from zorgapp.werk.documenten import pdf_aanvragen

VERANDERD = "De kaart is net veranderd. Lees wat er nu staat."


def _toon(request: ZorgRequest, pk: int, status: int = 200, form: MeldForm | None = None) -> HttpResponse:
    """Render the card; `form` is a refused report whose text must not be lost."""
    leerling, grond = get_leerling(request.werkplek, pk)
    blad = lees_kaartblad(request.werkplek, leerling, grond)
    eerste = blad.toekenningen[0].pk if blad.toekenningen else None
    form = form or MeldForm(initial={"dag": request.werkplek.dag, "toekenning": eerste})
    gekozen = str(form["toekenning"].value() or "")
    context: dict[str, Any] = {"blad": blad, "form": form, "gekozen": gekozen, "leerling": leerling}
    context["groep"] = _groep(request.GET.get("groep", ""))
    if "gezien" in request.GET:
        context["te_lezen"] = open_kaarten(request.werkplek)
    return render(request, "leerlingen/kaart/kaart.html", context, status=status)


def _groep(gevraagd: str) -> str:
    """The key of the group that somebody came from; nothing when it is none."""
    return gevraagd if gevraagd[:1] in {"k", "g"} and gelezen_nummer(gevraagd[1:]) is not None else ""


@vereist(Recht.LEERLING_INZIEN)
@require_GET
def kaart(request: ZorgRequest, pk: int) -> HttpResponse:
    """The card of one pupil, for who may open his file."""
    return _toon(request, pk)


@vereist(Recht.LEERLING_INZIEN)
@require_POST
def gezien(request: ZorgRequest, pk: int) -> HttpResponse:
    """A teacher confirms the version he read, hears how many are left, and finds himself at the next."""
    leerling, _ = get_leerling(request.werkplek, pk, Handeling.GEWIJZIGD)
    groep = _groep(request.POST.get("groep", ""))
    try:
        kaart_gezien(
            door=request.werkplek,
            leerling=leerling,
            versie=gelezen_versie(request.POST.get("versie")),
            op=timezone.now(),
        )
    except Verouderd:
        messages.error(request, VERANDERD)
        if groep:
            return redirect(reverse("leerlingen:docentkaart", args=[groep]) + f"#l{leerling.pk}")
        return redirect("leerlingen:kaart", leerling.pk)
    return _naar_volgende(request, leerling.pk, groep)


def _naar_volgende(request: ZorgRequest, leerling_id: int, groep: str) -> HttpResponse:
    """After a card was read: the next of this group, else the groups where more wait, else back to the card."""
    kaarten = open_kaarten(request.werkplek)
    hier = in_groep(kaarten, groep)
    if not kaarten:
        gedaan(request, "Gezien. Dit was de laatste. Je hoort het als er iets verandert.")
    elif hier or not groep:
        gedaan(request, f"Gezien. Nog {len(hier or kaarten)} te lezen{' in deze groep' if hier else ''}.")
    else:
        gedaan(request, f"Gezien. Deze groep is klaar. Nog {len(kaarten)} te lezen in een andere groep.")
    if not groep:
        return redirect(reverse("leerlingen:kaart", args=[leerling_id]) + "?gezien")
    if kaarten and not hier:
        return redirect("leerlingen:docentkaarten")
    anker = hier[0].leerling_id if hier else leerling_id
    return redirect(reverse("leerlingen:docentkaart", args=[groep]) + f"#l{anker}")


@vereist(Recht.KAART_MELDEN)
@require_POST
def herinner(request: ZorgRequest, pk: int) -> HttpResponse:
    """Remind the other teachers who did not confirm; each once per version."""
    leerling, _ = get_leerling(request.werkplek, pk, Handeling.GEWIJZIGD)
    aantal = docenten_herinneren(door=request.werkplek, leerling=leerling, op=timezone.now())
    if aantal:
        wie = hoeveel(aantal, "collega krijgt", "collega's krijgen")
        gedaan(request, f"{wie} een herinnering, zonder naam van de leerling.")
    else:
        gedaan(request, "Iedereen is al herinnerd of heeft de kaart gezien.")
    return redirect("leerlingen:kaart", leerling.pk)


@vereist(Recht.KAART_MELDEN)
@require_POST
def melden(request: ZorgRequest, pk: int) -> HttpResponse:
    """The pupil did not get something: facility, subject and day, with a way back."""
    leerling, _ = get_leerling(request.werkplek, pk, Handeling.GEWIJZIGD)
    form = MeldForm(request.POST)
    if not form.is_valid():
        return _toon(request, pk, 422, form)
    data = dict(form.cleaned_data)
    data["toekenning_id"] = data.pop("toekenning")
    melding = probeer(
        form,
        lambda: niet_gekregen_melden(door=request.werkplek, leerling=leerling, op=timezone.now(), **data),
    )
    if melding is None:
        return _toon(request, pk, 422, form)
    herstel = reverse("leerlingen:kaart_melding_herstel", args=[leerling.pk, melding.pk])
    gedaan(request, f"Genoteerd bij {melding.vak}. Er staat geen naam van een docent bij.", herstel=herstel)
    return redirect("leerlingen:kaart", leerling.pk)


@vereist(Recht.KAART_MELDEN)
@require_POST
def melding_herstel(request: ZorgRequest, pk: int, melding_id: int) -> HttpResponse:
    """Take a report back."""
    leerling, _ = get_leerling(request.werkplek, pk, Handeling.GEWIJZIGD)
    melding_herstellen(door=request.werkplek, leerling=leerling, pk=melding_id)
    gedaan(request, "De melding is weg.")
    return redirect("leerlingen:kaart", leerling.pk)


@vereist(Recht.KAART_MELDEN)
@require_POST
def pas(request: ZorgRequest, pk: int) -> HttpResponse:
    """Have the pass of this pupil made; its progress shows on the page of the job."""
    taak = pdf_aanvragen(door=request.werkplek, soort="faciliteitenpas", object_id=pk)
    return redirect("werk:taak", taak.pk)
