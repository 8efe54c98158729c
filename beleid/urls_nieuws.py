"""Addresses of news, what went well, the end of the day and the law watch."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
