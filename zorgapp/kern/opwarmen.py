"""Load before gunicorn forks what requests need sooner or later, so that the workers share it.

The URLs bring every view and form along; a compiled template is kept. What a worker loads by itself, it has for itself.
"""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import translation


def warm_op() -> None:
    """Load the texts of our language, every URL with its view, and every template of our own."""
    with translation.override(settings.LANGUAGE_CODE):
        translation.gettext("")
        get_resolver().reverse_dict  # noqa: B018  fills itself
        for naam in eigen_templates():
            get_template(naam)


def eigen_templates() -> Iterator[str]:
    """Names of the templates in `templates/`."""
    map_ = Path(settings.BASE_DIR) / "templates"
    return (pad.relative_to(map_).as_posix() for pad in sorted(map_.rglob("*.html")))
