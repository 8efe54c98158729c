"""Collects what the OPP-wacht looks at (`opp.feiten.Feiten`) from the database: one OPP, or many at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject, TruncDate

from leerlingen.models import Contactpersoon
from leerlingen.models.leerling import Gezag
from ondersteuning.models import (
    Erbij,
    Hoorrecht,
    Instemming,
    Instemmingkeuze,
    Instemmingverzoek,
    Opp,
    OppAfwijking,
    OppDoel,
    OppEvaluatie,
    OppVersie,
    Overeenstemming,
    Overlegstatus,
)
from ondersteuning.opp.akkoord import Gevraagde
from ondersteuning.opp.feiten import Feiten, Gehoord, Overlegd
from ondersteuning.opp.loop import Handelingsdeel, Versiestatus
from ondersteuning.opp.termijnen import Teruggekeken, meerderjarig
from ondersteuning.opp.velden import (
    AFWIJKINGVELDEN,
    DOELVELDEN,
    HANDELINGSDEEL,
    PERSPECTIEF,
    hash_van,
)
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers

Rijen = Iterable[OppDoel | OppAfwijking]
_TELT = frozenset({Erbij.JA.value, Erbij.WILDE_NIET.value})


def hash_perspectief(versie: OppVersie) -> str:
    """SHA-256 of what is discussed without needing agreement, as it stands now (rule 11)."""
    return hash_van({naam: getattr(versie, naam) for naam in PERSPECTIEF})


def hash_handelingsdeel(
    versie: OppVersie,
    doelen: Sequence[OppDoel] | None = None,
    afwijkingen: Sequence[OppAfwijking] | None = None,
) -> str:
    """SHA-256 of what parents agree to: texts, goals and deviations, as they stand now (rule 10).

    Two queries, or none with the rows that belong to this version.
    """
    doelrijen = list(versie.doelen.all()) if doelen is None else doelen
    afwijkrijen = list(versie.afwijkingen.all()) if afwijkingen is None else afwijkingen
    rijen = (
        [{naam: getattr(d, naam) for naam in DOELVELDEN} for d in doelrijen],
        [{naam: getattr(a, naam) for naam in AFWIJKINGVELDEN} for a in afwijkrijen],
    )
    return hash_van({naam: getattr(versie, naam) for naam in HANDELINGSDEEL}, rijen)


def feiten_van(opp: Opp, versie: OppVersie, dag: date, *, rijen: tuple[Rijen, Rijen] | None = None) -> Feiten:
    """What the rules look at for one version (`opp` with its pupil); 4 queries, shows nothing by itself.

    With `rijen`, its goals and deviations when they were read already, 2 queries.
    """
    return feiten_van_alle([(opp, versie)], dag, rijen=rijen)[versie.pk]


def feiten_van_alle(
    paren: Iterable[tuple[Opp, OppVersie]], dag: date, *, rijen: tuple[Rijen, Rijen] | None = None
) -> dict[int, Feiten]:
    """The same for many versions at once, by the number of the version; as many queries as for one."""
    lijst = list(paren)
    versies = Nummers(versie.pk for _, versie in lijst)
    alle = rijen or (_doelen.lees(versies), _afwijkingen.lees(versies))
    doelen, afwijkingen = (_per(deel, "oppversie_id") for deel in alle)
    gevraagd = Nummers(versie.vraagversie_id for _, versie in lijst)
    verzoeken = _per(_verzoeken.lees(gevraagd), "oppversie_id")
    rondom = {pk: Rondom(*rij) for pk, *rij in _rondom.lees(Nummers(opp.pk for opp, _ in lijst))}
    return {
        versie.pk: Feiten(
            dag=dag,
            ronde=versie.ronde,
            teksten=versie.inhoud(),
            pro=opp.pro,
            meerderjarig=(volwassen := meerderjarig(opp.leerling.geboortedatum, dag)),
            doelen=len(doelen[versie.pk]),
            afwijkingen=len(afwijkingen[versie.pk]),
            hash_perspectief=hash_perspectief(versie),
            hash_handelingsdeel=hash_handelingsdeel(versie, doelen[versie.pk], afwijkingen[versie.pk]),
            hash_voorgelegd=versie.hash,
            handelingsdeel=Handelingsdeel(versie.handelingsdeel),
            gezag_bekend=rondom[opp.pk].gezag,
            gehoord=tuple(_gehoord(rij) for rij in rondom[opp.pk].gehoord),
            overleggen=tuple(_overlegd(rij) for rij in rondom[opp.pk].overlegd),
            gepland=tuple(_overlegd(rij) for rij in rondom[opp.pk].gepland),
            gevraagden=tuple(
                _gevraagde(rij, rij.keuze_, volwassen) for rij in verzoeken[versie.vraagversie_id] if rij.telt
            ),
            vastgesteld=versie.status == Versiestatus.VASTGESTELD,
            begindatum=opp.begindatum,
            einddatum=opp.einddatum,
            evaluaties=tuple(_teruggekeken(rij) for rij in rondom[opp.pk].geevalueerd),
            rod_begin_op=opp.rod_begin_op,
            rod_eind_op=opp.rod_eind_op,
        )
        for opp, versie in lijst
    }


def _per(rijen: Iterable[Any], sleutel: str) -> dict[int, list[Any]]:
    per: dict[int, list[Any]] = defaultdict(list)
    for rij in rijen:
        per[getattr(rij, sleutel)].append(rij)
    return per


@vaste_vraag
def _doelen(versies: Nummers) -> QuerySet:
    return OppDoel.objects.filter(oppversie__pk__onder=versies)


@vaste_vraag
def _afwijkingen(versies: Nummers) -> QuerySet:
    return OppAfwijking.objects.filter(oppversie__pk__onder=versies)


class Rondom(NamedTuple):
    """What is around one OPP: whether somebody with gezag is known, and its hearings, talks and evaluations."""

    gezag: bool
    gehoord: list[dict[str, Any]]
    overlegd: list[dict[str, Any]]
    gepland: list[dict[str, Any]]
    geevalueerd: list[dict[str, Any]]


@vaste_vraag
def _rondom(opps: Nummers) -> QuerySet:
    """Number and `Rondom` of these OPPs, in one statement."""
    gezag = Contactpersoon.objects.filter(
        leerling=OuterRef("leerling"), gezag=Gezag.JA, beeindigd_op__isnull=True
    )
    delen = dict(
        gezag_=Exists(gezag),
        gehoord_=_rijen(Hoorrecht.objects.order_by("pk"), _HOORRECHT),
        overlegd_=_rijen(
            Overeenstemming.objects.filter(status=Overlegstatus.GEHOUDEN).order_by("wanneer", "pk"), _OVERLEG
        ),
        gepland_=_rijen(
            Overeenstemming.objects.filter(status=Overlegstatus.GEPLAND).order_by("wanneer", "pk"), _GEPLAND
        ),
        geevalueerd_=_rijen(OppEvaluatie.objects.order_by("gehouden_op", "pk"), _EVALUATIE),
    )
    return Opp.objects.filter(pk__onder=opps).annotate(**delen).values_list("pk", *delen)


def _rijen(rijen: QuerySet, velden: dict[str, Any]) -> ArraySubquery:
    return ArraySubquery(rijen.filter(opp=OuterRef("pk")).values_list(JSONObject(**velden)))


_ERBIJ = Q(deelnemers__aanwezig=True)
_HOORRECHT = {
    **{n: n for n in ("ronde", "aangeboden_op", "wijze", "hulp", "ziet_af_op", "toegelicht_op")},
    "inbreng": Count("inbreng", distinct=True),
    "invloeden": Count("invloeden", distinct=True),
}
_OVERLEG = {
    **{n: n for n in ("ronde", "samenvatting", "hash")},
    "op": TruncDate("wanneer"),
    "gezag": Count("deelnemers", filter=_ERBIJ & Q(deelnemers__gezag=True)),
    "leerling": Count("deelnemers", filter=_ERBIJ & Q(deelnemers__leerling=True)),
}
_GEPLAND = {
    **_OVERLEG,
    "gezag": Count("deelnemers", filter=Q(deelnemers__gezag=True)),
    "leerling": Count("deelnemers", filter=Q(deelnemers__leerling=True)),
}
_EVALUATIE = {n: n for n in ("gehouden_op", "ouders", "leerling_erbij")}


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def _gehoord(rij: dict[str, Any]) -> Gehoord:
    return Gehoord(
        ronde=rij["ronde"],
        aangeboden_op=_dag(rij["aangeboden_op"]),
        wijze=rij["wijze"],
        hulp=rij["hulp"],
        heeft_inbreng=bool(rij["inbreng"]),
        ziet_af=rij["ziet_af_op"] is not None,
        invloeden=rij["invloeden"],
        toegelicht_op=_dag(rij["toegelicht_op"]),
    )


def _overlegd(rij: dict[str, Any]) -> Overlegd:
    return Overlegd(
        ronde=rij["ronde"],
        op=date.fromisoformat(rij["op"]),
        met_gezag=bool(rij["gezag"]),
        met_leerling=bool(rij["leerling"]),
        samenvatting=bool(rij["samenvatting"]),
        hash=rij["hash"],
    )


@vaste_vraag
def _verzoeken(versies: Nummers) -> QuerySet:
    rijen = Instemmingverzoek.objects.filter(oppversie__pk__onder=versies, vervallen_op__isnull=True)
    laatste = Instemming.objects.filter(verzoek=OuterRef("pk")).order_by("-pk").values("keuze")[:1]
    return rijen.select_related("contact").annotate(keuze_=Subquery(laatste))


def gevraagde(verzoek: Instemmingverzoek, meerderjarig: bool) -> Gevraagde:
    """One person who was asked, as the rules see him today: his answer, and whether he may decide (rules 8 and 9).

    `verzoek` comes with its contact and answers.
    """
    antwoorden = list(verzoek.antwoorden.all())
    return _gevraagde(verzoek, antwoorden[-1].keuze if antwoorden else None, meerderjarig)


def _gevraagde(verzoek: Instemmingverzoek, keuze: str | None, meerderjarig: bool) -> Gevraagde:
    contact = verzoek.contact
    heeft_gezag = contact is not None and contact.gezag == Gezag.JA and contact.beeindigd_op is None
    mag = meerderjarig if contact is None else heeft_gezag and not meerderjarig
    return Gevraagde(
        naam=verzoek.naam,
        akkoord=None if keuze is None else keuze == Instemmingkeuze.AKKOORD,
        herinnerd=len(verzoek.herinnerd),
        mag=mag,
    )


def _teruggekeken(rij: dict[str, Any]) -> Teruggekeken:
    op = date.fromisoformat(rij["gehouden_op"])
    return Teruggekeken(op, rij["ouders"] in _TELT, rij["leerling_erbij"] in _TELT)
