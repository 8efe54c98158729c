from django.apps import AppConfig


class WerkConfig(AppConfig):
    name = "zorgapp.werk"
    label = "werk"
