"""How one version of the offer text is shown: the same on the page, on paper and as HTML to paste."""

from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from beleid.aanbodregels import Regel, Soortgroep, Verschil, indeling, merk, verschil
from beleid.aanbodstand import Aanbodstand, stand
from beleid.access_aanbod import regels_van, vorig_jaar
from beleid.models import Aanbodtekst, Aanbodtekststatus
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, bladzijde
from zorgapp.kern.schooljaar import Schooljaar

SJABLOON = "beleid/_aanbod_tekst.html"
DEELWOORD = {"inleiding": "inleiding", "grenzen": "wat we niet kunnen bieden", "contact": "contact"}


@dataclass(frozen=True)
class Aanbodbeeld:
    """A version with its offerings in groups, and what differs from the year before.

    With a `pagina` the groups hold the offerings of that page of the screen only; paper and HTML have them all.
    """

    jaar: Schooljaar
    inleiding: str
    grenzen: str
    contact: str
    regels: list[Regel]
    groepen: list[Soortgroep]
    verschil: Verschil
    delen_anders: tuple[str, ...]
    pagina: Pagina | None = None

    @property
    def merk(self) -> str:
        return merk(self.regels)

    @property
    def zonder_woorden(self) -> int:
        """How many offerings have nothing yet that explains them."""
        return sum(not regel.woorden for regel in self.regels)


def beeld(werkplek: Werkplek, tekst: Aanbodtekst, **getypt: str) -> Aanbodbeeld:
    """The version as it is now; `getypt` stands for what was typed and not saved (the live preview)."""
    delen = {deel: getypt.get(deel, getattr(tekst, deel)) for deel in DEELWOORD}
    regels, vorig = regels_van(werkplek, tekst), vorig_jaar(werkplek, tekst.jaar)
    anders = verschil(regels, vorig.regels)
    delen_anders = tuple(
        woord
        for deel, woord in DEELWOORD.items()
        if vorig.tekst is not None and getattr(vorig.tekst, deel).strip() != delen[deel].strip()
    )
    return Aanbodbeeld(
        jaar=tekst.jaar,
        regels=regels,
        groepen=indeling(regels, anders),
        verschil=anders,
        delen_anders=delen_anders,
        **delen,
    )


def op_scherm(gezien: Aanbodbeeld, gevraagd: str | None) -> Aanbodbeeld:
    """The same with 25 offerings a page, in the order in which they are read: a large catalogue keeps a page small."""
    op_volgorde = [regel for g in gezien.groepen for d in g.domeinen for regel, _ in d.regels]
    pagina = bladzijde(op_volgorde, gevraagd)
    return replace(gezien, groepen=indeling(pagina.rijen, gezien.verschil), pagina=pagina)


def kale_html(gezien: Aanbodbeeld) -> str:
    """The text as plain HTML for a website: headings, paragraphs and lists, without classes or marks."""
    html = render_to_string(SJABLOON, {"b": gezien})
    return "\n".join(regel.strip() for regel in html.splitlines() if regel.strip())


def stand_van(jaar: Schooljaar, werkplek: Werkplek, teksten: list[Aanbodtekst]) -> Aanbodstand:
    """How a year stands, of its versions with the newest first: the first that was set counts for the date."""
    gezet = [t for t in teksten if t.status == Aanbodtekststatus.VASTGESTELD and t.vastgesteld_op]
    eerste: Any = gezet[-1].vastgesteld_op if gezet else None
    return stand(
        jaar,
        werkplek.dag,
        status=teksten[0].status if teksten else "",
        vastgesteld_op=timezone.localdate(eerste) if eerste else None,
    )
