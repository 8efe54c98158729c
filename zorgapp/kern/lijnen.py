"""The two axes of the support structure: three domains beside three lines, in their fixed order.

Both are shown as colour + shape + word, never by colour alone. Values are stored, labels and classes are for the eye;
`templatetags/kern_tags.py` turns them into HTML.
"""

from django.db.models import IntegerChoices, TextChoices


class Domein(TextChoices):
    """What the support is about; columns of the raster, from left to right."""

    LEER = "leer", "Leerprocesgericht"
    PERS = "pers", "Persoonlijk"
    LOOP = "loop", "Schoolloopbaan"

    @property
    def kort(self) -> str:
        """Short word for narrow columns and tiles."""
        return _KORT[self.value]

    @property
    def css(self) -> str:
        """Class that carries the colour."""
        return f"is-{self.value}"

    @property
    def vorm(self) -> str:
        """Name of the shape; the triangle belongs to Schoolloopbaan, so it never means a warning."""
        return _VORM[self.value]


class Lijn(IntegerChoices):
    """Who carries the support; rows of the raster, from top to bottom."""

    EERSTE = 1, "eerste lijn"
    TWEEDE = 2, "tweede lijn"
    DERDE = 3, "derde lijn"

    @property
    def kort(self) -> str:
        """Short word for a table on a phone."""
        return f"{self.value}e lijn"

    @property
    def css(self) -> str:
        """Class that carries the tint."""
        return f"is-{self.value}"


GEEN_INZET = "geen inzet"
"""What is shown where a pupil has no running support in a domain; it is not a line."""

_KORT = {"leer": "Leerproces", "pers": "Persoonlijk", "loop": "Loopbaan"}
_VORM = {"leer": "vierkant", "pers": "rondje", "loop": "driehoek"}


def lijnwoord(lijn: int | None) -> str:
    """Return "tweede lijn", or "geen inzet" for 0 and None; raises ValueError for any other number."""
    return str(Lijn(lijn).label) if lijn else GEEN_INZET


def rasterzin(leer: int | None, pers: int | None, loop: int | None) -> str:
    """Say in one sentence what the raster shows: "leerprocesgericht: derde lijn; persoonlijk: geen inzet; …"."""
    return "; ".join(
        f"{domein.label.lower()}: {lijnwoord(lijn)}"
        for domein, lijn in zip(Domein, (leer, pers, loop), strict=True)
    )
