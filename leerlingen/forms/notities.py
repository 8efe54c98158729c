"""Forms of notes, of retracting, and of what parents or pupil think; validation only."""

import uuid
from datetime import date
from typing import Any

from django import forms

from leerlingen.models import Niveau, Notitie, Notitiesoort
from leerlingen.models.notitie import NOTITIE_MAX, STEM_MAX, TITEL_MAX
from leerlingen.services.notities import VELDEN, Notitiegegevens
from leerlingen.zienswijzen import Spreker
from zorgapp.accounts.forms.basis import Datum
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.velden import TekstVeld

EERSTE = date(1990, 1, 1)


def te_lang(lengte: int) -> dict[str, str]:
    """The message of a text that is too long."""
    return {"max_length": f"Dit is langer dan {lengte} tekens. Schrijf het korter."}


def gebeurd(dag: date, uiterlijk: date) -> date:
    """Return `dag` when it lies between 1990 and `uiterlijk`; raises ValidationError otherwise."""
    if dag > uiterlijk:
        raise forms.ValidationError("Die dag moet nog komen. Kies vandaag of een eerdere dag.")
    if dag < EERSTE:
        raise forms.ValidationError("Die dag is te lang geleden. Kijk het jaartal na.")
    return dag


class Eenmalig(forms.Form):
    """A form that is sent once: its key comes with it and goes with the draft."""

    sleutel = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={"invalid": "Laad de pagina opnieuw en probeer het nog eens."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        try:
            uuid.UUID(str(self.initial.get("sleutel")))
        except ValueError:
            self.initial["sleutel"] = uuid.uuid4()


class NotitieVelden(forms.Form):
    """What a note holds. `uiterlijk` is the last day it can have happened; nothing asks for a diagnosis."""

    soort = forms.ChoiceField(
        choices=Notitiesoort.choices,
        error_messages={
            "required": "Kies wat voor notitie dit is.",
            "invalid_choice": "Kies een van deze soorten.",
        },
    )
    gebeurd_op = Datum()
    niveau = forms.ChoiceField(
        choices=Niveau.choices,
        error_messages={"required": "Kies wie dit leest.", "invalid_choice": "Kies een van deze drie."},
    )
    domein = forms.ChoiceField(choices=[("", "Geen"), *Domein.choices], required=False)
    titel = forms.CharField(max_length=TITEL_MAX, required=False, error_messages=te_lang(TITEL_MAX))
    tekst = TekstVeld(max_length=NOTITIE_MAX, required=False, error_messages=te_lang(NOTITIE_MAX))
    stem = TekstVeld(max_length=STEM_MAX, required=False, error_messages=te_lang(STEM_MAX))
    stem_van = forms.CharField(max_length=80, required=False, error_messages=te_lang(80))

    def __init__(self, *args: Any, uiterlijk: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.uiterlijk = uiterlijk
        self.initial.setdefault("gebeurd_op", uiterlijk)
        self.initial.setdefault("niveau", Niveau.MENTOR_ZORGTEAM)

    def clean_gebeurd_op(self) -> date:
        return gebeurd(self.cleaned_data["gebeurd_op"], self.uiterlijk)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not {"tekst", "stem"} & set(self.errors) and not data.get("tekst") and not data.get("stem"):
            self.add_error("tekst", "Schrijf op wat er gebeurde. Een paar zinnen is genoeg.")
        if data.get("stem") and not data.get("stem_van") and "stem_van" not in self.errors:
            self.add_error("stem_van", "Schrijf erbij van wie deze woorden zijn.")
        return data

    def gegevens(self) -> Notitiegegevens:
        data = self.cleaned_data
        return Notitiegegevens(
            **{naam: data[naam] for naam in VELDEN if naam != "stem_van"},
            stem_van=data["stem_van"] if data["stem"] else "",
        )

    @property
    def fouten_boven(self) -> list[str]:
        """Errors that belong to no visible field."""
        verborgen = [self[naam].errors for naam in self.fields if self.fields[naam].widget.is_hidden]
        return [*self.non_field_errors(), *(fout for fouten in verborgen for fout in fouten)]


class NotitieForm(Eenmalig, NotitieVelden):
    """A new note; `van` is the number of a working note that is shared with it."""

    van = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)


class NotitieWijzigForm(NotitieVelden):
    """A change; `versie` is the one that the writer had before him, and goes along in his draft."""

    versie = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)


def velden_van(notitie: Notitie) -> dict[str, Any]:
    """First values of the form of a change."""
    return {naam: getattr(notitie, naam) for naam in VELDEN} | {"versie": notitie.versie}


class RedenForm(forms.Form):
    """Why something is retracted."""

    reden = forms.CharField(
        max_length=300,
        error_messages={
            "required": "Schrijf in een zin op waarom. Bijvoorbeeld: staat bij de verkeerde leerling.",
            **te_lang(300),
        },
    )
    versie = forms.IntegerField(min_value=1, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)


class ZienswijzeForm(Eenmalig):
    """The words of pupil or parent about a report; `sprekers` are who can give a view."""

    van_wie = forms.ChoiceField(
        error_messages={
            "required": "Kies wie dit vindt.",
            "invalid_choice": "Deze persoon vinden we niet bij deze leerling. Kies opnieuw.",
        }
    )
    gegeven_op = Datum()
    tekst = TekstVeld(
        max_length=NOTITIE_MAX,
        error_messages={
            "required": "Schrijf op wat iemand zei of schreef, in eigen woorden.",
            **te_lang(NOTITIE_MAX),
        },
    )

    def __init__(self, *args: Any, sprekers: dict[str, Spreker], vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sprekers, self.vandaag = sprekers, vandaag
        veld = self.fields["van_wie"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(waarde, f"{s.naam} ({s.relatie})") for waarde, s in sprekers.items()]
        self.initial.setdefault("gegeven_op", vandaag)

    def clean_gegeven_op(self) -> date:
        return gebeurd(self.cleaned_data["gegeven_op"], self.vandaag)

    def spreker(self) -> Spreker:
        return self.sprekers[self.cleaned_data["van_wie"]]
