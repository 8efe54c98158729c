"""Addresses of planning: meetings, series, calendar files."""

from django.urls import path

from overleg.views import agendafeed, overzicht, plannen, reeks

urlpatterns = [
    path("overleg/", overzicht.overleggen, name="overleggen"),
    path("overleg/vandaag/", overzicht.van_vandaag, name="overleg_vandaag"),
    path("overleg/nieuw/", plannen.nieuw, name="overleg_nieuw"),
    path("overleg/<int:pk>/", plannen.overleg, name="overleg"),
    path("overleg/<int:pk>/wijzigen/", plannen.wijzigen, name="overleg_wijzigen"),
    path("overleg/<int:pk>/deelnemer/", plannen.deelnemer, name="overleg_deelnemer"),
    path(
        "overleg/<int:pk>/deelnemer/<int:deelname>/weg/",
        plannen.deelnemer_weg,
        name="overleg_deelnemer_weg",
    ),
    path("overleg/<int:pk>/afzeggen/", plannen.afzeggen, name="overleg_afzeggen"),
    path("overleg/<int:pk>/herstellen/", plannen.herstellen, name="overleg_herstellen"),
    path("overleg/<int:pk>/begin/", plannen.begin, name="overleg_begin"),
    path("overleg/<int:pk>/agenda.ics", agendafeed.overleg_ics, name="overleg_ics"),
    path("overleg/reeks/nieuw/", reeks.nieuw, name="reeks_nieuw"),
    path("overleg/reeks/<int:pk>/", reeks.reeks, name="reeks"),
    path("overleg/reeks/<int:pk>/wijzigen/", reeks.wijzigen, name="reeks_wijzigen"),
    path("overleg/reeks/<int:pk>/stoppen/", reeks.stoppen, name="reeks_stoppen"),
    path("overleg/reeks/<int:pk>/lid/", reeks.lid, name="reeks_lid"),
    path("overleg/reeks/<int:pk>/lid/<int:lid>/weg/", reeks.lid_eraf, name="reeks_lid_weg"),
    path("profiel/agenda/", agendafeed.agendafeed, name="agendafeed"),
    path("profiel/agenda/maken/", agendafeed.maken, name="agendafeed_maken"),
    path("profiel/agenda/intrekken/", agendafeed.intrekken, name="agendafeed_intrekken"),
    path("agenda/<str:token>.ics", agendafeed.feed_ics, name="agendafeed_ics"),
]
