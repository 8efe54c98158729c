from django.urls import path

from zorgapp.web.views import dossier, leerling, stelsel, vandaag

app_name = "web"
urlpatterns = [
    path("", vandaag.vandaag, name="vandaag"),
    path("vandaag/verder/", vandaag.verder, name="verder"),
    path("healthz", stelsel.healthz, name="healthz"),
    path("geen-aanstelling/", stelsel.geen_aanstelling, name="geen_aanstelling"),
    path("school/<int:school_id>/", stelsel.wissel_school, name="wissel_school"),
    path("zoek/", leerling.zoek, name="zoek"),
    path("leerlingen/", leerling.lijst, name="leerlingen"),
    path("leerlingen/<int:pk>/", dossier.leerling, name="leerling"),
    path("leerlingen/<int:pk>/naast/", dossier.naast, name="leerling_naast"),
    path("leerlingen/<int:pk>/inzage/", dossier.inzage, name="inzage"),
    path("mijn-klas/", leerling.eigen_klas, name="eigen_klas"),
]
