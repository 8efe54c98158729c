"""Addresses of the protocolgids."""

from django.urls import path

from beleid.views import protocol, protocol_vorm

urlpatterns = [
    path("protocollen/", protocol.protocollen, name="protocollen"),
    path("protocollen/nieuw/", protocol_vorm.nieuw, name="protocol_nieuw"),
    path("protocollen/<int:pk>/", protocol.protocol, name="protocol"),
    path("protocollen/<int:pk>/gelezen/", protocol.gelezen, name="protocol_gelezen"),
    path("protocollen/<int:pk>/lezers/", protocol.lezers, name="protocol_lezers"),
    path("protocollen/<int:pk>/wijzigen/", protocol_vorm.wijzigen, name="protocol_wijzigen"),
    path("protocollen/<int:pk>/schrijven/", protocol_vorm.schrijven, name="protocol_schrijven"),
    path("protocollen/<int:pk>/herzien/", protocol.herzien, name="protocol_herzien"),
    path("protocollen/<int:pk>/gelden/", protocol.gelden, name="protocol_gelden"),
    path("protocollen/<int:pk>/weggooien/", protocol.weggooien, name="protocol_weggooien"),
    path("protocollen/<int:pk>/tekst-terug/", protocol.tekst_terug, name="protocol_tekst_terug"),
    path("protocollen/<int:pk>/beeindigen/", protocol.beeindigen, name="protocol_beeindigen"),
    path("protocollen/<int:pk>/terug/", protocol.terug, name="protocol_terug"),
]
