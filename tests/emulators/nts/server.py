"""The HTTP side of the stub: who asks, and what is answered."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]
MOST_NUMBERS = 100
WORDS = {"01": "계속사업자", "02": "휴업자", "03": "폐업자"}
UNKNOWN = "국세청에 등록되지 않은 사업자등록번호입니다."
PREFIX = "/api/nts-businessman/v1"


class Refused(Exception):
    def __init__(self, status: int, answer: Json) -> None:
        super().__init__(answer)
        self.status, self.answer = status, answer


@dataclass
class NtsStub:
    """The register, and what the service was asked: ``(path, query, body)`` of each call."""

    key: str = "stub-key=="
    url: str = ""
    businesses: dict[str, Json] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, list[str]], Any]] = field(default_factory=list)
    broken: list[tuple[int, bytes]] = field(default_factory=list)
    pause: float = 0.0

    def register(
        self, number: str, code: str = "01", *, opened: str = "20200302", representative: str = "", ended: str = ""
    ) -> None:
        """A business: ``code`` 01 계속, 02 휴업, 03 폐업; days as YYYYMMDD."""
        self.businesses[number] = {
            "code": code,
            "opened": opened,
            "representative": representative,
            "ended": ended,
        }

    def break_next(self, *answers: tuple[int, bytes]) -> None:
        """The next calls get these statuses and bodies, whatever they ask."""
        self.broken = list(answers)

    def answer_late(self, seconds: float) -> None:
        self.pause = seconds

    @classmethod
    @contextlib.contextmanager
    def running(cls) -> Iterator[NtsStub]:
        stub = cls()
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(stub))
        server.daemon_threads = True
        stub.url = f"http://127.0.0.1:{server.server_port}{PREFIX}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield stub
        finally:
            server.shutdown()
            server.server_close()

    def answer(self, target: str, body: bytes) -> tuple[int, bytes]:
        address = urlsplit(target)
        query = parse_qs(address.query)
        try:
            content = json.loads(body)
        except ValueError:
            content = None
        self.asked.append((address.path, query, content))
        if self.pause:
            time.sleep(self.pause)
        if self.broken:
            return self.broken.pop(0)
        try:
            return 200, json.dumps(self._act(address.path, query, content)).encode()
        except Refused as refused:
            return refused.status, json.dumps(refused.answer).encode()

    def _act(self, path: str, query: dict[str, list[str]], content: Any) -> Json:
        if query.get("serviceKey") != [self.key]:
            raise Refused(401, {"code": -4, "msg": "등록되지 않은 인증키 입니다."})
        if not isinstance(content, dict):
            raise Refused(400, {"status_code": "BAD_JSON_REQUEST"})
        if path == f"{PREFIX}/status":
            numbers = self._rows(content, "b_no")
            rows = [self._status(number) for number in numbers]
            return {"status_code": "OK", "match_cnt": len(rows), "request_cnt": len(numbers), "data": rows}
        if path == f"{PREFIX}/validate":
            given = self._rows(content, "businesses")
            return {"status_code": "OK", "request_cnt": len(given), "data": [self._valid(one) for one in given]}
        raise Refused(404, {"code": -3, "msg": "등록되지 않은 서비스 입니다."})

    def _rows(self, content: Json, name: str) -> list[Any]:
        rows = content.get(name)
        if not isinstance(rows, list) or not rows:
            raise Refused(411, {"status_code": "REQUEST_DATA_MALFORMED"})
        if len(rows) > MOST_NUMBERS:
            raise Refused(413, {"status_code": "TOO_LARGE_REQUEST"})
        return rows

    def _status(self, number: str) -> Json:
        known = self.businesses.get(number)
        if known is None:
            return {"b_no": number, "b_stt": "", "b_stt_cd": "", "tax_type": UNKNOWN, "tax_type_cd": "", "end_dt": ""}
        code = known["code"]
        return {
            "b_no": number,
            "b_stt": WORDS[code],
            "b_stt_cd": code,
            "tax_type": "부가가치세 일반과세자",
            "tax_type_cd": "01",
            "end_dt": known["ended"],
        }

    def _valid(self, given: Json) -> Json:
        number = given.get("b_no", "")
        if not given.get("start_dt") or not given.get("p_nm"):
            raise Refused(411, {"status_code": "REQUEST_DATA_MALFORMED"})
        known = self.businesses.get(number)
        facts = (given["start_dt"], given["p_nm"])
        if known is None or (known["opened"], known["representative"]) != facts:
            return {"b_no": number, "valid": "02", "valid_msg": "확인할 수 없습니다.", "request_param": given}
        return {"b_no": number, "valid": "01", "request_param": given, "status": self._status(number)}


def _handler_of(stub: NtsStub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, content = stub.answer(self.path, body)
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # who asked did not wait
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    return Handler
