"""What every upload shares: a limit that works while it arrives, so that 200 MB never reaches the disk, and how a bad
zip shows."""

import zipfile
import zlib
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

# What reading a damaged or hostile zip may raise.
ZIPFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    NotImplementedError,
)


class BegrensdeUpload(FileUploadHandler):
    """Skip a file once it grows past the limit of its address (settings.UPLOAD_GRENZEN, else UPLOAD_MAX_BYTES) and mark
    the request; forms then refuse it."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.ontvangen = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.ontvangen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.ontvangen += len(raw_data)
        if self.ontvangen > self._grens():
            self.request.upload_te_groot = True  # type: ignore[union-attr]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    def _grens(self) -> int:
        pad = getattr(self.request, "path", "")
        naam = next(
            (n for eind, n in settings.UPLOAD_GRENZEN.items() if pad.endswith(eind)), "UPLOAD_MAX_BYTES"
        )
        return int(getattr(settings, naam))
