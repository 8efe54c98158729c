"""The one-time link of an invitation: looking changes nothing, choosing a password uses it up."""

from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from zorgapp.accounts.services.uitnodiging import uitnodiging_lezen, wachtwoord_kiezen
from zorgapp.accounts.toegang import openbaar


@openbaar("who was invited has no password yet; the signed link says who it is")
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def uitnodiging(request: HttpRequest, token: str) -> HttpResponse:
    """Show who invites; POST sets the password once and leads to the login page."""
    nu = timezone.now()
    mail = uitnodiging_lezen(token, nu)
    if mail is None:
        return render(request, "accounts/uitnodiging_verlopen.html", status=404)
    form = SetPasswordForm(mail.ontvanger, request.POST or None)
    if form.is_valid():
        if wachtwoord_kiezen(mail=mail, wachtwoord=form.cleaned_data["new_password1"], nu=nu) is None:
            return render(request, "accounts/uitnodiging_verlopen.html", status=404)
        messages.success(request, "Je wachtwoord is gekozen. Log nu in.")
        return redirect("account_login")
    gegevens = {"form": form, "mail": mail}
    return render(request, "accounts/uitnodiging.html", gegevens, status=422 if form.errors else 200)
