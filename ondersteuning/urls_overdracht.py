"""Addresses of hand-overs to the lesson and of complaints."""

from django.urls import path

from ondersteuning.views import klacht, lesoverdracht

urlpatterns = [
    path("overdrachten/", lesoverdracht.lijst, name="overdrachten"),
    path("leerlingen/<int:leerling_id>/overdracht/", lesoverdracht.geef, name="overdracht_geef"),
    path("overdrachten/<int:pk>/", lesoverdracht.overdracht, name="overdracht"),
    path("overdrachten/<int:pk>/stap/", lesoverdracht.stap, name="overdracht_stap"),
    path("overdrachten/<int:pk>/bericht/", lesoverdracht.bericht, name="overdracht_bericht"),
    path("overdrachten/<int:pk>/afronden/", lesoverdracht.rond_af, name="overdracht_afronden"),
    path(
        "overdrachten/<int:pk>/vervang/<int:ontvanger_id>/", lesoverdracht.vervang, name="overdracht_vervang"
    ),
    path("klachten/", klacht.lijst, name="klachten"),
    path("leerlingen/<int:leerling_id>/klacht/", klacht.nieuw, name="klacht_nieuw"),
    path("klachten/<int:pk>/", klacht.klacht, name="klacht"),
    path("klachten/<int:pk>/hoor/", klacht.hoor, name="klacht_hoor"),
    path("klachten/<int:pk>/noem/", klacht.noem, name="klacht_noem"),
    path("klachten/<int:pk>/uitkomst/", klacht.uitkomst, name="klacht_uitkomst"),
    path("klachten/<int:pk>/afspraak/", klacht.afspraak_nieuw, name="klacht_afspraak_nieuw"),
    path("klachten/<int:pk>/besluit/", klacht.besluit, name="klacht_besluit"),
    path("klachten/<int:pk>/sluit/", klacht.sluit, name="klacht_sluit"),
    path("klachten/<int:pk>/heropen/", klacht.heropen, name="klacht_heropen"),
    path("klachten/<int:pk>/brief/", klacht.brief, name="klacht_brief"),
    path("klachtafspraken/<int:pk>/", klacht.afspraak, name="klacht_afspraak"),
]
