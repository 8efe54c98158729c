"""allauth, narrowed to what a school needs: sign-up is closed, and an error says what to do next."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zorgapp.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account staat uit. Vraag de beheerder van je school.",
        "email_password_mismatch": (
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Typ ze nog eens, of kies een nieuw wachtwoord."
        ),
        "too_many_login_attempts": (
            "Je probeerde het te vaak achter elkaar. Wacht 5 minuten, of kies een nieuw wachtwoord."
        ),
        "enter_current_password": "Dit is niet je wachtwoord van nu. Typ het nog eens.",
        "incorrect_password": "Dit is niet je wachtwoord. Typ het nog eens.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who signed in a moment ago is not asked again: a first login leads straight to the second step."""
        inlog = get_authentication_records(context.request, context.request.user)
        if inlog and time.time() - inlog[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say it on the spot, after the right password only; there is no page of its own for it."""
        return render(request, "account/account_inactive.html", status=403)
