"""A name as a search sees it."""

from django.db.models import Func, TextField


class Kaal(Func):
    """Lower case without accents (database function zorgapp_kaal)."""

    function = "zorgapp_kaal"
    output_field = TextField()
