"""A document for tests, as an app would register one; its template is written here, not shipped."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import Document, Documentsoort

SJABLOON = """{% extends "pdf/basis.html" %}
{% block onderkop %}<p class="p-naam">{{ doc.naam }}</p>{% endblock %}
{% block inhoud %}<section><h2>Wat we afspraken</h2><p>{{ doc.tekst }}</p>
<h3>Wie wat doet</h3><table class="p-tabel"><thead><tr><th scope="col">Wie</th><th scope="col">Wat</th></tr></thead>
<tbody>{% for wie, wat in doc.regels %}<tr><th scope="row">{{ wie }}</th><td>{{ wat }}</td></tr>{% endfor %}</tbody></table></section>
{% endblock %}"""
GESLOTEN = 99  # an object that nobody may see


@dataclass(frozen=True, kw_only=True)
class Proefdocument(Document):
    naam: str
    tekst: str
    regels: tuple[tuple[str, str], ...]


def proefdocument(naam: str = "Kees Jan Bakker", regels: int = 2, tekst: str = "Tekst.") -> Proefdocument:
    return Proefdocument(
        titel="Proefdocument",
        school="Rietveen College",
        wat="Proef Kees Jan",
        door="Sanne Koster",
        op=date(2026, 11, 24),
        naam=naam,
        tekst=tekst,
        regels=tuple((f"Collega {n}", "Een afspraak die over twee regels kan lopen.") for n in range(regels)),
    )


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    if object_id == GESLOTEN:
        raise Http404
    inzage_vastleggen(
        door=werkplek,
        onderwerp="proef",
        onderwerp_id=object_id,
        leerling_id=object_id,
        grond="mentor",
        handeling=handeling,
    )


def maak(werkplek: Werkplek, object_id: int) -> Proefdocument:
    deur(werkplek, object_id, Handeling.BEKEKEN)
    return proefdocument()


SOORT = Documentsoort(
    "proef", Recht.LEERLING_INZIEN, deur, maak, "proef.html", lambda nummer: f"/terug/{nummer}/"
)
