"""The states of a signal and the decisions that move it, as data."""

from django.db.models import TextChoices


class SignaalStatus(TextChoices):
    NIEUW = "nieuw", "Te beoordelen"
    LOOPT = "loopt", "Wacht op anderen"
    BEOORDEELD = "beoordeeld", "Beoordeeld"


class Besluit(TextChoices):
    """The five decisions of triage in the order of their keys 1-5, and the one that revokes."""

    TERUG = "terug", "Terug naar eerste lijn"
    TWEEDE_LIJN = "tweede_lijn", "Tweede lijn starten"
    ZORGOVERLEG = "zorgoverleg", "Agenderen op zorgoverleg"
    DERDE_LIJN = "derde_lijn", "Derde lijn inschakelen"
    AFSLUITEN = "afsluiten", "Afsluiten"
    HERSTEL = "herstel", "Herstel"


VIJF = (Besluit.TERUG, Besluit.TWEEDE_LIJN, Besluit.ZORGOVERLEG, Besluit.DERDE_LIJN, Besluit.AFSLUITEN)
VERLAAT_EERSTE_LIJN = frozenset({Besluit.TWEEDE_LIJN, Besluit.ZORGOVERLEG, Besluit.DERDE_LIJN})

# Which decisions a signal accepts in each state. A judged signal is only reopened by Herstel.
TOEGESTAAN: dict[SignaalStatus, frozenset[Besluit]] = {
    SignaalStatus.NIEUW: frozenset(VIJF),
    SignaalStatus.LOOPT: frozenset({*VIJF, Besluit.HERSTEL}),
    SignaalStatus.BEOORDEELD: frozenset({Besluit.HERSTEL}),
}

# Where a decision takes the signal. Herstel goes back to the state before the revoked decision.
NAAR: dict[Besluit, SignaalStatus] = {
    Besluit.TERUG: SignaalStatus.LOOPT,
    Besluit.TWEEDE_LIJN: SignaalStatus.LOOPT,
    Besluit.ZORGOVERLEG: SignaalStatus.LOOPT,
    Besluit.DERDE_LIJN: SignaalStatus.LOOPT,
    Besluit.AFSLUITEN: SignaalStatus.BEOORDEELD,
    Besluit.HERSTEL: SignaalStatus.NIEUW,
}


class StapNietToegestaan(Exception):
    """The decision does not fit the state of the signal; the text is for the user."""


def controleer_stap(status: str, besluit: Besluit) -> None:
    """Raise StapNietToegestaan when a signal in `status` does not accept `besluit`."""
    if besluit not in TOEGESTAAN[SignaalStatus(status)]:
        raise StapNietToegestaan(
            "Dit besluit past niet meer bij dit signaal. Bekijk eerst wat er al besloten is."
        )
