from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "zorgapp.notifications"
    label = "notifications"
