"""What signals, HGW form, trajectories, facility card, decisions and administration say, as texts for fields of an OPP.

Each function gives facts with where they come from. Only for who writes in the OPP: he may read the forms and
trajectories of this pupil whole; of signals he gets the ones he may see.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from leerlingen.models import FaciliteitToekenning, Leerling, Plaatsing
from ondersteuning.hgwbronnen import Feit
from ondersteuning.hgwvelden import BEHOEFTEN, zin
from ondersteuning.models import (
    Beschikking,
    Evaluatie,
    Hgw,
    HgwStatus,
    Signaal,
    Traject,
    TrajectStatus,
    Triagebesluit,
    Vervolg,
)
from ondersteuning.workflow import Besluit
from zorgapp.accounts.querysets import naam_van, op_dag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.schooljaar import Schooljaar

TERUG = timedelta(days=365)
MEEST = 8  # of each kind, the newest
BEELD: dict[str, str] = {
    Domein.LEER: "beeld_leren",
    Domein.PERS: "beeld_sociaal",
    Domein.LOOP: "beeld_werkhouding",
}
BEHOEFTE: dict[str, str] = {
    Domein.LEER: "behoefte_leer",
    Domein.PERS: "behoefte_pers",
    Domein.LOOP: "behoefte_loop",
}
_PERSOONLIJK = frozenset({"behoefte_groepsgenoten", "behoefte_ouders"})
# Field of an HGW form, the field of the OPP its words go to, and what stands before them.
UIT_HGW: tuple[tuple[str, str, str], ...] = (
    ("aanleiding", "beeld_leren", ""),
    ("gaat_goed", "beeld_leren", "Goed gaat: "),
    ("zorg_gedrag", "beeld_leren", ""),
    ("zorg_waar", "beeld_leren", "Waar: "),
    ("zorg_wanneer", "beeld_leren", "Wanneer: "),
    ("zorg_vaak", "beeld_leren", "Hoe vaak: "),
    ("stim_opvoeding", "beeld_thuis", ""),
    ("belem_opvoeding", "beeld_thuis", ""),
    ("vraag_ouders", "visie_ouders", ""),
    ("stim_leerling", "bevorderend", ""),
    ("stim_onderwijs", "bevorderend", ""),
    ("belem_leerling", "belemmerend", ""),
    ("belem_onderwijs", "belemmerend", ""),
    ("al_gedaan", "eerder_gedaan", ""),
    ("al_effect", "eerder_effect", ""),
    ("docent_kennis", "behoefte_docent", "Kennis van "),
    ("docent_vaardigheden", "behoefte_docent", "Vaardigheden om "),
    ("docent_hulp", "behoefte_docent", "Hulp tijdens "),
    ("docent_consultatie", "behoefte_docent", "Een collega die meedenkt over "),
)
_HGW = frozenset({veld for _, veld, _ in UIT_HGW} | {"behoefte_leer", "behoefte_pers", "beeld_werkhouding"})
_SIGNAAL = frozenset({*BEELD.values(), "eerder_gedaan", "eerder_effect"})
_TRAJECT = frozenset(
    {*BEELD.values(), *BEHOEFTE.values(), "eerder_gedaan", "eerder_effect", "visie_ouders"}
    | {"instanties", "begeleiding"}
)


def feiten(werkplek: Werkplek, leerling: Leerling, velden: Collection[str]) -> list[Feit]:
    """What is known for these fields of an OPP, in the order in which it is written down (at most 6 queries)."""
    wil = set(velden)
    uit: list[Feit] = []
    hgw = _geldend(leerling) if wil & (_HGW | _SIGNAAL) else None
    if hgw:
        uit += uit_hgw(hgw)
    if wil & _TRAJECT:
        uit += _trajecten(leerling)
    if wil & _SIGNAAL:
        uit += _signalen(werkplek, leerling, hgw)
    if "schoolloopbaan" in wil:
        uit += _schoolloopbaan(leerling)
    if "faciliteiten" in wil:
        uit += _kaart(werkplek, leerling)
    if "middelen" in wil:
        uit += _beschikkingen(werkplek, leerling)
    return [feit for feit in uit if feit.veld in wil and feit.tekst.strip()]


def _geldend(leerling: Leerling) -> Hgw | None:
    rijen = Hgw.objects.filter(leerling=leerling, status=HgwStatus.VAST)
    return rijen.select_related("gewijzigd_door").first()


def uit_hgw(hgw: Hgw) -> list[Feit]:
    """The words of a finished HGW form, spread over the fields of an OPP."""
    dag = timezone.localdate(hgw.vastgesteld_op) if hgw.vastgesteld_op else hgw.gemaakt_op.date()
    van = ("hgw", hgw.pk, dag, hgw.gewijzigd_door.naam)
    uit = [
        Feit(veld, f"{voor}{tekst}", *van) for naam, veld, voor in UIT_HGW if (tekst := getattr(hgw, naam))
    ]
    if hgw.verklaring_als and hgw.verklaring_dan:
        uit.append(Feit("beeld_werkhouding", f"Als {hgw.verklaring_als}, dan {hgw.verklaring_dan}.", *van))
    for naam in BEHOEFTEN:
        if tekst := getattr(hgw, naam):
            veld = "behoefte_pers" if naam in _PERSOONLIJK else "behoefte_leer"
            uit.append(Feit(veld, zin(naam, tekst), *van))
    return uit


def _signalen(werkplek: Werkplek, leerling: Leerling, hgw: Hgw | None) -> list[Feit]:
    """Signals that came after the HGW form (what came before it is in there), with what was decided and came of it."""
    sinds = timezone.make_aware(datetime.combine(werkplek.dag - TERUG, datetime.min.time()))
    if hgw and hgw.vastgesteld_op:
        sinds = max(sinds, hgw.vastgesteld_op)
    rijen = Signaal.objects.zichtbaar_voor(werkplek).filter(leerling=leerling, ingediend_op__gte=sinds)
    uit = []
    for s in _met_besluit(rijen).select_related("indiener").order_by("-ingediend_op")[:MEEST]:
        van = ("signaal", s.pk, timezone.localdate(s.ingediend_op), s.indiener.naam)
        labels = ", ".join(s.geprobeerd_labels).capitalize()
        gedaan = [f"{labels}." if labels else "", s.geprobeerd_tekst]
        geprobeerd = " ".join(deel for deel in gedaan if deel)
        uit += [
            Feit(BEELD.get(s.domein or s.domein_indiener, "beeld_leren"), s.wat_zie_je, *van),
            Feit("eerder_gedaan", geprobeerd, *van),
            *_uit_json("eerder_gedaan", "besluit", s.besloten),  # type: ignore[attr-defined]
            *_uit_json("eerder_effect", "vervolg", s.opgeleverd),  # type: ignore[attr-defined]
        ]
    return uit


def _met_besluit(signalen: QuerySet[Signaal]) -> QuerySet[Signaal]:
    """Signals with the newest decision that stands and the newest result, each as one value: one statement for all."""
    besluit = Triagebesluit.objects.filter(signaal=OuterRef("pk"), herroepen_door__isnull=True)
    besluit = besluit.exclude(besluit=Besluit.HERSTEL).order_by("-op")
    klaar = Vervolg.objects.filter(signaal=OuterRef("pk"), afgesloten_op__isnull=False).order_by(
        "-afgesloten_op"
    )
    return signalen.annotate(
        besloten=_als_json(besluit, "al_gedaan", "op", "door"),
        opgeleverd=_als_json(klaar, "resultaat", "afgesloten_op", "afgesloten_door"),
    )


def _als_json(rijen: QuerySet, tekst: str, op: str, wie: str) -> Subquery:
    """The first of these rows: its text, its number, its day and who wrote it."""
    waarde = JSONObject(tekst=F(tekst), nummer=F("pk"), op=F(op), wie=naam_van(wie))
    return Subquery(rijen.values(waarde=waarde)[:1])


def _uit_json(veld: str, bron: str, rij: dict[str, Any] | None, voor: str = "") -> list[Feit]:
    if not rij or not rij["tekst"]:
        return []
    op = datetime.fromisoformat(rij["op"])
    dag = timezone.localdate(op) if op.tzinfo else op.date()
    return [Feit(veld, f"{voor}{rij['tekst']}", bron, rij["nummer"], dag, rij["wie"] or "")]


def _trajecten(leerling: Leerling) -> list[Feit]:
    """Running trajectories: the picture, what is needed and who helps; those that ended: what was done and came of it."""
    laatste = Evaluatie.objects.filter(traject=OuterRef("pk")).order_by("-gehouden_op", "-pk")
    rijen = Traject.objects.filter(leerling=leerling).select_related("regievoerder", "partner", "aanbod")
    rijen = rijen.annotate(
        werkte=_als_json(laatste, "wat_werkte", "gehouden_op", "door"),
        ouders=_als_json(laatste, "ouders_zeggen", "gehouden_op", "door"),
    )
    uit: list[Feit] = []
    for t in rijen.order_by("-lijn", "-start", "-pk")[: 2 * MEEST]:
        uit += _lopend(t) if t.status == TrajectStatus.LOOPT else _afgesloten(t)
    return uit


def _lopend(t: Traject) -> list[Feit]:
    van = ("traject", t.pk, t.start, t.regievoerder.naam)
    wie = t.partner.naam if t.partner else t.regievoerder.naam
    ritme = f", {t.aanbod.ritme}" if t.aanbod and t.aanbod.ritme else ""
    tot = f", tot {dag_maand(t.eind)} {t.eind.year}" if t.eind else ""
    sinds = f"sinds {dag_maand(t.start)} {t.start.year}"
    uit = [
        Feit(BEELD[t.domein], t.hulpvraag, *van),
        Feit(BEHOEFTE[t.domein], t.onderwijsbehoeften, *van),
        Feit("eerder_gedaan", t.al_gedaan, *van),
        Feit("eerder_gedaan", f"{t.titel}, {sinds}.", *van),
        Feit("eerder_effect", t.resultaat, *van),
        Feit("begeleiding", f"{t.titel} door {wie}{ritme}{tot}.", *van),
    ]
    uit += _uit_json("eerder_effect", "evaluatie", t.werkte, f"{t.titel}: ")  # type: ignore[attr-defined]
    uit += _uit_json("visie_ouders", "evaluatie", t.ouders)  # type: ignore[attr-defined]
    if t.partner:
        soort = t.partner.get_soort_display()
        uit.append(Feit("instanties", f"{t.partner.naam} ({soort}): {t.titel}, {sinds}.", *van))
    return uit


def _afgesloten(t: Traject) -> list[Feit]:
    dag = timezone.localdate(t.afgesloten_op) if t.afgesloten_op else t.start
    van = ("trajecteind", t.pk, dag, t.regievoerder.naam)
    return [
        Feit("eerder_gedaan", f"{t.titel}: {t.get_afloop_display()}.", *van),
        Feit("eerder_effect", f"{t.titel}: {t.afsluiting}" if t.afsluiting else "", *van),
    ]


def _schoolloopbaan(leerling: Leerling) -> list[Feit]:
    """Since when he is here and one line a class, from the administration; a year done twice is said."""
    uit = []
    if dag := leerling.ingeschreven_op:
        tekst = f"Op deze school sinds {dag_maand(dag)} {dag.year}."
        uit.append(Feit("schoolloopbaan", tekst, "inschrijving", leerling.pk, dag, ""))
    leerjaren: dict[int, int] = {}  # leerjaar: the first school year in which he did it
    rijen = Plaatsing.objects.filter(leerling=leerling).select_related("klas").order_by("van", "pk")
    for p in rijen[:20]:
        k = p.klas
        eerste = leerjaren.setdefault(k.leerjaar, k.schooljaar) if k.leerjaar else k.schooljaar
        leerjaar = f"leerjaar {k.leerjaar}" if k.leerjaar else ""
        nog_eens = "nog een keer" if eerste < k.schooljaar else ""
        wat = ", ".join(deel for deel in (k.naam, leerjaar, nog_eens, k.niveau) if deel)
        uit.append(
            Feit("schoolloopbaan", f"{Schooljaar(k.schooljaar)}: {wat}.", "plaatsing", p.pk, p.van, "")
        )
    return uit


def _kaart(werkplek: Werkplek, leerling: Leerling) -> list[Feit]:
    """What stands on a facility card that holds; never why (rule 41)."""
    rijen = FaciliteitToekenning.objects.op_geldige_kaart(werkplek.dag).filter(kaart__leerling=leerling)
    return [
        Feit(
            "faciliteiten",
            f"{r.tekst.rstrip('.')}, {r.waar_telt}.",
            "kaart",
            r.pk,
            r.sinds,
            r.toegekend_door.naam,
        )
        for r in rijen.select_related("toegekend_door").op_volgorde()[:20]
    ]


def _beschikkingen(werkplek: Werkplek, leerling: Leerling) -> list[Feit]:
    """What the samenwerkingsverband granted and still holds."""
    rijen = Beschikking.objects.filter(op_dag(werkplek.dag), leerling=leerling).select_related("door")
    uit = []
    for b in rijen.order_by("van", "pk")[:MEEST]:
        nummer = f" {b.volgnummer}" if b.volgnummer else ""
        tot = f" tot {dag_maand(b.tot)} {b.tot.year}" if b.tot else ""
        tekst = f"{b.get_soort_display().capitalize()}{nummer}{tot}. {b.toelichting}".strip()
        uit.append(Feit("middelen", tekst, "beschikking", b.pk, b.van, b.door.naam))
    return uit
