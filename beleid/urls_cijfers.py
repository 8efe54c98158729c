"""Addresses of the figures."""

from django.urls import URLPattern, path

from beleid.views import cijfers, cijfers_stilte

urlpatterns: list[URLPattern] = [
    path("cijfers/", cijfers.cijfers, name="cijfers"),
    path("cijfers/stilte/", cijfers_stilte.stilte, name="cijfers_stilte"),
    path("cijfers/uitleg/", cijfers.uitleg, name="cijfers_uitleg"),
    path("cijfers/rekenblad/<int:pk>/", cijfers.rekenblad, name="cijfers_rekenblad"),
    path("cijfers/<slug:deel>/", cijfers.cijfers, name="cijfers_deel"),
    path("cijfers/<slug:deel>/csv/", cijfers.csv, name="cijfers_csv"),
    path("cijfers/<slug:deel>/bestand/<slug:vorm>/", cijfers.bestand, name="cijfers_bestand"),
]
