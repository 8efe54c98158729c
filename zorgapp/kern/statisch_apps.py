"""Which files of the front-end packages are collected: only what pages use, not every build a package ships."""

from django.contrib.staticfiles.apps import StaticFilesConfig


class StatischConfig(StaticFilesConfig):
    """Django's app for static files with the names that `collectstatic` leaves out."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "*.map",
        "*.rtl.*",
        "bootstrap-*",
        "bootstrap.css",
        "ext",
        "*.d.ts",
        "*.md",
        "htmx.js",
        "htmx.amd.js",
        "htmx.cjs.js",
        "htmx.esm.js",
        "*.woff",
        "literata-[!l]*",
        "literata-*-normal.*",
        "noto-*",
        "literata-*[235-9]00-*",
    ]
