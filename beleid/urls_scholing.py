"""Addresses of training for colleagues."""

from django.urls import path

from beleid.views import scholing, scholingdeelname

urlpatterns = [
    path("beleid/scholing/", scholing.lijst, name="scholing"),
    path("beleid/scholing/nieuw/", scholing.nieuw, name="scholing_nieuw"),
    path("beleid/scholing/overnemen/", scholing.overnemen, name="scholing_overnemen"),
    path("beleid/scholing/<int:pk>/", scholing.een, name="scholing_een"),
    path("beleid/scholing/<int:pk>/wijzigen/", scholing.wijzigen, name="scholing_wijzigen"),
    path("beleid/scholing/<int:pk>/vervalt/", scholing.vervalt, name="scholing_vervalt"),
    path("beleid/scholing/<int:pk>/terug/", scholing.terug, name="scholing_terug"),
    path("beleid/scholing/<int:pk>/meedoen/", scholingdeelname.meedoen, name="scholing_meedoen"),
    path("beleid/scholing/<int:pk>/afmelden/", scholingdeelname.afmelden, name="scholing_afmelden"),
    path("beleid/scholing/<int:pk>/terugkijken/", scholingdeelname.terugkijken, name="scholing_terugkijken"),
    path("beleid/scholing/<int:pk>/heropenen/", scholingdeelname.heropenen, name="scholing_heropenen"),
]
