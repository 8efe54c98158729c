"""The benchmark: every page through real HTTP under gunicorn, beside the floors, in the same run.

Only `manage.py meet` uses this; nothing here is imported by the running application.
"""
