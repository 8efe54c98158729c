"""HGW forms in the demo: that of Kees Jan with its first version, and a draft of a colleague about Mees."""

from datetime import time
from typing import Any

from leerlingen.models import Leerling
from ondersteuning.access_hgw import inhoud_van
from ondersteuning.models import Hgw
from ondersteuning.services.hgw import hgw_afronden, hgw_beginnen, hgw_bewaren
from zorgapp.demo.kalender import perioden, schooldag_terug
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.kern.schooljaar import na_schooldagen

EERSTE: dict[str, str] = {
    "aanleiding": "Zijn cijfers voor de talen dalen sinds de herfst, en hij vraagt zijn faciliteiten niet meer.",
    "vraag_leerling": "Dat elke docent het hetzelfde doet, zonder dat ik erom hoef te vragen.",
    "vraag_ouders": "Hoe zorgt school dat de afspraken bij elk vak gelden?",
    "gaat_goed": "Wiskunde en gym. Vertelt goed, en helpt klasgenoten met de laptop.",
    "zorg_gedrag": "Levert bij toetsen een half blad in en zegt dat hij klaar is.",
    "zorg_waar": "Bij Duits, Frans en Engels.",
    "zorg_wanneer": "Bij toetsen waarvoor veel gelezen moet worden.",
    "zorg_vaak": "Bijna elke toets.",
    "stim_leerling": "Onthoudt wat hij hoort, en werkt hard als hij weet wat er komt.",
    "stim_onderwijs": "Vaste plek vooraan, en een mentor bij wie hij langsloopt.",
    "stim_opvoeding": "Zijn ouders overhoren hem en lezen mee.",
    "belem_leerling": "Durft niet te vragen om wat op zijn kaart staat.",
    "belem_onderwijs": "De afspraken verschillen per vak.",
    "al_gedaan": "Remedial teaching bij het Taleninstituut. Faciliteitenkaart sinds dit schooljaar.",
    "al_effect": "Leest sneller, maar in de les is daar nog weinig van te zien.",
    "verklaring_als": "hij vooraf weet wat hij moet lezen en zijn tijd vanzelf krijgt",
    "verklaring_dan": "laat hij bij de talen zien wat hij kan",
    "behoefte_instructie": "mondeling begint en daarna pas het boek opent",
    "behoefte_opdrachten": "hij een week vooraf kan bekijken",
    "behoefte_feedback": "over de inhoud gaat en niet over de spelling",
    "behoefte_docent": "uit zichzelf de extra tijd geeft",
    "behoefte_ouders": "elke zondag de week met hem doornemen",
    "docent_kennis": "wat er op zijn kaart staat en waarom dat werkt",
    "docent_consultatie": "toetsen die minder leeswerk vragen",
    "doelen": "Gebruikt bij elke toets zijn extra tijd.\nHaalt voor Duits en Frans weer een voldoende.",
    "aanpak": "De docenten Duits, Frans en Engels geven de woordenlijst vooraf. Joris vraagt elke twee weken hoe het gaat.",
}
TWEEDE = {
    "gaat_goed": "Wiskunde en gym. Bij Engels gebruikt hij zijn extra tijd nu vanzelf.",
    "al_effect": "Leest sneller. Bij Engels lukt het; bij Duits en Frans nog niet elke keer.",
    "behoefte_groepsgenoten": "samen hardop lezen, in tweetallen",
}


def zet_hgw(demo: Demoschool, leerlingen: dict[str, Leerling]) -> Hgw:
    """Two versions about Kees Jan by his mentor, the second one holds; a draft about Mees. Returns the second.

    Needs the school's context; days that lie in the past are played on those days.
    """
    kees_jan = leerlingen["kees_jan"]
    _versie(demo, kees_jan, "joris", 38, EERSTE, kijk_terug=20)
    nu = _versie(demo, kees_jan, "joris", 12, TWEEDE, kijk_terug=-20)
    dag = schooldag_terug(demo.op, 3)
    mentor = demo.werkplek("esra", dag)
    concept = hgw_beginnen(door=mentor, leerling_id=leerlingen["mees"].pk, op=moment(dag, time(15, 40)))
    goed = {"gaat_goed": "Tekenen en techniek. Werkt door als hij iets mag maken."}
    hgw_bewaren(
        door=mentor,
        pk=concept.pk,
        versie=concept.versie,
        basis=concept.versie,
        inhoud=inhoud_van(concept) | goed,
        op=moment(dag, time(15, 55)),
    )
    return nu


def _versie(
    demo: Demoschool, leerling: Leerling, wie: str, terug: int, velden: dict[str, str], kijk_terug: int
) -> Hgw:
    """Begin a version and finish it on one day; `kijk_terug` counts like `terug`, so a negative one lies ahead."""
    dag = schooldag_terug(demo.op, terug)
    door = demo.werkplek(wie, dag)
    straks = (
        na_schooldagen(demo.op, -kijk_terug, perioden(demo.op))
        if kijk_terug < 0
        else max(dag, schooldag_terug(demo.op, kijk_terug))
    )
    hgw = hgw_beginnen(door=door, leerling_id=leerling.pk, op=moment(dag, time(15, 30)))
    inhoud: dict[str, Any] = {**inhoud_van(hgw), **velden, "evaluatie_op": straks}
    wat: dict[str, Any] = {"versie": hgw.versie, "basis": hgw.versie, "inhoud": inhoud}
    return hgw_afronden(door=door, pk=hgw.pk, op=moment(dag, time(16, 10)), **wat)
