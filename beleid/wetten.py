"""The law watch: whether a school says it keeps a point of the law."""

from django.db.models import TextChoices


class Voldoet(TextChoices):
    JA = "ja", "ja"
    DEELS = "deels", "deels"
    NEE = "nee", "nee"
