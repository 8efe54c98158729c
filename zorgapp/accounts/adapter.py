"""allauth, narrowed to what a school needs: sign-up is closed, and an error says what to do next."""

import logging
import time
from smtplib import SMTPException
from typing import Any
from urllib.parse import urlsplit

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zorgapp.accounts.models import User

log = logging.getLogger(__name__)


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

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link in the mail begins as all links in mail do, whatever name the request came in by."""
        return settings.BASIS_URL + urlsplit(super().get_reset_password_from_key_url(key)).path

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that is down gives no error page, which would also tell that the address is known here."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as fout:
            log.warning("mail %s niet weg: %s", template_prefix, type(fout).__name__)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say it on the spot, after the right password only; there is no page of its own for it."""
        return render(request, "account/account_inactive.html", status=403)
