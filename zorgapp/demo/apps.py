from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "zorgapp.demo"
    label = "demo"
