"""Static files storage: hashed names and compressed copies, tolerant of source-map hints in vendor files."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from zorgapp.kern.statisch_icons import BESTAND, menublad


class StatischeBestanden(CompressedManifestStaticFilesStorage):
    """Hashed, gzip and brotli; a vendor file may mention a source map that is not shipped."""

    manifest_strict = True
    support_js_module_import_aggregation = False
    patterns = (
        ("*.css", (r"""(?P<matched>url\(['"]{0,1}\s*(?P<url>(?!['"]?(?:data:|#)).*?)["']{0,1}\))""",)),
    )

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **opties: Any) -> Iterator[Any]:
        """Add the icons of the menu to what was collected, then give everything its hashed name."""
        if not dry_run:
            self.delete(BESTAND)
            self.save(BESTAND, ContentFile(menublad()))
            paths[BESTAND] = (self, BESTAND)
        yield from super().post_process(paths, dry_run, **opties)
