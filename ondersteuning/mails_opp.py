"""The mail with a personal link: the school, a sentence and the address. No name, no code, not a word about whom."""

import logging
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from leerlingen.models import Leerling
from ondersteuning.models import Instemmingverzoek, Linkmail, OppLink
from ondersteuning.opp.linksleutel import sleutel_van, token_van
from zorgapp.accounts.context import in_school
from zorgapp.notifications.bezorgen import Antwoord, bezorg

log = logging.getLogger(__name__)
PROBEER = timedelta(hours=4)
"""So long a mail server that is down is tried again; then somebody must give the link another way."""


def adres_van(link: OppLink) -> str:
    """Return the full address of a link; it follows from the row and the secret of this installation."""
    token = token_van(link.school_id, sleutel_van(link.school_id, link.code))
    return settings.BASIS_URL + reverse("ondersteuning:opp_link", args=[token])


def mailadres(leerling: Leerling, verzoek: Instemmingverzoek | None) -> str:
    """Return where a link for this person is mailed: the parent who was asked, or the pupil; empty when unknown."""
    return verzoek.contact.email if verzoek and verzoek.contact else leerling.email


def opstellen(link: OppLink) -> EmailMessage | None:
    """Write the mail of a link that comes with its school, pupil and question; None without an address."""
    aan = mailadres(link.opp.leerling, link.verzoek)
    if not aan:
        return None
    gegevens = {"school": link.school.naam, "adres": adres_van(link), "verloopt_op": link.verloopt_op}
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "zorgapp"
    return EmailMessage(
        " ".join(render_to_string("emails/opp/link_onderwerp.txt", gegevens).split()),
        render_to_string("emails/opp/link.txt", gegevens),
        to=[aan],
        headers={
            "Message-ID": f"<link-{link.school_id}-{link.pk}@{domein}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def versturen(school_id: int, link_id: int, op: datetime) -> bool:
    """Send the mail of one link, at most once; says whether it went. Safe to run twice.

    The claim is committed before the mail server hears anything: a crash in between leaves "misschien verstuurd",
    never a second mail. A server that is down is tried again for four hours.
    """
    with in_school(school_id):
        wacht = OppLink.objects.filter(pk=link_id, mail=Linkmail.GEPLAND, verloopt_op__gt=op)
        if not wacht.filter(ingetrokken_op__isnull=True).update(mail=Linkmail.GECLAIMD):
            return False
        link = OppLink.objects.select_related("school", "opp__leerling", "verzoek__contact").get(pk=link_id)
        brief = opstellen(link)
    antwoord = bezorg(brief) if brief else Antwoord.GEWEIGERD
    if antwoord is not Antwoord.AANGENOMEN:
        log.warning("link #%s: %s", link_id, antwoord.value)
    with in_school(school_id):
        OppLink.objects.filter(pk=link_id, mail=Linkmail.GECLAIMD).update(**_uitkomst(link, antwoord, op))
    return antwoord is Antwoord.AANGENOMEN


def _uitkomst(link: OppLink, antwoord: Antwoord, op: datetime) -> dict[str, object]:
    if antwoord is Antwoord.AANGENOMEN:
        return {"mail": Linkmail.VERSTUURD, "verstuurd_op": op}
    if antwoord is Antwoord.ONZEKER:
        return {"mail": Linkmail.GECLAIMD}
    later = antwoord is not Antwoord.GEWEIGERD and op < link.gemaakt_op + PROBEER
    return {"mail": Linkmail.GEPLAND if later else Linkmail.MISLUKT}


def te_versturen(op: datetime) -> list[int]:
    """Links of the school in context whose mail waits; those that were withdrawn or ended are left alone."""
    wacht = OppLink.objects.filter(mail=Linkmail.GEPLAND, ingetrokken_op__isnull=True, verloopt_op__gt=op)
    return list(wacht.order_by("gemaakt_op").values_list("pk", flat=True)[:100])
