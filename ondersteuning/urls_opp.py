"""Addresses of the ontwikkelingsperspectieven."""

from ondersteuning.urls_opp_editor import urlpatterns as editor
from ondersteuning.urls_opp_horen import urlpatterns as horen
from ondersteuning.urls_opp_hub import urlpatterns as hub
from ondersteuning.urls_opp_jaar import urlpatterns as jaar
from ondersteuning.urls_opp_pdf import urlpatterns as pdf
from ondersteuning.urls_opp_samen import urlpatterns as samen

urlpatterns = [
    *hub,
    *horen,
    *jaar,
    *editor,
    *pdf,
    *samen,
]
