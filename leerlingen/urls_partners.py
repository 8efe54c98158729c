"""Addresses of the sociale kaart."""

from django.urls import path

from leerlingen.views import partners

urlpatterns = [
    path("", partners.lijst, name="partners"),
    path("nieuw/", partners.bewerk, name="partner_nieuw"),
    path("<int:pk>/", partners.een, name="partner"),
    path("<int:pk>/wijzig/", partners.bewerk, name="partner_wijzig"),
    path("<int:pk>/stop/", partners.stop, name="partner_stop"),
]
