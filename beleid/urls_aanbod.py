"""Addresses of the ondersteuningsaanbod for the schoolgids."""

from django.urls import path

from beleid.views import aanbod, aanbod_besluit

urlpatterns = [
    path("beleid/aanbod/", aanbod.aanbodtekst, name="aanbodtekst"),
    path("beleid/aanbod/begin/", aanbod.begin, name="aanbodtekst_begin"),
    path("beleid/aanbod/<int:pk>/schrijven/", aanbod.schrijven, name="aanbodtekst_schrijven"),
    path("beleid/aanbod/<int:pk>/weggooien/", aanbod.weggooien, name="aanbodtekst_weggooien"),
    path("beleid/aanbod/<int:pk>/voorbeeld/", aanbod.voorbeeld, name="aanbodtekst_voorbeeld"),
    path("beleid/aanbod/<int:pk>/woorden/<uuid:stam>/", aanbod.woorden, name="aanbodtekst_woorden"),
    path("beleid/aanbod/<int:pk>/voorleggen/", aanbod_besluit.voorleggen, name="aanbodtekst_voorleggen"),
    path("beleid/aanbod/<int:pk>/terughalen/", aanbod_besluit.terughalen, name="aanbodtekst_terughalen"),
    path("beleid/aanbod/<int:pk>/terugsturen/", aanbod_besluit.terugsturen, name="aanbodtekst_terugsturen"),
    path("beleid/aanbod/<int:pk>/vaststellen/", aanbod_besluit.vaststellen, name="aanbodtekst_vaststellen"),
    path("beleid/aanbod/<int:pk>/html/", aanbod_besluit.plakken, name="aanbodtekst_html"),
    path("beleid/aanbod/<int:pk>/pdf/", aanbod_besluit.pdf, name="aanbodtekst_pdf"),
]
