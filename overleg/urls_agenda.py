"""Addresses of the agenda: making it, asking teachers beforehand, reading it before the meeting."""

from django.urls import path

from overleg.views import agenda, rondvraag, vooraf

urlpatterns = [
    path("overleg/<int:pk>/agenda/", agenda.agenda, name="agenda"),
    path("overleg/<int:pk>/agenda/stap/", agenda.stap, name="agenda_stap"),
    path("overleg/<int:pk>/agenda/erbij/", agenda.erbij, name="agenda_erbij"),
    path("overleg/<int:pk>/agenda/voorstel/", agenda.voorstel, name="agenda_voorstel"),
    path("overleg/<int:pk>/agenda/herinner/", rondvraag.herinner, name="rondvraag_herinneren"),
    path("overleg/<int:pk>/agenda/<int:punt>/", agenda.wijzig, name="agenda_punt"),
    path("overleg/<int:pk>/agenda/<int:punt>/vraag/", agenda.vraag, name="agenda_vraag"),
    path("overleg/<int:pk>/agenda/<int:punt>/terug/", agenda.terug, name="agenda_terug"),
    path("overleg/<int:pk>/agenda/<int:punt>/rondvraag/", rondvraag.vragen, name="rondvraag_vragen"),
    path(
        "overleg/<int:pk>/agenda/<int:punt>/rondvraag/<int:rondvraag>/weg/",
        rondvraag.intrekken,
        name="rondvraag_intrekken",
    ),
    path("overleg/<int:pk>/vooraf/", vooraf.vooraf, name="vooraf"),
    path("overleg/<int:pk>/vooraf/pdf/", vooraf.vooraf_pdf, name="vooraf_pdf"),
    path("overleg/rondvraag/", rondvraag.lijst, name="rondvragen"),
    path("overleg/rondvraag/<int:pk>/", rondvraag.antwoord, name="rondvraag"),
    path("overleg/rondvraag/<int:pk>/geen-les/", rondvraag.geen_les, name="rondvraag_geen_les"),
]
