"""Sending account mail: one function claims, sends and notes; the texts know no pupil and no password."""

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import Accountmail, Mailsoort, School, Waarneming

log = logging.getLogger(__name__)
_ZOUT = "zorgapp.uitnodiging"


def token_van(mail: Accountmail) -> str:
    """Return the secret of an invitation: school and row, signed; nothing of it is stored."""
    return signing.Signer(salt=_ZOUT).sign(f"{mail.school_id}.{mail.pk}")


def uit_token(token: str) -> tuple[int, int] | None:
    """Return (school_id, mail_id) of a token that we made ourselves, else None."""
    try:
        school, _, pk = signing.Signer(salt=_ZOUT).unsign(token).partition(".")
        return int(school), int(pk)
    except (signing.BadSignature, ValueError):
        return None


def link(mail: Accountmail) -> str:
    """Return the full address of the one-time link."""
    return settings.BASIS_URL + reverse("accounts:uitnodiging", args=[token_van(mail)])


def opstellen(mail: Accountmail, school: School) -> EmailMessage | None:
    """Write the mail; None when there is nothing left to tell (a deputising that was taken back)."""
    gegevens = {"school": school, "ontvanger": mail.ontvanger, "basis": settings.BASIS_URL, "door": mail.door}
    if mail.soort == Mailsoort.UITNODIGING:
        gegevens |= {"link": link(mail), "verloopt_op": mail.verloopt_op}
    if mail.soort == Mailsoort.WAARNEMING:
        waarneming = (
            Waarneming.objects.select_related("afwezige", "waarnemer").filter(pk=mail.object_id or 0).first()
        )
        if waarneming is None:
            return None
        gegevens |= {"waarneming": waarneming, "voor_mij": waarneming.waarnemer_id == mail.ontvanger_id}
    basis = f"emails/accounts/{mail.soort}"
    onderwerp = " ".join(render_to_string(f"{basis}_onderwerp.txt", gegevens).split())
    return EmailMessage(onderwerp, render_to_string(f"{basis}.txt", gegevens), to=[mail.ontvanger.email])


def versturen(school_id: int, mail_id: int) -> bool:
    """Send one mail, at most once; says whether it went. A failure is noted on the row, not raised.

    The claim is committed before the mail server is called: a crash in between leaves "onzeker", never a second mail.
    """
    with in_school(school_id):
        nu = timezone.now()
        if not Accountmail.objects.filter(pk=mail_id, geclaimd_op__isnull=True).update(geclaimd_op=nu):
            return False
        mail = Accountmail.objects.select_related("ontvanger", "school", "door").get(pk=mail_id)
        brief = opstellen(mail, mail.school)
        if brief is None:
            mail.delete()
            return False
    try:
        brief.send()
    except (OSError, SMTPException) as fout:
        log.warning("accountmail %s niet verstuurd: %s", mail_id, type(fout).__name__)
        uitkomst: dict[str, Any] = {"mislukt": True}
    else:
        uitkomst = {"verstuurd_op": timezone.now()}
    with in_school(school_id):
        Accountmail.objects.filter(pk=mail_id).update(**uitkomst)
    return "verstuurd_op" in uitkomst
