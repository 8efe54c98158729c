"""Addresses of the coachlijn, and of a case without a name in intervisie and scholing."""

from django.urls import path

from overleg.views import casus, coach

urlpatterns = [
    path("coachlijn/", coach.coachlijn, name="coachlijn"),
    path("coachlijn/nieuw/", coach.nieuw, name="coach_nieuw"),
    path("coachlijn/<int:pk>/", coach.coachvraag, name="coachvraag"),
    path("coachlijn/<int:pk>/sluiten/", coach.sluiten, name="coach_sluiten"),
    path("coachlijn/<int:pk>/intrekken/", coach.intrekken, name="coach_intrekken"),
    path("overleg/<int:pk>/casus/", casus.casussen, name="casus"),
    path("overleg/<int:pk>/casus/<int:punt>/", casus.wijzigen, name="casus_wijzigen"),
    path("overleg/<int:pk>/casus/<int:punt>/weg/", casus.weg, name="casus_weg"),
]
