"""The roof's own pages that need no domain object: health, no appointment, switching schools."""

import redis
from celery.exceptions import CeleryError
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from kombu.exceptions import KombuError

from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import SESSIE_SCHOOL, ZorgRequest, ingelogd, openbaar, vereist
from zorgapp.accounts.werkplek import aanstellingen_van
from zorgapp.celery import app

GEDULD = 1.0  # seconds that each part gets to answer


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _broker() -> bool:
    with app.connection_for_read(
        transport_options={"socket_connect_timeout": GEDULD, "socket_timeout": GEDULD}
    ) as verbinding:
        verbinding.ensure_connection(max_retries=1, timeout=GEDULD)
        return bool(verbinding.connected)


def _worker() -> bool:
    return bool(app.control.ping(timeout=GEDULD, limit=1))


@openbaar("monitoring: says which part does not answer, nothing else")
@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when database, broker and worker answer; 503 and which one does not."""
    stand: dict[str, bool] = {}
    for naam, vraag in (("database", _database), ("broker", _broker), ("worker", _worker)):
        try:
            stand[naam] = vraag() if naam != "worker" or stand.get("broker") else False
        except (OSError, CeleryError, KombuError, redis.RedisError):
            stand[naam] = False
        except Exception:  # a database that is down raises Django's own error; the answer is the same
            stand[naam] = False
    goed = all(stand.values())
    return JsonResponse({"status": "ok" if goed else "storing", **stand}, status=200 if goed else 503)


@ingelogd("somebody who signs in without a running appointment gets one honest sentence")
@require_GET
def geen_aanstelling(request: HttpRequest) -> HttpResponse:
    return render(request, "web/geen_aanstelling.html", status=403)


@vereist(Recht.WERKPLEK)
@require_POST
def wissel_school(request: ZorgRequest, school_id: int) -> HttpResponse:
    """Work at another school where one has a running appointment."""
    lopend = aanstellingen_van(request.user, timezone.localdate())
    if school_id not in {a.school_id for a in lopend}:
        raise Http404
    request.session[SESSIE_SCHOOL] = school_id
    return redirect("web:vandaag")
