from django.urls import path, register_converter
from django.urls.converters import StringConverter

from zorgapp.werk import views


class ConceptSleutel(StringConverter):
    """A key of a draft, such as `signaal:nieuw` or `triage:12`; any other address does not exist."""

    regex = "[a-z0-9:_-]{1,80}"


register_converter(ConceptSleutel, "conceptsleutel")

app_name = "werk"
urlpatterns = [
    path("concept/<conceptsleutel:sleutel>/", views.concept, name="concept"),
    path("taak/<int:pk>/", views.taak, name="taak"),
    path("document/<int:pk>/", views.document, name="document"),
]
