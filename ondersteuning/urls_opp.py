"""Addresses of the ontwikkelingsperspectieven."""

from ondersteuning.urls_opp_editor import urlpatterns as editor
from ondersteuning.urls_opp_horen import urlpatterns as horen
from ondersteuning.urls_opp_pdf import urlpatterns as pdf

urlpatterns = [
    *horen,
    *editor,
    *pdf,
]
