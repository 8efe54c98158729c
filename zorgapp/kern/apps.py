from django.apps import AppConfig


class KernConfig(AppConfig):
    name = "zorgapp.kern"
    label = "kern"
