"""A refused password says in Dutch what to do."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from zorgapp.accounts.models import User


@pytest.mark.parametrize(
    ("wachtwoord", "zin"),
    [
        ("kort", "Dit wachtwoord is te kort. Kies er een van 12 tekens of meer."),
        ("password1234", "Dit wachtwoord is te algemeen."),
        ("joris@school.example", "Dit wachtwoord lijkt te veel op je naam of e-mailadres. Kies iets anders."),
    ],
)
def test_geweigerd_wachtwoord_zegt_waarom(wachtwoord: str, zin: str) -> None:
    with pytest.raises(ValidationError) as fout:
        validate_password(wachtwoord, User(email="joris@school.example"))
    assert any(regel.startswith(zin) for regel in fout.value.messages), fout.value.messages
