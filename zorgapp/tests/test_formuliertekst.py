"""What stands below a field is a sentence for who fills it in, never the note of the model for who reads the code."""

from collections.abc import Iterator

from django import forms
from django.urls import get_resolver


def _formulieren(soort: type[forms.BaseForm] = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for formulier in soort.__subclasses__():
        yield formulier
        yield from _formulieren(formulier)


def test_uitleg_onder_een_veld_is_een_zin() -> None:
    """The notes of a model are English and begin small; a ModelForm shows them unless it has words of its own."""
    assert get_resolver().url_patterns  # every view, and so every form, is imported
    uitleg = {
        f"{formulier.__name__}.{naam}: {veld.help_text}"
        for formulier in _formulieren()
        if not formulier.__module__.startswith(("django", "allauth"))
        for naam, veld in getattr(formulier, "base_fields", {}).items()
        if veld.help_text and (str(veld.help_text)[0].islower() or str(veld.help_text)[-1] not in ".?")
    }
    assert uitleg == set()
