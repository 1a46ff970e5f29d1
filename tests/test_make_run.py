"""`make run` in a script: it drafts, serves until it is told to end, and ends well."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from httpx2 import Client

ROOT = Path(__file__).parent.parent


@pytest.mark.build
def test_make_run_drafts_the_examples_and_serves_until_it_is_told_to_end(tmp_path: Path) -> None:
    assert shutil.which("make")
    # As a journal reads it: nothing may wait in a buffer.
    environment = {
        "PYTHONUNBUFFERED": "",
        "BIENBAN_DATA_DIR": str(tmp_path),
        "BIENBAN_PORT": "0",
        "BIENBAN_LANGUAGE": "en",
    }
    drafts = f"DRAFTS={tmp_path / 'drafts'}"
    process = subprocess.Popen(
        ["make", "--no-print-directory", "run", drafts],  # noqa: S607 - the make of this machine
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        found = None
        for line in process.stdout:
            found = re.search(r"answers at (http://\S+?),", line)
            if found:
                break
        assert found
        assert (tmp_path / "drafts" / "index.html").is_file()
        with Client(base_url=found[1]) as client:
            assert client.get("/api/v1/concepts/place.ha-giang").json()["current"]["state"] == "approved"
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode in (0, 2, 130, -signal.SIGINT)  # make itself reports the interrupt
