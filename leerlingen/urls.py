from django.urls import include, path

app_name = "leerlingen"
urlpatterns = [
    path("", include("leerlingen.urls_kaart")),
    path("", include("leerlingen.urls_notities")),
    path("", include("leerlingen.urls_toestemming")),
    path("sociale-kaart/", include("leerlingen.urls_partners")),
    path("beheer/", include("leerlingen.urls_toewijzen")),
    path("beheer/import/", include("leerlingen.urls_import")),
]
