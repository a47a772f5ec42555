"""Papers as PDF: a typst template and data. Data is handed over as JSON and never becomes markup, so nobody's name can draw anything."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

SHARED = Path(__file__).resolve().parent / "typst"


def paper_pdf(template: Path, data: dict[str, Any]) -> bytes:
    """The template filled with ``data``, which it reads as ``json(bytes(sys.inputs.data))``.

    What papers share is the package ``@ieum/sheet`` in ``core/typst``. Only fonts of ours are used, and no file is read but of the
    template's folder and of that package. Raises typst.TypstError for a template that is wrong.
    """
    made = typst.compile(
        str(template),
        root=str(template.parent),
        package_path=str(SHARED),
        package_cache_path=str(SHARED),  # nothing is ever fetched from elsewhere
        font_paths=_fonts(str(settings.FONTS_DIR)),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    assert isinstance(made, bytes)
    return made


@functools.cache
def _fonts(directory: str) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[directory])
