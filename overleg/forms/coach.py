"""The forms of the coachlijn: a new question, and a message in one."""

from typing import Any

from django import forms

from leerlingen.forms.notities import Eenmalig, te_lang
from ondersteuning.models.signaal import TEKST_MAX
from overleg.access_coach import COACHROLLEN
from overleg.forms.naamcheck import MetNaamcheck
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.kern.velden import TekstVeld

ONDERWERP_MAX = 120
_LEESBAAR = {"null_characters_not_allowed": "Schrijf dit opnieuw op."}


def _tekst() -> forms.CharField:
    leeg = {"required": "Schrijf op wat je wilt vragen of zeggen."}
    return TekstVeld(max_length=TEKST_MAX, error_messages=leeg | _LEESBAAR | te_lang(TEKST_MAX))


class VraagForm(MetNaamcheck, Eenmalig):
    """Whom one asks, and what."""

    coach = ZoekVeld(leeg="Kies een coach", error_messages={"required": "Kies aan wie je het vraagt."})
    onderwerp = forms.CharField(
        max_length=ONDERWERP_MAX,
        error_messages={"required": "Schrijf in een paar woorden waar het over gaat."}
        | _LEESBAAR
        | te_lang(ONDERWERP_MAX),
    )
    tekst = _tekst()

    teksten = ("onderwerp", "tekst")

    def __init__(self, *args: Any, kring: Kring, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["coach"]
        assert isinstance(veld, ZoekVeld) and kring.rollen == COACHROLLEN
        veld.bron = kring


class BerichtForm(MetNaamcheck, Eenmalig):
    """One message to the other."""

    tekst = _tekst()

    teksten = ("tekst",)


class SluitForm(forms.Form):
    """Being done with what one saw: a message that came since is read first."""

    versie = forms.IntegerField(
        min_value=1,
        max_value=2**31 - 1,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Laad de pagina opnieuw."
        ),
    )
