"""The figures of last night: a page per subject, in the cut that the address asks for, and the same as a file."""

from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from beleid.access_cijfers import Keuzes, OnbekendeKeuze, lees_keuzes, lees_publicatie
from beleid.cijfers import beeld
from beleid.cijfers.blad import als_csv
from beleid.cijfers.publicatie import Publicatie
from beleid.cijfers.snede import SNEDEVRAAG, TERMEN, Niveau, Snede
from beleid.cijfers.teksten import DELEN, begrippen
from beleid.services.cijferbestand import BESTANDEN, bestand_vragen, get_rekenblad
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek


@vereist(Recht.CIJFERS)
@require_GET
def cijfers(request: ZorgRequest, deel: str = "overzicht") -> HttpResponse:
    """One page of the figures; a choice that is not offered gets a sentence, before the first night an empty page."""
    keuzes = _keuzes(request, deel)
    if keuzes is None:
        return render(request, "beleid/cijfers_leeg.html", {"tabs": cijfertabs(request.werkplek, deel)})
    try:
        snede = keuzes.snede(request.GET.dict())
    except OnbekendeKeuze as fout:
        return render(request, "beleid/cijfers_onbekend.html", {"fout": str(fout)}, status=404)
    pub, niveaus = lees_publicatie(request.werkplek, keuzes, deel, snede)
    context = {
        "pub": pub,
        "tabs": cijfertabs(request.werkplek, deel, snede.vraag),
        **_filters(keuzes, snede, niveaus),
    }
    uitleg = f"{reverse('beleid:cijfers_uitleg')}?{urlencode({'deel': deel})}&{snede.vraag}"
    context |= {"als_tabel": request.GET.get("tabel", ""), "uitleg": uitleg}
    if deel == "overzicht":
        return render(request, "beleid/cijfers.html", context | _beelden(pub, request.werkplek.dag))
    context["bladen"] = [(t, beeld.balken(t) if len(t.kolommen) == 1 else ()) for t in pub.alle_tabellen]
    return render(request, "beleid/cijfers_deel.html", context)


def _keuzes(request: ZorgRequest, deel: str) -> Keuzes | None:
    if deel not in DELEN:
        raise Http404("cijfers")
    return lees_keuzes(request.werkplek)


def _beelden(pub: Publicatie, dag: Any) -> dict[str, Any]:
    """The pictures of the overview."""
    return {
        "signalen": beeld.signalengrafiek(pub),
        "antwoord": beeld.antwoordgrafiek(pub, instelling("antwoordtermijn", dag) if pub.tabellen else None),
        "besluiten": beeld.balken(pub.tabellen.get("besluiten")),
        "hitte": beeld.hittetabel(pub.tabellen.get("lijn")),
    }


def _filters(keuzes: Keuzes, snede: Snede, niveaus: list[str]) -> dict[str, Any]:
    """What one can choose, each level with its own address."""
    chips = [("Alle niveaus", Snede(snede.jaar, snede.term, snede.locatie).vraag, not snede.niveau)]
    for niveau in niveaus:
        anders = Snede(snede.jaar, snede.term, snede.locatie, niveau)
        chips.append((str(Niveau(niveau).label), anders.vraag, niveau == snede.niveau))
    return {
        "keuzes": keuzes,
        "snede": snede,
        "chips": chips,
        "termen": [(t, TERMEN[t]) for t in keuzes.termen(snede.jaar)],
    }


def _pad(deel: str) -> str:
    return reverse("beleid:cijfers") if deel == "overzicht" else reverse("beleid:cijfers_deel", args=[deel])


def cijfertabs(werkplek: Werkplek, hier: str, vraag: str = "") -> list[tuple[str, str, bool]]:
    """The pages of the figures in the same cut, and for who may see names the list of silence."""
    tabs = [(label, f"{_pad(d)}?{vraag}" if vraag else _pad(d), d == hier) for d, label in DELEN.items()]
    if werkplek.mag(Recht.CIJFERS_NAMEN):
        tabs.append(("Stilte", reverse("beleid:cijfers_stilte"), hier == "stilte"))
    return tabs


def _snede(request: ZorgRequest, deel: str, vraag: dict[str, str]) -> tuple[Keuzes, Snede]:
    """The cut of a file; 404 for what is not offered."""
    keuzes = _keuzes(request, deel)
    if keuzes is None:
        raise Http404("cijfers")
    try:
        return keuzes, keuzes.snede(vraag)
    except OnbekendeKeuze as fout:
        raise Http404("cijfers") from fout


@vereist(Recht.CIJFERS)
@require_GET
def uitleg(request: ZorgRequest) -> HttpResponse:
    """What every figure counts; from a page of figures it leads back to that page, in the same cut."""
    deel = request.GET.get("deel", "overzicht")
    pad = _pad(deel if deel in DELEN else "overzicht")
    keuze = {naam: request.GET[naam][:20] for naam in SNEDEVRAAG if naam in request.GET}
    terug = f"{pad}?{urlencode(keuze)}" if keuze else pad
    return render(request, "beleid/cijfers_uitleg.html", {"delen": begrippen(), "terug": terug})


@vereist(Recht.CIJFERS)
@require_GET
def csv(request: ZorgRequest, deel: str) -> HttpResponse:
    """The page as CSV."""
    keuzes, snede = _snede(request, deel, request.GET.dict())
    pub, _ = lees_publicatie(request.werkplek, keuzes, deel, snede)
    antwoord = HttpResponse(
        als_csv(pub, request.werkplek.school.naam), content_type="text/csv; charset=utf-8"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="cijfers-{deel}.csv"'
    return antwoord


@vereist(Recht.CIJFERS)
@require_POST
def bestand(request: ZorgRequest, deel: str, vorm: str) -> HttpResponse:
    """Have the page made as PDF or XLSX, and show how far it is."""
    if vorm not in BESTANDEN:
        raise Http404("cijfers")
    _, snede = _snede(request, deel, request.POST.dict())
    taak = bestand_vragen(door=request.werkplek, vorm=vorm, deel=deel, snede=snede)
    return redirect("werk:taak", taak.pk)


@vereist(Recht.CIJFERS)
@require_GET
def rekenblad(request: ZorgRequest, pk: int) -> HttpResponse:
    """One's own finished XLSX, for a day."""
    rij = get_rekenblad(request.werkplek, pk, timezone.now())
    try:
        return FileResponse(rij.bestand.open("rb"), as_attachment=True, filename=rij.naam)
    except FileNotFoundError as fout:
        raise Http404("cijfers") from fout
