"""Many people save at the same moment: everybody is served, nobody waits for a thread that will not come."""

import threading
import time
from typing import Any

from fastapi.testclient import TestClient

from minutes_rest import RECORD, make

EDITORS = 60  # more than the framework has threads, and than the engine has connections


def test_more_editors_than_threads_are_all_served(client: TestClient) -> None:
    record = {**RECORD, "basis": [{"vi": f"Căn cứ {number}", "zh": "依据"} for number in range(EDITORS)]}
    minutes = make(client, record)
    segments = [one for one in minutes.read()["segments"] if one["path"].startswith("basis")]
    answers: list[Any] = []
    start = threading.Barrier(EDITORS)

    def save(segment: dict[str, Any]) -> None:
        start.wait()
        answers.append(minutes.save(segment, f"{segment['vi']} mới", "新依据"))

    threads = [threading.Thread(target=save, args=(segment,)) for segment in segments]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {200}
    assert len(answers) == EDITORS
    # Who waits for a lock that is not coming gives up after thirty.
    assert time.monotonic() - began < 25
    after = minutes.read()["record"]
    assert after["basis"] == [{"vi": f"Căn cứ {n} mới", "zh": "新依据"} for n in range(EDITORS)]
    assert after["revision"] == EDITORS + 1
