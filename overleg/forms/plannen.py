"""Forms of one meeting: what it is, when, where and who leads; asking somebody, and calling it off."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from leerlingen.models import ExternePartner, Leerling
from ondersteuning.forms.trajectvelden import regel
from overleg.access_plannen import (
    deelnemer_kring,
    externen,
)
from overleg.forms.soortvorm import SoortForm, begin_nieuw, minutenveld, tijdveld
from overleg.models import Functie, Overleg
from overleg.services.overleg import Lid, Overlegplan
from zorgapp.accounts.forms.basis import Datum, Keuze, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.werkplek import Werkplek


class OverlegForm(SoortForm):
    """One meeting: a new one of a kind, or an existing one whose kind, class and pupil stay."""

    dag = Datum(label="Welke dag?")
    tijd = tijdveld()
    minuten = minutenveld()

    def __init__(
        self,
        *args: Any,
        werkplek: Werkplek,
        soort: str,
        overleg: Overleg | None = None,
        leerling: Leerling | None = None,
        **kwargs: Any,
    ) -> None:
        self.overleg, self.leerling = overleg, leerling
        begin = _begin_van(overleg) if overleg else begin_nieuw(werkplek, soort)
        super().__init__(*args, initial=begin | kwargs.pop("initial", {}), **kwargs)
        extra = self.zet_velden(werkplek, soort, nieuw=overleg is None)
        if "klas" in extra:
            self.fields["docenten"] = forms.BooleanField(
                label="Vraag de docenten van deze klas meteen", required=False, initial=True
            )
            extra.append("docenten")
        if leerling is not None and "vestiging" in extra:
            extra.remove("vestiging")
            del self.fields["vestiging"]
        self.helper = helper(
            "Bewaar het overleg" if overleg else "Plan het overleg",
            "versie",
            *extra,
            naast("dag", "tijd", "minuten"),
            "plek",
            naast("voorzitter", "notulist"),
            "naam",
        )

    def plan(self) -> Overlegplan:
        """What the service takes."""
        data, was = self.cleaned_data, self.overleg
        vestiging = was.vestiging if was and "vestiging" not in self.fields else self.vestiging()
        return Overlegplan(
            soort=self.soort,
            naam=data["naam"],
            begin=timezone.make_aware(datetime.combine(data["dag"], data["tijd"])),
            minuten=data["minuten"],
            voorzitter=data["voorzitter"],
            notulist=data["notulist"],
            plek=data["plek"],
            vestiging=self.leerling.vestiging if self.leerling else vestiging,
            klas=was.klas if was else data.get("klas"),
        )


def _begin_van(overleg: Overleg) -> dict[str, Any]:
    om = timezone.localtime(overleg.begin)
    velden = ("versie", "naam", "minuten", "plek")
    return {veld: getattr(overleg, veld) for veld in velden} | {
        "dag": om.date(),
        "tijd": om.time(),
        "voorzitter": overleg.voorzitter_id,
        "notulist": overleg.notulist_id,
        "vestiging": overleg.vestiging_id or "",
    }


class DeelnemerForm(forms.Form):
    """Ask one colleague."""

    collega = ZoekVeld(label="Wie vraag je erbij?", error_messages={"required": "Kies wie je erbij vraagt."})

    def __init__(self, *args: Any, werkplek: Werkplek, behalve: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["collega"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = deelnemer_kring(werkplek, behalve)

    def lid(self) -> Lid:
        return Lid(self.cleaned_data["collega"])


class ExternForm(forms.Form):
    """Ask somebody from outside, and for which organisation of the sociale kaart he comes."""

    extern = forms.ChoiceField(
        label="Wie van buiten?",
        widget=Keuze,
        error_messages={
            "required": "Kies wie je erbij vraagt.",
            "invalid_choice": "Deze persoon kun je hier niet vragen. Kies een ander.",
        },
    )
    partner = forms.ChoiceField(
        label="Voor welke organisatie?",
        widget=Keuze,
        error_messages={
            "required": "Kies voor welke organisatie deze deelnemer komt.",
            "invalid_choice": "Deze organisatie staat niet op de sociale kaart. Kies een andere.",
        },
    )

    def __init__(
        self,
        *args: Any,
        werkplek: Werkplek,
        behalve: list[int],
        partners: list[ExternePartner],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mensen, self.partners = externen(werkplek, behalve), partners
        wie, partner = self.fields["extern"], self.fields["partner"]
        assert isinstance(wie, forms.ChoiceField) and isinstance(partner, forms.ChoiceField)
        namen = [(str(a.user_id), f"{a.user.naam}{a.functie and ', ' + a.functie}") for a in self.mensen]
        wie.choices = [("", "Kies iemand"), *namen]
        partner.choices = [("", "Kies een organisatie"), *((str(p.pk), p.naam) for p in partners)]

    def lid(self) -> Lid:
        data = self.cleaned_data
        wie = next(a.user for a in self.mensen if str(a.user_id) == data["extern"])
        partner = next(p for p in self.partners if str(p.pk) == data["partner"])
        return Lid(wie, Functie.EXTERN, partner)


class AfzegForm(forms.Form):
    """Why a meeting does not go on."""

    versie = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    reden = regel(
        "Waarom gaat het niet door?", "Schrijf kort op waarom het overleg niet doorgaat.", hoogstens=200
    )
