from zorgapp.werk.tests.conftest import opslag  # noqa: F401  the fixture
