"""The application as gunicorn runs it for the benchmark: the real one and the floors, each request counted."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection

from zorgapp.web.meet.tellen import PLAN_KOP, Telling
from zorgapp.web.meet.vloer import VOORVOEGSEL, Vloer
from zorgapp.wsgi import application as echt

Start = Callable[..., Any]


class Meetbaar:
    """A WSGI application that adds to each answer what its request cost (header X-Meet)."""

    def __init__(self) -> None:
        self.vloer = Vloer()

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        doel = self.vloer if environ["PATH_INFO"].startswith(VOORVOEGSEL) else echt
        telling = Telling(plannen=PLAN_KOP in environ)

        def start(status: str, koppen: list[tuple[str, str]], exc_info: Any = None) -> Any:
            return start_response(status, [*koppen, telling.kop()], *([exc_info] if exc_info else []))

        with connection.execute_wrapper(telling):
            return doel(environ, start)


application = Meetbaar()
