"""Addresses of observation lists: making them, setting them out, filling them in, and what they propose."""

from django.urls import path

from ondersteuning.views import campagnes, invullen, lijsten, voorstellen

urlpatterns = [
    path("lijsten/", lijsten.overzicht, name="lijsten"),
    path("lijsten/start/", lijsten.startlijsten, name="lijsten_start"),
    path("lijsten/nieuw/", lijsten.nieuw, name="lijst_nieuw"),
    path("lijsten/<int:pk>/", lijsten.lijst, name="lijst"),
    path("lijsten/<int:pk>/wijzig/", lijsten.wijzig, name="lijst_wijzig"),
    path("lijsten/<int:pk>/voorbeeld/", lijsten.voorbeeld, name="lijst_voorbeeld"),
    path("lijsten/<int:pk>/kopie/", lijsten.kopie, name="lijst_kopie"),
    path("lijsten/<int:pk>/stop/", lijsten.stop, name="lijst_stop"),
    path("lijsten/<int:pk>/uitzetten/", campagnes.nieuw, name="campagne_nieuw"),
    path("lijsten/campagne/<int:pk>/", campagnes.campagne, name="campagne"),
    path("lijsten/campagne/<int:pk>/herinner/", campagnes.herinner, name="campagne_herinner"),
    path("lijsten/campagne/<int:pk>/sluit/", campagnes.sluit, name="campagne_sluit"),
    path("lijsten/deelname/", campagnes.deelnames, name="lijst_deelname"),
    path("lijsten/mijn/", invullen.mijn, name="mijn_lijsten"),
    path("lijsten/invullen/<int:pk>/", invullen.klas, name="invullen"),
    path("lijsten/invullen/<int:pk>/rest/", invullen.rest, name="invullen_rest"),
    path("lijsten/invullen/<int:pk>/<int:leerling_id>/", invullen.leerling, name="invullen_leerling"),
    path("lijsten/invullen/<int:pk>/<int:leerling_id>/niets/", invullen.niets, name="invullen_niets"),
    path("lijsten/leerling/<int:pk>/", invullen.over_leerling, name="leerling_lijsten"),
    path("voorstellen/", voorstellen.overzicht, name="voorstellen"),
    path("voorstellen/<int:pk>/", voorstellen.voorstel, name="voorstel"),
    path("voorstellen/<int:pk>/signaal/", voorstellen.signaal, name="voorstel_signaal"),
    path("voorstellen/<int:pk>/niet-nodig/", voorstellen.afwijzen, name="voorstel_afwijzen"),
]
