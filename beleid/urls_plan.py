"""Addresses of the yearly plan."""

from django.urls import URLPattern, path

from beleid.views import plan, plan_schrijven, plan_stap

_P = "beleid/plan/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("beleid/plan/", plan.overzicht, name="plan"),
    path("beleid/plan/nieuw/", plan_stap.nieuw, name="plan_nieuw"),
    path(_P, plan.lezen, name="plan_lezen"),
    path(f"{_P}gelezen/", plan.gelezen, name="plan_gelezen"),
    path(f"{_P}lezers/", plan.lezers, name="plan_lezers"),
    path(f"{_P}verschil/", plan.verschil, name="plan_verschil"),
    path(f"{_P}pdf/", plan.papier, {"vorm": "plan"}, name="plan_pdf"),
    path(f"{_P}blad/", plan.papier, {"vorm": "blad"}, name="plan_blad"),
    path(f"{_P}schrijven/<slug:soort>/", plan_schrijven.deel, name="plan_deel"),
    path(f"{_P}factoren/", plan_schrijven.factoren, name="plan_factoren"),
    path(f"{_P}factoren/nieuw/", plan_schrijven.factor, name="plan_factor_nieuw"),
    path(f"{_P}factoren/<int:factor_id>/", plan_schrijven.factor, name="plan_factor"),
    path(f"{_P}factoren/<int:factor_id>/weg/", plan_schrijven.factor_weg, name="plan_factor_weg"),
    path(f"{_P}stap/<slug:wat>/", plan_stap.stap, name="plan_stap"),
    path(f"{_P}volgende/", plan_stap.volgende, name="plan_volgende"),
    path(f"{_P}weghalen/", plan_stap.weghalen, name="plan_weghalen"),
    path(f"{_P}reacties/", plan_stap.reacties, name="plan_reacties"),
    path(f"{_P}reacties/<int:reactie_id>/", plan_stap.reactie, name="plan_reactie"),
]
