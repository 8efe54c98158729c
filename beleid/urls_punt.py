"""Addresses of the development point, what waits, and the page Beleid en jaar."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
