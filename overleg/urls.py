from overleg import (
    urls_afspraken,
    urls_agenda,
    urls_coach,
    urls_extern,
    urls_live,
    urls_plannen,
    urls_sluiten,
)

app_name = "overleg"
urlpatterns = [
    *urls_plannen.urlpatterns,
    *urls_agenda.urlpatterns,
    *urls_live.urlpatterns,
    *urls_sluiten.urlpatterns,
    *urls_afspraken.urlpatterns,
    *urls_extern.urlpatterns,
    *urls_coach.urlpatterns,
]
