"""The README's whole meeting in curl: every command of it, as it stands there."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from office import require
from samples import ROOT
from servers import running_service

pytestmark = pytest.mark.build
PAGE = ROOT / "README.md"


def test_every_command_of_the_page_does_what_it_says(tmp_path: Path) -> None:
    require("curl", "curl")
    require("jq", "jq")
    commands = "".join(re.findall(r"```bash\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
    with running_service({"BIENBAN_DATA_DIR": str(tmp_path)}, "--as", "lan") as (client, _):
        here = commands.replace("http://127.0.0.1:8765", str(client.base_url).rstrip("/"))
        done = subprocess.run(
            ["/usr/bin/env", "bash", "-euo", "pipefail", "-c", here],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == [
        "in_translation",
        "translated",
        "in_review",
        "agreed",
        "final",
        "in_review",
    ]
    assert json.loads((tmp_path / "shares.json").read_text("utf-8"))[0]["office"] == "van-nam"
    assert "双方一致同意每月交流信息。" in (tmp_path / "record.yaml").read_text("utf-8")
