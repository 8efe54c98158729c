"""The ontwikkelingsperspectieven of the story: that of Kees Jan in the making, and those of others in every state."""

from datetime import date, time, timedelta

from leerlingen.models import Leerling
from ondersteuning.models import Opp, OppConclusie, OppDoel
from ondersteuning.services.opp_besluit import Plaatsinggegevens, besluit_toevoegen
from ondersteuning.services.opp_doelen import Oppdoelgegevens, Plek, oppdoel_weghalen, oppdoel_wijzigen
from ondersteuning.services.opp_horen import Aanbod, hoorrecht_aanbieden
from ondersteuning.services.opp_instemming import herinnering_noteren
from ondersteuning.services.opp_leiding import opp_aan_leiding
from ondersteuning.services.opp_zinnen import zin_toevoegen
from zorgapp.demo.oppteksten import (
    ENERGIE,
    KEES_JAN,
    KEES_JAN_DOELEN,
    KEES_JAN_PUNTEN,
    KEES_JAN_ZEGT,
    RUST,
    TAAL,
    ZINNEN,
)
from zorgapp.demo.oppverteller import HULP, NEE, Oppverteller
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.kern.schooljaar import Schooljaar

# Days before this school year began on which those of last year were begun and set, by pupil.
VORIG_JAAR = (("noor", ENERGIE, 250), ("sem", RUST, 140), ("keesha", TAAL, 230), ("kees", ENERGIE, 260))
GEEVALUEERD = ("noor", "keesha")
KLAAR = 10  # schooldays ago the support of Kees ended, and his OPP with it


def zet_opps_vorig_jaar(demo: Demoschool, leerlingen: dict[str, Leerling]) -> None:
    """Those that were set last school year; told before the signals of this year, which they do not know.

    Two were looked back on before the summer, that of Sem was not.
    """
    v = Oppverteller(demo)
    for sleutel, verhaal, dagen in VORIG_JAAR:
        leerling, dag = leerlingen[sleutel], v.vorig(dagen)
        v.beschikt(leerling, "arrangement", dag, tot=v.dag(KLAAR) if sleutel == "kees" else None)
        opp = v.rond(leerling, verhaal, dag, v.vorig(dagen - 30))
        if sleutel in GEEVALUEERD:
            straks = demo.jaar.begin + timedelta(days=100)
            v.evalueer(opp, v.vorig(45), OppConclusie.VOORTZETTEN, straks)


def zet_opps(demo: Demoschool, leerlingen: dict[str, Leerling]) -> Opp:
    """Everything else, told after the trajectories; returns that of Kees Jan. Needs the school's context."""
    v = Oppverteller(demo)
    for veld, tekst in ZINNEN:
        zin_toevoegen(door=v.door(demo.op), veld=veld, tekst=tekst, op=moment(demo.op, time(8, 30)))
    _dit_jaar(v, leerlingen)
    _verder_met_vorig_jaar(v, leerlingen)
    _nog_zonder(v, leerlingen)
    return _kees_jan(v, leerlingen["kees_jan"])


def _kees_jan(v: Oppverteller, leerling: Leerling) -> Opp:
    """Begun three weeks ago; he was heard, the talk with his parents is in two days, nobody was asked to agree yet."""
    begin, gehoord = v.dag(15), v.dag(8)
    v.beschikt(leerling, "arrangement", begin, "Begeleiding bij lezen en bij de overdracht naar de docenten")
    opp = v.begin(leerling, begin, opsteller="ilse")
    v.schrijf(opp, KEES_JAN, v.dag(14), "ilse")
    _doelen(v, opp, v.dag(13))
    v.hoor(opp, KEES_JAN_ZEGT, KEES_JAN_PUNTEN, gehoord, wie="joris", legt_uit=False)
    v.nodig_uit(opp, v.dag(4), v.dag(-2), time(15, 30), "ilse", "joris")
    return opp


def _doelen(v: Oppverteller, opp: Opp, dag: date) -> None:
    """The goals of his trajectories in the words of his OPP; what is reached already goes out."""
    plek = Plek(opp.pk, v.concept(opp).nummer)
    door, op = v.door(dag, "ilse"), moment(dag, time(14, 0))
    staat = {doel.doel: doel for doel in OppDoel.objects.filter(oppversie=v.concept(opp))}
    for bron, domein, doel, aanpak, wie, waar, straks in KEES_JAN_DOELEN:
        gegevens = Oppdoelgegevens(domein, doel, aanpak, wie, waar, v.dag(-straks), van=opp.gemaakt_op.date())
        if was := staat.pop(bron, None):
            oppdoel_wijzigen(door=door, plek=plek, stam=was.stam, versie=was.versie, gegevens=gegevens, op=op)
        else:
            v.doel(opp, gegevens, dag, "ilse")
    for weg in staat.values():
        oppdoel_weghalen(door=door, plek=plek, stam=weg.stam, versie=weg.versie, op=op)


def _dit_jaar(v: Oppverteller, leerlingen: dict[str, Leerling]) -> None:
    """Begun this year: one in order, one without agreement, one that waits for a parent, one before the rector."""
    for sleutel, terug in (("jada", 40), ("dani", 36), ("mees", 24), ("lotte", 25)):
        v.beschikt(leerlingen[sleutel], "arrangement", v.dag(terug))
    v.rond(leerlingen["jada"], TAAL, v.dag(38), v.dag(26))

    dani = v.maak(leerlingen["dani"], RUST, v.dag(34), v.dag(20))
    eens, oneens = v.leg_voor(dani, v.dag(19))
    v.antwoord(eens, v.dag(18))
    v.antwoord(oneens, v.dag(16), NEE, "Ik wil dat hij alle lessen gewoon volgt, zonder aparte plek.")
    v.stel_vast(dani, v.dag(12))
    v.rod(dani, v.dag(11))

    mees = v.maak(leerlingen["mees"], RUST, v.dag(23), v.dag(15))
    eerste, tweede = v.leg_voor(mees, v.dag(14))
    v.antwoord(eerste, v.dag(13))
    if (herinnerd := v.dag(3)) > tweede.gevraagd_op:  # in the first week of a school year all days are one
        herinnering_noteren(door=v.door(herinnerd), verzoek_id=tweede.pk, dag=herinnerd)

    lotte = v.maak(leerlingen["lotte"], ENERGIE, v.dag(22), v.dag(9))
    for verzoek in v.leg_voor(lotte, v.dag(8)):
        v.antwoord(verzoek, v.dag(6))
    nu, dag = v.concept(lotte), v.dag(2)
    opp_aan_leiding(
        door=v.door(dag),
        pk=lotte.pk,
        nummer=nu.nummer,
        versie=nu.versie,
        aan=v.demo.mensen["marijke"],
        reden="De begeleiding kost meer uren dan het arrangement geeft. Stel je dit vast?",
        tot=v.dag(-6),
        op=moment(dag, time(16, 0)),
    )


def _verder_met_vorig_jaar(v: Oppverteller, leerlingen: dict[str, Leerling]) -> None:
    """Noor was looked back on this year, of Keesha it changes, that of Kees ended and its end is not in the ROD yet."""
    opps = {s: Opp.objects.get(leerling=leerlingen[s]) for s in ("noor", "keesha", "kees")}
    straks = Schooljaar(v.demo.jaar.beginjaar + 1).begin + timedelta(days=75)
    v.evalueer(opps["noor"], v.dag(20), OppConclusie.VOORTZETTEN, straks)
    v.evalueer(opps["keesha"], v.dag(12), OppConclusie.BIJSTELLEN, straks)
    extra = {"begeleiding": f"{TAAL.begeleiding} Voor toetsen oefent ze met Ruben Maas."}
    v.schrijf(opps["keesha"], extra, v.dag(9))
    aanbod = Aanbod(v.dag(5), hulp=HULP)  # asked anew; she did not say anything yet
    hoorrecht_aanbieden(door=v.door(v.dag(5)), pk=opps["keesha"].pk, versie=0, aanbod=aanbod)
    v.sluit(opps["kees"], v.dag(KLAAR), "De begeleiding is klaar. Hij redt het met de afspraken in de klas.")


def _nog_zonder(v: Oppverteller, leerlingen: dict[str, Leerling]) -> None:
    """Extra support without an OPP: soon, too late, and a temporary placement for which the weeks do not run yet."""
    op = v.demo.op
    v.beschikt(leerlingen["yara"], "arrangement", op - timedelta(days=34))
    v.beschikt(leerlingen["amal"], "arrangement", op - timedelta(days=50))
    v.beschikt(leerlingen["finn"], "arrangement", v.dag(30))
    tijdelijk = Plaatsinggegevens(van=v.demo.jaar.begin)
    besluit_toevoegen(door=v.door(op), leerling_id=leerlingen["finn"].pk, gegevens=tijdelijk)
