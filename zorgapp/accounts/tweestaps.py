"""Two-step login: who opens files, reads of pupils from outside or runs the school cannot work without it (DOMAIN 64).

The answer is kept in the session per school and day, so an ordinary request costs nothing.
"""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.instellingsoorten import TWEESTAPS
from zorgapp.accounts.kluis import open_, sluit
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import Recht, Rol, rechten_van
from zorgapp.accounts.werkplek import Werkplek, aanstellingen_van

SESSIE = "tweestaps"
RECHTEN_TWEESTAPS = frozenset({Recht.LEERLING_INZIEN, Recht.MENSEN, Recht.OVERLEG_EXTERN})
_TOTP = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)


def vraagt_tweestaps(rechten: frozenset[Recht]) -> bool:
    """Say whether these rights open files, show pupils to somebody from outside, or run the school."""
    return not RECHTEN_TWEESTAPS.isdisjoint(rechten)


def ontbreekt(request: HttpRequest, werkplek: Werkplek) -> bool:
    """Say whether this person must first turn on the second step; at most two queries, once a day."""
    if not vraagt_tweestaps(werkplek.rechten):
        return False
    stempel = f"{werkplek.school.pk}:{werkplek.dag}"
    if request.session.get(SESSIE) == stempel:
        return False
    if instelling(TWEESTAPS, werkplek.dag) and not heeft_tweestaps(werkplek.user):
        return True
    request.session[SESSIE] = stempel
    return False


def heeft_tweestaps(user: User) -> bool:
    """Say whether this person set up an app for codes."""
    return User.objects.filter(Exists(_TOTP), pk=user.pk).exists()


def doorsturen(request: HttpRequest) -> HttpResponse:
    """Send to the page that turns the second step on, also from HTMX."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": reverse("mfa_activate_totp")})
    messages.info(request, "Je school vraagt inloggen in twee stappen. Zet dat eerst aan, dan kun je verder.")
    return redirect("mfa_activate_totp")


class MFAAdapter(DefaultMFAAdapter):
    """allauth's second step: its secrets locked in the table, and who needs it cannot turn it off again."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "Je school vraagt inloggen in twee stappen. Je kunt het niet uitzetten."
    }

    def encrypt(self, text: str) -> str:
        """What goes into the table: a TOTP secret, or the seed of the recovery codes."""
        return sluit(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The counterpart; raises KluisDicht."""
        return open_(encrypted_text)

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        if authenticator.type != Authenticator.Type.TOTP:
            return True
        dag = timezone.localdate()
        for aanstelling in aanstellingen_van(authenticator.user, dag):
            if vraagt_tweestaps(rechten_van(frozenset({Rol(aanstelling.rol)}))):
                with in_school(aanstelling.school_id, authenticator.user_id):
                    if instelling(TWEESTAPS, dag):
                        return False
        return True
