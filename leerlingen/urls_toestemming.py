"""Addresses of contacts and the consent register."""

from django.urls import path

from leerlingen.views import contacten, toestemming

urlpatterns = [
    path("toestemming/", toestemming.lijst, name="toestemming_lijst"),
    path("toestemming/<int:pk>/", toestemming.toestemming, name="toestemming"),
    path("toestemming/<int:pk>/antwoord/", toestemming.antwoord, name="toestemming_antwoord"),
    path("toestemming/formulier/<int:pk>/", toestemming.formulier, name="toestemming_formulier"),
    path("toestemming/bij-antwoord/<int:pk>/", toestemming.van_antwoord, name="toestemming_van_antwoord"),
    path("leerlingen/<int:pk>/toestemming/", toestemming.van_leerling, name="toestemmingen"),
    path("leerlingen/<int:pk>/toestemming/vragen/", toestemming.vragen, name="toestemming_vragen"),
    path("leerlingen/<int:pk>/contacten/", contacten.contacten, name="contacten"),
    path("leerlingen/<int:pk>/contacten/nieuw/", contacten.nieuw, name="contact_nieuw"),
    path("contacten/<int:pk>/", contacten.contact, name="contact"),
    path("contacten/<int:pk>/overnemen/", contacten.overnemen, name="contact_overnemen"),
    path("contacten/<int:pk>/beeindigen/", contacten.beeindigen, name="contact_beeindigen"),
    path("contacten/<int:pk>/terugzetten/", contacten.terugzetten, name="contact_terugzetten"),
]
