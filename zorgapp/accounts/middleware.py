"""Nothing a signed-in person sees stays on the device; who is not signed in gets an answer his page can use."""

from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from zorgapp.accounts import smal
from zorgapp.accounts.kluis import KluisDicht

View = Callable[..., HttpResponse]


class GeenOpslagMiddleware:
    """Every answer that is not a static file says no-store (shared computers in the staff room)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        antwoord.headers["Cache-Control"] = "no-store"
        antwoord.headers["Permissions-Policy"] = (
            "camera=(), microphone=(), geolocation=(), interest-cohort=()"
        )
        return antwoord


class SmalleSessie:
    """A session that was handed over reaches its one page: any other address leads back to it, or is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        pad = smal.smal_pad(request)
        if not pad or not smal.houd_wakker(request) or request.path_info.startswith(pad):
            return self.get_response(request)
        if request.method == "GET" and not request.headers.get("HX-Request"):
            return redirect(pad)
        return HttpResponse("Dit kan nu niet.", status=403, content_type="text/plain; charset=utf-8")


def voor_script(view: View) -> View:
    """Mark a view that only a script calls."""
    view.voor_script = True  # type: ignore[attr-defined]
    return view


class InloggenVereist(LoginRequiredMiddleware):
    """Login is the default; htmx or a script on an open page hears 401 instead of being led to the login form.

    The page stays as it is, with its text, and goes on after signing in again in another tab.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: View) -> HttpResponse:  # type: ignore[override]
        if request.headers.get("HX-Request") or hasattr(view_func, "voor_script"):
            return JsonResponse({"fout": "Je bent uitgelogd. Log in een ander tabblad in."}, status=401)
        return super().handle_no_permission(request, view_func)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page about a second step that no key of this installation opens says so; 503, for it is ours to repair."""
        if isinstance(exception, KluisDicht):
            return render(request, "mfa/onleesbaar.html", {"fout": exception}, status=503)
        return None
