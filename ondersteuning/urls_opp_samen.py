"""Addresses of talks about an OPP and of who agrees, for the staff and for each person who is asked."""

from django.urls import path

from ondersteuning.views import opp_instemming, opp_ouder, opp_overleg

urlpatterns = [
    path("opp/<int:pk>/overleg/", opp_overleg.lijst, name="opp_overleg"),
    path("opp/overleg/<int:pk>/", opp_overleg.verslag, name="opp_overleg_verslag"),
    path("opp/overleg/<int:pk>/verzet/", opp_overleg.verzet, name="opp_overleg_verzet"),
    path("opp/overleg/<int:pk>/afzeggen/", opp_overleg.afzeggen, name="opp_overleg_afzeggen"),
    path("opp/<int:pk>/instemming/", opp_instemming.pagina, name="opp_instemming"),
    path("opp/<int:pk>/instemming/vraag/", opp_instemming.vraag, name="opp_instemming_vraag"),
    path("opp/<int:pk>/instemming/bijwerken/", opp_instemming.bijwerken, name="opp_instemming_bijwerken"),
    path("opp/instemming/<int:pk>/", opp_instemming.antwoord, name="opp_instemming_antwoord"),
    path("opp/instemming/<int:pk>/herinner/", opp_instemming.herinner, name="opp_instemming_herinner"),
    path("opp/instemming/<int:pk>/opnieuw/", opp_instemming.opnieuw, name="opp_instemming_opnieuw"),
    path("opp/instemming/<int:pk>/link/", opp_instemming.link, name="opp_instemming_link"),
    path("persoonlijk/<str:token>/lees/", opp_ouder.lees, name="opp_link_lees"),
    path("persoonlijk/<str:token>/lees/reactie/", opp_ouder.reactie, name="opp_link_reactie"),
    path("persoonlijk/<str:token>/lees/bewijs/", opp_ouder.bewijs, name="opp_link_bewijs"),
    path("persoonlijk/<str:token>/lees/bewijs/pdf/", opp_ouder.bewijs_pdf, name="opp_link_bewijs_pdf"),
    path("persoonlijk/<str:token>/lees/document/", opp_ouder.document, name="opp_link_document"),
    path("persoonlijk/<str:token>/lees/klaar/", opp_ouder.klaar, name="opp_link_lees_klaar"),
]
