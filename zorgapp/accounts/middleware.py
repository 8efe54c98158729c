"""Nothing a signed-in person sees stays on the device."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


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
