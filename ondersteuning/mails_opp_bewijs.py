"""The mail that says an answer by a link came in: the school and a sentence. No name, not a word about what it was."""

import logging
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone

from ondersteuning.mails_opp import PROBEER, mailadres
from ondersteuning.models import Instemming, Instemmingverzoek, Linkmail
from zorgapp.accounts.context import in_school
from zorgapp.notifications.bezorgen import Antwoord, bezorg

log = logging.getLogger(__name__)


def opstellen(antwoord: Instemming) -> EmailMessage | None:
    """Write the mail about an answer that comes with school, question and pupil; None without an address."""
    verzoek = antwoord.verzoek
    aan = mailadres(verzoek.oppversie.opp.leerling, verzoek)
    if not aan:
        return None
    gegevens = {"school": antwoord.school.naam, "op": timezone.localtime(antwoord.vastgelegd_op)}
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "zorgapp"
    return EmailMessage(
        " ".join(render_to_string("emails/opp/bewijs_onderwerp.txt", gegevens).split()),
        render_to_string("emails/opp/bewijs.txt", gegevens),
        to=[aan],
        headers={
            "Message-ID": f"<antwoord-{antwoord.school_id}-{antwoord.pk}@{domein}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def versturen(school_id: int, verzoek_id: int, op: datetime) -> bool:
    """Send the mail about one answer, at most once; says whether it went. Safe to run twice (see mails_opp)."""
    with in_school(school_id):
        wacht = Instemmingverzoek.objects.filter(pk=verzoek_id, bewijs=Linkmail.GEPLAND)
        if not wacht.update(bewijs=Linkmail.GECLAIMD):
            return False
        rijen = Instemming.objects.select_related(
            "school", "verzoek__contact", "verzoek__oppversie__opp__leerling"
        )
        antwoord = rijen.get(verzoek=verzoek_id)
        brief = opstellen(antwoord)
    uitkomst = bezorg(brief) if brief else Antwoord.GEWEIGERD
    if uitkomst is not Antwoord.AANGENOMEN:
        log.warning("antwoord #%s: %s", verzoek_id, uitkomst.value)
    with in_school(school_id):
        geclaimd = Instemmingverzoek.objects.filter(pk=verzoek_id, bewijs=Linkmail.GECLAIMD)
        geclaimd.update(bewijs=_stand(uitkomst, antwoord, op))
    return uitkomst is Antwoord.AANGENOMEN


def _stand(uitkomst: Antwoord, antwoord: Instemming, op: datetime) -> Linkmail:
    if uitkomst is Antwoord.AANGENOMEN:
        return Linkmail.VERSTUURD
    if uitkomst is Antwoord.ONZEKER:
        return Linkmail.GECLAIMD
    later = uitkomst is not Antwoord.GEWEIGERD and op < antwoord.vastgelegd_op + PROBEER
    return Linkmail.GEPLAND if later else Linkmail.MISLUKT


def te_versturen() -> list[int]:
    """Questions of the school in context about whose answer a mail waits."""
    wacht = Instemmingverzoek.objects.filter(bewijs=Linkmail.GEPLAND).order_by("pk")
    return list(wacht.values_list("pk", flat=True)[:100])
