"""Keeps pupil data out of technical logs (DOMAIN 45)."""

import logging


class ZonderGegevens(logging.Filter):
    """Drop query strings and request objects from log records; both may hold what a person typed."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.__dict__.pop("request", None)
        if isinstance(record.args, tuple):
            record.args = tuple(a.split("?", 1)[0] if isinstance(a, str) else a for a in record.args)
        return True
