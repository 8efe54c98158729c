"""Policy of earlier years in a large demo school, who read it, and the same policy in every other school."""

from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.models import ForeignKey, Model

from beleid.models import (
    Aanbodalinea,
    Aanbodtekst,
    Activiteit,
    Beleidsplan,
    Goedgegaan,
    Inzetnorm,
    Kengetal,
    Meetmoment,
    Middel,
    NietNu,
    Nieuwsbericht,
    Nieuwsbrief,
    Ontwikkelpunt,
    Plandeel,
    Planfactor,
    Planreactie,
    Protocol,
    Protocolversie,
    Puntevaluatie,
    Scenario,
    Scenariokeuze,
    Scholing,
    Uren,
    Wetscontrole,
)
from zorgapp.accounts.models import School, User, Vestiging
from zorgapp.demo.jaren_delen import JAAR
from zorgapp.demo.jaren_kopie import Deel, begin_kopie, kopieer
from zorgapp.demo.school import Demoschool

WEKEN = 28  # days between two letters
VAN_SCHOOL: tuple[type[Model], ...] = (
    *(Protocol, Protocolversie, Ontwikkelpunt, Meetmoment, Puntevaluatie, NietNu, Activiteit, Scholing),
    *(Uren, Inzetnorm, Middel, Scenario, Scenariokeuze, Aanbodtekst, Aanbodalinea, Beleidsplan, Plandeel),
    *(Planfactor, Kengetal, Planreactie, Nieuwsbrief, Nieuwsbericht, Goedgegaan, Wetscontrole),
)
LEZINGEN = (
    ("beleid_planlezing", "plan_id", "beleid_beleidsplan", "gepubliceerd_op"),
    ("beleid_protocollezing", "protocolversie_id", "beleid_protocolversie", "geldig_op"),
    ("beleid_nieuwslezing", "brief_id", "beleid_nieuwsbrief", "geplaatst_op"),
)
GELEZEN = 80  # per cent of the staff
_LAATSTE_BRIEF = (
    "r.id = (SELECT max(id) FROM beleid_nieuwsbrief WHERE school_id = r.school_id AND status = 'geplaatst' "
    "AND geplaatst_op > now() - interval '1 year')"
)


def beleid_terug(demo: Demoschool, jaren: int) -> None:
    """What was decided in each earlier year, made of this one; needs the school's context and its policy."""
    for terug in range(1, jaren):
        begin_kopie()
        for deel in _jaar(terug, demo.jaar.beginjaar):
            kopieer(deel, demo.school.pk)
    for nummer in range(1, jaren * JAAR // WEKEN - 10):
        begin_kopie()
        dagen = str(nummer * WEKEN)
        for deel in (
            Deel(Nieuwsbrief, waar=_LAATSTE_BRIEF, dagen=dagen),
            Deel(Nieuwsbericht, "brief_id"),
            Deel(Goedgegaan, waar="r.dag >= now() - interval '60 days'", dagen=dagen),
        ):
            kopieer(deel, demo.school.pk)


def _jaar(terug: int, nu: int) -> Iterator[Deel]:
    """The tables of one year; a year that has its own is left alone."""

    def vroeger(kolom: str) -> str:
        return f"(r.{kolom} - interval '{terug} years')::date"

    def van(model: type[Model], waar: str = "true", **zet: str) -> Deel:
        tabel = model._meta.db_table
        al = f"SELECT 1 FROM {tabel} a WHERE a.school_id = r.school_id AND a.schooljaar = {nu - terug}"
        bij = {"schooljaar": f"r.schooljaar - {terug}", **zet}
        los = frozenset({"punt_id"}) if model is Activiteit else frozenset()
        return Deel(
            model,
            waar=f"r.schooljaar = {nu} AND {waar} AND NOT EXISTS ({al})",
            dagen=str(terug * JAAR),
            zet=bij,
            los=los,
        )

    gezet = {
        "vastgesteld_door_id": "COALESCE(r.vastgesteld_door_id, r.gemaakt_door_id)",
        "vastgesteld_op": "COALESCE(r.vastgesteld_op, r.gemaakt_op) - make_interval(days => k.dagen)",
    }
    yield van(
        Beleidsplan,
        waar="r.nummer = 1",
        status="'gepubliceerd'",
        begonnen_uit_id="NULL",
        gepubliceerd_op="COALESCE(r.gepubliceerd_op, r.gemaakt_op) - make_interval(days => k.dagen)",
        **gezet,
    )
    for model in (Plandeel, Kengetal, Planreactie):
        yield Deel(model, "plan_id")
    yield Deel(Planfactor, "plan_id", zet={"vorige_id": "NULL"})
    yield van(Ontwikkelpunt, doel_op=vroeger("doel_op"), status="'klaar'")
    yield Deel(Meetmoment, "punt_id")
    yield Deel(Puntevaluatie, "punt_id")
    klaar = {"status": "'klaar'", "klaar_op": vroeger("tot")}
    yield van(Activiteit, van=vroeger("van"), tot=vroeger("tot"), **klaar)
    yield van(Scholing, datum=vroeger("datum"), gegeven="true")
    yield van(Aanbodtekst, waar="r.status = 'vastgesteld'")
    yield Deel(Aanbodalinea, "tekst_id")
    for los in (Uren, Inzetnorm, Middel, Scenario):
        yield van(los)
    yield Deel(Scenariokeuze, "scenario_id")
    yield Deel(Wetscontrole, dagen=str(terug * JAAR), waar="r.op >= now() - interval '300 days'")


def lees_alles(school: School) -> None:
    """Most of the staff read what they were asked to read. Needs the school's context."""
    with connection.cursor() as cursor:
        for tabel, kolom, van, wanneer in LEZINGEN:
            cursor.execute(
                f"INSERT INTO {tabel} (school_id, {kolom}, user_id, gelezen_op) "
                f"SELECT DISTINCT v.school_id, v.id, a.user_id, v.{wanneer} FROM {van} v "
                "JOIN accounts_aanstelling a ON a.school_id = v.school_id "
                f"WHERE v.school_id = %s AND v.{wanneer} IS NOT NULL AND (a.user_id + v.id) %% 100 < %s "
                "ON CONFLICT DO NOTHING",
                [school.pk, GELEZEN],
            )


def lees_beleid() -> dict[type[Model], list[Model]]:
    """All policy of the school in context, as rows to copy."""
    return {model: list(model._default_manager.order_by("pk")) for model in VAN_SCHOOL}


def neem_beleid_over(
    rijen: dict[type[Model], list[Model]], school: School, wie: User, vestiging: Vestiging | None
) -> None:
    """The same policy at another school, in whose context this runs; everything is done by `wie`."""
    nieuw: dict[tuple[type[Model], int], Model] = {}
    for model, bronnen in rijen.items():
        kopieen = [_kopie(bron, school, wie, vestiging, nieuw) for bron in bronnen]
        model._default_manager.bulk_create(kopieen, batch_size=1000)
        nieuw |= {(model, bron.pk): kopie for bron, kopie in zip(bronnen, kopieen, strict=True)}


def _kopie(
    bron: Model, school: School, wie: User, vestiging: Vestiging | None, nieuw: dict[Any, Model]
) -> Model:
    vast = {School: school, User: wie, Vestiging: vestiging}
    waarden: dict[str, Any] = {}
    for veld in bron._meta.concrete_fields:
        if veld.primary_key or getattr(veld, "generated", False):
            continue
        waarde = getattr(bron, veld.attname)
        if waarde is None or not isinstance(veld, ForeignKey):
            waarden[veld.attname] = waarde
        elif veld.related_model in vast:
            waarden[veld.name] = vast[veld.related_model]
        else:
            waarden[veld.name] = nieuw.get((veld.related_model, waarde))
    return type(bron)(**waarden)
