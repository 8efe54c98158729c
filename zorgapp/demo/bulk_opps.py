"""Ontwikkelingsperspectieven of a large demo school: about one pupil in twenty-five, in the states of the story."""

from dataclasses import asdict
from datetime import timedelta

from leerlingen.models import Contactpersoon
from leerlingen.models.leerling import Gezag
from ondersteuning.models import Beschikking, Opp, OppDoel, OppVersie
from ondersteuning.opp.akkoord import geschil_uiterlijk
from ondersteuning.oppfeiten import hash_handelingsdeel
from zorgapp.demo.bulk_kring import Kring, Paar
from zorgapp.demo.bulk_opps_meer import vervolg
from zorgapp.demo.bulk_opps_samen import Dossier, Staat, evalueer, hoor, praat, vraag
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.oppteksten import ENERGIE, RUST, TAAL, WERK, Verhaal
from zorgapp.demo.oppverteller import TERMIJN

AANDEEL = 0.04
GESCHIL_DAGEN = 42
VERHALEN = (RUST, TAAL, ENERGIE)


STATEN = (
    Staat("in orde", 28),
    Staat("geëvalueerd", 24, vorig=True, geevalueerd=True),
    Staat("te laat met terugkijken", 8, vorig=True),
    Staat("geen overeenstemming", 4, nee=True),
    Staat("weigert, nog niet vastgesteld", 2, gezet=False, nee=True),
    Staat("wacht op ouders", 6, gezet=False),
    Staat("zwijgt na twee herinneringen", 3, gezet=False, zwijgt=True),
    Staat("veranderd en opnieuw gevraagd", 2, gezet=False, volgende="versie"),
    Staat("bijstelling, opnieuw gevraagd", 4, vorig=True, geevalueerd=True, volgende="ronde"),
    Staat("ligt bij de schoolleider", 2, gezet=False, bij_leiding=True),
    Staat("in de maak", 9, gezet=False, gevraagd=False),
    Staat("blijft liggen", 3, gezet=False, gevraagd=False, blijft_liggen=True),
    Staat("afgesloten", 5, vorig=True, dicht=True),
)
"""Each occurs at least once in a school that is large enough; the others by their weight."""


def vul_opps(kring: Kring) -> int:
    """Make them, with decisions for some who have none yet; returns how many. Needs the school's context.

    Not in the classes of a mentor with a name, so that his work stays as large as it is told.
    """
    al = set(Opp.objects.filter(school=kring.school).values_list("leerling_id", flat=True))
    al |= set(Beschikking.objects.filter(school=kring.school).values_list("leerling_id", flat=True))
    namen = {user.pk for user in kring.demo.mensen.values()}
    van_naam = {klas for klas, mentor in kring.mentoren.items() if mentor.pk in namen}
    paren = [p for p in kring.deel(AANDEEL) if p[0].pk not in al and p[1].pk not in van_naam]
    zonder = [p for p in kring.deel(AANDEEL / 5) if p[0].pk not in al | {q[0].pk for q in paren}]
    ouders: dict[int, list[Contactpersoon]] = {}
    wie = Contactpersoon.objects.filter(leerling__in=[p[0].pk for p in paren], gezag=Gezag.JA)
    for contact in wie.order_by("huishouden", "pk"):
        ouders.setdefault(contact.leerling_id, []).append(contact)
    met_ouders = [paar for paar in paren if paar[0].pk in ouders]
    dossiers = [_dossier(kring, p, ouders[p[0].pk], plek) for plek, p in enumerate(met_ouders)]
    _beschikkingen(kring, dossiers, zonder)
    opps = maak_veel([_opp(kring, d) for d in dossiers], kring.rng)
    versies, doelen = _versies(kring, dossiers, opps)
    met = list(zip(dossiers, opps, versies, strict=True))
    af = [rij for rij in met if rij[0].staat.gevraagd]
    hoor(kring, af)
    praat(kring, af)
    vraag(kring, af)
    evalueer(kring, [rij for rij in met if rij[0].staat.geevalueerd], doelen)
    vervolg(kring, met, doelen)
    return len(opps)


def _dossier(kring: Kring, paar: Paar, ouders: list[Contactpersoon], plek: int) -> Dossier:
    """`plek`: how many there are already."""
    rng = kring.rng
    staat = STATEN[plek] if plek < len(STATEN) else rng.choices(STATEN, [s.gewicht for s in STATEN])[0]
    if staat.blijft_liggen:
        begin = gezet = kring.dag(50, 60)
    elif staat.zwijgt:
        begin = kring.dag(30, 40)
        gezet = begin + timedelta(days=10)
    elif staat.vorig:
        begin = kring.demo.jaar.begin - timedelta(days=rng.randrange(80, 200))
        gezet = begin + timedelta(days=rng.randrange(14, 40))
    else:
        begin = kring.dag(28, 45) if staat.gezet else kring.dag(5, 40)
        gezet = min(begin + timedelta(days=rng.randrange(10, 30)), kring.demo.op)
    mentor = kring.mentoren.get(paar[1].pk, kring.coordinator)
    weg = gezet if staat.volgende == "versie" else None
    return Dossier(*paar, staat, rng.choice(VERHALEN), begin, gezet, mentor, ouders, weg)


def _beschikkingen(kring: Kring, dossiers: list[Dossier], zonder: list[Paar]) -> None:
    """An arrangement for everybody with an OPP and for some without; LWOO for one in three of those."""
    rijen = [(d.leerling, "arrangement", d.begin) for d in dossiers]
    for nummer, (leerling, _) in enumerate(zonder):
        rijen.append((leerling, "arrangement" if nummer % 3 else "lwoo", kring.dag(5, 45)))
    maak_veel(
        [
            Beschikking(
                school=kring.school,
                leerling=leerling,
                soort=soort,
                volgnummer=f"{van.year}-{leerling.leerlingnummer}",
                van=van,
                tot=kring.demo.jaar.eind,
                door=kring.coordinator,
            )
            for leerling, soort, van in rijen
        ],
        kring.rng,
    )


def _opp(kring: Kring, d: Dossier) -> Opp:
    s, rod = d.staat, kring.rng.random() < 0.7
    return Opp(
        school=kring.school,
        leerling=d.leerling,
        opsteller=d.wie,
        status="afgesloten" if s.dicht else "loopt" if s.gezet else "concept",
        aanleiding="extra ondersteuning",
        uiterlijk=d.begin + TERMIJN,
        begindatum=d.gezet_op if s.gezet else None,
        einddatum=kring.dag(5, 20) if s.dicht else None,
        afsluiting="De begeleiding is klaar." if s.dicht else "",
        evaluatie_op=kring.demo.jaar.eind - timedelta(days=40) if s.gezet and not s.dicht else None,
        rod_begin_op=d.gezet_op if s.gezet and rod else None,
        rod_begin_door=kring.coordinator if s.gezet and rod else None,
        gemaakt_door=kring.coordinator,
        gemaakt_op=kring.op(d.begin),
    )


def _versies(
    kring: Kring, dossiers: list[Dossier], opps: list[Opp]
) -> tuple[list[OppVersie], dict[int, list[OppDoel]]]:
    """One version each with two goals; the numbers of what was put before the parents are those of its text."""
    versies, doelen = [], []
    for d, opp in zip(dossiers, opps, strict=True):
        stand = "geen_overeenstemming" if d.staat.nee else "akkoord" if d.staat.beantwoord else "voorgelegd"
        status = "vervangen" if d.staat.volgende == "versie" else "concept"
        versie = OppVersie(
            school=kring.school,
            opp=opp,
            status="vastgesteld" if d.staat.gezet else status,
            handelingsdeel=stand if d.staat.gevraagd else "concept",
            voorgelegd_op=d.gezet_op if d.staat.gevraagd else None,
            vastgesteld_op=d.gezet_op if d.staat.gezet else None,
            vastgesteld_door=kring.coordinator if d.staat.gezet else None,
            geschil_tot=geschil_uiterlijk(d.gezet_op, GESCHIL_DAGEN)
            if d.staat.nee and d.staat.gezet
            else None,
            gemaakt_door=kring.coordinator,
            gemaakt_op=kring.op(d.begin),
            gewijzigd_door=d.wie,
            gewijzigd_op=kring.op(d.gezet_op),
            **d.verhaal.teksten(),
        )
        eigen = [_doel(kring, versie, d, verhaal, n) for n, verhaal in enumerate((d.verhaal, WERK))]
        if d.staat.gevraagd:
            versie.hash = hash_handelingsdeel(versie, eigen, [])
        versies.append(versie)
        doelen.append(eigen)
    for versie, eigen in zip(maak_veel(versies, kring.rng), doelen, strict=True):
        for doel in eigen:
            doel.oppversie = versie  # it has its number now
    alle = maak_veel([doel for eigen in doelen for doel in eigen], kring.rng)
    per: dict[int, list[OppDoel]] = {}
    for doel in alle:
        per.setdefault(doel.oppversie_id, []).append(doel)
    return versies, per


def _doel(kring: Kring, versie: OppVersie, d: Dossier, verhaal: Verhaal, plek: int) -> OppDoel:
    gegevens = verhaal.doelgegevens(d.begin, max(d.begin, kring.demo.jaar.eind))
    return OppDoel(school=kring.school, oppversie=versie, volgorde=plek, **asdict(gegevens))
