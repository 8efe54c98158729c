"""The rows of the jaarkalender and the states of an activity."""

from django.db.models import TextChoices


class Strook(TextChoices):
    """A row of the calendar, from top to bottom."""

    ONTWIKKELPUNT = "ontwikkelpunt", "Ontwikkelpunt"
    SIGNALEREN = "signaleren", "Signaleren"
    OPP_KAART = "opp_kaart", "OPP en kaart"
    SAMEN = "samen", "Samen"
    SCHOLING = "scholing", "Scholing"
    BELEID = "beleid", "Beleid"


class Activiteitstatus(TextChoices):
    GEPLAND = "gepland", "gepland"
    KLAAR = "klaar", "klaar"
    VERVALLEN = "vervallen", "gaat niet door"
