"""One mail to the mail server, and what its answer means: taken, refused for now, refused for good, or unknown."""

import contextlib
import smtplib
from enum import Enum

from django.core.mail import EmailMessage, get_connection


class Antwoord(Enum):
    """GEEN_VERBINDING and LATER: certainly not sent. ONZEKER: the line broke while the mail was under way."""

    AANGENOMEN = "aangenomen"
    GEEN_VERBINDING = "de mailserver is niet bereikbaar"
    LATER = "de mailserver neemt de mail nu niet aan"
    GEWEIGERD = "de mailserver weigert de mail"
    ONZEKER = "de verbinding viel weg tijdens het versturen"


def _betekenis(code: int) -> Antwoord:
    """Read a reply code: 5xx is for good, 4xx for now, anything else is no answer to the question."""
    if code >= 500:
        return Antwoord.GEWEIGERD
    return Antwoord.LATER if code >= 400 else Antwoord.ONZEKER


def bezorg(mail: EmailMessage) -> Antwoord:
    """Send over a connection of its own; never raises for what the mail server or the network does."""
    verbinding = get_connection()
    try:
        verbinding.open()
    except (OSError, smtplib.SMTPException):
        return Antwoord.GEEN_VERBINDING
    try:
        verbinding.send_messages([mail])
    except smtplib.SMTPRecipientsRefused as fout:
        return _betekenis(max((code for code, _ in fout.recipients.values()), default=500))
    except smtplib.SMTPSenderRefused:  # our own address or login: can be put right
        return Antwoord.LATER
    except smtplib.SMTPResponseException as fout:
        return _betekenis(fout.smtp_code)
    except (smtplib.SMTPNotSupportedError, ValueError):  # an address that cannot be written in a mail
        return Antwoord.GEWEIGERD
    except (OSError, smtplib.SMTPException):
        return Antwoord.ONZEKER
    finally:
        with contextlib.suppress(OSError, smtplib.SMTPException):
            verbinding.close()
    return Antwoord.AANGENOMEN
