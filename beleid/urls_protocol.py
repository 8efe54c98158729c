"""Addresses of the protocolgids."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
