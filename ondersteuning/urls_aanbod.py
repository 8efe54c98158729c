"""Addresses of the offer: the structure, the catalogue, who carries it out, who waits, and who has which task."""

from django.urls import path

from ondersteuning.views import aanbod, functionaris, structuur, taken, wachtlijst

urlpatterns = [
    path("ondersteuning/", structuur.structuur, name="structuur"),
    path("ondersteuning/<int:lijn>/<str:domein>/", structuur.cel, name="structuur_cel"),
    path("ondersteuning/taken/", taken.lijst, name="taken"),
    path("ondersteuning/taken/nieuw/", taken.taak, name="taak_nieuw"),
    path("ondersteuning/taken/beginset/", taken.beginset, name="taken_beginset"),
    path("ondersteuning/taken/<int:pk>/", taken.taak, name="taak"),
    path("ondersteuning/taken/<int:pk>/houder/", taken.houder, name="taakhouder"),
    path("ondersteuning/taken/<int:pk>/vervalt/", taken.vervalt, name="taak_vervalt"),
    path("ondersteuning/taken/houder/<int:pk>/weg/", taken.houder_eraf, name="taakhouder_weg"),
    path("ondersteuning/functies/", functionaris.lijst, name="functionarissen"),
    path("ondersteuning/functies/nieuw/", functionaris.bewerk, name="functionaris_nieuw"),
    path("ondersteuning/functies/<int:pk>/", functionaris.een, name="functionaris"),
    path("ondersteuning/functies/<int:pk>/wijzig/", functionaris.bewerk, name="functionaris_wijzig"),
    path("ondersteuning/wachtlijst/", wachtlijst.lijst, name="wachtlijst"),
    path("ondersteuning/wachtlijst/<int:pk>/", wachtlijst.een, name="wachtplek"),
    path("ondersteuning/wachtlijst/<int:pk>/plan/", wachtlijst.plan, name="wachtplek_plan"),
    path("ondersteuning/wachtlijst/<int:pk>/vervalt/", wachtlijst.vervalt, name="wachtplek_vervalt"),
    path("aanbod/", aanbod.lijst, name="aanbod_lijst"),
    path("aanbod/nieuw/", aanbod.bewerk, name="aanbod_nieuw"),
    path("aanbod/beginset/", aanbod.beginset, name="aanbod_beginset"),
    path("aanbod/overnemen/", aanbod.overnemen, name="aanbod_overnemen"),
    path("aanbod/<int:pk>/", aanbod.een, name="aanbod"),
    path("aanbod/<int:pk>/wijzig/", aanbod.bewerk, name="aanbod_wijzig"),
    path("aanbod/<int:pk>/stop/", aanbod.stop, name="aanbod_stop"),
    path("aanbod/<int:pk>/wachtlijst/", wachtlijst.nieuw, name="wachtplek_nieuw"),
]
