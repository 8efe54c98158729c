"""What the pages of planning say in words: the first sentence of the list, and what a series skips."""

from collections.abc import Sequence
from datetime import date, timedelta

from overleg.loop import Overlegstatus
from overleg.models import Overleg
from zorgapp.accounts.models import Vrijedag
from zorgapp.kern.datums import dag_maand_kort, dagdatum, tijd

_WEEK = timedelta(days=7)


def eerste_zin(vandaag: Sequence[Overleg], straks: Sequence[Overleg], dag: date) -> str:
    """What somebody wants to know first: what is today, else what comes next."""
    door = [o for o in vandaag if o.status != Overlegstatus.AFGEZEGD]
    if len(door) == 1:
        return f"Vandaag om {tijd(door[0].begin)} {door[0].get_soort_display()}."
    if door:
        return f"Vandaag zijn er {len(door)} overleggen, het eerste om {tijd(door[0].begin)}."
    if volgende := next((o for o in straks if o.status != Overlegstatus.AFGEZEGD), None):
        wanneer = f"{dagdatum(volgende.begin, dag)} om {tijd(volgende.begin)}"
        return f"Het volgende overleg: {volgende.get_soort_display()}, {wanneer}."
    return "Er staat niets gepland."


def zin_vandaag(eigen: Sequence[Overleg]) -> str:
    """The words in the opening sentence of Vandaag: "om 13.00 uur zorgoverleg"; empty without a meeting."""
    if not eigen:
        return ""
    eerste = eigen[0]
    meer = f" (en nog {len(eigen) - 1})" if len(eigen) > 1 else ""
    return f"om {tijd(eerste.begin)} {eerste.get_soort_display()}{meer}"


def zin_extern(volgende: Overleg | None, dag: date) -> str:
    """What somebody from outside reads on Vandaag: his next meeting, and where it stands."""
    if volgende is None:
        return "Er staat geen overleg voor je gepland. Vraagt de school je erbij, dan staat het onder Mijn overleggen."
    wanneer = f"{dagdatum(volgende.begin, dag)} om {tijd(volgende.begin)}"
    return f"Je volgende overleg is {wanneer}. Wat je erover mag lezen, staat onder Mijn overleggen."


def overgeslagen(
    eerste: date, tot: date, vrij: Sequence[Vrijedag], *, hoogstens: int = 80
) -> list[tuple[str, str]]:
    """Which free periods take away a day of this weekday, with those days: ("Kerstvakantie", "22 dec en 29 dec")."""
    dagen = [eerste + n * _WEEK for n in range(hoogstens) if eerste + n * _WEEK <= tot]
    uit = []
    for periode in vrij:
        weg = [dag_maand_kort(dag, eerste) for dag in dagen if periode.van <= dag <= periode.tot]
        if weg:
            uit.append((periode.naam, " en ".join(filter(None, [", ".join(weg[:-1]), weg[-1]]))))
    return uit
