"""Addresses of OPPs on paper and of their year-end bundles."""

from django.urls import path

from ondersteuning.views import opp_bundel, opp_pdf

urlpatterns = [
    path("opp/bundels/", opp_bundel.bundels, name="opp_bundels"),
    path("opp/bundels/<int:pk>/", opp_bundel.bundel, name="opp_bundel"),
    path("opp/bundels/<int:pk>/stop/", opp_bundel.stop, name="opp_bundel_stop"),
    path("opp/bundels/<int:pk>/verder/", opp_bundel.verder, name="opp_bundel_verder"),
    path("opp/bundels/<int:pk>/bestand/", opp_bundel.bestand, name="opp_bundel_bestand"),
    path("opp/pdf/<slug:soort>/<int:pk>/", opp_pdf.pdf, name="opp_pdf"),
    path("opp/terug/<slug:soort>/<int:pk>/", opp_pdf.terug, name="opp_terug"),
    path("opp/versie/<int:pk>/document/", opp_pdf.document, name="opp_document"),
    path("opp/versie/<int:pk>/document/vraag/", opp_pdf.document_vraag, name="opp_document_vraag"),
    path("opp/<int:pk>/papieren/", opp_pdf.papieren, name="opp_papieren"),
]
