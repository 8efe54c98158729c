"""Addresses of the HGW forms."""

from django.urls import path

from ondersteuning.urls_overdracht import urlpatterns as overdracht
from ondersteuning.views import hgw

urlpatterns = [
    path("leerlingen/<int:leerling_id>/hgw/", hgw.van_leerling, name="hgw_leerling"),
    path("leerlingen/<int:leerling_id>/hgw/begin/", hgw.begin, name="hgw_begin"),
    path("hgw/<int:pk>/", hgw.hgw, name="hgw"),
    path("hgw/<int:pk>/invullen/", hgw.invullen, name="hgw_invullen"),
    path("hgw/<int:pk>/sluit/", hgw.sluit, name="hgw_sluit"),
    path("hgw/<int:pk>/pdf/", hgw.pdf, name="hgw_pdf"),
    path("hgw/<int:pk>/weg/", hgw.weg, name="hgw_weg"),
    *overdracht,
]
