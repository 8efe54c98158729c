"""Addresses of the import; included by leerlingen/urls.py below beheer/import/."""

from django.urls import path

from leerlingen.views import importeren

urlpatterns = [
    path("", importeren.overzicht, name="import"),
    path("<int:pk>/", importeren.voorbeeld, name="import_voorbeeld"),
    path("<int:pk>/bevestigen/", importeren.bevestigen, name="import_bevestigen"),
    path("<int:pk>/ongedaan/", importeren.ongedaan, name="import_ongedaan"),
    path("<int:pk>/voortgang/", importeren.voortgang, name="import_voortgang"),
]
