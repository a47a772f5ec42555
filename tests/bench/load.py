"""A small load generator: keep-alive HTTP over plain sockets, so that measuring costs little beside what is measured."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import psutil


@dataclass(frozen=True)
class Measured:
    """What a run of requests took. Times in milliseconds; ``cpu_ms`` by group of processes, each request's share."""

    requests_per_second: float
    p50: float
    p95: float
    cpu_ms: dict[str, float]


class Connection:
    """One keep-alive connection to one server."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port

    async def open(self) -> None:
        self.reader, self.writer = await asyncio.open_connection(self.host, self.port)

    async def close(self) -> None:
        self.writer.close()
        await self.writer.wait_closed()

    async def request(self, method: str, path: str, body: bytes = b"", headers: str = "") -> bytes:
        """The body of the answer, which must be a 200."""
        fixed = f"Host: {self.host}:{self.port}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        head = f"{method} {path} HTTP/1.1\r\n{fixed}{headers}\r\n"
        self.writer.write(head.encode() + body)
        await self.writer.drain()
        answer = await self.reader.readuntil(b"\r\n\r\n")
        status, *lines = answer.decode("latin-1").split("\r\n")
        assert status.split(" ")[1] == "200", status
        fields = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
        if "content-length" in fields:
            return await self.reader.readexactly(int(fields["content-length"]))
        return await self._chunks()

    async def _chunks(self) -> bytes:
        parts = []
        while size := int((await self.reader.readline()).split(b";")[0], 16):
            parts.append(await self.reader.readexactly(size))
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)
        return b"".join(parts)

    async def graphql(self, document: str, variables: dict[str, Any], headers: str = "") -> dict[str, Any]:
        """The data of a call that must succeed."""
        body = json.dumps({"query": document, "variables": variables}).encode()
        answer = json.loads(await self.request("POST", "/graphql/", body, headers))
        assert not answer.get("errors"), answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data


Step = Callable[[Connection, int], Awaitable[None]]
Groups = dict[str, list[psutil.Process]]


def cpu_seconds(processes: list[psutil.Process]) -> float:
    """Processor time the processes have used; PostgreSQL's connections come and go, so its group is asked anew by the caller."""
    total = 0.0
    for process in processes:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


async def _client(host: str, port: int, step: Step, numbers: Any, ends_at: float, taken: list[float]) -> None:
    connection = Connection(host, port)
    await connection.open()
    while time.perf_counter() < ends_at:
        number = next(numbers)
        started = time.perf_counter()
        await step(connection, number)
        taken.append((time.perf_counter() - started) * 1000)
    await connection.close()


def run(
    host: str, port: int, step: Step, *, clients: int, seconds: float, groups: Groups, first_number: int = 0
) -> Measured:
    """Repeat ``step`` from so many clients for so long."""
    taken: list[float] = []

    async def everybody() -> None:
        numbers = iter(range(first_number, 10**9))
        ends_at = time.perf_counter() + seconds
        await asyncio.gather(*(_client(host, port, step, numbers, ends_at, taken) for _ in range(clients)))

    before = {name: cpu_seconds(processes) for name, processes in groups.items()}
    started = time.perf_counter()
    asyncio.run(everybody())
    elapsed = time.perf_counter() - started
    used = {name: (cpu_seconds(processes) - before[name]) * 1000 / len(taken) for name, processes in groups.items()}
    taken.sort()
    return Measured(len(taken) / elapsed, statistics.median(taken), taken[int(len(taken) * 0.95)], used)
