"""Beheer of groups; included by leerlingen.urls under beheer/."""

from django.urls import path

from leerlingen.views import toewijzen

urlpatterns = [
    path("mensen/<int:pk>/klassen/", toewijzen.toewijzen, name="toewijzen"),
    path("mensen/klassen/<int:pk>/stop/", toewijzen.mentorschap_stop, name="mentorschap_stop"),
    path("mensen/lessen/<int:pk>/stop/", toewijzen.les_stop, name="les_stop"),
    path("mensen/groepen/", toewijzen.groepen, name="groepen"),
    path("instellingen/klassen/", toewijzen.klassen, name="klassen"),
]
