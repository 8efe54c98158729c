"""Addresses of the lists of OPPs, why somebody must have one, evaluations and the ROD."""

from django.urls import path

from ondersteuning.models import Beschikking, TijdelijkePlaatsing
from ondersteuning.views import opp_besluit, opp_jaar, opp_lijst

_BESCHIKKING, _TIJDELIJK = {"model": Beschikking}, {"model": TijdelijkePlaatsing}

urlpatterns = [
    path("opp/", opp_lijst.lijst, name="opp_lijst"),
    path("opp/leerling/<int:leerling_id>/", opp_besluit.redenen, name="opp_redenen"),
    path(
        "opp/leerling/<int:leerling_id>/beschikking/",
        opp_besluit.nieuw,
        _BESCHIKKING,
        name="opp_beschikking_nieuw",
    ),
    path(
        "opp/leerling/<int:leerling_id>/tijdelijk/", opp_besluit.nieuw, _TIJDELIJK, name="opp_tijdelijk_nieuw"
    ),
    path("opp/beschikking/<int:pk>/", opp_besluit.wijzig, _BESCHIKKING, name="opp_beschikking"),
    path("opp/beschikking/<int:pk>/weg/", opp_besluit.weg, _BESCHIKKING, name="opp_beschikking_weg"),
    path("opp/tijdelijk/<int:pk>/", opp_besluit.wijzig, _TIJDELIJK, name="opp_tijdelijk"),
    path("opp/tijdelijk/<int:pk>/weg/", opp_besluit.weg, _TIJDELIJK, name="opp_tijdelijk_weg"),
    path("opp/<int:pk>/evaluatie/", opp_jaar.evalueer, name="opp_evaluatie"),
    path("opp/<int:pk>/evaluaties/", opp_jaar.evaluaties, name="opp_evaluaties"),
    path("opp/evaluatie/<int:pk>/", opp_jaar.verbeter, name="opp_evaluatie_verbeter"),
    path("opp/<int:pk>/rod/", opp_jaar.rod, name="opp_rod"),
]
