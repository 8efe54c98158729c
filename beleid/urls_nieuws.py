"""Addresses of news, what went well, the end of the day and the law watch."""

from django.urls import path

from beleid.views import dagrond, goed, nieuws, nieuws_maken, wetten

_BRIEF = "nieuws/<int:pk>/"

urlpatterns = [
    path("nieuws/", nieuws.nieuws, name="nieuws"),
    path("nieuws/nieuw/", nieuws_maken.nieuw, name="nieuws_nieuw"),
    path("nieuws/te-lezen/", nieuws.lezen, name="nieuws_te_lezen"),
    path("nieuws/goed/", goed.goed, name="nieuws_goed"),
    path("nieuws/goed/<int:pk>/weg/", goed.weg, name="nieuws_goed_weg"),
    path("nieuws/goed/<int:pk>/terug/", goed.terug, name="nieuws_goed_terug"),
    path("dag-rond/", dagrond.dag_rond, name="dag_rond"),
    path(_BRIEF, nieuws.brief, name="nieuws_brief"),
    path(f"{_BRIEF}titel/", nieuws_maken.titel, name="nieuws_titel"),
    path(f"{_BRIEF}over/", nieuws_maken.overnemen, name="nieuws_over"),
    path(f"{_BRIEF}plaatsen/", nieuws_maken.plaatsen, name="nieuws_plaatsen"),
    path(f"{_BRIEF}bericht/", nieuws_maken.bericht, name="nieuws_bericht_nieuw"),
    path(f"{_BRIEF}bericht/<int:bericht_id>/", nieuws_maken.bericht, name="nieuws_bericht"),
    path(f"{_BRIEF}bericht/<int:bericht_id>/weg/", nieuws_maken.bericht_weg, name="nieuws_bericht_weg"),
    path("beleid/wetten/", wetten.wetten, name="wetten"),
    path("beleid/wetten/<slug:onderwerp>/", wetten.wet, name="wet"),
    path("beleid/wetten/<slug:onderwerp>/nakijken/", wetten.nakijken, name="wet_nakijken"),
]
