"""Before the fork: every template of our own compiles and is kept, and every URL finds its view."""

from django.template import engines
from django.urls import get_resolver

from zorgapp.kern.opwarmen import eigen_templates, warm_op


def test_wat_de_werkers_delen_is_geladen_en_blijft_bewaard() -> None:
    bewaard = engines["django"].engine.template_loaders[0].get_template_cache
    bewaard.clear()
    warm_op()
    assert len(list(eigen_templates())) > 100
    assert set(eigen_templates()) <= set(bewaard)
    assert get_resolver()._populated
