"""Addresses of the ondersteuningsaanbod for the schoolgids."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
