from django.apps import AppConfig


class BeleidConfig(AppConfig):
    name = "beleid"
