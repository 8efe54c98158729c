"""What somebody who was asked reads behind his own link: the version he was asked about, and nothing of other people.

Two households never see each other's data: when there are two (`opp.huishouden`), what comes from home is left out. Names,
addresses, answers and comments of others are never in it. Each page behind a link is opened by its own door
(`views.opp_linkdeur`), which logs the visit.
"""

from dataclasses import dataclass

from django.db.models import Q

from ondersteuning.access_opp_huishouden import leest_apart
from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.access_opp_pdf import bewaarde_bytes
from ondersteuning.models import (
    Inbreng,
    Instemmingverzoek,
    Invloed,
    OppAfwijking,
    OppDoel,
    Oppreactie,
    OppVersie,
    Versiestatus,
)
from ondersteuning.opp.huishouden import leesbaar
from ondersteuning.opp.velden import SCHERM, SCHERMEN

HANDELINGSDEEL = "handelingsdeel"


@dataclass(frozen=True)
class Deel:
    """One part of the OPP as it is read: its heading and its texts, (label, text); empty ones are left out."""

    kop: str
    teksten: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Ouderblad:
    """Everything on the page of one person who was asked.

    vraag: the version he answers on; versie: the one he reads, with the same handelingsdeel. delen: what is discussed,
    without the handelingsdeel. woorden: of the pupil, as his own page said that they would be in the OPP. reacties: what
    he himself wrote before, about this question.
    """

    verzoek: Instemmingverzoek
    vraag: OppVersie
    versie: OppVersie
    delen: tuple[Deel, ...]
    handelingsdeel: Deel
    doelen: list[OppDoel]
    afwijkingen: list[OppAfwijking]
    woorden: list[str]
    invloeden: list[Invloed]
    document: bool
    zelf: bool
    reacties: list[Oppreactie]


def ouderblad(bezoek: Linkbezoek) -> Ouderblad:
    """Collect the page of a visit; nine queries."""
    verzoek = _verzoek(bezoek)
    vraag = verzoek.oppversie
    levend = OppVersie.objects.filter(Q(pk=vraag.pk) | Q(vraag=vraag.pk)).exclude(
        status=Versiestatus.VERVANGEN
    )
    versie = levend.order_by("nummer").first() or vraag
    apart = leest_apart(bezoek.leerling, vraag.pk, bezoek.dag)
    delen = [_deel(versie, scherm.sleutel, apart) for scherm in SCHERMEN if scherm.sleutel != HANDELINGSDEEL]
    gehoord = {"hoorrecht__opp": bezoek.opp, "hoorrecht__ronde": versie.ronde}
    return Ouderblad(
        verzoek=verzoek,
        vraag=vraag,
        versie=versie,
        delen=tuple(deel for deel in delen if deel.teksten),
        handelingsdeel=_deel(versie, HANDELINGSDEEL, apart),
        doelen=list(OppDoel.objects.filter(oppversie=vraag).order_by("volgorde", "pk")),
        afwijkingen=list(OppAfwijking.objects.filter(oppversie=vraag).order_by("pk")),
        woorden=[i.woorden for i in Inbreng.objects.filter(**gehoord).order_by("pk") if i.woorden],
        invloeden=list(Invloed.objects.filter(**gehoord).order_by("pk")),
        document=vraag.document_id is not None,
        zelf=verzoek.contact_id is None,
        reacties=list(Oppreactie.objects.filter(verzoek=verzoek)),
    )


def _verzoek(bezoek: Linkbezoek) -> Instemmingverzoek:
    rijen = Instemmingverzoek.objects.select_related("oppversie__document")
    return rijen.get(pk=bezoek.link.verzoek_id or 0)


def _deel(versie: OppVersie, sleutel: str, apart: bool) -> Deel:
    scherm = SCHERM[sleutel]
    teksten = [(v.label, getattr(versie, v.naam)) for v in scherm.velden if leesbaar(v.naam, apart)]
    if sleutel == "perspectief" and versie.bestemming:
        teksten.insert(0, ("Verwachte uitstroom", versie.get_bestemming_display()))  # type: ignore[attr-defined]
    return Deel(scherm.kop, tuple((label, tekst) for label, tekst in teksten if tekst.strip()))


def document_van(bezoek: Linkbezoek) -> bytes | None:
    """The stored version that he was asked about, byte for byte; None when it is not there (yet)."""
    return bewaarde_bytes(_verzoek(bezoek).oppversie)
