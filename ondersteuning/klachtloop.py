"""The states of a complaint and the steps between them, as data."""

from django.db.models import TextChoices

from ondersteuning.models import KlachtStatus
from ondersteuning.overdrachtloop import StapGeweigerd


class KlachtStap(TextChoices):
    """What is done with a complaint."""

    HOOR = "hoor", "iemand horen"
    NOEM = "noem", "een schoolleider noemen"
    BESLUIT = "besluit", "een besluit van de schoolleider"
    UITKOMST = "uitkomst", "vastleggen wat is afgesproken"
    AFSPRAAK = "afspraak", "een afspraak maken"
    SLUIT = "sluit", "de ouders antwoorden en sluiten"
    HEROPEN = "heropen", "weer openen"


STAPPEN: dict[KlachtStatus, dict[KlachtStap, KlachtStatus]] = {
    KlachtStatus.ONTVANGEN: {
        KlachtStap.HOOR: KlachtStatus.HOREN,
        KlachtStap.NOEM: KlachtStatus.ONTVANGEN,
        KlachtStap.BESLUIT: KlachtStatus.ONTVANGEN,
    },
    KlachtStatus.HOREN: {
        KlachtStap.HOOR: KlachtStatus.HOREN,
        KlachtStap.NOEM: KlachtStatus.HOREN,
        KlachtStap.BESLUIT: KlachtStatus.HOREN,
        KlachtStap.UITKOMST: KlachtStatus.AFSPRAAK,
    },
    KlachtStatus.AFSPRAAK: {
        KlachtStap.HOOR: KlachtStatus.AFSPRAAK,
        KlachtStap.NOEM: KlachtStatus.AFSPRAAK,
        KlachtStap.BESLUIT: KlachtStatus.AFSPRAAK,
        KlachtStap.UITKOMST: KlachtStatus.AFSPRAAK,
        KlachtStap.AFSPRAAK: KlachtStatus.AFSPRAAK,
        KlachtStap.SLUIT: KlachtStatus.GESLOTEN,
    },
    KlachtStatus.GESLOTEN: {KlachtStap.HEROPEN: KlachtStatus.HOREN},
}
WAAROM = {
    KlachtStap.UITKOMST: "Hoor eerst wie erbij betrokken is. Daarna leg je vast wat is afgesproken.",
    KlachtStap.AFSPRAAK: "Leg eerst vast wat is afgesproken. Daarna kun je er een collega bij vragen.",
    KlachtStap.SLUIT: "Leg eerst vast wat is afgesproken. Daarna antwoord je de ouders.",
}


def volgende(status: str, stap: KlachtStap) -> KlachtStatus:
    """Return where a step takes a complaint; raises StapGeweigerd when it does not fit its state."""
    try:
        return STAPPEN[KlachtStatus(status)][stap]
    except KeyError as fout:
        if status == KlachtStatus.GESLOTEN:
            raise StapGeweigerd(
                "Deze klacht is gesloten. Open hem weer als er toch iets moet gebeuren."
            ) from fout
        raise StapGeweigerd(WAAROM.get(stap, "Deze stap past niet meer. Bekijk wat er nu staat.")) from fout
