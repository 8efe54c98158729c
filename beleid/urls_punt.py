"""Addresses of the page Beleid en jaar, the development point and what deliberately waits."""

from django.urls import path

from beleid.views import beleid, nietnu, punt

urlpatterns = [
    path("beleid/", beleid.beleid, name="beleid"),
    path("beleid/ontwikkelpunt/nieuw/", punt.nieuw, name="punt_nieuw"),
    path("beleid/ontwikkelpunt/<int:pk>/", punt.punt, name="punt"),
    path("beleid/ontwikkelpunt/<int:pk>/wijzigen/", punt.wijzigen, name="punt_wijzigen"),
    path("beleid/ontwikkelpunt/<int:pk>/meten/<int:nummer>/", punt.meten, name="punt_meten"),
    path("beleid/ontwikkelpunt/<int:pk>/terugkijken/", punt.terugkijken, name="punt_terugkijken"),
    path("beleid/later/nieuw/", nietnu.nieuw, name="nietnu_nieuw"),
    path("beleid/later/<int:pk>/", nietnu.wijzigen, name="nietnu"),
    path("beleid/later/<int:pk>/weg/", nietnu.weg, name="nietnu_weg"),
    path("beleid/later/<int:pk>/terug/", nietnu.terug, name="nietnu_terug"),
]
