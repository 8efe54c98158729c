"""Addresses of policy and figures; each subject keeps its own list."""

from beleid import (
    urls_aanbod,
    urls_cijfers,
    urls_jaar,
    urls_nieuws,
    urls_plan,
    urls_protocol,
    urls_punt,
    urls_scholing,
    urls_uren,
)

app_name = "beleid"
urlpatterns = [
    *urls_plan.urlpatterns,
    *urls_punt.urlpatterns,
    *urls_jaar.urlpatterns,
    *urls_scholing.urlpatterns,
    *urls_aanbod.urlpatterns,
    *urls_protocol.urlpatterns,
    *urls_uren.urlpatterns,
    *urls_cijfers.urlpatterns,
    *urls_nieuws.urlpatterns,
]
