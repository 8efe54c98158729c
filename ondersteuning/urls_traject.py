"""Addresses of trajectories, their goals, evaluations, sessions and groups."""

from django.urls import path

from ondersteuning.views import caseload, doelen, evaluatie, groep, traject

urlpatterns = [
    path("trajecten/", caseload.caseload, name="caseload"),
    path("trajecten/nieuw/", traject.nieuw, name="traject_nieuw"),
    path("trajecten/leerling/", traject.leerling, name="traject_leerling"),
    path("trajecten/<int:pk>/", traject.traject, name="traject"),
    path("trajecten/<int:pk>/wijzig/", traject.wijzig, name="traject_wijzig"),
    path("trajecten/<int:pk>/overdragen/", traject.overdragen, name="traject_overdragen"),
    path("trajecten/<int:pk>/afsluiten/", traject.afsluiten, name="traject_afsluiten"),
    path("trajecten/<int:pk>/heropenen/", traject.heropenen, name="traject_heropenen"),
    path("trajecten/<int:pk>/doel/", doelen.nieuw, name="doel_nieuw"),
    path("trajecten/<int:pk>/evaluatie/", evaluatie.nieuw, name="evaluatie_nieuw"),
    path("trajecten/<int:pk>/sessie/", groep.trajectsessie, name="traject_sessie"),
    path("regie/<int:pk>/", traject.overdracht, name="regie_antwoord"),
    path("doelen/<int:pk>/", doelen.doel, name="doel"),
    path("doelen/<int:pk>/vervallen/", doelen.vervallen, name="doel_vervallen"),
    path("doelen/<int:pk>/stand/", doelen.stand, name="doel_stand"),
    path("evaluaties/<int:pk>/", evaluatie.evaluatie, name="evaluatie"),
    path("evaluaties/<int:pk>/verbeter/", evaluatie.corrigeer, name="evaluatie_corrigeer"),
    path("sessies/<int:pk>/", groep.sessie, name="sessie"),
    path("trajectgroepen/nieuw/", groep.nieuw, name="groep_nieuw"),
    path("trajectgroepen/<int:pk>/", groep.groep, name="groep"),
    path("trajectgroepen/<int:pk>/wijzig/", groep.wijzig, name="groep_wijzig"),
    path("trajectgroepen/<int:pk>/sessie/", groep.groepssessie, name="groep_sessie"),
    path("trajectgroepen/<int:pk>/meting/", groep.meting, name="groep_meting"),
    path("trajectgroepen/<int:pk>/afsluiten/", groep.afsluiten, name="groep_afsluiten"),
    path("trajectgroepen/<int:pk>/heropenen/", groep.heropenen, name="groep_heropenen"),
]
