#!/usr/bin/env python3
"""The first step of every make target: check the machine, make the environment, hand over to the launcher.

Runs on the system's Python with nothing installed. Kept free of new syntax, so that an old Python reaches the sentence
that says it is too old.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is the message for those who have less
    sys.stderr.write(
        "✗ 파이썬 3.11 이상이 필요합니다(지금은 {0}.{1}).\n"
        "  Python 3.11 or newer is needed (this is {0}.{1}); name one, e.g. make run PYTHON=python3.12.\n".format(
            *sys.version_info[:2]
        )
    )
    sys.exit(1)

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from launcher.entry import main

sys.exit(main(sys.argv[1:]))
