"""Error pages that say what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before signing in again; 403 with what to do."""
    return render(request, "403_csrf.html", status=403)


def te_veel(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "429.html", status=429)
