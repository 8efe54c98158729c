"""What waits beside the main work of the day: cards to read, lists, advice, trajectories, places; a line for each kind.

Vandaag asks for it in a second request, so that the start page stays as fast as it was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from beleid.access_lezen import TeLezen
from leerlingen.access_groep import eigen_vervangingen
from leerlingen.access_openkaarten import OpenKaart, groep_met_alles, open_kaarten
from ondersteuning.access_aanbod import vrije_plekken
from ondersteuning.access_klacht import open_klachtafspraken, open_klachten
from ondersteuning.access_lijsten import open_lijsten
from ondersteuning.access_opp_voorleggen import aan_mij_voorgelegd
from ondersteuning.access_overdracht import open_overdrachten
from ondersteuning.access_voorstellen import voorstellen_voor
from ondersteuning.caseload import in_het_kort
from ondersteuning.models import Klachtafspraak
from ondersteuning.oppplicht import in_het_kort as in_het_kort_opp
from ondersteuning.oppplicht import nodig_cijfer
from ondersteuning.stats import alleen_cijfers
from overleg.access_vertellen import Openstaand, openstaand
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.datums import dag_maand

NAMEN = 3


@dataclass(frozen=True)
class Regel:
    """One line: what waits, with a few names or words under it."""

    kop: str
    onder: str
    url: str
    icoon: str


def lees(
    werkplek: Werkplek,
    nu: datetime,
    klachtafspraken: list[Klachtafspraak] | None = None,
    coachvragen: Sequence[int] = (),
    rondvragen: Sequence[int] = (),
    vertellen: Openstaand | None = None,
    lezen: Sequence[TeLezen] = (),
) -> list[Regel]:
    """Return what waits for this person, in the order in which a day goes; each kind at most three queries.

    `klachtafspraken` when the caller asked them already; `coachvragen` are those with something new,
    `rondvragen` what one is asked before a meeting, `lezen` what of the school (`web.samen`).
    """
    if klachtafspraken is None:
        klachtafspraken = open_klachtafspraken(werkplek)
    delen = (
        (Recht.TRAJECT, _trajecten(werkplek)),
        (Recht.DOCENTKAART, _les(werkplek, nu)),
        (Recht.OVERLEG, _rondvragen(rondvragen)),
        (Recht.LIJST_INVULLEN, _lijsten(werkplek)),
        (Recht.COACHLIJN, _coachlijn(coachvragen)),
        (Recht.VOORSTEL, _voorstellen(werkplek)),
        (Recht.VERVOLG, _overdrachten(werkplek)),
        (Recht.OPP_BESLUITEN, _voorgelegd(werkplek)),
        (Recht.OVERLEG, _vertellen(werkplek, vertellen)),
        (Recht.WERKPLEK, _klachten(werkplek, klachtafspraken)),
        (Recht.AANBOD_WIJZIGEN, _plekken(werkplek)),
        (Recht.OPP_WERKEN, _opps(werkplek)),
        (Recht.OPP_CIJFER, _oppcijfer(werkplek)),
        (Recht.BELEID, _lezen(lezen)),
    )
    return [regel for recht, regels in delen if werkplek.mag(recht) for regel in regels]


def _namen(namen: list[str]) -> str:
    """The first few, each once: "Kees Jan Bakker, Mila Visser en 2 anderen"."""
    uniek = list(dict.fromkeys(namen))
    rest = len(uniek) - NAMEN
    if rest <= 0:
        return ", ".join(uniek)
    return f"{', '.join(uniek[:NAMEN])} en {hoeveel(rest, 'ander', 'anderen')}"


def _trajecten(werkplek: Werkplek) -> Iterator[Regel]:
    kort = in_het_kort(werkplek)
    pagina = reverse("ondersteuning:caseload")
    if kort.overdrachten:
        kop = hoeveel(kort.overdrachten, "traject wacht op jouw ja", "trajecten wachten op jouw ja")
        yield Regel(kop, "Een collega wil je de regie geven.", pagina, "arrows-exchange")
    if kort.sessies:
        yield Regel(hoeveel(kort.sessies, "sessie vandaag", "sessies vandaag"), "", pagina, "calendar-event")
    if kort.aan_de_beurt:
        kop = hoeveel(kort.aan_de_beurt, "traject is aan de beurt", "trajecten zijn aan de beurt")
        yield Regel(kop, "Evalueer of sluit af.", pagina, "target")


def _opps(werkplek: Werkplek) -> Iterator[Regel]:
    kort = in_het_kort_opp(werkplek)
    stand = kort.tellingen
    zinnen = [
        hoeveel(aantal, een, meer)
        for aantal, een, meer in (
            (stand.te_laat, "OPP is te laat", "OPP’s zijn te laat"),
            (stand.binnenkort, "OPP moet er binnenkort zijn", "OPP’s moeten er binnenkort zijn"),
            (kort.terug, "OPP om op terug te kijken", "OPP’s om op terug te kijken"),
            (kort.terug_te_laat, "daarvan van vorig schooljaar", "daarvan van vorig schooljaar"),
        )
        if aantal
    ]
    if zinnen:
        lijst = "te_laat" if stand.te_laat else "binnenkort" if stand.binnenkort else "evaluatie"
        onder = ", ".join(zinnen[1:])
        yield Regel(zinnen[0], onder, f"{reverse('ondersteuning:opp_lijst')}?lijst={lijst}", "clock")


def _oppcijfer(werkplek: Werkplek) -> Iterator[Regel]:
    """A figure without names; nothing when the number is too small to show."""
    if not alleen_cijfers(werkplek):
        return
    cijfer = nodig_cijfer(werkplek)
    if cijfer.samen is not None:
        kop = hoeveel(cijfer.samen, "leerling wacht op een OPP", "leerlingen wachten op een OPP")
        onder = "" if cijfer.te_laat is None else f"Bij {cijfer.te_laat} zijn de zes weken voorbij."
        yield Regel(kop, onder, reverse("ondersteuning:opp_orde"), "file-text")


def _les(werkplek: Werkplek, nu: datetime) -> Iterator[Regel]:
    for vervanging in eigen_vervangingen(werkplek, nu):
        groep = vervanging.klas or vervanging.lesgroep
        begin = timezone.localtime(vervanging.van)
        yield Regel(
            f"Je vervangt in {groep.naam if groep else 'een les'}",
            f"Je leest de docentkaart {dag_maand(begin.date(), werkplek.dag)} vanaf {begin:%H.%M} uur.",
            reverse("leerlingen:docentkaart", args=[vervanging.sleutel]),
            "school",
        )
    kaarten = open_kaarten(werkplek)
    if kaarten:
        kop = hoeveel(len(kaarten), "faciliteitenkaart om te lezen", "faciliteitenkaarten om te lezen")
        yield Regel(kop, _namen([kaart.naam for kaart in kaarten]), _waar_te_lezen(kaarten), "id")


def _waar_te_lezen(kaarten: list[OpenKaart]) -> str:
    """One card itself; the group in which all of them are; otherwise the groups, with how many wait in each."""
    if len(kaarten) == 1:
        return reverse("leerlingen:kaart", args=[kaarten[0].leerling_id])
    if groep := groep_met_alles(kaarten):
        return reverse("leerlingen:docentkaart", args=[groep])
    return reverse("leerlingen:docentkaarten")


def _rondvragen(vragen: Sequence[int]) -> Iterator[Regel]:
    """What a teacher is asked about a pupil before a meeting."""
    if vragen:
        kop = hoeveel(len(vragen), "vraag over een leerling", "vragen over leerlingen")
        een = len(vragen) == 1
        url = reverse("overleg:rondvraag", args=[vragen[0]]) if een else reverse("overleg:rondvragen")
        yield Regel(kop, "Drie korte vragen, voor een overleg.", url, "message-question")


def _lijsten(werkplek: Werkplek) -> Iterator[Regel]:
    for lijst in open_lijsten(werkplek):
        onder = "Je bent begonnen. Ga verder waar je was." if lijst.begonnen else "Het kost een paar minuten."
        yield Regel(
            f"Lijst {lijst.titel}", onder, reverse("ondersteuning:invullen", args=[lijst.id]), "list-check"
        )


def _coachlijn(vragen: Sequence[int]) -> Iterator[Regel]:
    """That there is something new, never what about: others look over one's shoulder at this page."""
    if vragen:
        kop = hoeveel(
            len(vragen), "vraag met iets nieuws op de coachlijn", "vragen met iets nieuws op de coachlijn"
        )
        een = len(vragen) == 1
        url = reverse("overleg:coachvraag", args=[vragen[0]]) if een else reverse("overleg:coachlijn")
        yield Regel(kop, "Alleen jij en je collega lezen dit.", url, "message")


def _voorstellen(werkplek: Werkplek) -> Iterator[Regel]:
    voorstellen = voorstellen_voor(werkplek)
    if voorstellen:
        kop = hoeveel(len(voorstellen), "voorstel voor een gesprek", "voorstellen voor een gesprek")
        onder = _namen([v.leerling.naam for v in voorstellen])
        yield Regel(kop, onder, reverse("ondersteuning:voorstellen"), "messages")


def _overdrachten(werkplek: Werkplek) -> Iterator[Regel]:
    open_ = open_overdrachten(werkplek)
    pagina = reverse("ondersteuning:overdrachten")
    if open_.voor_mijn_les:
        kop = hoeveel(len(open_.voor_mijn_les), "advies voor je les", "adviezen voor je les")
        namen = [rij.overdracht.leerling.naam for rij in open_.voor_mijn_les]
        yield Regel(kop, _namen(namen), pagina, "bulb")
    if open_.van_mij:
        kop = hoeveel(
            len(open_.van_mij), "overdracht om op terug te kijken", "overdrachten om op terug te kijken"
        )
        yield Regel(kop, _namen([o.leerling.naam for o in open_.van_mij]), pagina, "arrow-forward-up")


def _klachten(werkplek: Werkplek, afspraken: list[Klachtafspraak]) -> Iterator[Regel]:
    if klachten := open_klachten(werkplek):
        onder = ", ".join(dict.fromkeys(klacht.onderwerp for klacht in klachten[:NAMEN]))
        kop = hoeveel(len(klachten), "klacht loopt", "klachten lopen")
        yield Regel(kop, onder, reverse("ondersteuning:klachten"), "message-report")
    for afspraak in afspraken[:NAMEN]:
        url = reverse("ondersteuning:klacht_afspraak", args=[afspraak.pk])
        yield Regel("Afspraak na een klacht", afspraak.tekst, url, "checkbox")


def _voorgelegd(werkplek: Werkplek) -> Iterator[Regel]:
    """OPPs that a schoolleider is asked to set; the reason, never the pupil."""
    if rijen := aan_mij_voorgelegd(werkplek):
        kop = hoeveel(len(rijen), "OPP om vast te stellen", "OPP’s om vast te stellen")
        onder = rijen[0].reden if len(rijen) == 1 else ""
        yield Regel(kop, onder, reverse("ondersteuning:opp_voorgelegd"), "file-text")


def _vertellen(werkplek: Werkplek, open_: Openstaand | None) -> Iterator[Regel]:
    """Whom one is to tell what was agreed, and for a coordinator how many of others are late (one statement)."""
    open_ = open_ or openstaand(werkplek)
    pagina = reverse("overleg:terugvertellen")
    if open_.zelf:
        kop = hoeveel(len(open_.zelf), "leerling vertellen", "leerlingen vertellen")
        yield Regel(f"{kop} wat er is afgesproken", _namen(open_.zelf), pagina, "messages")
    if open_.te_laat:
        kop = hoeveel(open_.te_laat, "leerling hoorde", "leerlingen hoorden")
        yield Regel(f"{kop} nog niet wat er is afgesproken", "", f"{pagina}?toon=te_laat", "clock")


def _lezen(stukken: Sequence[TeLezen]) -> Iterator[Regel]:
    """What the school asks everybody to read, of all kinds in one line; a single one is opened at once."""
    if stukken:
        een = len(stukken) == 1
        kop = f"{stukken[0].soort} om te lezen" if een else f"{len(stukken)} stukken om te lezen"
        url = stukken[0].url if een else reverse("beleid:nieuws_te_lezen")
        yield Regel(kop, _kort([stuk.titel for stuk in stukken]), url, "book")


def _kort(titels: list[str]) -> str:
    """The first few titles: "Rouw, Meldcode, Nieuws van november en nog 2"."""
    rest = len(titels) - NAMEN
    return ", ".join(titels[:NAMEN]) + (f" en nog {rest}" if rest > 0 else "")


def _plekken(werkplek: Werkplek) -> Iterator[Regel]:
    for plek in vrije_plekken(werkplek)[:NAMEN]:
        kop = f"{hoeveel(plek.vrij, 'plek', 'plekken')} vrij bij {plek.naam}"
        onder = f"{hoeveel(plek.wachten, 'leerling wacht', 'leerlingen wachten')}."
        yield Regel(kop, onder, reverse("ondersteuning:aanbod", args=[plek.aanbod_id]), "door-enter")
