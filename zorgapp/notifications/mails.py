"""The mails of the outbox: numbers and a link, never a name from a file."""

import uuid
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from zorgapp.accounts.models import School, User
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.soorten import Bijlage, Soort, soort_van


def _regels(rijen: list[Herinnering]) -> list[tuple[Soort, int]]:
    """Return the kinds in the order of their first row, with how many of each."""
    tel = Counter(rij.soort for rij in rijen)
    return [(soort, aantal) for sleutel, aantal in tel.items() if (soort := soort_van(sleutel)) is not None]


def _bericht(naam: str, *, zending: uuid.UUID, user: User, context: dict[str, object]) -> EmailMessage:
    """Render one mail; its Message-ID follows from the claim, so that one claim is one mail."""
    context |= {"voornaam": user.voornaam, "url": f"{settings.BASIS_URL}/"}
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "zorgapp"
    return EmailMessage(
        subject=" ".join(render_to_string(f"emails/notifications/{naam}_onderwerp.txt", context).split()),
        body=render_to_string(f"emails/notifications/{naam}.txt", context),
        to=[user.email],
        headers={"Message-ID": f"<{zending}@{domein}>", "Auto-Submitted": "auto-generated"},
    )


def digest(*, zending: uuid.UUID, user: User, school: School, rijen: list[Herinnering]) -> EmailMessage:
    """The one daily mail: what waits, counted per kind."""
    regels = [soort.aantal(aantal) for soort, aantal in _regels(rijen)]
    context: dict[str, object] = {"aantal": len(rijen), "regels": regels, "school": school.naam}
    return _bericht("digest", zending=zending, user=user, context=context)


def bijlagen(rijen: list[Herinnering], op: datetime) -> list[Bijlage]:
    """The files of these rows, for a mail that is sent at once; needs the school's context."""
    gemaakt = [
        soort.bijlage(rij, op)
        for rij in rijen
        if (soort := soort_van(rij.soort)) is not None and soort.bijlage is not None
    ]
    return [bijlage for bijlage in gemaakt if bijlage is not None]


def direct(
    *,
    zending: uuid.UUID,
    user: User,
    school: School,
    rijen: list[Herinnering],
    bijlagen: Sequence[Bijlage] = (),
) -> EmailMessage:
    """A mail that cannot wait for the daily one, with the files that belong to it."""
    soorten = _regels(rijen)
    onderwerp = soorten[0][0].onderwerp if len(soorten) == 1 else ""
    context: dict[str, object] = {
        "aantal": len(rijen),
        "regels": [soort.aantal(aantal) for soort, aantal in soorten],
        "school": school.naam,
        "onderwerp": onderwerp,
    }
    bericht = _bericht("direct", zending=zending, user=user, context=context)
    for bijlage in bijlagen:
        bericht.attach(bijlage.naam, bijlage.inhoud, bijlage.soort)
    return bericht
