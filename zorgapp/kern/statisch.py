"""Static files storage: hashed names and compressed copies, tolerant of source-map hints in vendor files."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StatischeBestanden(CompressedManifestStaticFilesStorage):
    """Hashed, gzip and brotli; a vendor file may mention a source map that is not shipped."""

    manifest_strict = True
    support_js_module_import_aggregation = False
    patterns = (
        ("*.css", (r"""(?P<matched>url\(['"]{0,1}\s*(?P<url>(?!['"]?(?:data:|#)).*?)["']{0,1}\))""",)),
    )
