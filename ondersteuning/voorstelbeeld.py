"""The rows behind a proposal as one reader may see them, and the words with which a signal from it begins."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from ondersteuning.access_voorstellen import antwoorden_achter, is_coordinator, toon_namen
from ondersteuning.lijstbeeld import stem_van
from ondersteuning.models import Signaal, Signaalvoorstel
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand

CITAAT = 200


@dataclass(frozen=True)
class Achterrij:
    """One row: `kop` says who and what, `tekst` a sentence of the list, `citaat` the words of a colleague."""

    op: datetime
    kop: str
    tekst: str = ""
    citaat: str = ""
    signaal_id: int | None = None


def achtergrond(werkplek: Werkplek, voorstel: Signaalvoorstel) -> list[Achterrij]:
    """The rows in order of time: signals and answers this reader may see (two queries)."""
    nummers = {soort: [pk for s, pk in voorstel.rijen if s == soort] for soort in ("antwoord", "signaal")}
    coordinator = is_coordinator(werkplek, voorstel.leerling)
    rijen = []
    if nummers["antwoord"]:
        alle = antwoorden_achter(werkplek, voorstel, nummers["antwoord"])
        per_campagne: dict[int, int] = {}
        for antwoord in alle:
            campagne = antwoord.invulling.campagne_id
            per_campagne[campagne] = per_campagne.get(campagne, 0) + 1
        for antwoord in alle:
            if antwoord.pk in nummers["antwoord"]:
                naam = toon_namen(coordinator, per_campagne[antwoord.invulling.campagne_id])
                stem = stem_van(antwoord, naam, antwoord.invulling.user_id == werkplek.user.pk)
                kop = f"{stem.wie}, lijst {antwoord.invulling.campagne.lijst.titel}"
                rijen.append(Achterrij(antwoord.gewijzigd_op, kop, stem.zin, stem.toelichting))
    if nummers["signaal"]:
        zichtbaar = Signaal.objects.zichtbaar_voor(werkplek).filter(pk__in=nummers["signaal"])
        for signaal in zichtbaar.select_related("indiener"):
            kop = f"{signaal.indiener.naam}, signaal"
            link = signaal.pk if coordinator else None
            rijen.append(Achterrij(signaal.ingediend_op, kop, "", signaal.wat_zie_je, link))
    return sorted(rijen, key=lambda r: (r.op, r.kop))


def beginwoorden(voorstel: Signaalvoorstel, rijen: list[Achterrij]) -> str:
    """What a signal from this proposal begins with: the sentence, and the rows without names."""
    bron = f"Uit de lijst {voorstel.campagne.lijst.titel}. " if voorstel.campagne else ""
    regels = [f"{bron}{voorstel.zin}"]
    if not voorstel.campagne:
        regels += [f"{dag_maand(timezone.localdate(r.op))}: {(r.citaat or r.tekst)[:CITAAT]}" for r in rijen]
    return "\n".join(regels)
