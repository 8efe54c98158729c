"""Plays an ontwikkelingsperspectief step by step through its services, each step on its own day.

Days of this school year count school days before the demo day; a day of last year counts back from its end.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from leerlingen.models import Leerling
from ondersteuning.models import Instemmingverzoek, Opp, OppConclusie, OppDoel, OppVersie, Uitkomst
from ondersteuning.oppakkoord import wie_beslist
from ondersteuning.oppfeiten import hash_handelingsdeel, hash_perspectief
from ondersteuning.services.opp import opp_beginnen, opp_bewaren
from ondersteuning.services.opp_antwoord import Antwoordgegevens, Gelezen, antwoord_noteren
from ondersteuning.services.opp_besluit import Beschikkinggegevens, besluit_toevoegen
from ondersteuning.services.opp_doelen import Oppdoelgegevens, Plek, oppdoel_toevoegen
from ondersteuning.services.opp_horen import (
    Aanbod,
    Punt,
    Woorden,
    hoorrecht_aanbieden,
    hoorrecht_toelichten,
    inbreng_toevoegen,
    invloed_toevoegen,
)
from ondersteuning.services.opp_instemming import opp_voorleggen
from ondersteuning.services.opp_jaar import (
    Doeluitkomst,
    Hoeverder,
    Terugblikwoorden,
    opp_evalueren,
    rod_vastleggen,
)
from ondersteuning.services.opp_overleg import Plan, Verslag, overleg_plannen, overleg_vastleggen
from ondersteuning.services.opp_sluiten import opp_afsluiten
from ondersteuning.services.opp_vaststellen import opp_vaststellen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.demo.kalender import perioden, verhaaldag
from zorgapp.demo.oppteksten import TERUGBLIK, Verhaal
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.kern.schooljaar import Schooljaar, laatste_schooldag

TERMIJN = timedelta(days=42)
HULP = "Uitleg vooraf waarom we het vragen. Er mocht iemand bij zijn."
JA, NEE = "akkoord", "niet_akkoord"


def sleutel(opp: Opp, wat: str) -> UUID:
    """The same key for the same step of the same OPP."""
    return uuid5(NAMESPACE_URL, f"opp:{opp.pk}:{wat}")


@dataclass(frozen=True)
class Oppverteller:
    """Tells it in one school; `wie` is the login of its coordinator."""

    demo: Demoschool
    wie: str = "angelica"

    def dag(self, terug: int) -> date:
        """School day `terug` before the demo day; a negative number lies ahead."""
        return verhaaldag(self.demo.op, terug)

    def vorig(self, dagen: int) -> date:
        """The last school day up to `dagen` days before this school year began."""
        return laatste_schooldag(self.demo.jaar.begin - timedelta(days=dagen), perioden(self.demo.op))

    def door(self, dag: date, wie: str = "") -> Werkplek:
        """Somebody on that day; without a name the coordinator."""
        return self.demo.werkplek(wie or self.wie, dag)

    def concept(self, opp: Opp) -> OppVersie:
        """The version in the making, as it stands now."""
        return OppVersie.objects.get(opp=opp, status="concept")

    def begin(self, leerling: Leerling, dag: date, *, opsteller: str = "", pro: bool = False) -> Opp:
        """Begin one; six weeks to set it."""
        return opp_beginnen(
            door=self.door(dag),
            leerling_id=leerling.pk,
            opsteller=self.demo.mensen[opsteller or self.wie],
            pro=pro,
            aanleiding="praktijkonderwijs" if pro else "extra ondersteuning",
            uiterlijk=dag + TERMIJN,
            op=moment(dag, time(10, 0)),
        )

    def beschikt(
        self, leerling: Leerling, soort: str, van: date, toelichting: str = "", tot: date | None = None
    ) -> None:
        """Note a decision of the samenwerkingsverband, till `tot` or the end of the school year."""
        nummer = f"{van.year}-{leerling.leerlingnummer}"
        gegevens = Beschikkinggegevens(soort, van, tot or self.demo.jaar.eind, nummer, toelichting)
        besluit_toevoegen(door=self.door(self.demo.op), leerling_id=leerling.pk, gegevens=gegevens)

    def schrijf(self, opp: Opp, teksten: dict[str, str], dag: date, wie: str = "") -> OppVersie:
        """Save texts and choices of the version in the making."""
        nu = self.concept(opp)
        return opp_bewaren(
            door=self.door(dag, wie),
            pk=opp.pk,
            nummer=nu.nummer,
            versie=nu.versie,
            basis=nu.versie,
            inhoud=teksten,
            op=moment(dag, time(11, 0)),
        )

    def doel(self, opp: Opp, gegevens: Oppdoelgegevens, dag: date, wie: str = "") -> OppDoel:
        """Add a goal to the version in the making."""
        return oppdoel_toevoegen(
            door=self.door(dag, wie),
            plek=Plek(opp.pk, self.concept(opp).nummer),
            stam=sleutel(opp, gegevens.doel),
            gegevens=gegevens,
            op=moment(dag, time(11, 20)),
        )

    def hoor(
        self,
        opp: Opp,
        woorden: str,
        punten: tuple[Punt, ...],
        dag: date,
        *,
        wie: str = "",
        legt_uit: bool = True,
    ) -> None:
        """Offer it, note the words of the pupil in a talk, and what the school does with them; `legt_uit`: told back."""
        door, op = self.door(dag, wie), moment(dag, time(13, 0))
        recht = hoorrecht_aanbieden(door=door, pk=opp.pk, versie=0, aanbod=Aanbod(dag, "gesprek", "", HULP))
        stap, gezegd = sleutel(opp, f"inbreng:{recht.ronde}"), Woorden(woorden, "gesprek", dag)
        inbreng_toevoegen(door=door, pk=opp.pk, sleutel=stap, gegevens=gezegd, op=op)
        for punt in punten:
            invloed_toevoegen(door=door, pk=opp.pk, punt=punt)
        if legt_uit:
            hoorrecht_toelichten(door=door, pk=opp.pk, versie=recht.versie, dag=dag)

    def nodig_uit(self, opp: Opp, gevraagd: date, dag: date, tijd: time, wie: str = "", ook: str = "") -> int:
        """Plan a talk on `dag` with who decides, and a colleague; returns its number."""
        sleutels = [f"c{c.pk}" if c else "l" for c in wie_beslist(opp.leerling, dag)]
        if ook:
            sleutels.append(f"u{self.demo.mensen[ook].pk}")
        plan = Plan(gevraagd, "mail", moment(dag, tijd), "Kamer zorgteam", tuple(sleutels))
        door = self.door(gevraagd, wie)
        return overleg_plannen(door=door, pk=opp.pk, plan=plan, op=moment(gevraagd, time(9, 0))).pk

    def praat(self, opp: Opp, dag: date, verhaal: Verhaal) -> None:
        """A talk that was planned and held on one day, about the text as it stands."""
        pk = self.nodig_uit(opp, dag, dag, time(14, 0))
        rij = opp.overleggen.get(pk=pk)
        verslag = Verslag(
            wanneer=rij.wanneer,
            samenvatting=verhaal.gesprek,
            erbij=tuple(rij.deelnemers.values_list("pk", flat=True)),
            hash=hash_perspectief(self.concept(opp)),
            eens="De doelen en wie wat doet.",
        )
        op = moment(dag, time(15, 0))
        overleg_vastleggen(door=self.door(dag), pk=pk, versie=rij.versie, verslag=verslag, op=op)

    def leg_voor(self, opp: Opp, dag: date) -> list[Instemmingverzoek]:
        """Put the handelingsdeel before who decides; the questions that count, by household."""
        nu = self.concept(opp)
        rij = opp_voorleggen(
            door=self.door(dag),
            pk=opp.pk,
            nummer=nu.nummer,
            hash=hash_handelingsdeel(nu),
            op=moment(dag, time(15, 10)),
        )
        return list(Instemmingverzoek.objects.filter(oppversie=rij, telt=True).order_by("huishouden", "pk"))

    def antwoord(self, verzoek: Instemmingverzoek, dag: date, keuze: str = JA, reden: str = "") -> None:
        """Note what one person said."""
        versie = OppVersie.objects.get(pk=verzoek.oppversie_id)
        antwoord_noteren(
            door=self.door(dag),
            verzoek_id=verzoek.pk,
            gelezen=Gelezen(versie.nummer, versie.hash),
            gegevens=Antwoordgegevens(keuze, dag, "mondeling", reden, gezien=True),
            op=moment(dag, time(15, 20)),
        )

    def stel_vast(self, opp: Opp, dag: date) -> OppVersie:
        """Set the version in the making."""
        nu = self.concept(opp)
        op = moment(dag, time(15, 30))
        return opp_vaststellen(
            door=self.door(dag), pk=opp.pk, nummer=nu.nummer, versie=nu.versie, evaluatie_op=None, op=op
        )

    def maak(
        self, leerling: Leerling, verhaal: Verhaal, dag: date, gesprek: date, *, pro: bool = False
    ) -> Opp:
        """Begin one and write it on `dag`; the pupil is heard and the talk is held on the day of `gesprek`."""
        opp = self.begin(leerling, dag, pro=pro)
        self.schrijf(opp, verhaal.teksten(pro), dag)
        self.doel(opp, verhaal.doelgegevens(dag, Schooljaar.van(dag).eind), dag)
        self.hoor(opp, verhaal.woorden, (verhaal.punt,), gesprek)
        self.praat(opp, gesprek, verhaal)
        return opp

    def rond(
        self, leerling: Leerling, verhaal: Verhaal, dag: date, gesprek: date, *, pro: bool = False
    ) -> Opp:
        """The same with everybody agreed, set, and in the ROD."""
        opp = self.maak(leerling, verhaal, dag, gesprek, pro=pro)
        for verzoek in self.leg_voor(opp, gesprek):
            self.antwoord(verzoek, gesprek)
        self.stel_vast(opp, gesprek)
        if not pro:
            self.rod(opp, gesprek)
        return opp

    def sluit(self, opp: Opp, dag: date, reden: str) -> None:
        """Close it."""
        opp.refresh_from_db()
        opp_afsluiten(
            door=self.door(dag),
            pk=opp.pk,
            versie=opp.versie,
            einddatum=dag,
            reden=reden,
            op=moment(dag, time(16, 0)),
        )

    def rod(self, opp: Opp, dag: date, wat: str = "begin") -> None:
        """Note that it was entered in the ROD."""
        opp.refresh_from_db()
        rod_vastleggen(door=self.door(dag), pk=opp.pk, versie=opp.versie, wat=wat, op=dag)

    def evalueer(self, opp: Opp, dag: date, conclusie: OppConclusie, volgende: date) -> None:
        """Look back with parents and pupil: every goal came half."""
        geldt = OppVersie.objects.get(opp=opp, status="vastgesteld")
        uit = Doeluitkomst(Uitkomst.DEELS, "Het lukt bij de meeste vakken.")
        opp_evalueren(
            door=self.door(dag),
            pk=opp.pk,
            sleutel=sleutel(opp, f"evaluatie:{dag}"),
            oppversie_id=geldt.pk,
            woorden=Terugblikwoorden(dag, "ja", "ja", *TERUGBLIK),
            verder=Hoeverder(conclusie, volgende),
            doelen={d.stam: uit for d in geldt.doelen.all()},
            op=moment(dag, time(15, 40)),
        )
