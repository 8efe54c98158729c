from django.urls import path

from zorgapp.web import views

app_name = "web"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("geen-aanstelling/", views.geen_aanstelling, name="geen_aanstelling"),
    path("school/<int:school_id>/", views.wissel_school, name="wissel_school"),
]
