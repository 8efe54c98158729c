"""Addresses for people from outside, and of what the school lets them see of an item."""

from django.urls import path

from overleg.views import extern, punt_extern

urlpatterns = [
    path("mijn-overleggen/", extern.mijn_overleggen, name="mijn_overleggen"),
    path("mijn-overleggen/<int:pk>/", extern.mijn_overleg, name="mijn_overleg"),
    path("overleg/punt/<int:pk>/extern/", punt_extern.punt_extern, name="punt_extern"),
    path("overleg/punt/<int:pk>/extern/grond/", punt_extern.grond, name="punt_grond"),
    path("overleg/punt/<int:pk>/extern/grond/<int:grond>/weg/", punt_extern.grond_weg, name="punt_grond_weg"),
]
