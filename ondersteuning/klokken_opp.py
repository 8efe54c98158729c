"""The clocks of agreement on an OPP: who turns 16 or 18, questions without an answer, and who is asked anew.

The nightly run finds them (`oppnacht`); the outbox asks again at the moment of sending whether it still holds. The days
are pure functions in `opp.termijnen` and `zorgapp.kern.schooljaar`.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from leerlingen.access import toegangsgrond
from leerlingen.coordinatoren import coordinatoren
from leerlingen.toestemming import maanden_terug, verjaardag
from ondersteuning.access_opp import blik
from ondersteuning.klokken import begin_van
from ondersteuning.models import Instemmingverzoek, Opp, Oppreactie, OppStatus
from ondersteuning.opp.termijnen import INZAGE_ZELF, MEERDERJARIG, TAAK_VOOR_18
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import na_schooldagen
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import plan
from zorgapp.notifications.soorten import Soort

ACHTTIEN, ZESTIEN, ANTWOORD, ANDERS = "opp_achttien", "opp_zestien", "opp_antwoord", "opp_gevraagd"
REACTIE = "opp_reactie"
LEEFTIJD = {ZESTIEN: INZAGE_ZELF, ACHTTIEN: MEERDERJARIG}


def wordt(geboren: date | None, jaar: int, dag: date) -> date | None:
    """The birthday on which somebody turns `jaar`, when it comes within three months of `dag`; None otherwise.

    On the birthday itself it is over (rules 20 and 21).
    """
    if geboren is None:
        return None
    jarig = verjaardag(geboren, jaar)
    return jarig if maanden_terug(jarig, TAAK_VOOR_18) <= dag < jarig else None


def antwoord_uiterlijk(verzoek: Instemmingverzoek, dag: date) -> date:
    """The last day of the term for an answer: so many school days after it was asked, or after the last reminder."""
    vanaf = max([verzoek.gevraagd_op, *verzoek.herinnerd])
    return na_schooldagen(vanaf, instelling("opp_antwoord", dag), vrije_perioden(vanaf))


def plan_verjaardagen(school_id: int, opps: Iterable[Opp], dag: date) -> None:
    """Remind the opsteller and the coordinators of a pupil who turns 16 or 18; once per birthday and person."""
    for opp in opps:
        for soort, jaar in LEEFTIJD.items():
            jarig = wordt(opp.leerling.geboortedatum, jaar, dag)
            if jarig is not None:
                _plan(school_id, soort, f"{opp.pk}:{jarig:%Y%m%d}", _wie(opp, dag), opp.pk, dag)


def plan_antwoorden(school_id: int, verzoeken: Iterable[Instemmingverzoek], dag: date) -> None:
    """Remind the opsteller of a question whose term is over; again after every reminder that he noted."""
    for v in verzoeken:
        if antwoord_uiterlijk(v, dag) <= dag:
            wie = {v.oppversie.opp.opsteller_id}
            _plan(school_id, ANTWOORD, f"{v.pk}:{len(v.herinnerd)}", wie, v.pk, dag)


def plan_anders(school_id: int, opp: Opp, verzoeken: Iterable[Instemmingverzoek], dag: date) -> None:
    """Tell the opsteller that somebody else must be asked now."""
    for v in verzoeken:
        _plan(school_id, ANDERS, str(v.pk), {opp.opsteller_id}, v.pk, dag)


def plan_reactie(opp: Opp, reactie: Oppreactie, dag: date) -> None:
    """Tell the opsteller that somebody who was asked wrote something; once a day per person who did."""
    wat = f"{reactie.verzoek_id}:{dag:%Y%m%d}"
    _plan(opp.school_id, REACTIE, wat, {opp.opsteller_id}, reactie.verzoek_id, dag)


def _wie(opp: Opp, dag: date) -> set[int]:
    return {opp.opsteller_id, *(u.pk for u in coordinatoren(opp.school_id, dag, opp.leerling))}


def _plan(school_id: int, soort: str, wat: str, wie: set[int], object_id: int, dag: date) -> None:
    for ontvanger in wie:
        plan(
            school_id=school_id,
            soort=soort,
            sleutel=f"{soort}:{wat}:{ontvanger}",
            ontvanger_id=ontvanger,
            object_id=object_id,
            niet_voor=begin_van(dag),
        )


def schrijft_nog(rij: Herinnering, opp_id: int, op: datetime) -> bool:
    """The receiver still works here, and may still write in this OPP, which is not closed."""
    werkplek = ontvanger_nu(rij, op)
    return werkplek is not None and _schrijft(werkplek, opp_id)


def _schrijft(werkplek: Werkplek, opp_id: int) -> bool:
    zichtbaar = Opp.objects.zichtbaar_voor(werkplek).exclude(status=OppStatus.AFGESLOTEN)
    opp = zichtbaar.filter(pk=opp_id).select_related("leerling").first()
    grond = opp and toegangsgrond(werkplek, opp.leerling)
    return bool(opp and grond and blik(werkplek, opp, grond).schrijven)


def _nog_jarig(rij: Herinnering, op: datetime) -> bool:
    opp = Opp.objects.filter(pk=rij.object_id).select_related("leerling").first()
    jarig = opp and wordt(opp.leerling.geboortedatum, LEEFTIJD[rij.soort], timezone.localdate(op))
    return jarig is not None and schrijft_nog(rij, rij.object_id, op)


def _nog_open(rij: Herinnering, op: datetime) -> bool:
    vraag = Instemmingverzoek.objects.filter(
        pk=rij.object_id, vervallen_op__isnull=True, antwoorden__isnull=True
    )
    opp_id = vraag.values_list("oppversie__opp_id", flat=True).first()
    return opp_id is not None and schrijft_nog(rij, opp_id, op)


def _nog_te_lezen(rij: Herinnering, op: datetime) -> bool:
    """The question is still one of this OPP, answered or not."""
    vraag = Instemmingverzoek.objects.filter(pk=rij.object_id)
    opp_id = vraag.values_list("oppversie__opp_id", flat=True).first()
    return opp_id is not None and schrijft_nog(rij, opp_id, op)


SOORTEN = (
    Soort(
        ACHTTIEN,
        "leerling met een OPP die 18 wordt",
        "leerlingen met een OPP die 18 worden",
        _nog_jarig,
        pagina="ondersteuning:opp_lijst",
    ),
    Soort(
        ZESTIEN,
        "leerling met een OPP die 16 wordt",
        "leerlingen met een OPP die 16 worden",
        _nog_jarig,
        pagina="ondersteuning:opp_lijst",
    ),
    Soort(
        ANTWOORD,
        "antwoord over een handelingsdeel dat uitblijft",
        "antwoorden over een handelingsdeel die uitblijven",
        _nog_open,
        pagina="ondersteuning:opp_lijst",
    ),
    Soort(
        ANDERS,
        "persoon die nu over een handelingsdeel beslist",
        "personen die nu over een handelingsdeel beslissen",
        _nog_open,
        pagina="ondersteuning:opp_lijst",
    ),
    Soort(
        REACTIE,
        "reactie op een handelingsdeel",
        "reacties op een handelingsdeel",
        _nog_te_lezen,
        pagina="ondersteuning:opp_lijst",
    ),
)
