"""Addresses of closing a meeting, its report, and what is told afterwards."""

from django.urls import path

from overleg.views import sluiten, verslag, vertellen

urlpatterns = [
    path("overleg/<int:pk>/sluiten/", sluiten.overleg_sluiten, name="overleg_sluiten"),
    path("overleg/<int:pk>/heropenen/", sluiten.overleg_heropen, name="overleg_heropenen"),
    path("overleg/verslagen/", verslag.verslagen, name="verslagen"),
    path("overleg/<int:pk>/verslag/", verslag.verslag, name="verslag"),
    path("overleg/<int:pk>/verslag/aanvullen/", verslag.aanvullen, name="verslag_aanvullen"),
    path("overleg/<int:pk>/verslag/pdf/", verslag.papier, name="verslag_pdf"),
    path("overleg/terugvertellen/", vertellen.lijst, name="terugvertellen"),
    path("overleg/terugvertellen/<int:pk>/", vertellen.een, name="vertellen"),
]
