"""Who asks: the session and its user, the two questions that every request begins with, as fixed questions."""

from datetime import datetime

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from zorgapp.accounts.models import User
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Tekst


@vaste_vraag
def _sessie(sleutel: Tekst, op: datetime) -> QuerySet:
    return Session.objects.filter(session_key=sleutel, expire_date__gt=op)


@vaste_vraag
def _user(pk: int) -> QuerySet:
    return User.objects.filter(pk=pk)


class SessionStore(db.SessionStore):
    """Django's sessions in the database. Named by SESSION_ENGINE."""

    def _validate_session_key(self, key: str | None) -> bool:
        """A made-up cookie is not looked up: PostgreSQL answers an error to a zero byte."""
        return bool(super()._validate_session_key(key) and key and key.isascii() and key.isalnum())  # type: ignore[misc]

    def _get_session_from_db(self) -> Session | None:
        """The running session; without one, Django's own way of saying so."""
        rij: Session | None = _sessie.een(Tekst(self.session_key), timezone.now())
        return rij or super()._get_session_from_db()  # type: ignore[misc]


class Inlogweg(AuthenticationBackend):
    """allauth's way in, by e-mail address."""

    def get_user(self, user_id: int) -> User | None:
        """The user of a session; None when he may no longer sign in."""
        user: User | None = _user.een(user_id)
        return user if user and self.user_can_authenticate(user) else None
