"""Where proposals for an agenda come from, as one UNION ALL of rows: pupil, source, date, number, acute or not.

Every arm goes through the rule of its own floor of who sees what; nobody is proposed a pupil he may not see.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import BooleanField, CharField, DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, TruncDate

from leerlingen.models import Leerling, Plaatsing
from ondersteuning.models import Opp, OppStatus, Traject, Urgentie, Vervolg, VervolgSoort
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models import Afspraak, Agendapunt, Bron, Overleg
from overleg.voorstel import VERDER_KIJKEN
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Tekst

KOLOMMEN = ("v_leerling", "v_bron", "v_datum", "v_nummer", "v_spoed")
Rijen = QuerySet[Any]
_NEE = Value(False, output_field=BooleanField())


def _arm(rijen: Rijen, bron: Bron, *, leerling: str, datum: Any, spoed: Any = _NEE) -> Rijen:
    return (
        rijen.order_by()
        .annotate(
            v_leerling=F(leerling),
            v_bron=Value(bron.value, output_field=CharField()),
            v_datum=datum,
            v_nummer=F("pk"),
            v_spoed=spoed,
        )
        .values_list(*KOLOMMEN)
    )


def _op_school(pad: str, dag: date) -> Q:
    weg = f"{pad}uitgeschreven_op"
    return Q(**{f"{weg}__isnull": True}) | Q(**{f"{weg}__gte": dag})


@vaste_vraag
def redenen(
    werkplek: Werkplek,
    overleg_id: int,
    tot: date,
    sinds: date,
    school_id: int,
    begin: datetime,
    reeks_id: int | None,
    soort: Tekst,
    vestiging_id: int | None,
    klas_id: int | None,
) -> Rijen:
    """Every reason for a meeting of the zorgteam. `tot`: what comes due up to that day; `sinds`: spoken of since then.

    Pupils on its own agenda are left out, and pupils who left. The last six are its `opvolging`.
    """
    eerder = Overleg.objects.eerder_dan(school_id, begin, reeks_id, soort, vestiging_id, klas_id)
    armen = (
        _besluiten(werkplek, VervolgSoort.ZORGOVERLEG, Bron.SIGNAAL, None),
        _besluiten(werkplek, VervolgSoort.CONTROLE, Bron.CONTROLE, tot),
        _evaluaties(werkplek, tot),
        _opps(werkplek, tot),
        _afspraken(werkplek, eerder),
        _van_niemand(werkplek, overleg_id, eerder),
        _doorgeschoven(werkplek, eerder),
        _niet_besproken(werkplek, sinds),
    )
    return _samen([_nog_niet(arm, overleg_id, werkplek.dag) for arm in armen])


@vaste_vraag
def redenen_van_klas(
    werkplek: Werkplek,
    overleg_id: int,
    sinds: date,
    school_id: int,
    begin: datetime,
    reeks_id: int | None,
    soort: Tekst,
    vestiging_id: int | None,
    klas_id: int | None,
) -> Rijen:
    """The same for a class that is discussed: its pupils who were not since `sinds`, and their open agreements."""
    eerder = Overleg.objects.eerder_dan(school_id, begin, reeks_id, soort, vestiging_id, klas_id)
    klas = Plaatsing.objects.filter(klas_id=klas_id or 0, tot__isnull=True).values("leerling_id")
    gesproken = _gesproken(sinds)
    leerlingen = Leerling.objects.zichtbaar_voor(werkplek).filter(pk__in=klas)
    niet = leerlingen.exclude(Exists(gesproken.filter(leerling=OuterRef("pk"))))
    armen = [
        _arm(niet, Bron.NIET_BESPROKEN, leerling="pk", datum=Cast(Value(sinds), DateField())),
        _afspraken(werkplek, eerder).filter(leerling_id__in=klas),
        _van_niemand(werkplek, overleg_id, eerder),
        _doorgeschoven(werkplek, eerder).filter(leerling_id__in=klas),
    ]
    return _samen(armen)


def _nog_niet(arm: Rijen, overleg_id: int, dag: date) -> Rijen:
    """Without who is on this agenda and who left."""
    pad = "signaal__leerling" if arm.model is Vervolg else "leerling"
    hier = Agendapunt.objects.filter(overleg_id=overleg_id, leerling_id=OuterRef(f"{pad}_id"))
    return arm.exclude(Exists(hier.exclude(status=Puntstatus.VERVALLEN))).filter(_op_school(f"{pad}__", dag))


def _samen(armen: list[Rijen]) -> Rijen:
    return armen[0].union(*armen[1:], all=True)


def _besluiten(werkplek: Werkplek, soort: VervolgSoort, bron: Bron, tot: date | None) -> Rijen:
    """Follow-ups after triage: what was sent to the meeting, and checks that come due."""
    rijen = (
        Vervolg.objects.zichtbaar_voor(werkplek).open().filter(soort=soort, signaal__leerling__isnull=False)
    )
    if tot is not None:
        rijen = rijen.filter(volgende_datum__lte=tot)
    spoed = Q(signaal__urgentie=Urgentie.VANDAAG)
    return _arm(rijen, bron, leerling="signaal__leerling_id", datum=F("volgende_datum"), spoed=spoed)


def _evaluaties(werkplek: Werkplek, tot: date) -> Rijen:
    rijen = Traject.objects.met_inhoud_voor(werkplek).lopend().filter(evaluatie_op__lte=tot)
    return _arm(rijen, Bron.EVALUATIE, leerling="leerling_id", datum=F("evaluatie_op"))


def _opps(werkplek: Werkplek, tot: date) -> Rijen:
    """Drafts whose last day comes near."""
    rijen = Opp.objects.zichtbaar_voor(werkplek).filter(status=OppStatus.CONCEPT, uiterlijk__lte=tot)
    return _arm(rijen, Bron.OPP, leerling="leerling_id", datum=F("uiterlijk"))


def _afspraken(werkplek: Werkplek, eerder: Rijen) -> Rijen:
    rijen = Afspraak.objects.zichtbaar_voor(werkplek).open().filter(leerling__isnull=False)
    return _arm(
        rijen.filter(overleg_id__in=eerder.values("pk")),
        Bron.AFSPRAAK,
        leerling="leerling_id",
        datum=F("klaar_op"),
    )


def _van_niemand(werkplek: Werkplek, overleg_id: int, eerder: Rijen) -> Rijen:
    """Open agreements about no pupil: nobody to propose, but the meeting opens with them. Their pupil is NULL."""
    rijen = Afspraak.objects.zichtbaar_in(werkplek, overleg_id, eerder).open().filter(leerling__isnull=True)
    return _arm(
        rijen.filter(overleg_id__in=eerder.values("pk")),
        Bron.AFSPRAAK,
        leerling="leerling_id",
        datum=F("klaar_op"),
    )


def _doorgeschoven(werkplek: Werkplek, eerder: Rijen) -> Rijen:
    """What the last meeting did not get to, as long as no later meeting has the pupil."""
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(
        status=Puntstatus.DOORGESCHOVEN, leerling__isnull=False, overleg_id__in=eerder.values("pk")
    )
    later = Agendapunt.objects.filter(
        leerling=OuterRef("leerling_id"), overleg__begin__gt=OuterRef("overleg__begin")
    )
    rijen = rijen.exclude(Exists(later.exclude(status=Puntstatus.VERVALLEN)))
    return _arm(rijen, Bron.DOORGESCHOVEN, leerling="leerling_id", datum=TruncDate("overleg__begin"))


def _gesproken(sinds: date) -> Rijen:
    return Agendapunt.objects.filter(
        status=Puntstatus.BESPROKEN, overleg__begin__date__gte=sinds, overleg__status=Overlegstatus.AFGESLOTEN
    )


def _niet_besproken(werkplek: Werkplek, sinds: date) -> Rijen:
    """Pupils with support in the second or third line of whom no meeting spoke since `sinds`."""
    rijen = Traject.objects.met_inhoud_voor(werkplek).lopend().filter(lijn__gte=2, start__lte=sinds)
    rijen = rijen.exclude(Exists(_gesproken(sinds).filter(leerling=OuterRef("leerling_id"))))
    return _arm(rijen, Bron.NIET_BESPROKEN, leerling="leerling_id", datum=F("start"))


def tot_en_met(dag: date) -> date:
    """Up to which day things that come due are proposed for a meeting on `dag`."""
    return dag + timedelta(days=VERDER_KIJKEN)
