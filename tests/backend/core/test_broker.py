"""Whoever hands over a task finds the broker of the settings, in any thread of any process."""

from __future__ import annotations

import subprocess
import sys

ASK = """
import threading
import django
django.setup()
from market.payments.tasks import process_provider_message
found = []
thread = threading.Thread(target=lambda: found.append(process_provider_message.app.conf.broker_url))
thread.start()
thread.join()
print(*found)
"""


def test_the_api_knows_the_broker() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "memory://"
