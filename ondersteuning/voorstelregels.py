"""Working out proposals: what lists and small signals say together becomes rows that a person may act on.

Nothing here files a signal. Running it again changes nothing; a proposal that nobody decided on and whose ground is
gone, goes too. After a dismissal something newer is needed, after a signal only newer rows count (docs/besluiten.md).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.access_voorstellen import gegeven
from ondersteuning.drie_signalen import Grens, Klein, Samen, begin_van_schoolweken, samen
from ondersteuning.lijstscore import Gegeven, Punt, Uitkomst, scoor
from ondersteuning.models import (
    Invuller,
    Lijstantwoord,
    Lijstcampagne,
    Signaal,
    Signaalvoorstel,
    Signaleringslijst,
    Urgentie,
    Vervolg,
    VervolgSoort,
    VervolgStatus,
    VoorstelSoort,
    VoorstelStatus,
)
from zorgapp.accounts.instellingen import instelling, vrije_perioden

ZIN_MAX = 1000
WOORD = {Invuller.DOCENT: ("docent", "docenten"), Invuller.MENTOR: ("mentor", "mentoren")}
HOGER = (VervolgSoort.TWEEDE_LIJN, VervolgSoort.ZORGOVERLEG, VervolgSoort.DERDE_LIJN)


def uitkomst_van(lijst: Signaleringslijst, antwoorden: Iterable[Lijstantwoord]) -> Uitkomst:
    """The score of one pupil on one list."""
    een, meer = WOORD[Invuller(lijst.voor)]
    gegevens = [Gegeven(a.pk, a.invulling_id, a.opvallend, tuple(a.waarden)) for a in antwoorden]
    return scoor(
        lijst.items,
        gegevens,
        drempel_mensen=lijst.drempel_mensen,
        drempel_punten=lijst.drempel_punten,
        een=een,
        meer=meer,
    )


def antwoorden_per_leerling(
    campagne: Lijstcampagne, leerlingen: Collection[int] | None = None
) -> dict[int, list[Lijstantwoord]]:
    """Given answers of a campaign by pupil, for the pupils of whom somebody saw something (one query)."""
    rijen = Lijstantwoord.objects.filter(gegeven(), invulling__campagne=campagne).order_by("pk")
    if leerlingen is not None:
        rijen = rijen.filter(leerling_id__in=leerlingen)
    per_leerling = defaultdict(list)
    for antwoord in rijen:
        per_leerling[antwoord.leerling_id].append(antwoord)
    return {pk: alle for pk, alle in per_leerling.items() if any(a.opvallend for a in alle)}


def lijstvoorstellen_bijwerken(
    campagne: Lijstcampagne, op: datetime, leerlingen: Collection[int] | None = None
) -> int:
    """Propose what the answers of one campaign give reason for; returns how many proposals are new."""
    per_leerling = antwoorden_per_leerling(campagne, leerlingen)
    eerder = _eerdere(VoorstelSoort.LIJST, campagne=campagne)
    nieuw = 0
    for leerling_id in sorted(per_leerling.keys() | eerder.keys()):
        if leerlingen is not None and leerling_id not in leerlingen:
            continue
        antwoorden = per_leerling.get(leerling_id, [])
        uitkomst = uitkomst_van(campagne.lijst, antwoorden)
        bij = eerder.get(leerling_id, [])
        if any(v.status == VoorstelStatus.SIGNAAL for v in bij):
            continue
        gevonden = None
        if uitkomst.stelt_voor:
            achter = [a for a in antwoorden if a.pk in uitkomst.aanleiding]
            gevonden = Signaalvoorstel(
                school_id=campagne.school_id,
                soort=VoorstelSoort.LIJST,
                leerling_id=leerling_id,
                campagne=campagne,
                zin=" ".join(uitkomst.redenen)[:ZIN_MAX],
                domein=uitkomst.domein,
                rijen=[["antwoord", a.pk] for a in achter],
                nieuwste_op=max(a.gewijzigd_op for a in achter),
                gemaakt_op=op,
            )
        nieuw += _zet(gevonden, bij)
    return nieuw


def _eerdere(soort: VoorstelSoort, **welke: object) -> dict[int, list[Signaalvoorstel]]:
    per_leerling = defaultdict(list)
    for voorstel in Signaalvoorstel.objects.filter(soort=soort, **welke).order_by("-nieuwste_op", "-pk"):
        per_leerling[voorstel.leerling_id].append(voorstel)
    return per_leerling


def _zet(gevonden: Signaalvoorstel | None, eerder: list[Signaalvoorstel]) -> bool:
    """Make, renew or drop the open proposal of one pupil; True when a new one came."""
    staat = next((v for v in eerder if v.status == VoorstelStatus.OPEN), None)
    if gevonden is None:
        if staat:
            staat.delete()
        return False
    if staat:
        velden = ("zin", "domein", "rijen", "nieuwste_op")
        if any(getattr(staat, naam) != getattr(gevonden, naam) for naam in velden):
            Signaalvoorstel.objects.filter(pk=staat.pk, status=VoorstelStatus.OPEN).update(
                **{naam: getattr(gevonden, naam) for naam in velden}
            )
        return False
    if any(v.nieuwste_op >= gevonden.nieuwste_op for v in eerder):
        return False
    try:
        with transaction.atomic():
            gevonden.save(force_insert=True)
    except IntegrityError:  # the night and a new signal at one moment: one of them was first
        return False
    return True


def samen_bijwerken(school_id: int, dag: date, op: datetime, leerling_id: int | None = None) -> int:
    """Apply "three small signals are one conversation" to the school in context, or to one pupil of it.

    Returns how many proposals are new.
    """
    grens = Grens(
        *(instelling(sleutel, dag) for sleutel in ("samen_signalen", "samen_mensen", "samen_weken"))
    )
    ruim = date(dag.year - 2, 1, 1)
    begin = begin_van_schoolweken(dag, grens.weken, vrije_perioden(ruim))
    sinds = datetime.combine(begin, time(), timezone.get_current_timezone())
    per_leerling = defaultdict(list)
    for van_wie, klein in (
        *_kleine_signalen(school_id, sinds, leerling_id),
        *_antwoorden(sinds, leerling_id),
    ):
        per_leerling[van_wie].append(klein)
    welke = {} if leerling_id is None else {"leerling_id": leerling_id}
    eerder, van_lijst = (_eerdere(soort, **welke) for soort in (VoorstelSoort.SAMEN, VoorstelSoort.LIJST))
    op_school = set(
        Leerling.objects.filter(pk__in=list(per_leerling)).op_school(dag).values_list("pk", flat=True)
    )
    nieuw = 0
    for wie in sorted(per_leerling.keys() | eerder.keys()):
        bij = eerder.get(wie, [])
        vanaf = max((v.nieuwste_op for v in bij if v.status == VoorstelStatus.SIGNAAL), default=None)
        alle = per_leerling.get(wie, []) if wie in op_school else []
        alle = zonder_voorgesteld(alle, van_lijst.get(wie, []))
        rijen = [k for k in alle if vanaf is None or k.op > vanaf]
        uit = samen(rijen, grens)
        nieuw += _zet(_als_voorstel(school_id, wie, uit, op) if uit else None, bij)
    return nieuw


def _als_voorstel(school_id: int, leerling_id: int, uit: Samen, op: datetime) -> Signaalvoorstel:
    return Signaalvoorstel(
        school_id=school_id,
        soort=VoorstelSoort.SAMEN,
        leerling_id=leerling_id,
        zin=uit.zin,
        domein=uit.domein,
        rijen=[[k.soort, k.id] for k in uit.rijen],
        nieuwste_op=uit.nieuwste_op,
        gemaakt_op=op,
    )


def zonder_voorgesteld(klein: list[Klein], van_lijst: list[Signaalvoorstel]) -> list[Klein]:
    """Leave out answers that a list proposed already: one thing is asked once.

    Those of a dismissed proposal count again as soon as something newer than the dismissal is among the others.
    """
    achter = {pk: v for v in van_lijst for soort, pk in v.rijen if soort == "antwoord"}
    anders = [k for k in klein if not (k.soort == "antwoord" and k.id in achter)]
    nieuwste = max((k.op for k in anders), default=None)
    weer = [
        k
        for k in klein
        if k.soort == "antwoord"
        and k.id in achter
        and (op := achter[k.id].beslist_op)
        and achter[k.id].status == VoorstelStatus.AFGEWEZEN
        and nieuwste
        and nieuwste > op
    ]
    return anders + weer


def _kleine_signalen(school_id: int, sinds: datetime, leerling_id: int | None) -> list[tuple[int, Klein]]:
    """Signals that are not acute, that no higher line works on, and that no proposal led to."""
    hoger = Vervolg.objects.filter(soort__in=HOGER).exclude(status=VervolgStatus.VERVALLEN)
    uit_voorstel = Signaalvoorstel.objects.filter(signaal__isnull=False)
    rijen = (
        Signaal.objects.filter(school_id=school_id, leerling__isnull=False, ingediend_op__gte=sinds)
        .exclude(urgentie=Urgentie.VANDAAG)
        .exclude(pk__in=hoger.values("signaal_id"))
        .exclude(pk__in=uit_voorstel.values("signaal_id"))
    )
    if leerling_id is not None:
        rijen = rijen.filter(leerling_id=leerling_id)
    kolommen = rijen.values_list("leerling_id", "pk", "indiener_id", "ingediend_op", "domein")
    return [(van, Klein("signaal", pk, wie, moment, domein)) for van, pk, wie, moment, domein in kolommen]


def _antwoorden(sinds: datetime, leerling_id: int | None) -> list[tuple[int, Klein]]:
    """Given answers in which a colleague sees something that stands out often: each is one small signal."""
    rijen = Lijstantwoord.objects.filter(
        gegeven(), opvallend=True, waarden__contains=[2], gewijzigd_op__gte=sinds
    )
    if leerling_id is not None:
        rijen = rijen.filter(leerling_id=leerling_id)
    klein = []
    for antwoord in rijen.select_related("invulling__campagne__lijst"):
        gegeven_ = Gegeven(antwoord.pk, antwoord.invulling.user_id, True, tuple(antwoord.waarden))
        vaak: list[Punt] = gegeven_.vaak(antwoord.invulling.campagne.lijst.items)
        if vaak:
            domeinen = {p.domein for p in vaak}
            domein = domeinen.pop() if len(domeinen) == 1 else ""
            rij = Klein("antwoord", antwoord.pk, gegeven_.wie, antwoord.gewijzigd_op, domein)
            klein.append((antwoord.leerling_id, rij))
    return klein
