"""Calendar files: one meeting, one's own feed among one's settings, and the feed itself behind its secret address."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST, require_safe

from overleg.access import get_overleg
from overleg.access_feed import eigen_feed, eigen_overleg, feed_overleggen, open_feed
from overleg.feedsleutel import uit_token
from overleg.kalender import CONTENT_TYPE, kalender
from overleg.models import Overleg
from overleg.services.agendafeed import feed_gelezen, feed_intrekken, feed_maken
from zorgapp.accounts.grens import binnen_grens_ook_lezen, te_vaak
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, openbaar, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.berichten import gedaan

OPEN = "a calendar has no account; the secret address says whose meetings it may read: kind, time and place"
# Per feed, not per address of the caller: a calendar service fetches those of a whole school from one.
GRENZEN = "60/h/key"


def _url(werkplek: Werkplek, overleg: Overleg) -> str:
    """Where somebody reads more, after signing in; who comes from outside at his own page."""
    naam = "overleg:overleg" if werkplek.mag(Recht.OVERLEG) else "overleg:mijn_overleg"
    pad = reverse(naam, args=[overleg.pk])
    return f"{settings.BASIS_URL}{pad}"


def _bestand(werkplek: Werkplek, rijen: list[Overleg], bestandsnaam: str, naam: str = "") -> HttpResponse:
    inhoud = kalender(
        rijen,
        basis=settings.BASIS_URL,
        op=timezone.now(),
        url_van=lambda overleg: _url(werkplek, overleg),
        naam=naam,
    )
    antwoord = HttpResponse(inhoud, content_type=CONTENT_TYPE)
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{bestandsnaam}"'
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    return antwoord


@vereist(Recht.WERKPLEK)
@require_GET
def overleg_ics(request: ZorgRequest, pk: int) -> HttpResponse:
    """One meeting as a calendar file, for who takes part or may open it."""
    overleg = eigen_overleg(request.werkplek, pk)
    if overleg is None:
        if not request.werkplek.mag(Recht.OVERLEG):
            raise Http404("overleg")
        overleg, _ = get_overleg(request.werkplek, pk)
    return _bestand(request.werkplek, [overleg], "overleg.ics")


@vereist(Recht.WERKPLEK)
@require_GET
def agendafeed(request: ZorgRequest) -> HttpResponse:
    """Whether one's meetings stand in one's own calendar, and how."""
    return render(request, "overleg/plannen_feed.html", {"feed": eigen_feed(request.werkplek)})


@vereist(Recht.WERKPLEK)
@require_POST
def maken(request: ZorgRequest) -> HttpResponse:
    """Make the address, or a new one; it is shown this once."""
    token = feed_maken(door=request.werkplek, op=timezone.now())
    adres = f"{settings.BASIS_URL}{reverse('overleg:agendafeed_ics', args=[token])}"
    context = {"feed": eigen_feed(request.werkplek), "adres": adres}
    return render(request, "overleg/plannen_feed.html", context)


@vereist(Recht.WERKPLEK)
@require_POST
def intrekken(request: ZorgRequest) -> HttpResponse:
    """Make the address dead."""
    if feed_intrekken(door=request.werkplek, op=timezone.now()):
        gedaan(request, "Het adres werkt niet meer. Haal de agenda ook uit je telefoon weg.")
    return redirect("overleg:agendafeed")


@openbaar(OPEN)
@require_safe
def feed_ics(request: HttpRequest, token: str) -> HttpResponse:
    """The feed. One answer for an address that never was, was revoked, or whose owner left: 404."""
    if uit_token(token) is None:  # not made here: nothing is read, nothing is counted
        raise Http404("agendafeed")
    if not binnen_grens_ook_lezen(request, "agendafeed", GRENZEN, sleutel=token):
        return te_vaak(request)
    op = timezone.now()
    gevonden = open_feed(token, op)
    if gevonden is None:
        raise Http404("agendafeed")
    feed, werkplek = gevonden
    feed_gelezen(feed=feed, op=op)
    antwoord = _bestand(werkplek, feed_overleggen(werkplek), "zorgapp.ics", "Overleg zorgapp")
    antwoord.headers["Referrer-Policy"] = "no-referrer"
    antwoord.headers["X-Robots-Tag"] = "noindex, nofollow"
    return antwoord
