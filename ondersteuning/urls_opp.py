"""Addresses of the ontwikkelingsperspectieven."""

from django.urls import path

from ondersteuning.urls_opp_editor import urlpatterns as editor
from ondersteuning.views import opp_link

urlpatterns = [
    path("opp/link/<int:pk>/intrekken/", opp_link.intrekken, name="opp_link_intrekken"),
    # who follows a personal link has no account; the address says nothing about what it opens
    path("persoonlijk/<str:token>/", opp_link.code, name="opp_link"),
    *editor,
]
