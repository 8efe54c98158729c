"""The door of the gentle check on names: which names of pupils that one sees oneself stand in what one typed."""

from django.db.models import CharField, F, Func, Q, Value

from leerlingen.models import Leerling
from overleg.naamwoorden import mogelijke_namen
from zorgapp.accounts.werkplek import Werkplek

GETOOND = 5
_RIJEN = 100
# "Kees" of "Kees Jan"
_EERSTE = Func(F("roepnaam"), Value(" "), Value(1), function="split_part", output_field=CharField())


def namen_in(werkplek: Werkplek, tekst: str) -> list[str]:
    """Words of `tekst` that are the first or last name of a pupil this person may see, as typed; at most five.

    One statement, none for a text without capitals. Nothing is logged and nothing kept: it only asks "are you sure".
    """
    woorden = mogelijke_namen(tekst)
    if not woorden:
        return []
    rijen = Leerling.objects.zichtbaar_voor(werkplek).annotate(eerste=_EERSTE)
    rijen = rijen.filter(Q(roepnaam__in=woorden) | Q(achternaam__in=woorden) | Q(eerste__in=woorden))
    namen = rijen.values_list("roepnaam", "achternaam", "eerste")[:_RIJEN]
    bekend = {naam for rij in namen for naam in rij}
    return [woord for woord in woorden if woord in bekend][:GETOOND]
