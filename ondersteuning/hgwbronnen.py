"""What is known already, for the first words of an HGW form: no fact is typed twice, and each says where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from leerlingen.models import Leerling, Mentorschap
from ondersteuning.hgwvelden import BEHOEFTEN, VELDEN
from ondersteuning.models import Doel, Hgw, Signaal, Traject, TrajectStatus, Triagebesluit, Vervolg
from ondersteuning.models.hgw import ZIN_MAX
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.workflow import Besluit
from zorgapp.accounts.querysets import naam_van, op_dag
from zorgapp.accounts.werkplek import Werkplek

TERUG = timedelta(days=365)
MEEST = 8  # of each kind, the newest
BRONNEN = {
    "signaal": "signaal",
    "besluit": "besluit",
    "vervolg": "resultaat van een vervolg",
    "traject": "traject",
    "doel": "doel van een traject",
}


@dataclass(frozen=True)
class Feit:
    """One text for one field, and where it comes from: `bron` with its number, the day and who wrote it."""

    veld: str
    tekst: str
    bron: str
    nummer: int
    dag: date
    wie: str

    @property
    def herkomst(self) -> list[Any]:
        """As it is kept in `Hgw.herkomst`."""
        return [self.bron, self.nummer, self.dag.isoformat(), self.wie]


@dataclass(frozen=True)
class Herkomst:
    """Where the first words of a field came from, to show."""

    bron: str
    dag: date
    wie: str


def herkomst_van(hgw: Hgw) -> dict[str, list[Herkomst]]:
    """Per field where its first words came from."""
    return {
        veld: [Herkomst(BRONNEN.get(bron, bron), date.fromisoformat(dag), wie) for bron, _, dag, wie in rijen]
        for veld, rijen in hgw.herkomst.items()
    }


def vul(feiten: Iterable[Feit]) -> tuple[dict[str, str], dict[str, list[list[Any]]]]:
    """Join the texts per field, in their order, and return them with their origin.

    The same words twice are one; what no longer fits is left out together with its origin, never cut in two.
    """
    teksten: dict[str, list[str]] = {}
    herkomst: dict[str, list[list[Any]]] = {}
    for feit in feiten:
        al = teksten.setdefault(feit.veld, [])
        grens = ZIN_MAX if VELDEN[feit.veld].zin else TEKST_MAX
        if feit.tekst and feit.tekst not in al and len("\n".join([*al, feit.tekst])) <= grens:
            al.append(feit.tekst)
            herkomst.setdefault(feit.veld, []).append(feit.herkomst)
    return {veld: "\n".join(regels) for veld, regels in teksten.items() if regels}, herkomst


def feiten_over(werkplek: Werkplek, leerling: Leerling) -> list[Feit]:
    """What signals, decisions and trajectories say about a pupil, as far as this person may see the signals.

    Only for who may write a form about him: he may read his trajectories whole.
    """
    return [*_signalen(werkplek, leerling), *_trajecten(leerling)]


def _signalen(werkplek: Werkplek, leerling: Leerling) -> list[Feit]:
    sinds = timezone.make_aware(datetime.combine(werkplek.dag - TERUG, datetime.min.time()))
    zichtbaar = Signaal.objects.zichtbaar_voor(werkplek).filter(leerling=leerling, ingediend_op__gte=sinds)
    signalen = list(zichtbaar.select_related("indiener").order_by("-ingediend_op")[:MEEST])
    mentoren = set(
        Mentorschap.objects.filter(
            op_dag(werkplek.dag), klas__plaatsingen__leerling=leerling, klas__plaatsingen__tot__isnull=True
        ).values_list("user_id", flat=True)
    )
    feiten = []
    for s in signalen:
        van = ("signaal", s.pk, timezone.localdate(s.ingediend_op), s.indiener.naam)
        vraag = "vraag_mentor" if s.indiener_id in mentoren else "vraag_docent"
        geprobeerd = ". ".join(deel for deel in (", ".join(s.geprobeerd_labels), s.geprobeerd_tekst) if deel)
        feiten += [
            Feit("zorg_gedrag", s.wat_zie_je, *van),
            Feit(vraag, s.nodig, *van),
            Feit("al_gedaan", geprobeerd, *van),
        ]
    return [*feiten, *_besluiten([s.pk for s in signalen])]


def _besluiten(signalen: list[int]) -> list[Feit]:
    """What decisions say was done, the advice that was given, and what follow-ups yielded."""
    staand = Triagebesluit.objects.filter(signaal_id__in=signalen, herroepen_door__isnull=True)
    staand = staand.exclude(besluit=Besluit.HERSTEL).select_related("door").order_by("-op")[:MEEST]
    feiten = []
    for b in staand:
        van = ("besluit", b.pk, timezone.localdate(b.op), b.door.naam)
        advies = f"Advies: {b.advies}" if b.advies else ""
        feiten += [Feit("al_gedaan", b.al_gedaan, *van), Feit("al_gedaan", advies, *van)]
    klaar = Vervolg.objects.filter(signaal_id__in=signalen, afgesloten_op__isnull=False).exclude(resultaat="")
    for v in klaar.select_related("afgesloten_door").order_by("-afgesloten_op")[:MEEST]:
        assert v.afgesloten_op is not None
        wie = v.afgesloten_door.naam if v.afgesloten_door else ""
        feiten.append(
            Feit("al_effect", v.resultaat, "vervolg", v.pk, timezone.localdate(v.afgesloten_op), wie)
        )
    return feiten


def _trajecten(leerling: Leerling) -> list[Feit]:
    lopend = Traject.objects.filter(leerling=leerling, status=TrajectStatus.LOOPT)
    trajecten = list(lopend.select_related("regievoerder").order_by("-start", "-pk")[:MEEST])
    feiten = []
    for t in trajecten:
        van = ("traject", t.pk, t.start, t.regievoerder.naam)
        feiten += [
            Feit("aanleiding", t.hulpvraag, *van),
            Feit("al_gedaan", f"{t.titel} loopt sinds {t.start:%d-%m-%Y}.", *van),
            Feit("al_gedaan", t.al_gedaan, *van),
            Feit("al_effect", t.resultaat, *van),
        ]
        feiten += [Feit(veld, tekst, *van) for veld, tekst in uit_regels(t.onderwijsbehoeften)]
    doelen = Doel.objects.filter(traject__in=trajecten, vervallen_op__isnull=True)
    doelen = doelen.annotate(wie=naam_van("traject__regievoerder")).select_related("traject")
    feiten += [
        Feit("doelen", d.tekst, "doel", d.pk, d.traject.start, d.wie)  # type: ignore[attr-defined]
        for d in doelen.order_by("volgorde", "pk")[: 2 * MEEST]
    ]
    return feiten


def uit_regels(tekst: str) -> list[tuple[str, str]]:
    """Sort lines of needs under the sentence they begin with ("Feedback die …"); what fits none is left out.

    The other way round from `zin`, so that needs survive the way to a trajectory and back.
    """
    gevonden = []
    for regel in tekst.splitlines():
        kaal = regel.strip(" -•\t.")
        for naam in BEHOEFTEN:
            begin = VELDEN[naam].label.removesuffix("…").strip()
            if kaal.lower().startswith(begin.lower() + " "):
                gevonden.append((naam, kaal[len(begin) :].strip()))
    return gevonden
