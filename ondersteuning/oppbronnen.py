"""What is known already, for the first words of an OPP: no fact is typed twice, and each says where it comes from.

What became known later is offered beside the text (`oppnieuws`); nothing is written over.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import F

from leerlingen.models import Leerling
from ondersteuning.hgwbronnen import Feit, Herkomst
from ondersteuning.models import Doel, OppDoel, OppVersie, OppWaar, TrajectStatus
from ondersteuning.models.opp import OPP_TEKST_MAX, ZIN_MAX
from ondersteuning.opp.velden import VELDEN
from ondersteuning.oppbron_feiten import feiten
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Lijn

DOELEN_MEEST = 10
BRONNEN = {
    "hgw": "het HGW-formulier",
    "signaal": "het signaal",
    "besluit": "het besluit",
    "vervolg": "het vervolg",
    "traject": "het traject",
    "trajecteind": "de afronding van een traject",
    "evaluatie": "de evaluatie",
    "kaart": "de faciliteitenkaart",
    "beschikking": "de beschikking",
    "plaatsing": "de administratie",
    "inschrijving": "de administratie",
}


def vulling(werkplek: Werkplek, leerling: Leerling, versie: OppVersie) -> None:
    """Fill a first version with what signals, HGW form, trajectories, facility card and administration say.

    Goals of running trajectories become its goals. Raises nothing: what is not known stays empty.
    """
    teksten, herkomst = voeg_toe({}, {}, feiten(werkplek, leerling, VELDEN))
    for naam, tekst in teksten.items():
        setattr(versie, naam, tekst)
    OppVersie.objects.filter(pk=versie.pk).update(**teksten, herkomst=herkomst, versie=F("versie") + 1)
    versie.herkomst = herkomst
    versie.versie += 1
    OppDoel.objects.bulk_create(
        doel_uit(bron, versie, plek) for plek, bron in enumerate(trajectdoelen(leerling.pk))
    )


def voeg_toe(
    nu: Mapping[str, str], herkomst: Mapping[str, list[list[Any]]], erbij: Iterable[Feit]
) -> tuple[dict[str, str], dict[str, list[list[Any]]]]:
    """Add facts to the texts that stand there, a line each, with their origin; returns the fields that have words.

    Words that stand there already are not said twice, but their origin is noted; what no longer fits is left out
    together with its origin, never cut in two.
    """
    teksten = dict(nu)
    bronnen = {veld: list(rijen) for veld, rijen in herkomst.items()}
    for feit in erbij:
        al, tekst = teksten.get(feit.veld, ""), feit.tekst.strip()
        samen = al if tekst in al else "\n".join(deel for deel in (al, tekst) if deel)
        if not tekst or len(samen) > OPP_TEKST_MAX:
            continue
        teksten[feit.veld] = samen
        rijen = bronnen.setdefault(feit.veld, [])
        if feit.herkomst not in rijen:
            rijen.append(feit.herkomst)
    return {veld: tekst for veld, tekst in teksten.items() if tekst}, bronnen


def herkomst_van(versie: OppVersie) -> dict[str, list[Herkomst]]:
    """Per field where its first words came from, to show: the source, the day and who wrote it."""
    return {veld: lees_herkomst(rijen) for veld, rijen in versie.herkomst.items()}


def lees_herkomst(rijen: Iterable[list[Any]]) -> list[Herkomst]:
    """Every source once; of what nobody signed (the administration) the newest day."""
    per: dict[tuple[str, str, str], Herkomst] = {}
    for bron, _, dag, wie in rijen:
        woord = BRONNEN.get(bron, bron)
        regel = Herkomst(woord, date.fromisoformat(dag), wie)
        sleutel = (woord, wie, dag if wie else "")
        if sleutel not in per or per[sleutel].dag < regel.dag:
            per[sleutel] = regel
    return list(per.values())


def trajectdoelen(leerling_id: int) -> list[Doel]:
    """Goals that count of the running trajectories of a pupil, with their trajectory (one query)."""
    rijen = Doel.objects.geldend().filter(traject__leerling=leerling_id, traject__status=TrajectStatus.LOOPT)
    rijen = rijen.select_related("traject__regievoerder", "traject__partner", "traject__aanbod")
    return list(rijen.order_by("-traject__lijn", "traject", "volgorde", "pk")[:DOELEN_MEEST])


def doel_uit(bron: Doel, versie: OppVersie, plek: int) -> OppDoel:
    """A goal of an OPP, made from that of a trajectory; not saved yet. `plek` is its place in the order."""
    t = bron.traject
    wat = t.aanbod.omschrijving if t.aanbod and t.aanbod.omschrijving else t.titel
    return OppDoel(
        school_id=versie.school_id,
        oppversie=versie,
        volgorde=plek,
        domein=t.domein,
        doel=bron.tekst[:ZIN_MAX],
        beginsituatie=bron.beginsituatie[:ZIN_MAX],
        aanpak=wat,
        wie=(t.partner.naam if t.partner else t.regievoerder.naam)[:160],
        waar=OppWaar.IN_KLAS if t.lijn == Lijn.EERSTE else OppWaar.BUITEN_KLAS,
        frequentie=t.aanbod.ritme if t.aanbod else "",
        van=min(t.start, bron.klaar_op),
        tot=bron.klaar_op,
        criterium=bron.merkbaar[:ZIN_MAX],
        bron=bron,
    )
