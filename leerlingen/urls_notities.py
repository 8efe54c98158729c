"""Addresses of notes, private notes, views of parents and documents; included by leerlingen.urls."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from leerlingen.views import notities, prive, stukken, zienswijzen


class Bron(StringConverter):
    """A report as text, such as notitie:12."""

    regex = "[a-z_]{1,30}:[1-9][0-9]{0,17}"


register_converter(Bron, "bron")

urlpatterns = [
    path("leerlingen/<int:leerling_id>/notitie/nieuw/", notities.nieuw, name="notitie_nieuw"),
    path("notities/<int:pk>/", notities.notitie, name="notitie"),
    path("notities/<int:pk>/wijzigen/", notities.wijzigen, name="notitie_wijzigen"),
    path("notities/<int:pk>/intrekken/", notities.intrekken, name="notitie_intrekken"),
    path("notities/<int:pk>/terugzetten/", notities.terugzetten, name="notitie_terugzetten"),
    path("notities/<int:pk>/afdrukken/", notities.afdrukken, name="notitie_afdrukken"),
    path("zienswijze/<bron:bron>/", zienswijzen.nieuw, name="zienswijze_nieuw"),
    path("leerlingen/<int:leerling_id>/stukken/", stukken.stukken, name="stukken"),
    path("leerlingen/<int:leerling_id>/stukken/nieuw/", stukken.nieuw, name="stuk_nieuw"),
    path("stukken/voorgelegd/", stukken.voorgelegd, name="stukken_voorgelegd"),
    path("stukken/<int:pk>/", stukken.stuk, name="stuk"),
    path("stukken/<int:pk>/bestand/", stukken.bestand, name="stuk_bestand"),
    path("stukken/<int:pk>/intrekken/", stukken.intrekken, name="stuk_intrekken"),
    path("stukken/<int:pk>/terugzetten/", stukken.terugzetten, name="stuk_terugzetten"),
    path("stukken/<int:pk>/voorleggen/", stukken.voorleggen, name="stuk_voorleggen"),
    path("mijn-aantekeningen/", prive.mijn, name="mijn_aantekeningen"),
    path("leerlingen/<int:leerling_id>/aantekeningen/", prive.van_leerling, name="aantekeningen"),
    path("mijn-aantekeningen/<int:pk>/", prive.aantekening, name="aantekening"),
    path("mijn-aantekeningen/<int:pk>/weg/", prive.aantekening_weg, name="aantekening_weg"),
    path("mijn-notities/", prive.vertrouwensnotities, name="vertrouwensnotities"),
    path("mijn-notities/nieuw/", prive.vertrouwensnotitie_nieuw, name="vertrouwensnotitie_nieuw"),
    path("mijn-notities/<int:pk>/", prive.vertrouwensnotitie, name="vertrouwensnotitie"),
    path("mijn-notities/<int:pk>/weg/", prive.vertrouwensnotitie_weg, name="vertrouwensnotitie_weg"),
]
