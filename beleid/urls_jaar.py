"""Addresses of the jaarkalender and scholing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
