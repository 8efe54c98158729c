"""Addresses of beginning and writing an ontwikkelingsperspectief, its versions, and the school's phrases."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from ondersteuning.opp.velden import SCHERM
from ondersteuning.views import (
    opp_afwijkingen,
    opp_begin,
    opp_doelen,
    opp_editor,
    opp_nieuws,
    opp_vergelijk,
    opp_zinnen,
)


class Schermsleutel(StringConverter):
    """One of the five screens; any other word is another page about the OPP."""

    regex = "|".join(SCHERM)


register_converter(Schermsleutel, "oppscherm")

urlpatterns = [
    path("leerlingen/<int:leerling_id>/opp/begin/", opp_begin.begin, name="opp_begin"),
    path("opp/zinnen/", opp_zinnen.zinnen, name="opp_zinnen"),
    path("opp/zinnen/<int:zin>/stop/", opp_zinnen.stop, name="opp_zin_stop"),
    path("opp/<int:pk>/vergelijk/", opp_vergelijk.vergelijk, name="opp_vergelijk"),
    path("opp/<int:pk>/doel/nieuw/", opp_doelen.nieuw, name="opp_doel_nieuw"),
    path("opp/<int:pk>/doel/neem/", opp_doelen.neem, name="opp_doel_neem"),
    path("opp/<int:pk>/doel/<uuid:stam>/", opp_doelen.doel, name="opp_doel"),
    path("opp/<int:pk>/doel/<uuid:stam>/weg/", opp_doelen.weg, name="opp_doel_weg"),
    path("opp/<int:pk>/doel/<uuid:stam>/omhoog/", opp_doelen.omhoog, name="opp_doel_omhoog"),
    path("opp/<int:pk>/afwijking/nieuw/", opp_afwijkingen.nieuw, name="opp_afwijking_nieuw"),
    path("opp/<int:pk>/afwijking/<int:afwijking>/", opp_afwijkingen.afwijking, name="opp_afwijking"),
    path("opp/<int:pk>/afwijking/<int:afwijking>/weg/", opp_afwijkingen.weg, name="opp_afwijking_weg"),
    path("opp/<int:pk>/<oppscherm:scherm>/", opp_editor.scherm, name="opp_scherm"),
    path("opp/<int:pk>/<oppscherm:scherm>/nieuws/", opp_nieuws.nieuws, name="opp_nieuws"),
    path("opp/<int:pk>/<oppscherm:scherm>/neem/", opp_nieuws.neem, name="opp_neem"),
    path("opp/<int:pk>/<oppscherm:scherm>/niet/", opp_nieuws.niet, name="opp_niet_overnemen"),
    path("opp/<int:pk>/<oppscherm:scherm>/toch/<int:rij>/", opp_nieuws.toch, name="opp_toch_tonen"),
]
