"""Who sees which version of a plan: published ones for everybody of the school, the rest for who works on it."""

from django.db.models import Q, QuerySet

from beleid.planloop import Planstatus
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek


class BeleidsplanQuerySet(QuerySet):
    """Reads of plans."""

    def zichtbaar_voor(self, werkplek: Werkplek) -> "BeleidsplanQuerySet":
        """Versions this person may open: all for who writes or sets them, what lies before the team and what holds for staff."""
        rijen = self.filter(school=werkplek.school)
        if werkplek.mag(Recht.BELEID_WERKEN) or werkplek.mag(Recht.BELEID_VASTSTELLEN):
            return rijen
        if werkplek.mag(Recht.BELEID):
            return rijen.filter(Q(status__in=(Planstatus.BESPREKING, Planstatus.GEPUBLICEERD)))
        return rijen.none()
