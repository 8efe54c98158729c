"""URLs of a page with nothing but a form whose text is kept, for the browser test."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html, format_html_join

from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, openbaar, vereist
from zorgapp.urls import urlpatterns as echte_urls
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

SLEUTEL = "proef:1"
SCRIPT = Path(settings.BASE_DIR) / "static/js/concept.js"
PAGINA = """<!doctype html><html lang="nl"><title>Proef</title><script defer src="/proef/concept.js"></script>
<form method="post"{}><input type="hidden" name="csrfmiddlewaretoken" value="{}">
<label for="wat">Wat zie je?</label><textarea id="wat" name="wat" required>{}</textarea>
<label><input type="checkbox" name="soort" value="a"{}>Een</label><label><input type="checkbox" name="soort" value="b"{}>Twee</label>
<input type="hidden" name="sleutel" value="vast" data-concept-uniek><input name="q" data-geen-concept>
<p data-concept-status></p><button>Verstuur</button></form></html>"""


@vereist(Recht.WERKPLEK)
def pagina(request: ZorgRequest) -> HttpResponse:
    if request.method == "POST":
        concept_weg(door=request.werkplek, sleutel=SLEUTEL)
        return redirect("proef_klaar")
    stand = concept_lezen(request.werkplek, SLEUTEL)
    attrs = concept_attrs(request.werkplek, SLEUTEL, stand.versie)
    soort = stand.inhoud.get("soort", [])
    return HttpResponse(
        format_html(
            PAGINA,
            format_html_join("", ' {}="{}"', attrs.items()),
            get_token(request),
            stand.inhoud.get("wat", ""),
            " checked" if "a" in soort else "",
            " checked" if "b" in soort else "",
        )
    )


@openbaar("test page")
def klaar(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><html lang=nl><title>Klaar</title><h1>Verstuurd</h1></html>")


@openbaar("test page")
def script(request: HttpRequest) -> HttpResponse:
    return HttpResponse(SCRIPT.read_bytes(), content_type="text/javascript")


urlpatterns = [
    path("proef/", pagina, name="proef"),
    path("proef/klaar/", klaar, name="proef_klaar"),
    path("proef/concept.js", script, name="proef_script"),
    *echte_urls,
]
