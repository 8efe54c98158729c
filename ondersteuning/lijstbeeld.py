"""Lists as a reader sees them: the names of a class with what was filled in, and what colleagues saw in sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from leerlingen.models import Leerling
from ondersteuning.access_voorstellen import toon_namen
from ondersteuning.lijstscore import Gegeven, kop, opsomming, zinnen
from ondersteuning.models import Invuller, Lijstantwoord
from ondersteuning.voorstelregels import WOORD, uitkomst_van


@dataclass(frozen=True)
class Naam:
    """One pupil in the list: `stand` is "", "niets" or "ingevuld"."""

    leerling: Leerling
    stand: str


@dataclass(frozen=True)
class Klasbeeld:
    """One class of a colleague's list, and his other classes as (name, open)."""

    naam: str
    namen: list[Naam]
    klassen: list[tuple[str, int]]

    @property
    def open(self) -> int:
        return sum(not n.stand for n in self.namen)

    @property
    def ingevuld(self) -> int:
        return sum(n.stand == "ingevuld" for n in self.namen)

    @property
    def gezien(self) -> str:
        """The numbers of everybody on the page, for the confirmation."""
        return ",".join(str(n.leerling.pk) for n in self.namen)


def beeld_van_klas(
    leerlingen: Sequence[Leerling], antwoorden: dict[int, Lijstantwoord], gevraagd: str
) -> Klasbeeld:
    """The asked class, or the first one that is not finished, or the first."""
    per_klas: dict[str, list[Naam]] = {}
    for leerling in leerlingen:
        antwoord = antwoorden.get(leerling.pk)
        stand = "" if antwoord is None else "ingevuld" if antwoord.opvallend else "niets"
        per_klas.setdefault(getattr(leerling, "klasnaam", None) or "", []).append(Naam(leerling, stand))
    klassen = [(naam, sum(not n.stand for n in namen)) for naam, namen in per_klas.items()]
    open_ = next((naam for naam, aantal in klassen if aantal), next(iter(per_klas), ""))
    gekozen = gevraagd if gevraagd in per_klas else open_
    return Klasbeeld(gekozen, per_klas.get(gekozen, []), klassen)


@dataclass(frozen=True)
class Stem:
    """The words of one colleague; `wie` is "een docent" when his name is not shown."""

    wie: str
    wanneer: date
    zin: str
    toelichting: str


@dataclass(frozen=True)
class Samenvatting:
    """One campaign about one pupil: title, when, the sentences, and who said what."""

    titel: str
    van: date
    gesloten: bool
    zinnen: list[str]
    stemmen: list[Stem]


def stem_van(antwoord: Lijstantwoord, naam: bool, eigen: bool = False) -> Stem:
    """One answer in words, with or without who gave it."""
    lijst = antwoord.invulling.campagne.lijst
    een, _ = WOORD[Invuller(lijst.voor)]
    gegeven = Gegeven(antwoord.pk, antwoord.invulling.user_id, antwoord.opvallend, tuple(antwoord.waarden))
    delen = []
    for sterk, woord in ((True, "Gaat goed"), (False, "Vaak")):
        vaak = [p.tekst for p in gegeven.vaak(lijst.items, sterk)]
        if vaak:
            delen.append(f"{woord}: {opsomming(vaak)}.")
    zin = " ".join(delen)
    wie = "Jij" if eigen else antwoord.invulling.user.naam if naam else f"Een {een}"
    return Stem(wie, antwoord.gewijzigd_op, zin, antwoord.toelichting)


def samenvattingen(
    antwoorden: Iterable[Lijstantwoord], user_id: int, coordinator: bool, alles: bool
) -> list[Samenvatting]:
    """Answers about one pupil, per campaign; without `alles` they are one's own."""
    beeld = []
    for _, groep in groupby(antwoorden, key=lambda a: a.invulling.campagne_id):
        rijen = list(groep)
        campagne = rijen[0].invulling.campagne
        een, meer = WOORD[Invuller(campagne.lijst.voor)]
        uitkomst = uitkomst_van(campagne.lijst, rijen)
        naam = toon_namen(coordinator, len(rijen))
        stemmen = [
            stem_van(a, naam, a.invulling.user_id == user_id)
            for a in rijen
            if a.opvallend and (a.toelichting or not alles or 2 in a.waarden)
        ]
        regels = [kop(uitkomst, een, meer), *zinnen(uitkomst, een, meer)] if alles else []
        beeld.append(
            Samenvatting(
                campagne.lijst.titel, campagne.van, campagne.gesloten_op is not None, regels, stemmen
            )
        )
    return beeld
