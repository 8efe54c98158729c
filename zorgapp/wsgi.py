"""WSGI entry point for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from zorgapp.kern.opwarmen import warm_op

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgapp.settings")

application = get_wsgi_application()
warm_op()
