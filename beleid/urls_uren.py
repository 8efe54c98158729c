"""Addresses of hours, means and scenarios."""

from django.urls import path

from beleid.views import middel, scenario, uren, uren_weg, urentijd

urlpatterns = [
    path("beleid/uren/", uren.uren, name="uren"),
    path("beleid/uren/nieuw/", uren.nieuw, name="uren_nieuw"),
    path("beleid/uren/normen/", uren.normen, name="uren_normen"),
    path("beleid/uren/pdf/", scenario.pdf, name="uren_pdf"),
    path("beleid/uren/tijd/", urentijd.tijd, name="uren_tijd"),
    path("beleid/uren/tijd/delen/", urentijd.delen, name="uren_tijd_delen"),
    path("beleid/uren/<int:pk>/", uren.wijzigen, name="uren_wijzigen"),
    path("beleid/uren/<int:pk>/toezeggen/", uren.toezeggen, name="uren_toezeggen"),
    path("beleid/uren/<int:pk>/weg/", uren_weg.rol_weg, name="uren_weg"),
    path("beleid/uren/<int:pk>/terug/", uren_weg.rol_terug, name="uren_terug"),
    path("beleid/uren/scenario/nieuw/", scenario.nieuw, name="uren_scenario_nieuw"),
    path("beleid/uren/scenario/<int:pk>/", scenario.scenario, name="uren_scenario"),
    path("beleid/uren/scenario/<int:pk>/kiezen/", scenario.kiezen, name="uren_kiezen"),
    path("beleid/uren/scenario/<int:pk>/wijzigen/", scenario.wijzigen, name="uren_scenario_wijzigen"),
    path("beleid/uren/scenario/<int:pk>/gesprek/", scenario.gesprek, name="uren_gesprek"),
    path("beleid/middelen/", middel.middelen, name="middelen"),
    path("beleid/middelen/nieuw/", middel.nieuw, name="middelen_nieuw"),
    path("beleid/middelen/<int:pk>/", middel.wijzigen, name="middelen_wijzigen"),
    path("beleid/middelen/<int:pk>/weg/", uren_weg.middel_van_de_lijst, name="middelen_weg"),
    path("beleid/middelen/<int:pk>/terug/", uren_weg.middel_op_de_lijst, name="middelen_terug"),
]
