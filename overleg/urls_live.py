"""Addresses of a meeting that is on."""

from django.urls import path

from overleg.views import live, live_doen, live_los, live_notulen

urlpatterns = [
    path("overleg/<int:pk>/bezig/", live.live, name="live"),
    path("overleg/<int:pk>/bezig/stap/", live_doen.live_stap, name="live_stap"),
    path("overleg/<int:pk>/bezig/terug/", live_doen.live_terug, name="live_terug"),
    path("overleg/<int:pk>/bezig/erbij/", live_doen.live_erbij, name="live_erbij"),
    path("overleg/<int:pk>/bezig/vorige-keer/", live_los.live_los, name="live_los"),
    path("overleg/<int:pk>/bezig/<int:punt>/", live.live_punt, name="live_punt"),
    path("overleg/<int:pk>/bezig/<int:punt>/stand/", live.live_stand, name="live_stand"),
    path("overleg/<int:pk>/bezig/<int:punt>/notulen/", live_notulen.live_notulen, name="live_notulen"),
    path("overleg/<int:pk>/bezig/<int:punt>/antwoord/", live_doen.live_antwoord, name="live_antwoord"),
    path("overleg/<int:pk>/bezig/<int:punt>/afspraak/", live_doen.live_afspraak, name="live_afspraak"),
    path("overleg/<int:pk>/bezig/<int:punt>/aanwezig/", live_doen.live_aanwezig, name="live_aanwezig"),
    path("overleg/<int:pk>/bezig/<int:punt>/nu/", live_doen.live_nu, name="live_nu"),
    path("overleg/<int:pk>/bezig/<int:punt>/verder/", live_doen.live_verder, name="live_verder"),
]
