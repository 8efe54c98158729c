from django.urls import path

from ondersteuning import urls_hgw, urls_lijsten, urls_opp, urls_traject
from ondersteuning.urls_aanbod import urlpatterns as aanbod
from ondersteuning.views import signaal, triage, vervolg

app_name = "ondersteuning"
urlpatterns = [
    path("signaal/nieuw/", signaal.nieuw, name="signaal_nieuw"),
    path("signaal/leerling/", signaal.kies_leerling, name="signaal_leerling"),
    path("signaal/<int:pk>/verstuurd/", signaal.verstuurd, name="signaal_verstuurd"),
    path("signaal/mijn/", signaal.mijn, name="mijn_signalen"),
    path("signaal/mijn/<int:pk>/", signaal.mijn_signaal, name="mijn_signaal"),
    path("signalen/", triage.bord, name="triage"),
    path("signalen/<int:pk>/besluit/", triage.besluit, name="besluit"),
    path("signalen/<int:pk>/herstel/<int:besluit_id>/", triage.herstel, name="herstel"),
    path("signalen/<int:pk>/leerling/", triage.koppel, name="koppel"),
    path("signalen/<int:pk>/verband/<int:ander>/", triage.verbind, name="verbind"),
    path("vervolg/", vervolg.lijst, name="vervolg_lijst"),
    path("vervolg/<int:pk>/", vervolg.vervolg, name="vervolg"),
    path("vervolg/<int:pk>/plan/", vervolg.plan, name="vervolg_plan"),
    path("vervolg/<int:pk>/sluit/", vervolg.sluit, name="vervolg_sluit"),
    *urls_hgw.urlpatterns,
    *urls_opp.urlpatterns,
    *aanbod,
    *urls_lijsten.urlpatterns,
    *urls_traject.urlpatterns,
]
