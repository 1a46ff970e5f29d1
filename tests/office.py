"""What tests of finished documents ask of the machine: LibreOffice, poppler and the fonts."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

FONTS_CONF = Path(__file__).parent.parent / "tools" / "fonts.conf"
_CONVERSION_TIMEOUT_S = 120
_SUBSET_PREFIX = re.compile(r"^[A-Z]{6}\+")


def require(program: str, package: str) -> str:
    """Find a program, or fail the test with the Debian package that brings it.

    Returns:
        Absolute path of the program.
    """
    path = shutil.which(program)
    if path is None:
        pytest.fail(f"{program} is missing. Install it: apt-get install {package}", pytrace=False)
    return path


def font_environment() -> dict[str, str]:
    """Give this process's environment with the faces of tools/fonts.conf."""
    return {**os.environ, "FONTCONFIG_FILE": str(FONTS_CONF)}


def convert_to_pdf(docx: Path, folder: Path) -> Path:
    """Convert a document with LibreOffice, with a profile of its own, so that conversions never meet.

    Args:
        docx: Any file Writer opens.
        folder: Exists; gets `<stem>.pdf`.

    Raises:
        RuntimeError: LibreOffice ended without a PDF; carries what it said.
        subprocess.TimeoutExpired: It took more than two minutes and was ended.
    """
    soffice = require("soffice", "libreoffice-writer-nogui")
    pdf = folder / f"{docx.stem}.pdf"
    pdf.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="soffice-", ignore_cleanup_errors=True) as profile:
        said = _run_to_its_end(
            [
                soffice,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                *("--headless", "--norestore", "--convert-to", "pdf"),
                *("--outdir", str(folder), str(docx)),
            ]
        )
    if not pdf.is_file():
        message = f"LibreOffice made no PDF of {docx.name}: {said.strip() or 'it said nothing'}"
        raise RuntimeError(message)
    return pdf


def _run_to_its_end(command: list[str]) -> str:
    # soffice is a wrapper: only its whole process group ends the converter behind it.
    with subprocess.Popen(
        command,
        env=font_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=_CONVERSION_TIMEOUT_S)[1]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise


def pdf_pages_as_png(pdf: Path, folder: Path, dpi: int = 110) -> list[Path]:
    """Draw every page into `folder`, in page order."""
    pdftoppm = require("pdftoppm", "poppler-utils")
    subprocess.run([pdftoppm, "-png", "-r", str(dpi), str(pdf), str(folder / pdf.stem)], check=True)
    # pdftoppm pads page numbers to one width, so the order of names is the order of pages.
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def pdf_text(pdf: Path) -> str:
    """Read the text of all pages in the order it was drawn, so that a cell stays together."""
    pdftotext = require("pdftotext", "poppler-utils")
    command = [pdftotext, "-raw", "-enc", "UTF-8", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def pdf_faces(pdf: Path) -> set[str]:
    """List the PostScript names of the embedded faces, such as `LiberationSerif-Bold`."""
    pdffonts = require("pdffonts", "poppler-utils")
    table = subprocess.run([pdffonts, str(pdf)], check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in table.splitlines()[2:]]
    # After name, type (one or two words) and encoding come emb, sub, uni and the two words of the object id.
    return {_SUBSET_PREFIX.sub("", row[0]) for row in rows if row[-5] == "yes"}
