"""Saving the minutes of an item, by the script of the page or by its form."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ondersteuning.workflow import StapNietToegestaan
from overleg.forms.live import Onleesbaar, lees_notulen
from overleg.livebeeld import let_op
from overleg.services.notulen import Bewaard, notulen_bewaren
from overleg.views.live import lees_bij, notulen_van, terug_naar, toon
from zorgapp.accounts.middleware import voor_script
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.access import wie_schrijft


@voor_script
@vereist(Recht.OVERLEG)
@require_POST
def live_notulen(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Save minutes. A script hears JSON: 200 with the text as it stands, 400/403/409/413/422 with a sentence.

    A form without a script returns to the page, or sees it again with its text.
    """
    script = request.content_type == "application/json"
    try:
        uit, met_extern = _bewaar(request, pk, punt)
    except (Onleesbaar, StapNietToegestaan, ValidationError) as fout:
        return _niet_bewaard(request, pk, punt, fout, script=script)
    if script:
        return JsonResponse(_antwoord(request, uit, met_extern=met_extern))
    botste = f" {uit.ander} schreef aan dezelfde zin; beide staan er." if uit.botste else ""
    gedaan(request, f"Bewaard.{botste}")
    return terug_naar(pk, punt, "notulen")


def _bewaar(request: ZorgRequest, pk: int, punt: int) -> tuple[Bewaard, bool]:
    """Read and save; True when the box for outsiders came along. Raises Onleesbaar for another's page."""
    bericht = lees_notulen(request)
    if bericht.wie and bericht.wie != wie_schrijft(request.werkplek):
        raise Onleesbaar("Er is nu iemand anders ingelogd. Log zelf weer in.", 403)
    uit = notulen_bewaren(
        door=request.werkplek,
        overleg_id=pk,
        punt_id=punt,
        notulen=bericht.notulen,
        extern=bericht.extern,
        op=timezone.now(),
    )
    return uit, bericht.extern is not None


def _antwoord(request: ZorgRequest, uit: Bewaard, *, met_extern: bool) -> dict[str, Any]:
    uit_dict = notulen_van(request.werkplek, uit.deel, met_extern=met_extern)
    uit_dict |= {"wie": uit.ander, "botste": uit.botste}
    if met_extern and uit.deel.tekst_extern:
        uit_dict["let_op"] = let_op(uit.punt, uit.deel.tekst_extern)
    return uit_dict


def _niet_bewaard(request: ZorgRequest, pk: int, punt: int, fout: Exception, *, script: bool) -> HttpResponse:
    """The text stays where it was typed, with why it was not kept."""
    zin = " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout)
    status = 409 if isinstance(fout, StapNietToegestaan) else getattr(fout, "status", 422)
    if script:
        return JsonResponse({"fout": zin}, status=status)
    beeld = lees_bij(request, pk, punt)
    getypt = {"tekst": request.POST.get("tekst", ""), "extern": request.POST.get("extern", "")}
    return toon(request, beeld, status=status, notulen_fout=zin, getypt=getypt)
