"""Using a one-time link: reading it harmlessly and choosing a password with it, once."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.mails import uit_token
from zorgapp.accounts.models import Aanstelling, Accountmail, User


def uitnodiging_lezen(token: str, nu: datetime) -> Accountmail | None:
    """Return the invitation when its link still opens: ours, not expired, not used, for somebody who may come in."""
    nummers = uit_token(token)
    if nummers is None:
        return None
    with in_school(nummers[0]):
        mail = Accountmail.objects.select_related("ontvanger", "school").filter(pk=nummers[1]).first()
    if mail is None or not mail.te_gebruiken(nu):
        return None
    user = mail.ontvanger
    hier = Aanstelling.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=timezone.localdate(nu)), user=user, school=mail.school
    ).exists()
    return mail if hier and user.is_active and not user.has_usable_password() else None


@transaction.atomic
def wachtwoord_kiezen(*, mail: Accountmail, wachtwoord: str, nu: datetime) -> User | None:
    """Set the password of the invited person and use up the link; None when somebody was just first."""
    with in_school(mail.school_id, mail.ontvanger_id):
        geldig = Accountmail.objects.filter(pk=mail.pk, gebruikt_op=None, verloopt_op__gt=nu)
        if not geldig.update(gebruikt_op=nu):
            return None
    user = User.objects.select_for_update().get(pk=mail.ontvanger_id)
    user.set_password(wachtwoord)
    user.save(update_fields=["password"])
    return user
