from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "zorgapp.web"
    label = "web"
