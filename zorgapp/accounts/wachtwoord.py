"""What a password must be, said in Dutch: of Django's own sentences one has no translation and one a wrong article."""

from django.contrib.auth.password_validation import MinimumLengthValidator, UserAttributeSimilarityValidator


class LangGenoeg(MinimumLengthValidator):
    """Long enough."""

    def get_error_message(self) -> str:
        """What to do about a password that is too short."""
        return f"Dit wachtwoord is te kort. Kies er een van {self.min_length} tekens of meer."


class NietJezelf(UserAttributeSimilarityValidator):
    """Not one's own name or address."""

    def get_error_message(self) -> str:
        """What to do about a password that anybody guesses who knows the person."""
        return "Dit wachtwoord lijkt te veel op je naam of e-mailadres. Kies iets anders."
