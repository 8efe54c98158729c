"""What the settings pages show: per setting the value that counts now and those that come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zorgapp.accounts.instellingsoort import Soort
from zorgapp.accounts.instellingsoorten import SOORTEN
from zorgapp.accounts.models import Instelling


@dataclass(frozen=True)
class Stand:
    """One setting: its value on the day, and later values in order; `eigen` when the school set it itself."""

    soort: Soort
    waarde: int
    eigen: bool
    straks: list[tuple[date, str]]

    @property
    def in_woorden(self) -> str:
        return self.soort.in_woorden(self.waarde)


def instellingen_overzicht(waarden: Iterable[Instelling], dag: date, sleutel: str = "") -> list[Stand]:
    """Return the state of every setting (or of one) on `dag`; `waarden` come with the newest date first."""
    per_soort: dict[str, list[Instelling]] = {}
    for rij in waarden:
        per_soort.setdefault(rij.sleutel, []).append(rij)
    return [
        _stand(s, per_soort.get(s.sleutel, []), dag) for s in SOORTEN.values() if sleutel in ("", s.sleutel)
    ]


def _stand(soort: Soort, rijen: list[Instelling], dag: date) -> Stand:
    nu = next((rij for rij in rijen if rij.geldig_vanaf <= dag), None)
    straks = [
        (rij.geldig_vanaf, soort.in_woorden(int(rij.waarde)))
        for rij in reversed(rijen)
        if rij.geldig_vanaf > dag
    ]
    return Stand(soort, int(nu.waarde) if nu else soort.standaard, nu is not None, straks)
