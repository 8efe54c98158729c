"""The OPP on paper: one readable A4 with the pupil's own words first, then the parts (DOMAIN 1.5, rules 12 and 15)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.urls import reverse

from leerlingen.models import Zienswijze
from ondersteuning.access_opp_pdf import Oppinhoud, get_oppversie, inhoud_van
from ondersteuning.documents import opp_delen as delen
from ondersteuning.documents import opp_rijen as rijen_van
from ondersteuning.documents import opp_ruimte
from ondersteuning.documents.opp_stem import Woord, hoornoot, invloed, woorden
from ondersteuning.models import Handelingsdeel, OppVersie, Versiestatus
from ondersteuning.opp.huishouden import VAN_THUIS
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "ontwikkelingsperspectief"
SLEUTEL_OUDERS = "ontwikkelingsperspectief-ouders"
SJABLOON = "ondersteuning/opp/papier.html"
ALLEEN_SCHOOL = "  ·  Alleen voor school: er zijn twee huishoudens"
"""In the foot of a paper that says what one household said, so that nobody hands it to the other."""
_AFWIJKT = "Er wordt niet afgeweken van het onderwijsprogramma."


@dataclass(frozen=True, kw_only=True)
class OppDocument(Document):
    """One version on paper; every part is empty when there is nothing to say, and then it is not there.

    merk: "Concept 3", on every page. feiten and wie: (label, value). stem: own words that fit on the first page;
    stem_heel: all of them, when they do not. invloed: (point, what is done, why); `invloed_later`: it stands with
    `stem_heel`. meer: parts after the handelingsdeel. gevraagd: who is asked to agree; stand: where that stands.
    """

    naam: str
    roepnaam: str
    merk: str
    concept: bool
    feiten: tuple[tuple[str, str], ...]
    stem: tuple[Woord, ...]
    stem_heel: tuple[Woord, ...]
    hoornoot: str
    invloed: tuple[tuple[str, str, str], ...]
    invloed_later: bool
    bestemming: str
    uitleg: str
    onderbouwing: str
    helpt: tuple[str, ...]
    hindert: tuple[str, ...]
    behoeften: tuple[delen.Behoefte, ...]
    faciliteiten: str
    wie: tuple[tuple[str, str], ...]
    instemming_van: str
    handelingsdeel: tuple[tuple[str, str], ...]
    doelen: tuple[rijen_van.Doelrij, ...]
    afwijking_zin: str
    afwijkingen: tuple[tuple[str, str, str], ...]
    meer: tuple[delen.Stukje, ...]
    gesprekken: tuple[rijen_van.Gesprek, ...]
    gevraagd: tuple[rijen_van.Antwoord, ...]
    stand: str
    geschil_tot: str
    hash: str
    vastgesteld: str
    evaluaties: tuple[tuple[str, str, str], ...]
    evaluatie_op: str
    zienswijzen: tuple[tuple[str, str, str], ...]

    @property
    def feiten_per_drie(self) -> list[tuple[tuple[str, str], ...]]:
        """The facts of the head in rows of three."""
        return delen.per_drie(self.feiten)

    @property
    def wie_per_drie(self) -> list[tuple[tuple[str, str], ...]]:
        """Who takes part in rows of three."""
        return delen.per_drie(self.wie)

    @property
    def leerling_stemt_in(self) -> bool:
        """The pupil is an adult: his is the agreement (rule 20)."""
        return self.instemming_van == self.roepnaam

    @property
    def overleg_kop(self) -> str:
        """With whom the school talked."""
        return f"Overleg met {self.roepnaam}" if self.leerling_stemt_in else "Overleg met ouders"

    @property
    def beantwoord(self) -> list[rijen_van.Antwoord]:
        """Who answered."""
        return [a for a in self.gevraagd if a.keuze]

    @property
    def te_tekenen(self) -> list[rijen_van.Antwoord]:
        """Who can still sign: as long as there is no answer."""
        return [a for a in self.gevraagd if not a.keuze]


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Open and log one version."""
    get_oppversie(werkplek, object_id, handeling)


def maak(werkplek: Werkplek, object_id: int) -> OppDocument:
    """The whole OPP for the file of the school, as it is at this moment."""
    return document_van(werkplek, get_oppversie(werkplek, object_id))


def maak_voor_ouders(werkplek: Werkplek, object_id: int) -> OppDocument:
    """The OPP to hand over; nothing of one household stands in it when there are two."""
    return voor_ouders(werkplek, get_oppversie(werkplek, object_id))


def voor_ouders(werkplek: Werkplek, versie: OppVersie) -> OppDocument:
    """The same page of an opened version as parents are shown it: nobody's answers; of two households no names or talks."""
    inhoud = inhoud_van(werkplek, versie)
    heel = _document(werkplek, replace(inhoud, apart=False))
    gevraagd = tuple(rijen_van.Antwoord(a.naam, a.rol) for a in heel.gevraagd)
    if not inhoud.apart:
        return replace(heel, gevraagd=gevraagd, stand="")
    return replace(
        heel,
        gevraagd=(rijen_van.Antwoord("", "Ouder met gezag"),),
        stand="",
        wie=tuple(rij for rij in heel.wie if rij[0] != "Ouders"),
        gesprekken=(),
        meer=tuple(delen.zonder(stukje, VAN_THUIS) for stukje in heel.meer),
        evaluaties=(),
        zienswijzen=_zienswijzen([z for z in inhoud.zienswijzen if z.van_relatie == "leerling"]),
    )


def document_van(werkplek: Werkplek, versie: OppVersie) -> OppDocument:
    """The whole page of an opened version."""
    return _document(werkplek, inhoud_van(werkplek, versie))


def _document(werkplek: Werkplek, inhoud: Oppinhoud) -> OppDocument:
    versie, leerling = inhoud.versie, inhoud.leerling
    klas = f", {inhoud.klas}" if inhoud.klas else ""
    gezegd, gevolg = woorden(inhoud), invloed(inhoud)
    iedereen = delen.wie(inhoud, 99)
    ruimte = opp_ruimte.kies(versie, gezegd, gevolg, len(iedereen))
    lang = sum(len(w.tekst) for w in gezegd) > ruimte.stem or len(gezegd) > 2
    return OppDocument(
        titel="Ontwikkelingsperspectief",
        school=werkplek.school.naam,
        vestiging=f"locatie {leerling.vestiging.naam}" if leerling.vestiging else "",
        wat=f"{delen.merk(versie)}  ·  OPP {leerling.naam}{klas}" + (ALLEEN_SCHOOL if inhoud.apart else ""),
        door=werkplek.user.naam,
        op=werkplek.dag,
        naam=leerling.naam,
        roepnaam=leerling.roepnaam,
        merk=delen.merk(versie),
        concept=versie.vastgesteld_op is None,
        feiten=delen.feiten(inhoud),
        stem=_eerste(gezegd, ruimte.stem) if lang else gezegd,
        stem_heel=gezegd if lang else (),
        hoornoot=hoornoot(inhoud),
        invloed=gevolg,
        invloed_later=lang or len(gevolg) > ruimte.invloed,
        bestemming=str(versie.get_bestemming_display()) if versie.bestemming else "",  # type: ignore[attr-defined]
        uitleg=delen.kort(versie.bestemming_uitleg, ruimte.uitleg),
        onderbouwing=delen.kort(versie.onderbouwing, ruimte.onderbouwing),
        helpt=ruimte.korte_punten(versie.bevorderend),
        hindert=ruimte.korte_punten(versie.belemmerend),
        behoeften=delen.behoeften(inhoud, ruimte.behoefte),
        faciliteiten=delen.kort(versie.faciliteiten, ruimte.faciliteiten),
        wie=iedereen[-ruimte.wie :],
        instemming_van=leerling.roepnaam if inhoud.volwassen else "de ouders",
        handelingsdeel=delen.velden(
            versie, ("begeleiding", *ruimte.afgekapt_handelingsdeel(versie), "behoefte_docent", "middelen")
        ),
        doelen=rijen_van.doelrijen(inhoud.doelen),
        afwijking_zin=_AFWIJKT if versie.afwijkt == "nvt" else "",
        afwijkingen=rijen_van.afwijkingen(inhoud),
        meer=delen.achtergrond(versie, ruimte.afgekapt(versie)),
        gesprekken=tuple(rijen_van.gesprek(o) for o in inhoud.overleggen),
        gevraagd=_gevraagd(inhoud),
        stand=_stand(versie),
        geschil_tot=delen.dagtekst(versie.geschil_tot),
        hash=versie.hash,
        vastgesteld=_vastgesteld(versie),
        evaluaties=tuple(rijen_van.evaluatieregel(e) for e in inhoud.evaluaties),
        evaluatie_op=delen.dagtekst(inhoud.opp.evaluatie_op),
        zienswijzen=_zienswijzen(inhoud.zienswijzen),
    )


def _eerste(gezegd: tuple[Woord, ...], tekens: int) -> tuple[Woord, ...]:
    """The beginning of what the pupil said, for the first page."""
    eerste = next((w for w in gezegd if w.tekst), None)
    return (Woord(delen.kort(eerste.tekst, tekens), eerste.noot),) if eerste else gezegd[:1]


def _gevraagd(inhoud: Oppinhoud) -> tuple[rijen_van.Antwoord, ...]:
    """Who was asked; when nobody was yet: who will be, with room for a signature."""
    if inhoud.verzoeken:
        return tuple(rijen_van.antwoord(verzoek) for verzoek in inhoud.verzoeken)
    if inhoud.volwassen:
        return (rijen_van.Antwoord(inhoud.leerling.naam, "Leerling"),)
    ouders = [rijen_van.Antwoord(o.naam, str(o.get_relatie_display()).capitalize()) for o in inhoud.ouders]  # type: ignore[attr-defined]
    return tuple(ouders) or (rijen_van.Antwoord("", "Ouder met gezag"),)


_STAND = {
    Handelingsdeel.CONCEPT: "Het handelingsdeel is nog niet voorgelegd.",
    Handelingsdeel.VOORGELEGD: "Het handelingsdeel is voorgelegd op {op}. Nog niet iedereen heeft geantwoord.",
    Handelingsdeel.AKKOORD: "Het handelingsdeel is akkoord. Het is voorgelegd op {op}.",
    Handelingsdeel.GEEN_OVEREENSTEMMING: "Over het handelingsdeel is geen overeenstemming. Het is voorgelegd op {op}. "
    "De hulp gaat door.",
}


def _stand(versie: OppVersie) -> str:
    return _STAND[Handelingsdeel(versie.handelingsdeel)].format(op=delen.dagtekst(versie.voorgelegd_op))


def _vastgesteld(versie: OppVersie) -> str:
    if versie.vastgesteld_op is None or versie.vastgesteld_door is None:
        return ""
    zin = f"Vastgesteld op {delen.dagtekst(versie.vastgesteld_op)} door {versie.vastgesteld_door.naam}."
    return zin + " Daarna is er een nieuwe versie gemaakt." * (versie.status == Versiestatus.VERVANGEN)


def _zienswijzen(rijen: list[Zienswijze]) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"{z.van_naam}, {z.van_relatie}", delen.dagtekst(z.gegeven_op), z.tekst) for z in rijen)


def terug_van(soort: str) -> Callable[[int], str]:
    """From a document of this kind back to the papers of its OPP."""
    return lambda object_id: reverse("ondersteuning:opp_terug", args=[soort, object_id])


SOORT = Documentsoort(
    sleutel=SLEUTEL, recht=Recht.OPP, deur=deur, maak=maak, template=SJABLOON, terug=terug_van("opp")
)
SOORT_OUDERS = Documentsoort(
    sleutel=SLEUTEL_OUDERS,
    recht=Recht.OPP,
    deur=deur,
    maak=maak_voor_ouders,
    template=SJABLOON,
    terug=terug_van("ouders"),
)
