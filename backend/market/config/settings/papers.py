"""Papers: where their fonts lie."""

from pathlib import Path

import environ

env = environ.Env()

# Pretendard in two weights (SIL Open Font License) comes with the service; another folder may hold other fonts of that name.
FONTS_DIR = Path(env("IEUM_FONTS_DIR", default=str(Path(__file__).resolve().parents[2] / "core" / "fonts")))
