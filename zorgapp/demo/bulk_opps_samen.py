"""What pupil, parents and school did together in the bulk OPPs: heard, talked, asked, answered and looked back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from leerlingen.models import Contactpersoon, Klas, Leerling
from ondersteuning.models import (
    Hoorrecht,
    Inbreng,
    Instemming,
    Instemmingverzoek,
    Invloed,
    Opp,
    OppDoel,
    OppDoelevaluatie,
    OppEvaluatie,
    OppVersie,
    Overeenstemming,
    Overlegdeelnemer,
)
from ondersteuning.oppfeiten import hash_perspectief
from zorgapp.accounts.models import User
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.oppteksten import Verhaal
from zorgapp.demo.oppverteller import HULP, JA, NEE
from zorgapp.demo.verhaal import moment


@dataclass(frozen=True)
class Staat:
    """A state and how often it occurs.

    vorig: set last school year. nee: a parent did not agree. zwijgt: a parent was reminded twice and did not answer.
    bij_leiding: it lies with a schoolleider. blijft_liggen: begun so long ago that its term has passed. volgende: a next
    version was made and asked about: "versie" because its text changed while it was asked, "ronde" in a bijstelling.
    """

    naam: str
    gewicht: int
    gezet: bool = True
    vorig: bool = False
    gevraagd: bool = True
    nee: bool = False
    geevalueerd: bool = False
    dicht: bool = False
    zwijgt: bool = False
    bij_leiding: bool = False
    blijft_liggen: bool = False
    volgende: str = ""

    @property
    def beantwoord(self) -> bool:
        """Everybody who was asked answered."""
        return self.gezet or self.nee or self.bij_leiding


@dataclass
class Dossier:
    """One pupil with what was made for him so far."""

    leerling: Leerling
    klas: Klas
    staat: Staat
    verhaal: Verhaal
    begin: date
    gezet_op: date
    wie: User
    ouders: list[Contactpersoon]
    vervallen_op: date | None = None


Rij = tuple[Dossier, Opp, OppVersie]


def _sleutel(kring: Kring) -> UUID:
    return UUID(int=kring.rng.getrandbits(128), version=4)


def hoor(kring: Kring, rijen: Sequence[Rij]) -> None:
    """Every pupil was asked, spoke in a talk, and heard what the school does with it."""
    rechten = maak_veel(
        [
            Hoorrecht(
                school=kring.school,
                opp=opp,
                ronde=versie.ronde,
                aangeboden_op=d.begin,
                aangeboden_door=d.wie,
                wijze="gesprek",
                hulp=HULP,
                toegelicht_op=d.gezet_op,
                toegelicht_door=d.wie,
            )
            for d, opp, versie in rijen
        ],
        kring.rng,
    )
    paren = [(recht, d) for recht, (d, _, _) in zip(rechten, rijen, strict=True)]
    maak_veel(
        [
            Inbreng(
                school=kring.school,
                hoorrecht=recht,
                woorden=d.verhaal.woorden,
                hoe="gesprek",
                opgetekend_door=d.wie,
                gezegd_op=d.begin,
                sleutel=_sleutel(kring),
            )
            for recht, d in paren
        ],
        kring.rng,
    )
    maak_veel(
        [
            Invloed(
                school=kring.school,
                hoorrecht=recht,
                punt=d.verhaal.punt.punt,
                gevolg=d.verhaal.punt.gevolg,
                uitleg=d.verhaal.punt.uitleg,
            )
            for recht, d in paren
        ],
        kring.rng,
    )


def praat(kring: Kring, rijen: Sequence[Rij]) -> None:
    """The talk was held with every parent who has gezag, about the text as it stands."""
    overleggen = maak_veel(
        [
            Overeenstemming(
                school=kring.school,
                opp=opp,
                oppversie=versie,
                ronde=versie.ronde,
                status="gehouden",
                uitgenodigd_op=d.begin,
                kanaal="mail",
                wanneer=moment(d.gezet_op, time(15, 0)),
                samenvatting=d.verhaal.gesprek,
                hash=hash_perspectief(versie),
                gemaakt_door=d.wie,
                vastgelegd_op=moment(d.gezet_op, time(16, 0)),
            )
            for d, opp, versie in rijen
        ],
        kring.rng,
    )
    maak_veel(
        [
            Overlegdeelnemer(
                school=kring.school,
                overleg=overleg,
                contact=ouder,
                naam=ouder.naam,
                rol=ouder.get_relatie_display(),
                gezag=True,
                aanwezig=True,
            )
            for overleg, (d, _, _) in zip(overleggen, rijen, strict=True)
            for ouder in d.ouders
        ],
        kring.rng,
    )


def vraag(kring: Kring, rijen: Sequence[Rij]) -> None:
    """Everybody with gezag was asked; of some the last one did not answer (yet), though he was reminded."""
    laatste_ouder = {versie.pk: d.ouders[-1].pk for d, _, versie in rijen}
    verzoeken = maak_veel(
        [
            Instemmingverzoek(
                school=kring.school,
                oppversie=versie,
                contact=ouder,
                naam=ouder.naam,
                relatie=ouder.relatie,
                huishouden=ouder.huishouden,
                gevraagd_op=d.gezet_op,
                gevraagd_door=kring.coordinator,
                vervallen_op=d.vervallen_op,
                herinnerd=_herinnerd(kring, d) if ouder.pk == laatste_ouder[versie.pk] else [],
            )
            for d, _, versie in rijen
            for ouder in d.ouders
        ],
        kring.rng,
    )
    van = {versie.pk: d for d, _, versie in rijen}
    laatste = {v.oppversie_id: v.pk for v in verzoeken}
    maak_veel(
        [
            _antwoord(kring, verzoek, van[verzoek.oppversie_id], verzoek.pk == laatste[verzoek.oppversie_id])
            for verzoek in verzoeken
            if van[verzoek.oppversie_id].staat.beantwoord or verzoek.pk != laatste[verzoek.oppversie_id]
        ],
        kring.rng,
    )


def _herinnerd(kring: Kring, d: Dossier) -> list[date]:
    """Two days after the question on which a parent who is silent was reminded."""
    dagen = (min(d.gezet_op + timedelta(days=na), kring.demo.op) for na in (7, 12))
    return list(dagen) if d.staat.zwijgt else []


def _antwoord(kring: Kring, verzoek: Instemmingverzoek, d: Dossier, laatste: bool) -> Instemming:
    nee = d.staat.nee and laatste
    return Instemming(
        school=kring.school,
        verzoek=verzoek,
        oppversie=verzoek.oppversie,
        hash=verzoek.oppversie.hash,
        keuze=NEE if nee else JA,
        reden="Wij willen minder lessen buiten de klas." if nee else "",
        naam=verzoek.naam,
        relatie=verzoek.relatie,
        gezag="ja",
        wijze="mondeling",
        gegeven_op=d.gezet_op,
        door=kring.coordinator,
    )


def evalueer(kring: Kring, rijen: Sequence[Rij], doelen: dict[int, list[OppDoel]]) -> None:
    """Looked back with parents and pupil, last school year and this one, with what came of every goal."""
    evaluaties = maak_veel(
        [
            OppEvaluatie(
                school=kring.school,
                opp=opp,
                oppversie=versie,
                gehouden_op=gehouden,
                ouders="ja",
                leerling_erbij="ja",
                samenvatting="De afspraken helpen, en gaan door.",
                conclusie="voortzetten",
                volgende_op=opp.evaluatie_op,
                sleutel=_sleutel(kring),
                door=d.wie,
            )
            for d, opp, versie in rijen
            for gehouden in (d.gezet_op, kring.dag(5, 40))
        ],
        kring.rng,
    )
    maak_veel(
        [
            OppDoelevaluatie(school=kring.school, evaluatie=rij, doel=doel, uitkomst="deels")
            for rij in evaluaties
            for doel in doelen[rij.oppversie_id]
        ],
        kring.rng,
    )
