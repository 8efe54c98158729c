"""A name as a search sees it, and as an alphabetical list orders it."""

from django.db import connection
from django.db.models import F, Func, GeneratedField, TextField, Value
from django.db.models.functions import Concat


class Kaal(Func):
    """Lower case without accents (database function zorgapp_kaal)."""

    function = "zorgapp_kaal"
    output_field = TextField()


def kaal(tekst: str) -> str:
    """The same of one text, asked once: as a part of a query PostgreSQL would work it out for every row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT zorgapp_kaal(%s)", [tekst])
        return str(cursor.fetchone()[0])


def sorteernaam(achternaam: str, voornaam: str) -> GeneratedField:
    """Return the column by which a list of people is ordered: last name, then first name, without accents or capitals.

    A prefix ("de", "van") does not count, as in a Dutch telephone book. Compared byte by byte (collation C), so every
    PostgreSQL gives the same order whatever its locale; the tab between the parts comes before every letter and space.
    """
    return GeneratedField(
        expression=Kaal(Concat(F(achternaam), Value("\t"), F(voornaam))),
        output_field=TextField(db_collation="C"),
        db_persist=True,
    )
