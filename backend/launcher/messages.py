"""How set-up and running may end other than well: one sentence, in Korean and in English."""

from __future__ import annotations

import errno


class Stop(Exception):
    """Ends the command with one sentence. `details` are lines of a log worth seeing, if any."""

    def __init__(self, korean: str, english: str, details: list[str] | None = None) -> None:
        super().__init__(english)
        self.korean = korean
        self.english = english
        self.details = details or []


class Interrupted(Exception):
    """The person at the keyboard, or the system, asked us to stop."""


def port_busy(port: int, variable: str) -> Stop:
    return Stop(
        f"{port}번 포트를 다른 프로그램이 쓰고 있습니다. {variable}에 다른 번호를 주세요.",
        f"Port {port} is in use by another program; set {variable} to a free one.",
    )


def port_invalid(value: str, variable: str) -> Stop:
    return Stop(
        f"{variable}의 값 {value!r}은(는) 1에서 65535 사이의 포트 번호가 아닙니다.",
        f"{variable} is {value!r}, which is not a port number between 1 and 65535.",
    )


def disk_full(folder: str) -> Stop:
    return Stop(
        f"{folder}이(가) 있는 디스크에 빈 공간이 없습니다. 공간을 비운 뒤 다시 실행해 주세요.",
        f"The disk that holds {folder} is full; free some space and run this again.",
    )


def disk_small(folder: str, needed_mb: int, free_mb: int) -> Stop:
    return Stop(
        f"{folder}에 {needed_mb:,} MB가 필요하지만 {free_mb:,} MB만 남아 있습니다.",
        f"{needed_mb:,} MB are needed in {folder}, but only {free_mb:,} MB are free.",
    )


def folder_unwritable(folder: str) -> Stop:
    return Stop(
        f"{folder} 폴더에 쓸 수 없습니다. 권한을 확인해 주세요.",
        f"The folder {folder} cannot be written to; check its permissions.",
    )


def already_running(what_korean: str, what_english: str, pid: str) -> Stop:
    return Stop(
        f"이 폴더에서 {what_korean} 이미 실행 중입니다(프로세스 {pid}).",
        f"{what_english} from this folder already (process {pid}).",
    )


def step_failed(name_korean: str, name_english: str, log: str, details: list[str]) -> Stop:
    return Stop(
        f"{name_korean} 단계가 실패했습니다. 기록: {log}",
        f"The step “{name_english}” failed; its log is {log}.",
        details,
    )


def child_died(name: str, code: int | None, log: str, details: list[str]) -> Stop:
    return Stop(
        f"{name} 프로세스가 멈춰서(코드 {code}) 모두 중지했습니다. 기록: {log}",
        f"{name} ended by itself (code {code}), so everything was stopped; its log is {log}.",
        details,
    )


def not_ready(name: str, seconds: int, log: str, details: list[str]) -> Stop:
    return Stop(
        f"{name}이(가) {seconds}초 안에 준비되지 않았습니다. 기록: {log}",
        f"{name} was not ready within {seconds} seconds; its log is {log}.",
        details,
    )


def from_os_error(error: OSError, folder: str) -> Stop | None:
    """The sentence for an error of the operating system, if it is one that people can mend."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(folder)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return folder_unwritable(str(error.filename or folder))
    return None
