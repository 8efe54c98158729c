"""Addresses of hours, means and scenarios."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
