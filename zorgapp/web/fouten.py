"""Error pages that say what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before signing in again; 403 with what to do."""
    return render(request, "403_csrf.html", status=403)


def onleesbaar(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that cannot be read. Django's own view looks for a CSRF token in it, and fails on it once more."""
    return HttpResponse(render_to_string("400.html"), status=400)


def te_veel(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "429.html", status=429)
