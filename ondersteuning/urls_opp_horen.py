"""Addresses of hearing the pupil: for the staff, on the tablet, and by personal links."""

from django.urls import path

from ondersteuning.views import opp_horen, opp_link, opp_vertellen

urlpatterns = [
    path("opp/<int:pk>/horen/", opp_horen.horen, name="opp_horen"),
    path("opp/<int:pk>/horen/aanbieden/", opp_horen.aanbieden, name="opp_horen_aanbieden"),
    path("opp/<int:pk>/horen/inbreng/", opp_horen.inbreng, name="opp_horen_inbreng"),
    path("opp/<int:pk>/horen/punt/", opp_horen.invloed_nieuw, name="opp_invloed_nieuw"),
    path("opp/horen/punt/<int:pk>/", opp_horen.invloed, name="opp_invloed"),
    path("opp/<int:pk>/horen/toelichten/", opp_horen.toelichten, name="opp_horen_toelichten"),
    path("opp/<int:pk>/horen/afzien/", opp_horen.afzien, name="opp_horen_afzien"),
    path("opp/<int:pk>/horen/link/", opp_horen.link, name="opp_horen_link"),
    path("opp/<int:pk>/horen/geef/", opp_horen.geef, name="opp_horen_geef"),
    # all that a session that was handed over reaches
    path("opp/<int:pk>/tablet/", opp_vertellen.tablet, name="opp_tablet"),
    path("opp/<int:pk>/tablet/klaar/", opp_vertellen.tablet_klaar, name="opp_tablet_klaar"),
    path("opp/<int:pk>/tablet/terug/", opp_vertellen.tablet_terug, name="opp_tablet_terug"),
    path("opp/<int:pk>/tablet/uit/", opp_vertellen.tablet_uit, name="opp_tablet_uit"),
    path("opp/link/<int:pk>/intrekken/", opp_link.intrekken, name="opp_link_intrekken"),
    # who follows a personal link has no account; the address says nothing about what it opens
    path("persoonlijk/<str:token>/", opp_link.code, name="opp_link"),
    path("persoonlijk/<str:token>/vertel/", opp_vertellen.link, name="opp_link_vertel"),
    path("persoonlijk/<str:token>/vertel/klaar/", opp_vertellen.link_klaar, name="opp_link_vertel_klaar"),
]
