"""The floors of a page: Django without middleware says hello, or puts 25 rows of a raw cursor in a small template."""

from django.core.handlers.exception import convert_exception_to_response
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.urls import ResolverMatch, path

VOORVOEGSEL = "/_vloer/"
GROEPEN, PER_GROEP = 40, 25
TABEL = "meet_vloer"
TABEL_SQL = (
    f"CREATE TABLE {TABEL} (id int PRIMARY KEY, groep int NOT NULL, naam text NOT NULL, klas text NOT NULL, dag date)",
    f"INSERT INTO {TABEL} SELECT n, n % {GROEPEN}, 'Leerling ' || n, 'H' || n % 6 || 'b', date '2026-08-01' + n % 300 "
    f"FROM generate_series(0, {GROEPEN * PER_GROEP - 1}) n",
    f"CREATE INDEX ON {TABEL} (groep, naam)",
)


@transaction.non_atomic_requests
def hallo(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hallo")


@transaction.non_atomic_requests
def lijst25(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, naam, klas, dag FROM {TABEL} WHERE groep = %s ORDER BY naam LIMIT {PER_GROEP}", [7]
        )
        rijen = cursor.fetchall()
    return HttpResponse(get_template("meet/lijst25.html").render({"rijen": rijen}))


urlpatterns = [path("_vloer/hallo", hallo, name="hallo"), path("_vloer/lijst25", lijst25, name="lijst25")]


class Vloer(WSGIHandler):
    """Django's own handler with an empty middleware chain and only the URLs above."""

    def load_middleware(self, is_async: bool = False) -> None:
        self._view_middleware: list = []
        self._template_response_middleware: list = []
        self._exception_middleware: list = []
        self._middleware_chain = convert_exception_to_response(self._get_response)  # type: ignore[attr-defined]

    def resolve_request(self, request: HttpRequest) -> ResolverMatch:
        request.urlconf = "zorgapp.web.meet.vloer"  # type: ignore[attr-defined]
        return super().resolve_request(request)
