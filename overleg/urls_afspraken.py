"""Addresses of agreements."""

from django.urls import path

from overleg.views import afspraak, afspraken

urlpatterns = [
    path("afspraken/", afspraken.lijst, name="afspraken"),
    path("afspraken/vandaag/", afspraken.vandaag, name="afspraken_vandaag"),
    path("afspraken/tik/", afspraken.tik, name="afspraak_tik"),
    path("afspraken/nieuw/", afspraak.nieuw, name="afspraak_nieuw"),
    path("afspraken/<int:pk>/", afspraak.afspraak, name="afspraak"),
    path("afspraken/<int:pk>/herstel/<int:versie>/", afspraken.herstel, name="afspraak_herstel"),
    path("afspraken/<int:pk>/later/", afspraak.later, name="afspraak_later"),
    path("afspraken/<int:pk>/overdragen/", afspraak.overdragen, name="afspraak_overdragen"),
    path("afspraken/<int:pk>/wijzigen/", afspraak.wijzigen, name="afspraak_wijzigen"),
]
