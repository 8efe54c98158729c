"""The mails of the outbox: numbers and a link, never a name from a file."""

import uuid
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from zorgapp.accounts.models import School, User
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.soorten import Bijlage, Soort, soort_van


def _regels(rijen: list[Herinnering]) -> list[tuple[Soort, int]]:
    """Return the kinds in the order of their first row, with how many of each."""
    tel = Counter(rij.soort for rij in rijen)
    return [(soort, aantal) for sleutel, aantal in tel.items() if (soort := soort_van(sleutel)) is not None]


def _adres(soorten: list[Soort]) -> str:
    """Where the one link of a mail leads: the list that all of it stands on, or Vandaag (also of two schools)."""
    paginas = {soort.pagina for soort in soorten}
    pad = reverse(paginas.pop()) if len(paginas) == 1 and "" not in paginas else "/"
    return f"{settings.BASIS_URL}{pad}"


def _bericht(
    naam: str, *, zending: uuid.UUID, user: User, soorten: list[Soort], context: dict[str, object]
) -> EmailMessage:
    """Render one mail; its Message-ID follows from the claim, so that one claim is one mail."""
    context |= {"voornaam": user.voornaam, "url": _adres(soorten)}
    domein = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "zorgapp"
    return EmailMessage(
        subject=" ".join(render_to_string(f"emails/notifications/{naam}_onderwerp.txt", context).split()),
        body=render_to_string(f"emails/notifications/{naam}.txt", context),
        to=[user.email],
        headers={"Message-ID": f"<{zending}@{domein}>", "Auto-Submitted": "auto-generated"},
    )


def _woorden(rijen: list[Herinnering]) -> list[str]:
    return [soort.aantal(aantal) for soort, aantal in _regels(rijen)]


def digest(
    *,
    zending: uuid.UUID,
    user: User,
    school: School,
    rijen: list[Herinnering],
    ook: Sequence[tuple[School, list[Herinnering]]] = (),
) -> EmailMessage:
    """The one daily mail: what waits, counted per kind; `ook` is what waits at other schools where he works."""
    context: dict[str, object] = {
        "aantal": len(rijen),
        "samen": len(rijen) + sum(len(andere) for _, andere in ook),
        "regels": _woorden(rijen),
        "school": school.naam,
        "ook": [(ander.naam, _woorden(andere)) for ander, andere in ook],
    }
    soorten = [] if ook else [soort for soort, _ in _regels(rijen)]
    return _bericht("digest", zending=zending, user=user, soorten=soorten, context=context)


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
    alle = [soort for soort, _ in soorten]
    bericht = _bericht("direct", zending=zending, user=user, soorten=alle, context=context)
    for bijlage in bijlagen:
        bericht.attach(bijlage.naam, bijlage.inhoud, bijlage.soort)
    return bericht
