"""The evaluation of an OPP on paper: the pupil's words first, per goal what came of it, and how it goes on (rule 17)."""

from dataclasses import dataclass

from ondersteuning.access_opp_huishouden import leest_apart
from ondersteuning.access_opp_pdf import doelen_van, get_evaluatie, klas_van
from ondersteuning.documents.opp import ALLEEN_SCHOOL, terug_van
from ondersteuning.documents.opp_delen import dagtekst
from ondersteuning.models import OppConclusie, OppDoelevaluatie, OppEvaluatie
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Domein
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "opp-evaluatie"
_VERDER = {
    OppConclusie.VOORTZETTEN: "We gaan zo door.",
    OppConclusie.BIJSTELLEN: "We stellen het plan bij.",
    OppConclusie.AFSLUITEN: "We sluiten het plan af.",
}


@dataclass(frozen=True, kw_only=True)
class Evaluatieblad(Document):
    """One evaluation; doelen: (css of the domain, domain, goal, result, remark)."""

    naam: str
    roepnaam: str
    feiten: tuple[tuple[str, str], ...]
    leerling_zegt: str
    ouders_zeggen: str
    doelen: tuple[tuple[str, str, str, str, str], ...]
    samenvatting: str
    verder: str
    volgende_op: str


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Open and log one evaluation (see `access_opp_pdf`)."""
    get_evaluatie(werkplek, object_id, handeling)


def maak(werkplek: Werkplek, object_id: int) -> Evaluatieblad:
    """The page of one evaluation, with the rights of this moment."""
    rij = get_evaluatie(werkplek, object_id)
    leerling = rij.opp.leerling
    _, klas = klas_van(leerling.pk)
    apart = leest_apart(leerling, rij.oppversie.vraagversie_id, werkplek.dag)
    return Evaluatieblad(
        titel="Evaluatie van het ontwikkelingsperspectief",
        school=werkplek.school.naam,
        wat=f"OPP-evaluatie {leerling.naam}{f', {klas}' if klas else ''}" + (ALLEEN_SCHOOL if apart else ""),
        door=werkplek.user.naam,
        op=werkplek.dag,
        naam=leerling.naam,
        roepnaam=leerling.roepnaam,
        feiten=_feiten(rij, klas),
        leerling_zegt=rij.leerling_zegt,
        ouders_zeggen=rij.ouders_zeggen,
        doelen=tuple(_doel(doel) for doel in doelen_van(rij)),
        samenvatting=rij.samenvatting,
        verder=_VERDER[OppConclusie(rij.conclusie)],
        volgende_op=dagtekst(rij.volgende_op),
    )


def _feiten(rij: OppEvaluatie, klas: str) -> tuple[tuple[str, str], ...]:
    feiten = (
        ("Klas", klas),
        ("Teruggekeken op", dagtekst(rij.gehouden_op)),
        ("Over", f"versie {rij.oppversie.nummer}"),
        ("Leerling", str(rij.get_leerling_erbij_display()).capitalize()),  # type: ignore[attr-defined]
        ("Ouders", str(rij.get_ouders_display()).capitalize()),  # type: ignore[attr-defined]
        ("Ook erbij", rij.anderen),
        ("Vastgelegd door", rij.door.naam),
    )
    return tuple((label, waarde) for label, waarde in feiten if waarde)


def _doel(rij: OppDoelevaluatie) -> tuple[str, str, str, str, str]:
    domein = Domein(rij.doel.domein)
    uitkomst = str(rij.get_uitkomst_display()).capitalize()  # type: ignore[attr-defined]
    return domein.css, str(domein.label), rij.doel.doel, uitkomst, rij.toelichting


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.OPP,
    deur=deur,
    maak=maak,
    template="ondersteuning/opp/papier_evaluatie.html",
    terug=terug_van("evaluatie"),
)
