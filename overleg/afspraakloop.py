"""The life of an agreement as data and pure functions (DOMAIN 60): one owner, one date, open until it is closed."""

from datetime import date

from django.db.models import TextChoices

from ondersteuning.workflow import StapNietToegestaan


class Afspraakstand(TextChoices):
    """How it went. Gelukt and niet meer nodig are ends, both respected; the others come back on the next agenda."""

    OPEN = "open", "open"
    LOOPT = "loopt", "loopt"
    LUKT_NIET = "lukt_niet", "lukt niet"
    GELUKT = "gelukt", "gelukt"
    NIET_NODIG = "niet_nodig", "niet meer nodig"


OPEN_STANDEN = frozenset({Afspraakstand.OPEN, Afspraakstand.LOOPT, Afspraakstand.LUKT_NIET})
KLAAR = frozenset(Afspraakstand) - OPEN_STANDEN


class Uitvoerder(TextChoices):
    """Who does it. The owner is always one colleague: of what others do, he is the one who asks after it."""

    ZELF = "zelf", "de eigenaar zelf"
    LEERLING = "leerling", "de leerling"
    OUDER = "ouder", "een ouder"
    EXTERN = "extern", "iemand van buiten"


class Afspraakdaad(TextChoices):
    """What was done with an agreement; each is a row that stays."""

    GEMAAKT = "gemaakt", "gemaakt"
    STAND = "stand", "bijgewerkt"
    UITGESTELD = "uitgesteld", "uitgesteld"
    OVERGEDRAGEN = "overgedragen", "overgedragen"
    GEWIJZIGD = "gewijzigd", "gewijzigd"
    HEROPEND = "heropend", "weer geopend"
    TERUGGEVALLEN = "teruggevallen", "terug naar de coördinator"


def is_klaar(stand: str) -> bool:
    """Whether it is closed, in whatever way."""
    return Afspraakstand(stand) in KLAAR


def is_te_laat(stand: str, klaar_op: date, dag: date) -> bool:
    """Whether its date has passed while it is open; on the day itself it is not late."""
    return not is_klaar(stand) and klaar_op < dag


def controleer(stand: str, daad: Afspraakdaad) -> None:
    """Raise StapNietToegestaan when an agreement in this state does not allow `daad`."""
    if daad == Afspraakdaad.HEROPEND and not is_klaar(stand):
        raise StapNietToegestaan("Deze afspraak is nog open.")
    if daad in _ALLEEN_OPEN and is_klaar(stand):
        raise StapNietToegestaan("Deze afspraak is al klaar. Open haar weer als er nog iets moet.")


_ALLEEN_OPEN = frozenset(
    {Afspraakdaad.STAND, Afspraakdaad.UITGESTELD, Afspraakdaad.OVERGEDRAGEN, Afspraakdaad.GEWIJZIGD}
)
