"""Doors to what an OPP looks like on paper: one version with all that is printed with it, evaluations and answers.

Printing is for who sees the whole OPP and the contacts of the pupil: coordinator, mentor, assigned begeleider. A team
leader reads it on the screen (403), a teacher has no paper of it (404). Opening is logged with what was done.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from leerlingen.access import mentoren_van
from leerlingen.models import Contactpersoon, Leerling, Zienswijze
from leerlingen.models.leerling import Gezag
from leerlingen.zienswijzen import zienswijzen_bij
from ondersteuning.access_opp import get_opp, get_opp_heel
from ondersteuning.access_opp_huishouden import leest_apart
from ondersteuning.models import (
    Hoorrecht,
    Instemming,
    Instemmingverzoek,
    Opp,
    OppAfwijking,
    OppDoel,
    OppDoelevaluatie,
    OppEvaluatie,
    OppVersie,
    Overeenstemming,
    Overlegstatus,
    Traject,
    Versiestatus,
)
from ondersteuning.opp.termijnen import meerderjarig
from ondersteuning.tijdlijn import lijnen_van
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.werk.models import Bestand

SOORT_VERSIE = "opp-versie"
"""The kind of file that is the stored version, byte for byte as parents were shown it."""


@dataclass(frozen=True)
class Oppinhoud:
    """All that a document can show of one version of an OPP.

    contacten: who has gezag or may have it (none when the pupil is an adult). gehoord: of this round. verzoeken:
    who was asked about this handelingsdeel, with contact and answers. mentoren: names. apart: the people around the
    pupil live in two households (`opp.huishouden`).
    """

    opp: Opp
    versie: OppVersie
    leerling: Leerling
    volwassen: bool
    doelen: list[OppDoel]
    afwijkingen: list[OppAfwijking]
    gehoord: Hoorrecht | None
    overleggen: list[Overeenstemming]
    verzoeken: list[Instemmingverzoek]
    evaluaties: list[OppEvaluatie]
    contacten: list[Contactpersoon]
    mentoren: list[str]
    trajecten: list[Traject]
    lijnen: dict[str, int]
    zienswijzen: list[Zienswijze]
    apart: bool

    @property
    def ouders(self) -> list[Contactpersoon]:
        """Who has gezag."""
        return [contact for contact in self.contacten if contact.gezag == Gezag.JA]

    @property
    def klas(self) -> str:
        """Name of the class the pupil is in now, or nothing."""
        return getattr(self.leerling, "klasnaam", None) or ""


def get_oppversie(werkplek: Werkplek, pk: int, handeling: Handeling = Handeling.BEKEKEN) -> OppVersie:
    """Open one version to print it, with its OPP and pupil; 404 for a teacher, 403 for a team leader. Logs the look."""
    versie = _versie.een(werkplek, pk)
    if versie is None:
        raise Http404("oppversie")
    _eis_papier(werkplek, versie.opp_id, handeling)
    return versie


def get_opp_papier(werkplek: Werkplek, pk: int, handeling: Handeling = Handeling.BEKEKEN) -> Opp:
    """Open one OPP for the form on which the pupil is heard: who may note what he says. Logs the look."""
    opp, mag, _ = get_opp(werkplek, pk, handeling=handeling)
    if not mag.heel:
        raise Http404("opp")
    if not mag.horen and not mag.contacten:
        raise PermissionDenied("opp afdrukken")
    return opp


def get_evaluatie(werkplek: Werkplek, pk: int, handeling: Handeling = Handeling.BEKEKEN) -> OppEvaluatie:
    """Open one evaluation to print it, with its goals; logs the look."""
    rij = _evaluatie.een(werkplek, pk)
    if rij is None:
        raise Http404("evaluatie")
    _eis_papier(werkplek, rij.opp_id, handeling)
    return rij


def doelen_van(evaluatie: OppEvaluatie) -> list[OppDoelevaluatie]:
    """What came of each goal, of an evaluation that was opened."""
    return list(OppDoelevaluatie.objects.filter(evaluatie=evaluatie).select_related("doel"))


def get_instemming(werkplek: Werkplek, pk: int, handeling: Handeling = Handeling.BEKEKEN) -> Instemming:
    """Open the answer of one person for his receipt; logs the look."""
    rij = _instemming.een(werkplek, pk)
    if rij is None:
        raise Http404("instemming")
    _eis_papier(werkplek, rij.oppversie.opp_id, handeling)
    return rij


def _eis_papier(werkplek: Werkplek, opp_id: int, handeling: Handeling) -> None:
    _, mag, _ = get_opp_heel(werkplek, opp_id, handeling=handeling)
    if not mag.contacten:
        raise PermissionDenied("opp afdrukken")


@vaste_vraag
def _versie(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = OppVersie.objects.filter(opp__in=Opp.objects.zichtbaar_voor(werkplek), pk=pk)
    return rijen.select_related("opp__leerling", "opp__opsteller", "vastgesteld_door", "document")


@vaste_vraag
def _evaluatie(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = OppEvaluatie.objects.filter(opp__in=Opp.objects.zichtbaar_voor(werkplek), pk=pk)
    return rijen.select_related("opp__leerling", "oppversie", "door")


@vaste_vraag
def _instemming(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Instemming.objects.filter(oppversie__opp__in=Opp.objects.zichtbaar_voor(werkplek), pk=pk)
    return rijen.select_related("oppversie__opp__leerling", "door")


def get_bewaard(werkplek: Werkplek, pk: int, handeling: Handeling = Handeling.GEDOWNLOAD) -> Bestand:
    """The stored file of one version for a colleague; 404 when it is not there (yet). Logs the download."""
    bestand = bewaard_van(get_oppversie(werkplek, pk, handeling))
    if bestand is None:
        raise Http404("opp-versie")
    return bestand


def bewaard_van(versie: OppVersie) -> Bestand | None:
    """The stored file of a version that was opened already, by a door or by a parent's own link; None without one."""
    return versie.document if versie.document_id else None


def bewaarde_bytes(versie: OppVersie) -> bytes | None:
    """Exactly the bytes that were stored of an opened version, for the page of a parent; None without them.

    A file that no longer has its own SHA-256 is not given to anybody.
    """
    bestand = bewaard_van(versie)
    return None if bestand is None else lees_heel(bestand)


def lees_heel(bestand: Bestand) -> bytes | None:
    """The bytes of a stored version; None when the file is gone or is not what was stored."""
    try:
        with bestand.bestand.storage.open(str(bestand.bestand.name), "rb") as stroom:
            inhoud: bytes = stroom.read()
    except FileNotFoundError:
        return None
    return inhoud if hashlib.sha256(inhoud).hexdigest() == bestand.sha256 else None


def versies_met_document(opp_id: int) -> list[OppVersie]:
    """Every version of an opened OPP with what was stored of it, the newest first."""
    return _met_document.lees(opp_id)


@vaste_vraag
def _met_document(opp_id: int) -> QuerySet:
    return OppVersie.objects.filter(opp_id=opp_id).select_related("document").order_by("-nummer")[:25]


def evaluaties_van(opp_id: int) -> list[OppEvaluatie]:
    """The evaluations of an opened OPP, the newest first."""
    return _evaluaties.lees(opp_id)


@vaste_vraag
def _evaluaties(opp_id: int) -> QuerySet:
    return OppEvaluatie.objects.filter(opp_id=opp_id).order_by("-gehouden_op", "-pk")[:12]


def antwoorden_van(opp_id: int) -> list[Instemming]:
    """What people answered on the versions of an opened OPP, the newest first."""
    return _antwoorden.lees(opp_id)


@vaste_vraag
def _antwoorden(opp_id: int) -> QuerySet:
    rijen = Instemming.objects.filter(oppversie__opp_id=opp_id).select_related("oppversie")
    return rijen.order_by("-pk")[:20]


def inhoud_van(werkplek: Werkplek, versie: OppVersie) -> Oppinhoud:
    """Collect what is printed of a version that was opened (with its OPP and pupil), as it is now; some 15 queries."""
    opp = versie.opp
    leerling = _met_klas(opp.leerling_id)
    volwassen = meerderjarig(leerling.geboortedatum, werkplek.dag)
    return Oppinhoud(
        opp=opp,
        versie=versie,
        leerling=leerling,
        volwassen=volwassen,
        doelen=list(OppDoel.objects.filter(oppversie=versie)),
        afwijkingen=list(OppAfwijking.objects.filter(oppversie=versie)),
        gehoord=_gehoord(opp.pk, versie.ronde),
        overleggen=_overleggen(opp.pk, versie.ronde),
        verzoeken=_verzoeken(versie),
        evaluaties=list(OppEvaluatie.objects.filter(opp=opp).prefetch_related("doelen__doel")),
        contacten=[] if volwassen else _contacten.lees(leerling.pk),
        mentoren=mentoren_van(leerling.klas_nu, werkplek),
        trajecten=_trajecten.lees(leerling.pk),
        lijnen=lijnen_van(leerling.pk),
        zienswijzen=zienswijzen_bij(werkplek, f"opp:{opp.pk}"),
        apart=leest_apart(leerling, versie.vraagversie_id, werkplek.dag),
    )


def klas_van(leerling_id: int) -> tuple[int | None, str]:
    """The class an opened pupil is in now: its number and name."""
    leerling = _met_klas(leerling_id)
    return leerling.klas_nu, leerling.klasnaam or ""


def _met_klas(leerling_id: int) -> Any:
    """The pupil with his class of now, of an OPP that was opened."""
    leerling = _leerling.een(leerling_id)
    assert leerling is not None  # his OPP is there
    return leerling


@vaste_vraag
def _leerling(pk: int) -> QuerySet:
    return Leerling.objects.filter(pk=pk).met_klas().select_related("vestiging")


@vaste_vraag
def _contacten(leerling_id: int) -> QuerySet:
    rijen = Contactpersoon.objects.filter(
        leerling_id=leerling_id, gezag__in=(Gezag.JA, Gezag.ONBEKEND), beeindigd_op__isnull=True
    )
    return rijen.order_by("huishouden", "naam")


@vaste_vraag
def _trajecten(leerling_id: int) -> QuerySet:
    rijen = Traject.objects.lopend().filter(leerling_id=leerling_id)
    return rijen.select_related("regievoerder", "partner").order_by("-lijn", "start", "pk")[:6]


def _gehoord(opp_id: int, ronde: int) -> Hoorrecht | None:
    rijen = Hoorrecht.objects.filter(opp_id=opp_id, ronde=ronde).select_related("toegelicht_door")
    return rijen.prefetch_related("inbreng__opgetekend_door", "invloeden").first()


def _overleggen(opp_id: int, ronde: int) -> list[Overeenstemming]:
    rijen = Overeenstemming.objects.filter(opp_id=opp_id, ronde=ronde)
    return list(rijen.exclude(status=Overlegstatus.AFGEZEGD).prefetch_related("deelnemers"))


def _verzoeken(versie: OppVersie) -> list[Instemmingverzoek]:
    """Questions that stand; of a version that made room what was answered too, the last of each person (rule 10)."""
    staat = Q(vervallen_op__isnull=True)
    if versie.status == Versiestatus.VERVANGEN:
        staat |= Q(pk__in=Instemming.objects.filter(oppversie=versie.vraagversie_id).values("verzoek"))
    rijen = Instemmingverzoek.objects.filter(staat, oppversie_id=versie.vraagversie_id)
    rijen = rijen.select_related("contact").prefetch_related("antwoorden")
    return list({rij.contact_id: rij for rij in rijen.order_by("huishouden", "pk")}.values())
