"""Real processes of the service, each on a free port."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from httpx2 import Client


@contextmanager
def running_service(
    environment: Mapping[str, str], *options: str
) -> Iterator[tuple[Client, subprocess.Popen[str]]]:
    """Start `bienban serve`; give a client of it, and the process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "service.cli", "serve", "--port", "0", *options],
        env=os.environ | {"BIENBAN_LANGUAGE": "en"} | dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        address = re.search(r"http://\S+?(?=,)", said)
        assert address, said + process.stdout.read()
        with Client(base_url=address[0], timeout=30) as client:
            yield client, process
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
