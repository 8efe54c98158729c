from django.urls import path

from zorgapp.notifications import views

app_name = "notifications"
urlpatterns = [
    path("beheer/wachtrij/", views.wachtrij, name="wachtrij"),
    path("beheer/wachtrij/<int:pk>/opnieuw/", views.opnieuw, name="opnieuw"),
    path("beheer/wachtrij/<int:pk>/vervalt/", views.vervalt, name="vervalt"),
]
