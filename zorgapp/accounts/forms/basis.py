"""What the forms share: date fields, a layout with one button, and taking over what a service refused."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

T = TypeVar("T")
LAATSTE = date(2099, 12, 31)


class Keuze(forms.Select):
    """A select drawn by one small template; Django's own renders a template per option, dear in a list of colleagues."""

    template_name = "_keuze.html"

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        """One group of plain options; `value` holds what is chosen."""
        opties = [
            {"value": str(waarde), "label": label, "selected": str(waarde) in value}
            for waarde, label in self.choices
        ]
        return [(None, opties, 0)]

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        return mark_safe(render_to_string(template_name, context))


class Datum(forms.DateField):
    """A date with the browser's own picker; also typed as 24-11-2026."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y"])
        kwargs["error_messages"] = {
            "invalid": "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 24-11-2026.",
            "required": "Kies een datum.",
        } | kwargs.get("error_messages", {})
        super().__init__(**kwargs)

    def validate(self, value: Any) -> None:
        """Nothing of a school is planned for the next century; the day after the last date there is does not exist."""
        super().validate(value)
        if value and value > LAATSTE:
            raise forms.ValidationError("Die datum ligt te ver vooruit. Kies een datum voor 2100.")


def helper(knop: str, *velden: Any) -> FormHelper:
    """A crispy helper: the fields in this order and one button that says what happens."""
    hulp = FormHelper()
    hulp.layout = Layout(*velden, Submit("bewaar", knop, css_class="btn btn-primary"))
    hulp.attrs = {"novalidate": ""}
    return hulp


def naast(*velden: str) -> Div:
    """Fields beside each other on a wide screen, below each other on a phone."""
    return Div(*(Div(veld, css_class="col-sm") for veld in velden), css_class="row gx-3")


def getypt(form: forms.BaseForm) -> list[str]:
    """What somebody typed in words in a form that was sent: for a page that no longer has the fields to show it in."""
    velden = (
        form[n] for n, v in form.fields.items() if isinstance(v, forms.CharField) and not v.widget.is_hidden
    )
    waarden = (str(veld.value() or "").strip() for veld in velden)
    return [waarde for waarde in waarden if waarde] if form.is_bound else []


def probeer(form: forms.BaseForm, doe: Callable[[], T]) -> T | None:
    """Run a service; what it refuses becomes an error of the form, at its field where it names one. None: refused."""
    try:
        return doe()
    except ValidationError as fout:
        meldingen = fout.message_dict if hasattr(fout, "error_dict") else {"": fout.messages}
        for veld, teksten in meldingen.items():
            for tekst in teksten:
                form.add_error(veld if veld in form.fields else None, tekst)
        return None
