"""Consents of the story: what runs, what waits for an answer, a no, a withdrawal and a pupil who decides himself."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from leerlingen.access_toestemming import contacten_met_gezag, get_toestemming
from leerlingen.models import Contactpersoon, Delen, ExternePartner, Leerling, Partnersoort, Wijze
from leerlingen.services.toestemming import (
    Antwoordgegevens,
    Vraaggegevens,
    antwoord_vastleggen,
    toestemming_vragen,
)
from leerlingen.toestemming import Antwoord, Gever, wie_geeft
from zorgapp.demo.kalender import schooldag_terug
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment

JA, NEE, WEG = Antwoord.GEGEVEN, Antwoord.GEWEIGERD, Antwoord.INGETROKKEN
# Who, kind of partner, for what, school days before the demo day, days it lasts from then (None: the school year),
# and what those who were asked said.
VERHAAL: tuple[tuple[str, Partnersoort, str, int, int | None, tuple[Antwoord, ...]], ...] = (
    (
        "kees_jan",
        Partnersoort.DYSLEXIEZORG,
        "de hulp bij lezen afstemmen op de lessen Duits, Frans en Engels",
        48,
        None,
        (JA, JA),
    ),
    (
        "lotte",
        Partnersoort.JEUGDHULP,
        "de hulp thuis en wat de school doet op elkaar afstemmen",
        16,
        None,
        (JA, JA),
    ),
)
# For other pupils of the story, in their order: the same without a name.
ANDEREN: tuple[tuple[Partnersoort, str, int, int | None, tuple[Antwoord, ...]], ...] = (
    (Partnersoort.JEUGDHULP, "samen kijken welke hulp thuis en op school past", 3, None, ()),
    (
        Partnersoort.MAATSCHAPPELIJK_WERK,
        "gesprekken op school met een maatschappelijk werker",
        21,
        None,
        (JA, NEE),
    ),
    (Partnersoort.JEUGDHULP, "de begeleiding thuis en op school op elkaar afstemmen", 30, None, (JA, WEG)),
    (
        Partnersoort.DYSLEXIEZORG,
        "het verslag van de behandeling gebruiken voor de afspraken in de les",
        60,
        105,
        (JA, JA),
    ),
)
ZELF = (Partnersoort.JEUGDHULP, "gesprekken over stress voor de examens", 12, None, (JA,))


def zet_toestemmingen(
    demo: Demoschool, leerlingen: dict[str, Leerling], partners: dict[str, ExternePartner]
) -> int:
    """Ask and answer through the services on their own past days; needs the school's context. Returns how many.

    `partners` are those of the sociale kaart; what no partner there fits is left out.
    """
    gezet = 0
    for sleutel, soort, doel, terug, dagen, antwoorden in VERHAAL:
        gezet += _speel(demo, leerlingen[sleutel], partners, soort, doel, terug, dagen, antwoorden)
    rest = _anderen(demo, leerlingen)
    for regel, leerling in zip(ANDEREN, rest, strict=False):
        gezet += _speel(demo, leerling, partners, *regel)
    zelf = next(
        (
            lln
            for lln in leerlingen.values()
            if wie_geeft(lln.geboortedatum, _dag(demo, 30)) == Gever.LEERLING
        ),
        None,
    )
    return gezet + (_speel(demo, zelf, partners, *ZELF) if zelf else 0)


def _dag(demo: Demoschool, terug: int) -> date:
    return schooldag_terug(demo.op, terug)


def _anderen(demo: Demoschool, leerlingen: dict[str, Leerling]) -> Iterator[Leerling]:
    """Pupils below 16 with two parents who have gezag, without Kees Jan."""
    for sleutel, leerling in leerlingen.items():
        jong = wie_geeft(leerling.geboortedatum, demo.op + timedelta(days=7)) == Gever.OUDERS
        if sleutel != "kees_jan" and jong and len(contacten_met_gezag(leerling.pk)) > 1:
            yield leerling


def _partner(partners: dict[str, ExternePartner], soort: Partnersoort) -> ExternePartner | None:
    vragen = [p for p in partners.values() if p.delen == Delen.TOESTEMMING and p.gestopt_op is None]
    return next((p for p in vragen if p.soort == soort), None)


def _speel(
    demo: Demoschool,
    leerling: Leerling,
    partners: dict[str, ExternePartner],
    soort: Partnersoort,
    doel: str,
    terug: int,
    dagen: int | None,
    antwoorden: tuple[Antwoord, ...],
) -> int:
    """Ask on that day; the answers come a school day later, a withdrawal a week after that."""
    partner, dag = _partner(partners, soort), _dag(demo, terug)
    if partner is None:
        return 0
    door = demo.werkplek("angelica", dag)
    tot = demo.jaar.eind if dagen is None else dag + timedelta(days=dagen)
    zelf = wie_geeft(leerling.geboortedatum, dag) == Gever.LEERLING
    contacten: list[Contactpersoon | None] = [None]
    if not zelf:
        contacten = list[Contactpersoon | None](contacten_met_gezag(leerling.pk)[:2])
    gegevens = Vraaggegevens(
        partner_id=partner.pk,
        doel=doel,
        gegevens=("naam", "hulpvraag", "afspraken"),
        van=dag,
        tot=max(tot, demo.op),
        contact_ids=tuple(c.pk for c in contacten if c),
    )
    rij = toestemming_vragen(door=door, leerling_id=leerling.pk, gegevens=gegevens)
    for contact, antwoord in zip(contacten, antwoorden, strict=False):
        gezegd = (JA, WEG) if antwoord == WEG else (antwoord,)
        for stap, zegt in enumerate(gezegd):
            _antwoord(demo, rij.pk, contact, zegt, _dag(demo, max(terug - 1 - 5 * stap, 0)))
    return 1


def _antwoord(demo: Demoschool, pk: int, contact: Contactpersoon | None, zegt: Antwoord, dag: date) -> None:
    """Note one answer, the way most come in: on paper; a withdrawal is said."""
    door = demo.werkplek("angelica", dag)
    versie = get_toestemming(door, pk, schrijven=True)[0].toestemming.versie
    wijze = Wijze.MONDELING if zegt == WEG else Wijze.PAPIER
    gegevens = Antwoordgegevens(contact.pk if contact else None, zegt, dag, wijze)
    antwoord_vastleggen(door=door, pk=pk, versie=versie, gegevens=gegevens, op=moment(dag, time(14, 5)))
