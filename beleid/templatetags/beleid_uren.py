"""Minutes a week as hours in templates."""

from django import template

from beleid.inzetberekening import in_uren

register = template.Library()


@register.filter
def uren(minuten: int | None) -> str:
    """960 is "16", 450 is "7,5"; nothing for None."""
    return "" if minuten is None else in_uren(minuten)
