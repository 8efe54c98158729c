"""Dag rond: one screen at the end of the day, with one field."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from beleid.access_dagrond import lees_dag
from beleid.views.goed import schrijf_op
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.DAG_ROND)
@require_http_methods(["GET", "POST"])
def dag_rond(request: ZorgRequest) -> HttpResponse:
    """What came in, what was promised, what went well, what I gave back, and what can wait."""
    form, uit = schrijf_op(request)
    if uit.waarde is not None:
        return redirect("beleid:dag_rond")
    context = {"form": form, "stand": lees_dag(request.werkplek)}
    return render(request, "beleid/dag_rond.html", context, status=uit.status)
