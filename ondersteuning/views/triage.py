"""The triage board: list and detail side by side, five decisions, Herstel."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from leerlingen.access import VRAAG_MAX, zoek_leerlingen
from ondersteuning.access import get_signaal_voor_triage
from ondersteuning.bord import lees_detail, lees_keuze, lees_lijst
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.triage import ANTWOORD, BesluitForm, KoppelForm
from ondersteuning.models import Ouders
from ondersteuning.services.signaal import leerling_koppelen, signalen_losmaken, signalen_verbinden
from ondersteuning.services.triage import besluit_herstellen, besluit_nemen
from ondersteuning.views.besluitvorm import besluitvorm, concept_van
from ondersteuning.workflow import VERLAAT_EERSTE_LIJN, VIJF, Besluit, SignaalStatus, StapNietToegestaan
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.velden import gelezen_nummer
from zorgapp.werk.services import concepten_weg

UITLEG = {
    Besluit.TERUG: ("arrow-back-up", "met advies aan de indiener"),
    Besluit.TWEEDE_LIJN: ("users", "een begeleider gaat aan de slag"),
    Besluit.ZORGOVERLEG: ("calendar-event", "samen bespreken"),
    Besluit.DERDE_LIJN: ("external-link", "kijk eerst of delen mag"),
    Besluit.AFSLUITEN: ("archive", "met een reden"),
}
KLAAR = {
    Besluit.TERUG: "Terug naar {wie}, met advies.",
    Besluit.TWEEDE_LIJN: "De tweede lijn is aan zet.",
    Besluit.ZORGOVERLEG: "Klaar voor het zorgoverleg.",
    Besluit.DERDE_LIJN: "De derde lijn is aan zet.",
    Besluit.AFSLUITEN: "Afgesloten. {wie} leest waarom.",
}

# Sentences a coordinator often adds to an advice: (short, whole).
ADVIEZEN = (
    {"kort": "Gesprek", "zin": "Vraag de leerling in een rustig moment hoe het gaat en wat zou helpen."},
    {
        "kort": "Maatje in de klas",
        "zin": "Zet de leerling naast iemand bij wie hij of zij zich op het gemak voelt.",
    },
    {"kort": "Contact met thuis", "zin": "Bel kort met thuis: wat zien zij, en wat werkt daar?"},
)

VAST: dict[str, Any] = {
    "keuzes": [(b, *UITLEG[b], b in VERLAAT_EERSTE_LIJN, ANTWOORD[b]) for b in VIJF],
    "domeinen": Domein,
    "ouders": Ouders.choices,
    "adviezen": ADVIEZEN,
}


def _adres(signaal_id: int | None = None, status: str = "") -> str:
    delen = [f"filter={status}"] if status else []
    delen += [f"signaal={signaal_id}"] if signaal_id else []
    return reverse("ondersteuning:triage") + ("?" + "&".join(delen) if delen else "")


def _bord(
    request: ZorgRequest,
    signaal_id: int | None,
    form: BesluitForm | None = None,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    """Render the board; `form` is a refused decision whose text must not be lost."""
    lijst = lees_lijst(request.werkplek, request.GET.get("filter"), request.GET.get("p"))
    request.aantal_nieuw = lijst.tellingen[SignaalStatus.NIEUW]  # type: ignore[attr-defined]
    if signaal_id is None and lijst.pagina.rijen:
        signaal_id = lijst.pagina.rijen[0].pk
    detail = lees_detail(request.werkplek, signaal_id, lijst) if signaal_id else None
    buren = _buren([s.pk for s in lijst.pagina.rijen], signaal_id)
    context = {"lijst": lijst, "detail": detail, "buren": buren, "form": form, **VAST, **extra}
    open_ = form["besluit"].value() if form else request.GET.get("besluit", "")
    if open_ and detail:
        context |= besluitvorm(request, detail.signaal, open_, form)
        context |= {"open": open_, "keuze_gegevens": lees_keuze(request.werkplek)}
    return render(request, "ondersteuning/triage.html", context, status=status)


def _buren(rij: list[int], signaal_id: int | None) -> dict[str, int | None]:
    plek = rij.index(signaal_id) if signaal_id in rij else -1
    return {
        "vorige": rij[plek - 1] if plek > 0 else None,
        "volgende": rij[plek + 1] if plek + 1 < len(rij) else None,
    }


def _vorm(request: ZorgRequest, signaal_id: int, gekozen: Besluit) -> HttpResponse:
    """Fragment: the form of one decision, read when it is opened."""
    signaal = get_signaal_voor_triage(request.werkplek, signaal_id)
    context = {
        "signaal": signaal,
        "keuze": gekozen,
        "hoger": gekozen in VERLAAT_EERSTE_LIJN,
        "antwoord": ANTWOORD[gekozen],
        "keuze_gegevens": lees_keuze(request.werkplek),
        "filter": request.GET.get("filter", ""),
        **VAST,
        **besluitvorm(request, signaal, gekozen),
    }
    return render(request, "ondersteuning/_besluit_vorm.html", context)


@vereist(Recht.TRIAGE)
@require_GET
def bord(request: ZorgRequest) -> HttpResponse:
    """One filter's signals and one of them open."""
    keuze = gelezen_nummer(request.GET.get("signaal"))
    q = request.GET.get("q", "")[:VRAAG_MAX]
    gezocht = zoek_leerlingen(request.werkplek, q) if "q" in request.GET else None
    if keuze and request.headers.get("HX-Request") and request.GET.get("besluit") in VIJF:
        return _vorm(request, keuze, Besluit(request.GET["besluit"]))
    return _bord(request, keuze, gezocht=gezocht, q=q)


@vereist(Recht.TRIAGE)
@require_POST
def besluit(request: ZorgRequest, pk: int) -> HttpResponse:
    """Decide; a stale or refused decision shows why, with all that was typed."""
    werkplek = request.werkplek
    form = BesluitForm(request.POST, kring=eigenaar_kring(werkplek, None), vandaag=werkplek.dag)
    if not form.is_valid():
        return _bord(request, pk, form, status=422)
    gegevens = form.gegevens()
    try:
        genomen = besluit_nemen(
            door=werkplek,
            signaal_id=pk,
            versie=form.cleaned_data["versie"],
            gegevens=gegevens,
            op=timezone.now(),
        )
    except Verouderd:
        return _bord(request, pk, form, status=409, verouderd=True)
    except StapNietToegestaan as fout:
        form.add_error(None, str(fout))
        return _bord(request, pk, form, status=422)
    concepten_weg(door=werkplek, begin=concept_van(pk))
    tekst = KLAAR[gegevens.besluit].format(wie=genomen.signaal.indiener.voornaam)
    gedaan(request, tekst, herstel=reverse("ondersteuning:herstel", args=[pk, genomen.pk]))
    return redirect(_adres())


@vereist(Recht.TRIAGE)
@require_POST
def herstel(request: ZorgRequest, pk: int, besluit_id: int) -> HttpResponse:
    """Take the last decision back."""
    try:
        besluit_herstellen(door=request.werkplek, signaal_id=pk, besluit_id=besluit_id, op=timezone.now())
    except (Verouderd, StapNietToegestaan):
        messages.error(request, "Dit besluit is al vervangen. Bekijk wat er nu staat.")
    else:
        gedaan(request, "Teruggedraaid. Het signaal wacht weer op een besluit.")
    return redirect(_adres(pk))


@vereist(Recht.SIGNAAL_KOPPELEN)
@require_POST
def koppel(request: ZorgRequest, pk: int) -> HttpResponse:
    """Link a signal in plain words to its pupil."""
    get_signaal_voor_triage(request.werkplek, pk, slot=True)
    form = KoppelForm(request.POST, werkplek=request.werkplek)
    if not form.is_valid():
        messages.error(request, form.errors["leerling"][0])
        return redirect(_adres(pk))
    try:
        leerling_koppelen(door=request.werkplek, signaal_id=pk, leerling=form.cleaned_data["leerling"])
    except StapNietToegestaan as fout:
        messages.error(request, str(fout))
    else:
        gedaan(request, "Gekoppeld. Nu kun je beoordelen.")
    return redirect(_adres(pk))


@vereist(Recht.TRIAGE)
@require_POST
def verbind(request: ZorgRequest, pk: int, ander: int) -> HttpResponse:
    """Say (or take back, with `los`) that two signals belong together."""
    if "los" in request.POST:
        signalen_losmaken(door=request.werkplek, een=pk, ander=ander)
        gedaan(request, "De signalen staan weer los van elkaar.")
    elif pk != ander:
        signalen_verbinden(door=request.werkplek, een=pk, ander=ander)
        gedaan(request, "De signalen horen nu bij elkaar.")
    return redirect(_adres(pk))
