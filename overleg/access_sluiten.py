"""Reads for closing a meeting: what is left of it, the follow-ups it came from, and what each part of its report holds."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from ondersteuning.models import Vervolg, VervolgSoort, VervolgStatus
from overleg.access_agenda import agenda_van
from overleg.loop import Puntstatus
from overleg.models import Aanvulling, Afspraak, Agendapunt, Overleg, Verslagdeel
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Rest:
    """What is left of an agenda: items not discussed, discussed without a word or agreement, with a follow-up to close.

    `besproken`: how many were discussed. `verborgen`: items this person does not see. `vertellen`: pupils to tell.
    """

    niet_besproken: list[Agendapunt]
    zonder_verslag: list[Agendapunt]
    met_vervolg: list[Agendapunt]
    besproken: int
    vertellen: int
    verborgen: int


def rest_van(werkplek: Werkplek, overleg: Overleg) -> Rest:
    """What an opened meeting still has open, as far as this person sees it (two statements)."""
    alle = _rest.lees(werkplek, overleg.pk)
    klaar = [punt for punt in alle if is_besproken(punt)]
    return Rest(
        [p for p in alle if p.status == Puntstatus.OPEN and not is_besproken(p)],
        [p for p in klaar if not p.heeft_tekst and not p.heeft_afspraak],  # type: ignore[attr-defined]
        [p for p in klaar if p.vervolg_open],  # type: ignore[attr-defined]
        len(klaar),
        sum(p.leerling_id is not None for p in klaar),
        agenda_van(werkplek, overleg).verborgen,
    )


@vaste_vraag
def _rest(werkplek: Werkplek, overleg_id: int) -> QuerySet:
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(overleg_id=overleg_id).op_agenda()
    zicht = Vervolg.objects.zichtbaar_voor(werkplek).filter(pk=OuterRef("vervolg_id"))
    zicht = zicht.filter(status=VervolgStatus.OPEN, soort=VervolgSoort.ZORGOVERLEG)
    return met_inhoud(rijen.select_related("leerling", "vervolg")).annotate(vervolg_open=Exists(zicht))


def met_inhoud(rijen: QuerySet) -> QuerySet:
    """Annotate whether there are minutes (`heeft_tekst`) and agreements (`heeft_afspraak`)."""
    tekst = Verslagdeel.objects.filter(punt=OuterRef("pk")).exclude(tekst="")
    afspraak = Afspraak.objects.filter(punt=OuterRef("pk"))
    return rijen.annotate(heeft_tekst=Exists(tekst), heeft_afspraak=Exists(afspraak))


def is_besproken(punt: Agendapunt) -> bool:
    """Whether an item (`met_inhoud`) was discussed: somebody said so, or minutes or an agreement show it."""
    if punt.status == Puntstatus.OPEN:
        return bool(punt.heeft_tekst or punt.heeft_afspraak)  # type: ignore[attr-defined]
    return punt.status == Puntstatus.BESPROKEN


def open_vervolgen(werkplek: Werkplek, overleg_id: int) -> dict[int, Vervolg]:
    """Per item of a locked meeting the open follow-up "zorgoverleg" it came from, as far as this person works on it."""
    punten = Agendapunt.objects.filter(overleg_id=overleg_id, vervolg__isnull=False)
    nummers = dict(punten.exclude(status=Puntstatus.VERVALLEN).values_list("pk", "vervolg_id"))
    rijen = Vervolg.objects.zichtbaar_voor(werkplek).open().filter(soort=VervolgSoort.ZORGOVERLEG)
    vervolgen = {v.pk: v for v in rijen.filter(pk__in=nummers.values()).select_related("eigenaar")}
    return {punt: vervolgen[vervolg] for punt, vervolg in nummers.items() if vervolg in vervolgen}


def volgende_van(overleg: Overleg) -> datetime | None:
    """When the series of this meeting meets next; None without one."""
    if not overleg.reeks_id:
        return None
    rijen = Overleg.objects.gaat_door().filter(reeks_id=overleg.reeks_id, begin__gt=overleg.begin)
    return rijen.order_by("begin").values_list("begin", flat=True).first()


# what somebody's part holds, for who is told that it changed


def kenmerken(overleg_id: int) -> Mapping[int | None, str]:
    """Per item of a meeting (None: of no item) what tells that its report changed: its state and every version in it."""
    delen: dict[int | None, list[str]] = defaultdict(list)
    punten = Agendapunt.objects.filter(overleg_id=overleg_id).exclude(status=Puntstatus.VERVALLEN)
    for pk, status in punten.order_by("pk").values_list("pk", "status"):
        delen[pk].append(status)
    bij = Q(punt__overleg_id=overleg_id)
    for pk, versie in Verslagdeel.objects.filter(bij).order_by("pk").values_list("punt_id", "versie"):
        delen[pk].append(f"v{versie}")
    afspraken = Afspraak.objects.filter(overleg_id=overleg_id).order_by("pk")
    for pk, nummer, versie in afspraken.values_list("punt_id", "pk", "versie"):
        delen[pk].append(f"a{nummer}.{versie}")
    for pk, nummer in Aanvulling.objects.filter(bij).order_by("pk").values_list("punt_id", "pk"):
        delen[pk].append(f"e{nummer}")
    return {pk: "-".join(stukken) for pk, stukken in delen.items()}


def punten_voor(werkplek: Werkplek, overleg_id: int) -> list[int]:
    """Numbers of the items this person reads."""
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(overleg_id=overleg_id).op_agenda()
    return list(rijen.values_list("pk", flat=True))


def punten_voor_externen(overleg_id: int) -> list[int]:
    """Numbers of the discussed items that outsiders hear of."""
    rijen = Agendapunt.objects.filter(overleg_id=overleg_id, voor_externen=True, status=Puntstatus.BESPROKEN)
    return list(rijen.order_by("pk").values_list("pk", flat=True))


def digest(kenmerk: Mapping[int | None, str], punten: Iterable[int]) -> str:
    """A short text that differs as soon as anything in the part of these items does; of no item counts for everybody."""
    delen = [f"{pk}:{kenmerk.get(pk, '')}" for pk in sorted(punten)]
    tekst = "|".join([kenmerk.get(None, ""), *delen])
    return hashlib.sha256(tekst.encode()).hexdigest()[:24]
