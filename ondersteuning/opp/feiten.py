"""What the OPP-wacht looks at: plain values of one version of an OPP on a day."""

from dataclasses import dataclass
from datetime import date

from ondersteuning.opp.akkoord import Gevraagde
from ondersteuning.opp.loop import Handelingsdeel
from ondersteuning.opp.termijnen import Teruggekeken


@dataclass(frozen=True)
class Gehoord:
    """The hearing of the pupil in one round, as far as it is known."""

    ronde: int
    aangeboden_op: date | None = None
    wijze: str = ""
    hulp: str = ""
    heeft_inbreng: bool = False
    ziet_af: bool = False
    invloeden: int = 0
    toegelicht_op: date | None = None


@dataclass(frozen=True)
class Overlegd:
    """One talk: with whom (the ones that count; of a planned one who is invited), about which perspective, and what was
    written down."""

    ronde: int
    op: date
    met_gezag: bool
    met_leerling: bool
    samenvatting: bool
    hash: str


@dataclass(frozen=True)
class Feiten:
    """What the rules look at: one version of an OPP on a day.

    teksten: every text and choice of the version. hash_perspectief and hash_handelingsdeel: of what stands there now;
    hash_voorgelegd: of the handelingsdeel that people were asked about. gevraagden: who was asked about this version.
    gepland: talks that are planned, with whoever is invited. gezag_bekend: somebody is known who may agree.
    begindatum: None as long as it was never set. vastgesteld: this version is in force or was.
    """

    dag: date
    ronde: int
    teksten: dict[str, str]
    pro: bool = False
    meerderjarig: bool = False
    doelen: int = 0
    afwijkingen: int = 0
    hash_perspectief: str = ""
    hash_handelingsdeel: str = ""
    hash_voorgelegd: str = ""
    handelingsdeel: Handelingsdeel = Handelingsdeel.CONCEPT
    gezag_bekend: bool = True
    gehoord: tuple[Gehoord, ...] = ()
    overleggen: tuple[Overlegd, ...] = ()
    gepland: tuple[Overlegd, ...] = ()
    gevraagden: tuple[Gevraagde, ...] = ()
    vastgesteld: bool = False
    begindatum: date | None = None
    einddatum: date | None = None
    evaluaties: tuple[Teruggekeken, ...] = ()
    rod_begin_op: date | None = None
    rod_eind_op: date | None = None

    @property
    def hoorrecht(self) -> Gehoord | None:
        """The hearing of this round."""
        return next((g for g in self.gehoord if g.ronde == self.ronde), None)
