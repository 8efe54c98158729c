"""Addresses of facility cards, class cards and substitutes; included by leerlingen/urls.py."""

from django.urls import path

from leerlingen.views import (
    advies,
    docentkaart,
    faciliteiten,
    kaart,
    kaartsamenstellen,
    kaartwijzigen,
    vervanging,
)

KAART = "leerlingen/<int:pk>/kaart/"
urlpatterns = [
    path(KAART, kaart.kaart, name="kaart"),
    path(f"{KAART}gezien/", kaart.gezien, name="kaart_gezien"),
    path(f"{KAART}herinner/", kaart.herinner, name="kaart_herinner"),
    path(f"{KAART}niet-gekregen/", kaart.melden, name="kaart_melden"),
    path(
        f"{KAART}niet-gekregen/<int:melding_id>/herstel/", kaart.melding_herstel, name="kaart_melding_herstel"
    ),
    path(f"{KAART}pas/", kaart.pas, name="kaart_pas"),
    path(f"{KAART}wijzigen/", kaartwijzigen.wijzigen, name="kaart_wijzigen"),
    path(f"{KAART}toevoegen/", kaartsamenstellen.toevoegen, name="kaart_toevoegen"),
    path(f"{KAART}periode/", kaartwijzigen.periode, name="kaart_periode"),
    path(f"{KAART}onderbouwing/", kaartwijzigen.grond, name="kaart_grond"),
    path(f"{KAART}<int:toekenning_id>/", kaartwijzigen.toekenning, name="kaart_toekenning"),
    path(f"{KAART}<int:toekenning_id>/stop/", kaartwijzigen.stoppen, name="kaart_toekenning_stop"),
    path(f"{KAART}<int:toekenning_id>/terug/", kaartwijzigen.terug, name="kaart_toekenning_terug"),
    path("leerlingen/<int:pk>/advies/", advies.adviezen, name="kaart_advies"),
    path("leerlingen/<int:pk>/advies/<int:advies_id>/stop/", advies.stoppen, name="kaart_advies_stop"),
    path("leerlingen/<int:pk>/advies/<int:advies_id>/vooraan/", advies.vooraan, name="kaart_advies_vooraan"),
    path("faciliteitenkaarten/", faciliteiten.kaarten, name="kaarten"),
    path("faciliteitenkaarten/niet-gekregen/", faciliteiten.niet_gekregen, name="niet_gekregen"),
    path("faciliteitenkaarten/faciliteiten/", faciliteiten.lijst, name="faciliteiten"),
    path("faciliteitenkaarten/faciliteiten/start/", faciliteiten.start, name="faciliteiten_start"),
    path("faciliteitenkaarten/faciliteiten/nieuw/", faciliteiten.nieuw, name="faciliteit_nieuw"),
    path("faciliteitenkaarten/faciliteiten/<int:pk>/", faciliteiten.faciliteit, name="faciliteit"),
    path("faciliteitenkaarten/faciliteiten/<int:pk>/stop/", faciliteiten.stoppen, name="faciliteit_stop"),
    path("faciliteitenkaarten/faciliteiten/<int:pk>/terug/", faciliteiten.terug, name="faciliteit_terug"),
    path("docentkaart/", docentkaart.lijst, name="docentkaarten"),
    path("docentkaart/vervanging/<int:pk>/stop/", vervanging.stoppen, name="vervanging_stop"),
    path("docentkaart/<slug:groep>/", docentkaart.kaart, name="docentkaart"),
    path("docentkaart/<slug:groep>/afdruk/", docentkaart.druk, name="docentkaart_druk"),
    path("docentkaart/<slug:groep>/vervanging/", vervanging.vervanging, name="vervanging"),
]
