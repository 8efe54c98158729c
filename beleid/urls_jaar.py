"""Addresses of the jaarkalender and its activities."""

from django.urls import path

from beleid.views import activiteit, jaar

urlpatterns = [
    path("beleid/kalender/", jaar.kalender, name="kalender"),
    path("beleid/kalender/maken/", jaar.maken, name="kalender_maken"),
    path("beleid/kalender/meeschuiven/", jaar.schuiven, name="kalender_meeschuiven"),
    path("beleid/kalender/overnemen/", jaar.overnemen, name="kalender_overnemen"),
    path("beleid/kalender/agenda.ics", jaar.ics, name="kalender_ics"),
    path("beleid/kalender/a3/", jaar.a3, name="kalender_a3"),
    path("beleid/activiteit/nieuw/", activiteit.nieuw, name="activiteit_nieuw"),
    path("beleid/activiteit/<int:pk>/", activiteit.activiteit, name="activiteit"),
    path("beleid/activiteit/<int:pk>/wijzigen/", activiteit.wijzigen, name="activiteit_wijzigen"),
    path("beleid/activiteit/<int:pk>/klaar/", activiteit.klaar, name="activiteit_klaar"),
    path("beleid/activiteit/<int:pk>/vervalt/", activiteit.vervalt, name="activiteit_vervalt"),
    path("beleid/activiteit/<int:pk>/terug/", activiteit.terug, name="activiteit_terug"),
]
