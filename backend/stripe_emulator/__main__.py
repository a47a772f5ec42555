"""`python -m stripe_emulator`: one process on one port, stopped by SIGINT or SIGTERM."""

from __future__ import annotations

import argparse
import logging
import os
from pathlib import Path

from aiohttp import web

from stripe_emulator import api, control, middleware, pages
from stripe_emulator.books import Books
from stripe_emulator.webhooks import Courier


def make_app(books: Books, courier: Courier, public_base: str) -> web.Application:
    app = web.Application(middlewares=middleware.ALL)
    app[middleware.BOOKS] = books
    app[middleware.COURIER] = courier
    app[middleware.FAULT] = middleware.Fault()
    named = (os.environ.get(name, "") for name in ("STRIPE_API_KEY", "STRIPE_PUBLISHABLE_KEY"))
    app[middleware.TAKEN_KEYS] = frozenset(filter(None, named))
    app[middleware.PUBLIC_BASE] = public_base
    app[middleware.IN_FLIGHT] = {}
    for part in (control, pages, api):
        part.add_routes(app)

    async def open_up(app: web.Application) -> None:
        courier.start()

    async def close_down(app: web.Application) -> None:
        await courier.stop()
        books.close()

    app.on_startup.append(open_up)
    app.on_cleanup.append(close_down)
    return app


def arguments() -> argparse.Namespace:
    """Options, with the environment as their default where the value is a secret or an address."""
    parser = argparse.ArgumentParser(prog="stripe_emulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8420)
    parser.add_argument("--state", type=Path, default=None, help="the file of the books; without it nothing is kept")
    parser.add_argument("--public-url", default=os.environ.get("STRIPE_EMULATOR_PUBLIC_URL", ""))
    parser.add_argument("--webhook-url", default=os.environ.get("STRIPE_EMULATOR_WEBHOOK_URL", ""))
    return parser.parse_args()


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("aiohttp.access").setLevel(logging.WARNING)
    given = arguments()
    books = Books(given.state)
    courier = Courier(books)
    secret = os.environ.get("STRIPE_WEBHOOK_SECRET", "")
    if given.webhook_url and secret:
        courier.endpoint_set("market", given.webhook_url, secret)
    public_base = (given.public_url or f"http://localhost:{given.port}").rstrip("/")
    app = make_app(books, courier, public_base)
    web.run_app(app, host=given.host, port=given.port, print=logging.info, shutdown_timeout=2)


if __name__ == "__main__":
    main()
