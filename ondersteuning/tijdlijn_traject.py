"""The share of trajectories in a pupil's timeline: began, closed, another line, evaluated; by the date it happened."""

from django.db.models import CharField, DateTimeField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from ondersteuning.models import Evaluatie, Lijnovergang, Traject
from ondersteuning.trajectloop import TrajectStatus
from zorgapp.accounts.querysets import naam_van
from zorgapp.kern.tijdlijn import LEEG, deel


def tijdlijn_traject(leerling_id: int, vol: bool) -> dict[str, QuerySet]:
    """Timeline rows of an opened file per kind; `vol`: for who may read it in full (`mag_contacten_zien`).

    traject         began; `tekst` its title, `wie` its regievoerder
    traject_klaar   closed; `detail` the Afloop, `tekst` the title, and with `vol` how it ended
    overgang        another line (`vol` only); `detail` the two lines as "1 2"
    evaluatie       (`vol` only); `detail` the Conclusie, `tekst` the title and what worked
    """
    delen = {"traject": _gestart(leerling_id), "traject_klaar": _afgesloten(leerling_id, vol)}
    if vol:
        delen |= {"overgang": _overgang(leerling_id), "evaluatie": _evaluatie(leerling_id)}
    return delen


def _gestart(leerling_id: int) -> QuerySet:
    return deel(
        Traject.objects.filter(leerling_id=leerling_id),
        soort="traject",
        op=Cast("start", DateTimeField()),
        detail=LEEG,
        tekst=F("titel"),
        wie=naam_van("regievoerder"),
        domein=F("domein"),
    )


def _afgesloten(leerling_id: int, vol: bool) -> QuerySet:
    uitleg = Concat(F("titel"), Value(". "), F("afsluiting"), output_field=TextField()) if vol else F("titel")
    return deel(
        Traject.objects.filter(leerling_id=leerling_id, status=TrajectStatus.AFGESLOTEN),
        soort="traject_klaar",
        op=F("afgesloten_op"),
        detail=F("afloop"),
        tekst=uitleg,
        wie=naam_van("afgesloten_door"),
        domein=F("domein"),
    )


def _overgang(leerling_id: int) -> QuerySet:
    """Moves between lines; the begin and the end of support tell themselves."""
    lijnen = Concat(
        Cast("van_lijn", CharField()),
        Value(" "),
        Cast("naar_lijn", CharField()),
        output_field=CharField(),
    )
    return deel(
        Lijnovergang.objects.filter(leerling_id=leerling_id, van_lijn__gt=0, naar_lijn__gt=0),
        soort="overgang",
        op=Cast("op", DateTimeField()),
        detail=lijnen,
        tekst=LEEG,
        wie=naam_van("door"),
        domein=F("domein"),
    )


def _evaluatie(leerling_id: int) -> QuerySet:
    return deel(
        Evaluatie.objects.filter(traject__leerling_id=leerling_id),
        soort="evaluatie",
        op=Cast("gehouden_op", DateTimeField()),
        detail=F("conclusie"),
        tekst=Concat(F("traject__titel"), Value(": "), F("wat_werkte"), output_field=TextField()),
        wie=naam_van("door"),
        domein=F("traject__domein"),
    )
