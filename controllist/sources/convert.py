"""Old Word files (.doc) turned into .docx by LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from controllist.errors import WrongUse
from controllist.lines import SourceData

TIMEOUT = 120
"""Seconds that LibreOffice may take for one file."""


def docx_from_doc(source: SourceData) -> SourceData:
    """The file as .docx. Raises `WrongUse` where LibreOffice is not installed or cannot read the file."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise WrongUse(
            f"{source.name}: an old Word file (.doc); install LibreOffice, which turns it into .docx, "
            "or save it as .docx yourself"
        )
    with tempfile.TemporaryDirectory(prefix="controllist-") as folder:
        original = Path(folder) / "source.doc"
        original.write_bytes(source.data)
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx"]
        try:
            subprocess.run(
                [*command, "--outdir", folder, str(original)], check=True, capture_output=True, timeout=TIMEOUT
            )
            data = original.with_suffix(".docx").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise WrongUse(f"{source.name}: LibreOffice could not turn this file into .docx ({error})") from None
    return SourceData(Path(source.name).with_suffix(".docx").name, data)
