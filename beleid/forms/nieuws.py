"""Forms of the nieuwsbrief: its title, one item, and placing it; each asks once whether a pupil is named."""

from typing import Any

from django import forms

from beleid.forms.punt import versieveld
from ondersteuning.forms.trajectvelden import regel, tekst
from overleg.forms.naamcheck import MetNaamcheck


class TitelForm(MetNaamcheck):
    """What a letter is called."""

    versie = versieveld()
    titel = regel("Hoe heet de nieuwsbrief?", "Geef de nieuwsbrief een naam.")

    teksten = ("titel",)


class BerichtForm(MetNaamcheck):
    """One item."""

    versie = versieveld()
    kop = regel("Waar gaat het over?", "Schrijf in een paar woorden waar het over gaat.")
    tekst = tekst("Wat wil je vertellen?", rijen=6, hoogstens=2000)

    teksten = ("kop", "tekst")


class PlaatsForm(MetNaamcheck):
    """Placing the whole letter: the check looks at everything that is in it."""

    versie = forms.IntegerField(
        min_value=1,
        max_value=2**31 - 1,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Laad de pagina opnieuw."
        ),
    )

    def __init__(self, *args: Any, inhoud: str, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._inhoud = inhoud
        gevonden = self._namen_in
        self._namen_in = lambda _: gevonden(self._inhoud)
