"""People, rights and what a school sets. No page here shows a pupil."""

from django.urls import include, path

from zorgapp.accounts.views import (
    beeindigen,
    collega,
    instellingen,
    kalender,
    mensen,
    profiel,
    school,
    tweede_stap,
    uitnodiging,
    waarneming,
)

app_name = "accounts"

_mensen = [
    path("", mensen.mensen, name="mensen"),
    path("nieuw/", mensen.mens_nieuw, name="mens_nieuw"),
    path("<int:pk>/", mensen.mens, name="mens"),
    path("<int:pk>/uitnodigen/", mensen.mens_uitnodigen, name="mens_uitnodigen"),
    path("<int:pk>/tweede-stap/", tweede_stap.tweede_stap_opnieuw, name="tweede_stap_opnieuw"),
    path("<int:pk>/rol/", mensen.aanstelling_nieuw, name="aanstelling_nieuw"),
    path("rol/<int:pk>/beeindigen/", beeindigen.aanstelling_beeindigen_view, name="aanstelling_beeindigen"),
]

_instellingen = [
    path("", instellingen.instellingen, name="instellingen"),
    path("bevestigen/", instellingen.instellingen_bevestigen, name="instellingen_bevestigen"),
    path("eerste-stappen/", instellingen.eerste_stappen, name="eerste_stappen"),
    path("waarde/<slug:sleutel>/", instellingen.instelling, name="instelling"),
    path("vrije-dagen/", kalender.vrije_dagen, name="vrije_dagen"),
    path("vrije-dagen/nieuw/", kalender.vrije_dag, name="vrije_dag_nieuw"),
    path("vrije-dagen/voorstel/", kalender.vrije_dagen_voorstel, name="vrije_dagen_voorstel"),
    path("vrije-dagen/<int:pk>/", kalender.vrije_dag, name="vrije_dag"),
    path("vrije-dagen/<int:pk>/weg/", kalender.vrije_dag_weg, name="vrije_dag_weg"),
    path("school/", school.school, name="school"),
    path("school/vestiging/", school.vestiging, name="vestiging_nieuw"),
    path("school/vestiging/<int:pk>/", school.vestiging, name="vestiging"),
    path("school/vestiging/<int:pk>/weg/", school.vestiging_weg, name="vestiging_weg"),
    path("school/afdeling/", school.afdeling, name="afdeling_nieuw"),
    path("school/afdeling/<int:pk>/", school.afdeling, name="afdeling"),
    path("school/afdeling/<int:pk>/weg/", school.afdeling_weg, name="afdeling_weg"),
]

urlpatterns = [
    path("beheer/mensen/", include(_mensen)),
    path("beheer/instellingen/", include(_instellingen)),
    path("profiel/", profiel.profiel, name="profiel"),
    path("collega/", collega.collega, name="collega"),
    path("waarneming/", waarneming.waarneming, name="waarneming"),
    path("waarneming/<int:pk>/stoppen/", waarneming.stoppen, name="waarneming_stoppen"),
    path("uitnodiging/<str:token>/", uitnodiging.uitnodiging, name="uitnodiging"),
]
