"""What takes time: pieces of work, the four roles of a coordinator, and kinds of choices when there is too little."""

from django.db.models import TextChoices


class Werksoort(TextChoices):
    """Work that zorgapp can count, in classes of effort."""

    SIGNAAL = "signaal", "nieuw signaal"
    TRAJECT_LICHT = "traject_licht", "traject in de eerste lijn"
    TRAJECT_MIDDEL = "traject_middel", "traject in de tweede lijn"
    TRAJECT_ZWAAR = "traject_zwaar", "traject in de derde lijn"
    OPP = "opp", "ontwikkelingsperspectief"
    OVERLEG = "overleg", "overleg"
    PLAN = "plan", "activiteit uit het jaarplan"


class Taakrol(TextChoices):
    """The four roles of a coordinator (seeds)."""

    MANAGEN = "managen", "managen"
    COACHEN = "coachen", "coachen"
    INNOVEREN = "innoveren", "innoveren"
    BEHEREN = "beheren", "beheren"


class Scenariosoort(TextChoices):
    STOPPEN = "stoppen", "laten liggen"
    OVERDRAGEN = "overdragen", "overdragen"
    LATER = "later", "later doen"
    ERBIJ = "erbij", "uren erbij"
