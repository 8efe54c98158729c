"""Nothing a signed-in person sees stays on the device; who is not signed in gets an answer his page can use."""

from collections.abc import Callable

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, JsonResponse


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


class InloggenVereist(LoginRequiredMiddleware):
    """Login is the default; a script on an open page hears 401 instead of being led to the login form.

    The page stays as it is, with its text, and goes on after signing in again in another tab.
    """

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponse]
    ) -> HttpResponse:
        if request.headers.get("HX-Request") or request.headers.get("Accept") == "application/json":
            return JsonResponse({"fout": "Je bent uitgelogd. Log in een ander tabblad in."}, status=401)
        return super().handle_no_permission(request, view_func)
