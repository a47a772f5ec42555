"""A small identity provider on a port of this machine: it keeps to the protocol, and breaks it on request."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, CLIENT_SECRET = "ieum-test", "a secret & more"


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


usual_key = functools.cache(new_key)  # making one takes a while


@dataclass
class Provider:
    """``approve`` plays the person who signs in; ``change`` is laid over the claims of the next id tokens."""

    port: int = 0
    key: rsa.RSAPrivateKey = field(default_factory=usual_key)
    key_id: str = "k1"
    published: dict[str, rsa.RSAPrivateKey] = field(default_factory=dict)
    person: dict[str, Any] = field(
        default_factory=lambda: {
            "sub": "person-1", "email": "Guest@ieum.example", "email_verified": True, "given_name": "지우", "family_name": "한",
        }
    )  # fmt: skip
    change: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refresh_tokens: set[str] = field(default_factory=set)
    gives_refresh_token: bool = True
    status: int = 200
    calls: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def approve(self, authorization_url: str) -> dict[str, str]:
        """What comes back to the redirect URI: ``{"code", "state"}``."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(authorization_url).query).items()}
        assert (asked["response_type"], asked["client_id"]) == ("code", CLIENT_ID)
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def token_answer(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        if authorization != "Basic " + base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode():
            return 401, {"error": "invalid_client"}
        if form["grant_type"] == "refresh_token":
            if form["refresh_token"] not in self.refresh_tokens:
                return 400, {"error": "invalid_grant"}
            self.refresh_tokens.remove(form["refresh_token"])
            return 200, self._tokens({})
        asked = self.codes.pop(form["code"], None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != challenge or asked["redirect_uri"] != form["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        return 200, self._tokens({"nonce": asked["nonce"]})

    def _tokens(self, extra: dict[str, str]) -> dict[str, Any]:
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            **extra,
            **self.person,
            **self.change,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        answer = {"access_token": "opaque", "token_type": "Bearer", "expires_in": 300}
        answer["id_token"] = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": self.key_id})
        if self.gives_refresh_token:
            answer["refresh_token"] = secrets.token_urlsafe(16)
            self.refresh_tokens.add(answer["refresh_token"])
        return answer

    def key_set(self) -> dict[str, Any]:
        keys = self.published or {self.key_id: self.key}
        return {
            "keys": [
                {
                    **json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key())),
                    "kid": name,
                    "use": "sig",
                    "alg": "RS256",
                }
                for name, key in keys.items()
            ]
        }


def serve(provider: Provider) -> ThreadingHTTPServer:
    """Start answering; whoever starts it calls ``shutdown`` and ``server_close``."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
            status, body = provider.token_answer(form, self.headers.get("Authorization", ""))
            self._answer(status, body)

        def do_GET(self) -> None:
            self._answer(200, provider.key_set())

        def _answer(self, status: int, body: dict[str, Any]) -> None:
            provider.calls.append(self.path)
            text = json.dumps(body).encode() if provider.status == 200 else b"<html>out of order</html>"
            self.send_response(status if provider.status == 200 else provider.status)
            self.send_header("Content-Type", "application/json")
            if provider.status in (302, 307):
                self.send_header("Location", f"{provider.url}/elsewhere")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server
