"""Doors to who was asked about a handelingsdeel and what each of them answered: for who sees the contacts."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, QuerySet
from django.http import Http404

from leerlingen.models import Contactpersoon
from ondersteuning.access_opp import Oppblik
from ondersteuning.access_opp_overleg import get_opp_samen
from ondersteuning.models import Handelingsdeel, Instemming, Instemmingverzoek, Opp, Oppreactie, OppVersie
from ondersteuning.opp.akkoord import HERINNERINGEN, Gevraagde, stand
from ondersteuning.opp.termijnen import meerderjarig
from ondersteuning.oppakkoord import geschil_tot, huidige_versie, wie_beslist
from ondersteuning.oppfeiten import gevraagde
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

REACTIES = 40
"""So many that the page shows."""


@dataclass(frozen=True)
class Persoon:
    """One person who was asked: the question, what he answered (if he did), and whether he may decide today."""

    verzoek: Instemmingverzoek
    antwoord: Instemming | None
    mag: bool

    @property
    def wacht(self) -> bool:
        """He did not answer, and his answer would be taken today."""
        return self.antwoord is None and (self.mag or not self.verzoek.telt)


@dataclass(frozen=True)
class Akkoordstand:
    """Where the agreement on the present version stands today.

    vraag: the version people were asked about, None when nobody was. personen: who is asked; eerder: answers to
    questions that no longer stand. te_vragen: names of who may decide and was not asked. stand: worked out from what is
    known now, so that a change of gezag or age shows at once. stil: silence passes after two reminders (looked up once
    somebody was asked).
    """

    versie: OppVersie
    vraag: OppVersie | None
    personen: list[Persoon]
    eerder: list[Instemming]
    te_vragen: list[str]
    stand: Handelingsdeel
    stil: bool
    niemand: bool
    geschil_tot: date | None

    @property
    def wachten(self) -> list[Persoon]:
        """Whose answer still decides."""
        return [p for p in self.personen if p.antwoord is None and p.verzoek.telt and p.mag]

    @property
    def zegt_nee(self) -> list[Persoon]:
        """Who did not agree, and may decide."""
        return [p for p in self.personen if p.antwoord and p.mag and p.antwoord.keuze == "niet_akkoord"]

    @property
    def vervallen(self) -> list[Persoon]:
        """Who was asked and may no longer decide."""
        return [p for p in self.personen if p.verzoek.telt and not p.mag]

    @property
    def anders(self) -> bool:
        """Somebody else must be asked than was asked."""
        return bool(self.te_vragen or self.vervallen)


def get_akkoord(werkplek: Werkplek, pk: int) -> tuple[Opp, Oppblik, Akkoordstand | None]:
    """Open an OPP with its agreement; None when it was closed before anything was set. Logs the look."""
    opp, mag = get_opp_samen(werkplek, pk)
    versie = huidige_versie(opp.pk)
    return opp, mag, akkoord_van(opp, versie, werkplek.dag) if versie else None


def akkoord_van(opp: Opp, versie: OppVersie, dag: date) -> Akkoordstand:
    """The agreement on one version of an opened OPP (its pupil with it), on `dag`."""
    beslissers = wie_beslist(opp.leerling, dag)
    niemand = not beslissers
    if versie.handelingsdeel == Handelingsdeel.CONCEPT:
        return Akkoordstand(versie, None, [], [], [], Handelingsdeel.CONCEPT, False, niemand, None)
    volwassen = meerderjarig(opp.leerling.geboortedatum, dag)
    vraag = versie.vraag or versie
    rijen = Instemmingverzoek.objects.filter(oppversie=vraag).select_related("contact")
    rijen = rijen.annotate(berichten=Count("reacties"))
    antwoorden = Prefetch("antwoorden", Instemming.objects.select_related("door"))
    verzoeken = list(rijen.prefetch_related(antwoorden).order_by("huishouden", "pk"))
    open_ = [v for v in verzoeken if v.vervallen_op is None]
    personen = [Persoon(v, _laatste(v), gevraagde(v, volwassen).mag) for v in open_]
    te_vragen = _te_vragen(opp, beslissers, personen)
    gevraagden = [gevraagde(v, volwassen) for v in open_ if v.telt]
    stil = bool(instelling("opp_stil", dag))
    nu = stand([*gevraagden, *(Gevraagde(naam, None) for naam in te_vragen)], stil_mag=stil)
    eerder = [a for v in verzoeken if v.vervallen_op and (a := _laatste(v))]
    tot = geschil_tot(versie, nu, dag)
    return Akkoordstand(versie, vraag, personen, eerder, te_vragen, nu, stil, niemand, tot)


def _laatste(verzoek: Instemmingverzoek) -> Instemming | None:
    antwoorden = list(verzoek.antwoorden.all())
    return antwoorden[-1] if antwoorden else None


def _te_vragen(opp: Opp, beslissers: list[Contactpersoon | None], personen: list[Persoon]) -> list[str]:
    gevraagd = {p.verzoek.contact_id for p in personen if p.verzoek.telt}
    nieuw = [c for c in beslissers if (c.pk if c else None) not in gevraagd]
    return [c.naam if c else opp.leerling.naam for c in nieuw]


def reacties_van(opp_id: int) -> list[Oppreactie]:
    """What people wrote by their links before they answered, the newest first; only after `get_akkoord`."""
    return _reacties.lees(opp_id)


@vaste_vraag
def _reacties(opp_id: int) -> QuerySet:
    rijen = Oppreactie.objects.filter(oppversie__opp_id=opp_id).select_related("oppversie", "verzoek")
    velden = ("naam", "relatie", "tekst", "vastgelegd_op", "verzoek__huishouden", "oppversie__nummer")
    return rijen.only(*velden).order_by("-pk")[:REACTIES]


def get_verzoek(werkplek: Werkplek, pk: int) -> tuple[Opp, Oppblik, Instemmingverzoek]:
    """Open one question with its version; 404 and 403 as for the OPP it is about. Logs the look."""
    rijen = Instemmingverzoek.objects.filter(school=werkplek.school, pk=pk)
    rij = rijen.select_related("oppversie", "contact").first()
    if rij is None:
        raise Http404("verzoek")
    opp, mag = get_opp_samen(werkplek, rij.oppversie.opp_id)
    return opp, mag, rij


def herinneringen_nodig(persoon: Persoon) -> int:
    """How many reminders silence still needs before it may pass."""
    return max(0, HERINNERINGEN - len(persoon.verzoek.herinnerd))
