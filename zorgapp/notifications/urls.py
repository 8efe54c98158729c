from django.urls import path

from zorgapp.notifications import views

app_name = "notifications"
urlpatterns = [
    path("meldingen/", views.meldingen, name="meldingen"),
    path("meldingen/gezien/", views.gezien, name="gezien"),
    path("meldingen/<uuid:zending>/opnieuw/", views.eigen_opnieuw, name="eigen_opnieuw"),
    path("meldingen/<uuid:zending>/vervalt/", views.eigen_vervalt, name="eigen_vervalt"),
    path("profiel/mail/", views.mailmoment, name="mailmoment"),
    path("beheer/wachtrij/", views.wachtrij, name="wachtrij"),
    path("beheer/wachtrij/<uuid:zending>/opnieuw/", views.opnieuw, name="opnieuw"),
    path("beheer/wachtrij/<uuid:zending>/vervalt/", views.vervalt, name="vervalt"),
]
