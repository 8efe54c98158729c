"""A form about a row that two people may have open: it carries the version, and shows both texts when it is stale."""

from typing import Any

from django import forms


class MetVersie(forms.ModelForm):
    """Add as the base of a ModelForm whose model has `versie`."""

    gelezen = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["gelezen"] = self.instance.versie if self.instance.pk else 0

    @property
    def versie(self) -> int:
        """The version that was on the screen; 0 when it was taken out of the form."""
        return self.cleaned_data.get("gelezen") or 0

    def verschillen(self, nu: Any) -> list[tuple[str, str]]:
        """Label and present value of each field that somebody else left different from what was typed here."""
        uit = type(self)(instance=nu, **self.extra())
        anders = []
        for veld in uit:
            if veld.name == "gelezen" or not self.fields[veld.name].has_changed(
                self.fields[veld.name].prepare_value(uit.initial.get(veld.name)), self[veld.name].data
            ):
                continue
            anders.append((str(veld.label), _in_woorden(veld)))
        return anders

    def extra(self) -> dict[str, Any]:
        """What the constructor asks besides an instance."""
        return {}

    def op_nieuwste(self, nu: Any) -> None:
        """Let the next save count as one on the newest version: what was typed stays."""
        self.data = self.data.copy()
        self.data["gelezen"] = str(nu.versie)


def _in_woorden(veld: forms.BoundField) -> str:
    """A present value as the screen would say it."""
    waarde = veld.value()
    keuzes = {str(k): str(v) for k, v in getattr(veld.field, "choices", ())}
    if isinstance(waarde, list | tuple):
        return ", ".join(keuzes.get(str(w), str(w)) for w in waarde) or "leeg"
    tekst = keuzes.get(str(waarde), "" if waarde is None else str(waarde))
    return tekst or "leeg"
