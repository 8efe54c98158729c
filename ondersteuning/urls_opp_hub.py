"""Addresses of the page of one OPP, of what is put before the schoolleiding, and of the figure."""

from django.urls import path

from ondersteuning.views import opp, opp_beheer, opp_orde, opp_voorgelegd

urlpatterns = [
    path("opp/orde/", opp_orde.orde, name="opp_orde"),
    path("opp/voorgelegd/", opp_voorgelegd.lijst, name="opp_voorgelegd"),
    path("opp/voorgelegd/<int:pk>/", opp_voorgelegd.een, name="opp_voorgelegd_een"),
    path("opp/voorgelegd/<int:pk>/besluit/", opp_voorgelegd.besluit, name="opp_besluit"),
    path("opp/<int:pk>/", opp.opp, name="opp"),
    path("opp/<int:pk>/lezen/", opp.lezen, name="opp_lezen"),
    path("opp/<int:pk>/paneel/<slug:deel>/", opp.paneel, name="opp_paneel"),
    path("opp/<int:pk>/vaststellen/", opp.vaststellen, name="opp_vaststellen"),
    path("opp/<int:pk>/vaststellen/herstel/", opp.herstel, name="opp_vaststellen_herstel"),
    path("opp/<int:pk>/bijstellen/", opp.bijstellen, name="opp_bijstellen"),
    path("opp/<int:pk>/beheer/", opp_beheer.beheer, name="opp_beheer"),
    path("opp/<int:pk>/opsteller/", opp_beheer.opsteller, name="opp_opsteller"),
    path("opp/<int:pk>/leiding/", opp_beheer.leiding, name="opp_leiding"),
    path("opp/<int:pk>/afsluiten/", opp_beheer.afsluiten, name="opp_afsluiten"),
]
