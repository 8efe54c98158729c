"""Deviations from the programme in an OPP, each on a page of its own."""

from dataclasses import replace

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ondersteuning.access_opp_editor import Werk, afwijking_nu
from ondersteuning.forms.opp_doelen import AfwijkingForm, WegForm
from ondersteuning.models import OppAfwijking
from ondersteuning.services.opp_afwijkingen import (
    afwijking_toevoegen,
    afwijking_weghalen,
    afwijking_wijzigen,
)
from ondersteuning.views.opp_vorm import (
    met_versie,
    met_versie_en_tekst,
    plek,
    schets_van,
    schetssleutel,
    stuur,
    terug,
    tik,
    toon,
    toon_weggehaald,
    van_schets,
    vorm_of_sturen,
)
from ondersteuning.views.oppschets import Schets, schetsen
from ondersteuning.views.oppschets import weg as schets_weg
from ondersteuning.views.trajectvorm import verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

PROGRAMMA = "Alleen wat de leerling anders of niet doet van het programma. Faciliteiten staan op de kaart."
DEEL = "afwijkingen"


@vereist(Recht.OPP_WERKEN)
@vorm_of_sturen
@met_versie_en_tekst(AfwijkingForm)
def nieuw(request: ZorgRequest, werk: Werk) -> HttpResponse:
    """A deviation more; `van` in the address is one that a colleague took out while somebody typed in it."""
    eigen = schets_van(request, werk, "afwijking", "nieuw")
    form = AfwijkingForm(verzonden(request), oppversie=werk.versie, dag=request.werkplek.dag)
    status, gelukt = stuur(
        form,
        lambda: afwijking_toevoegen(
            door=request.werkplek, plek=plek(werk, form), gegevens=form.gegevens(), op=timezone.now()
        ),
    )
    if not gelukt:
        return toon(request, werk, form, "Afwijking erbij", status, eigen=eigen, inleiding=PROGRAMMA)
    schets_weg(request.werkplek, eigen.sleutel, *van_schets(request, werk, "afwijking"))
    gedaan(request, "De afwijking staat erbij.")
    return terug(werk, DEEL)


@vereist(Recht.OPP_WERKEN)
@vorm_of_sturen
@met_versie_en_tekst(AfwijkingForm)
def afwijking(request: ZorgRequest, werk: Werk, afwijking: int) -> HttpResponse:
    """Change a deviation; the address may hold its number in an earlier version."""
    assert werk.versie is not None
    rij, nummers = afwijking_nu(werk.versie, afwijking)
    sleutels = [schetssleutel(werk, "afwijking", nummer) for nummer in nummers]
    eigen = _nieuwste(request, sleutels, rij)
    form = AfwijkingForm(verzonden(request), oppversie=werk.versie, dag=request.werkplek.dag, afwijking=rij)
    if rij is None:
        return toon_weggehaald(request, werk, form, "Wijzig", eigen, "afwijking", afwijking)
    status, gelukt = stuur(form, lambda: _wijzig(request, werk, form, rij.pk))
    if gelukt:
        schets_weg(request.werkplek, *sleutels)
        gedaan(request, "Bewaard.")
        return terug(werk, DEEL)
    extra = {"inleiding": PROGRAMMA, "weg_knop": "Haal deze afwijking weg", "eigen": eigen}
    extra["weg_url"] = reverse("ondersteuning:opp_afwijking_weg", args=[werk.opp.pk, rij.pk])
    return toon(
        request, werk, form, "Wijzig", status, lambda w: afwijking_nu(w.versie, afwijking)[0], **extra
    )


def _wijzig(request: ZorgRequest, werk: Werk, form: AfwijkingForm, pk: int) -> OppAfwijking:
    return afwijking_wijzigen(
        door=request.werkplek,
        plek=plek(werk, form),
        afwijking_id=pk,
        versie=form.cleaned_data["versie"],
        gegevens=form.gegevens(),
        op=timezone.now(),
    )


def _nieuwste(request: ZorgRequest, sleutels: list[str], rij: OppAfwijking | None) -> Schets:
    """One's own draft of a deviation: of the row of this version, else what was typed on it in an earlier one."""
    alle = list(schetsen(request.werkplek, sleutels).values())
    nu = next((s for s in alle if rij and s.sleutel.endswith(f":{rij.pk}")), alle[-1])
    met_tekst = [s for s in (nu, *reversed(alle)) if s.velden]
    return replace(nu, velden=met_tekst[0].velden) if met_tekst else nu


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
        schets_weg(request.werkplek, schetssleutel(werk, "afwijking", afwijking))
        return "De afwijking is weg uit deze versie."

    return tik(request, werk, DEEL, form, doe)
