"""Counting a school: one state with the figures of five school years, in one transaction."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import connection, transaction

from beleid.cijfers.snede import ALLEEN_NU, JAREN, begin_van_maand, eind_van_term, niveau_van, term_van
from beleid.models import Cijferblok, Cijferstand
from beleid.stats_cijfers import Geteld, gebeurd
from beleid.stats_cijfers_stand import Moment, staat_nu, stond
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.models import School
from zorgapp.kern.schooljaar import Periode, Schooljaar, is_schooldag

DAGEN_HOOGSTENS = 60
_SLOT = 20_261_126  # a number of our own, so that other advisory locks never collide

Cel = tuple[int, str, int, str, str]
Blok = dict[Cel, int]


@transaction.atomic
def cijfers_tellen(*, school: School, dag: date) -> Cijferstand:
    """Count the school in context up to and including `dag`; what is there already for that day is returned as it is.

    Two at once wait for each other, so a day has one state.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_SLOT, school.pk % 2**31])
    bestaand = Cijferstand.objects.filter(school=school, dag=dag).order_by("-pk").first()
    if bestaand is not None:
        return bestaand
    vorige = Cijferstand.objects.filter(school=school, dag__lt=dag).order_by("-dag", "-pk").first()
    jaar = Schooljaar.van(dag)
    eerste = Schooljaar(jaar.beginjaar - JAREN + 1).begin
    momenten = momenten_tot(dag)
    nu = momenten[-1]
    begin_term = begin_van_maand(jaar, (nu.term - 1) * 4)
    blokken: dict[tuple[str, int], Blok] = defaultdict(lambda: defaultdict(int))
    _voeg_toe(blokken, _met_schooldagen(gebeurd(school.pk, eerste, dag), eerste, dag))
    _voeg_toe(blokken, stond(school.pk, momenten, eerste, dag))
    _voeg_toe(blokken, staat_nu(school.pk, nu, begin_term))
    if vorige is not None:
        _neem_over(blokken, vorige, nu, eerste.year)
    stand = Cijferstand.objects.create(school=school, dag=dag)
    Cijferblok.objects.bulk_create(
        Cijferblok(
            school=school,
            stand=stand,
            figuur=figuur,
            schooljaar=beginjaar,
            cellen=[[*cel, aantal] for cel, aantal in sorted(blok.items())],
        )
        for (figuur, beginjaar), blok in sorted(blokken.items())
    )
    return stand


def momenten_tot(dag: date) -> list[Moment]:
    """Every term of five school years up to that of `dag`, with the day it is counted on; the last one is `dag` itself."""
    nu = Schooljaar.van(dag)
    gevonden = []
    for beginjaar in range(nu.beginjaar - JAREN + 1, nu.beginjaar + 1):
        jaar = Schooljaar(beginjaar)
        for term in (1, 2, 3):
            if jaar < nu or term <= term_van(dag):
                gevonden.append(Moment(beginjaar, term, min(eind_van_term(jaar, term), dag)))
    return gevonden


def _voeg_toe(blokken: dict[tuple[str, int], Blok], geteld: Iterable[Geteld]) -> None:
    """Add counts; classes whose names mean one level come together here."""
    for g in geteld:
        if g.aantal:
            cel = (g.locatie, niveau_van(g.niveau), g.periode, g.rij, g.kolom)
            blokken[g.figuur, g.jaar][cel] += int(g.aantal)


def _met_schooldagen(geteld: Iterable[Geteld], eerste: date, dag: date) -> Iterable[Geteld]:
    """The same, with the two days of "antwoord" as one number of school days between them, at most sixty."""
    schooldagen = schooldagen_in(eerste, dag, vrije_perioden(eerste))
    for g in geteld:
        if g.figuur != "antwoord":
            yield g
            continue
        van, tot = date.fromisoformat(g.rij), date.fromisoformat(g.kolom)
        dagen = bisect_right(schooldagen, tot) - bisect_right(schooldagen, van)
        rij = str(min(max(dagen, 0), DAGEN_HOOGSTENS))
        yield Geteld(g.figuur, g.jaar, g.locatie, g.niveau, g.periode, rij, "", g.aantal)


def schooldagen_in(van: date, tot: date, vrij: tuple[Periode, ...]) -> list[date]:
    """Every school day from `van` up to and including `tot`, in order."""
    dagen = (van + timedelta(days=n) for n in range((tot - van).days + 1))
    return [dag for dag in dagen if is_schooldag(dag, vrij)]


def _neem_over(blokken: dict[tuple[str, int], Blok], vorige: Cijferstand, nu: Moment, eerste: int) -> None:
    """What only shows now, of earlier terms: as it stood in the last state that saw them."""
    oud = Cijferblok.objects.filter(stand=vorige, figuur__in=ALLEEN_NU, schooljaar__gte=eerste)
    for blok in oud:
        for *cel, aantal in blok.cellen:
            locatie, niveau, periode, rij, kolom = cel
            van_nu = blok.schooljaar == nu.jaar and periode in (0, nu.term)
            if not van_nu:
                blokken[blok.figuur, blok.schooljaar][locatie, niveau, periode, rij, kolom] = aantal
