"""A field to choose one of very many without a list of them all: a short list, and a search by typing.

The short list is a select. Below it, behind "Iemand anders", is a text field with the keyboard of every search
(`static/js/zoek.js`); what is chosen there becomes an option of the select. Without a script the typed text is matched
on the server: one match is the answer, several come back as options, none gives an error; the text stays.

    form.fields["eigenaar"].bron = Kring(...)      # where it looks; see zorgapp.accounts.collegas
"""

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from zorgapp.kern.kiezen import GEVONDEN_MAX, VRAAG_MAX, Bron, Ingevuld, Optie


class Kieswidget(forms.Widget):
    """Draws the select, the text field and the list below it; knows what the field found out."""

    template_name = "accounts/_kies.html"
    bron: Bron

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.leeg: str | None = None
        self.vast: tuple[Optie, ...] = ()
        self.met_lijst = True
        self.anders = "Iemand anders"
        self.vraag = "Naam of e-mailadres"
        self.gekozen: Optie | None = None
        self.gevonden: list[Optie] = []

    def id_for_label(self, id_: str) -> str:
        """The label is that of the select; without one, of the text field."""
        return id_ if self.met_lijst or not id_ else f"{id_}_naam"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Ingevuld:
        keuze, naam, gezocht = (str(data.get(f"{name}{deel}") or "") for deel in ("", "_naam", "_gezocht"))
        return Ingevuld(keuze[:40], naam.replace("\x00", "").strip()[:VRAAG_MAX], gezocht[:VRAAG_MAX])

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}_naam" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """One small template; `value` is what was sent, or the value of the first choice."""
        was = value if isinstance(value, Ingevuld) else Ingevuld(keuze=str(value or ""))
        if self.gekozen:
            was = Ingevuld(keuze=self.gekozen.waarde)
        alle, groepen = {**self.attrs, **(attrs or {})}, self._groepen(was.keuze)
        gegevens = {
            "naam": name,
            "id": alle.get("id", f"id_{name}"),
            "fout": alle.get("aria-invalid") or "is-invalid" in str(alle.get("class", "")),
            "beschrijving": alle.get("aria-describedby", ""),
            "autofocus": alle.get("autofocus"),
            "w": self,
            "was": was,
            "gezocht": was.naam if self.gevonden else was.gezocht,
            "gevonden": self.gevonden,
            "open": bool(was.naam) or (self.met_lijst and sum(len(o) for _, o in groepen) < 2),
            "groepen": groepen,
            "url": f"{self.bron.url}{'&' if '?' in self.bron.url else '?'}veld={name}_naam",
        }
        return mark_safe(render_to_string(self.template_name, gegevens))

    def _groepen(self, keuze: str) -> list[tuple[str, list[Optie]]]:
        """Options by group: what was just found comes first, then the short list with what was chosen (`keuze`)."""
        gewoon = [*self.vast, *self.bron.waarschijnlijk()] if self.met_lijst else []
        if keuze and self.met_lijst and keuze not in {o.waarde for o in gewoon}:
            bekend = self.gekozen or next(iter(self.bron.kies(keuze) or ()), None)
            gewoon[len(self.vast) : len(self.vast)] = [bekend] if bekend else []
        if self.gevonden:
            return [
                ("", [Optie("", "Kies wie of wat je bedoelt")]),
                ("Gevonden", self.gevonden),
                ("Anders", gewoon),
            ]
        leeg = [] if self.leeg is None else [Optie("", self.leeg)]
        return [("", [*leeg, *gewoon])]


class ZoekVeld(forms.Field):
    """The chosen object, or the value of one of the fixed options (`vast`); None when it may stay empty.

    `leeg` is the text of the empty option: None leaves it out, for a field that begins with somebody chosen.
    `met_lijst=False` shows the text field only; what is chosen is then its text.
    """

    widget = Kieswidget
    default_error_messages = {
        "required": "Kies een collega.",
        "onbekend": "Kies een collega uit de lijst.",
        "niemand": "Bij ‘{vraag}’ vinden we geen collega met een rol die hierbij past. Kijk de naam na.",
        "meer": "Er is meer dan één collega bij ‘{vraag}’. Kies in de lijst wie je bedoelt.",
        "te_veel": "Er zijn veel collega's bij ‘{vraag}’. Kies in de lijst, of typ ook de achternaam.",
    }

    def __init__(
        self,
        *,
        leeg: str | None = "Kies een collega",
        vast: tuple[Optie, ...] = (),
        met_lijst: bool = True,
        anders: str = "Iemand anders",
        vraag: str = "Naam of e-mailadres",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        widget = self.widget
        widget.leeg, widget.vast, widget.met_lijst = leeg, vast, met_lijst
        widget.anders, widget.vraag = anders, vraag

    @property
    def bron(self) -> Bron:
        return self.widget.bron

    @bron.setter
    def bron(self, bron: Bron) -> None:
        self.widget.bron = bron

    def clean(self, value: Any) -> Any:
        """Return what was chosen; raises ValidationError with, after a typed text, the found ones as options."""
        was = value if isinstance(value, Ingevuld) else Ingevuld(keuze=str(value or ""))
        waarde = self._van_tekst(was) if was.getypt else was.keuze
        if not waarde:
            if was.gezocht and was.naam == was.gezocht:
                self._van_tekst(replace(was, gezocht=""))
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if waarde in {optie.waarde for optie in self.widget.vast}:
            return waarde
        gekozen = self.bron.kies(waarde)
        if gekozen is None:
            raise ValidationError(self.error_messages["onbekend"], code="onbekend")
        self.widget.gekozen = gekozen[0]
        return gekozen[1]

    def _van_tekst(self, was: Ingevuld) -> str:
        """The value of the one that a typed text means; raises ValidationError for none or several."""
        gevonden = self.bron.zoek(was.naam, GEVONDEN_MAX + 1)
        klein = was.naam.casefold()
        precies = [o for o in gevonden if klein in {o.naam.casefold(), o.tekst.casefold()}]
        if len(precies) == 1 or len(gevonden) == 1:
            return (precies or gevonden)[0].waarde
        self.widget.gevonden = (precies or gevonden)[:GEVONDEN_MAX]
        soort = "niemand" if not gevonden else "te_veel" if len(gevonden) > GEVONDEN_MAX else "meer"
        raise ValidationError(self.error_messages[soort].format(vraag=was.naam), code=soort)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return isinstance(data, Ingevuld) and (data.getypt or data.keuze != str(initial or ""))
