"""The plan of the pupil himself: one A4 in plain words, "je", that begins with what he said."""

from dataclasses import dataclass
from datetime import date

from ondersteuning.access_opp_pdf import Oppinhoud, get_oppversie, inhoud_van
from ondersteuning.documents import opp
from ondersteuning.documents.opp_delen import dagtekst, kort, merk, punten
from ondersteuning.documents.opp_stem import invloed, woorden
from ondersteuning.models import OppDoel
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand_kort
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "mijn-plan"
# What one page has room for, in characters and rows.
_STEM, _UITLEG, _ZIN, _WAAROM, _PUNT, _FACILITEITEN = 220, 140, 60, 92, 44, 150
_PUNTEN, _INVLOED = 3, 2
_DOELEN, _DOELEN_LANG, _LANG = 4, 3, 340


@dataclass(frozen=True, kw_only=True)
class Leerlingplan(Document):
    """What a pupil takes home; meer: not everything fitted. doelen: (goal, what we do, with whom, when)."""

    naam: str
    merk: str
    concept: bool
    stem: str
    invloed: tuple[tuple[str, str, str], ...]
    gehoord: bool
    bestemming: str
    uitleg: str
    helpt: tuple[str, ...]
    lastig: tuple[str, ...]
    doelen: tuple[tuple[str, str, str, str], ...]
    faciliteiten: str
    mentoren: tuple[str, ...]
    terugkijken: str
    meer: bool


def maak(werkplek: Werkplek, object_id: int) -> Leerlingplan:
    """The plan of one version, with the rights of this moment."""
    return plan_van(werkplek, inhoud_van(werkplek, get_oppversie(werkplek, object_id)))


def plan_van(werkplek: Werkplek, inhoud: Oppinhoud) -> Leerlingplan:
    """The page of an opened version; what does not fit is cut, and the page then says that there is more."""
    versie = inhoud.versie
    gezegd = " ".join(w.tekst for w in woorden(inhoud) if w.tekst)
    gevolg = invloed(inhoud)
    doelen = _hoeveel_doelen(inhoud.doelen)
    return Leerlingplan(
        titel="Jouw plan",
        school=werkplek.school.naam,
        wat=f"{merk(versie)}  ·  Plan van {inhoud.leerling.naam}",
        door=werkplek.user.naam,
        op=werkplek.dag,
        naam=inhoud.leerling.naam,
        merk=merk(versie),
        concept=versie.vastgesteld_op is None,
        stem=kort(gezegd, _STEM),
        invloed=tuple((kort(p, _PUNT), g, kort(u, _WAAROM)) for p, g, u in gevolg[:_INVLOED]),
        gehoord=bool(inhoud.gehoord and (gezegd or inhoud.gehoord.ziet_af_op)),
        bestemming=str(versie.get_bestemming_display()) if versie.bestemming else "",  # type: ignore[attr-defined]
        uitleg=kort(versie.bestemming_uitleg, _UITLEG),
        helpt=_kort(versie.bevorderend),
        lastig=_kort(versie.belemmerend),
        doelen=tuple(_doel(doel) for doel in inhoud.doelen[:doelen]),
        faciliteiten=kort(versie.faciliteiten, _FACILITEITEN),
        mentoren=tuple(inhoud.mentoren),
        terugkijken=_terugkijken(inhoud.opp.evaluatie_op, werkplek.dag),
        meer=len(gezegd) > _STEM or len(gevolg) > _INVLOED or len(inhoud.doelen) > doelen,
    )


def _kort(tekst: str) -> tuple[str, ...]:
    return tuple(kort(punt, _PUNT) for punt in punten(tekst)[:_PUNTEN])


def _hoeveel_doelen(doelen: list[OppDoel]) -> int:
    """Four goals fit when they are said in few words, three otherwise."""
    tekens = sum(min(len(d.doel), _ZIN) + min(len(d.aanpak), _ZIN) for d in doelen[:_DOELEN])
    return _DOELEN if tekens <= _LANG else _DOELEN_LANG


def _doel(doel: OppDoel) -> tuple[str, str, str, str]:
    return kort(doel.doel, _ZIN), kort(doel.aanpak, _ZIN), kort(doel.wie, 26), dag_maand_kort(doel.tot)


def _terugkijken(op: date | None, vandaag: date) -> str:
    return dagtekst(op) if op and op >= vandaag else ""


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.OPP,
    deur=opp.deur,
    maak=maak,
    template="ondersteuning/opp/papier_leerling.html",
    terug=opp.terug_van("leerling"),
)
