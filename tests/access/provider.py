"""A provider of OpenID Connect, as small as can be, that lets in whoever it is told to."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = {"client_id": "atlas", "client_secret": "known to both"}


class Provider(ThreadingHTTPServer):
    """`user` is who logs in next."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.user = "u-1001"
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.nonces: dict[str, tuple[str, str]] = {}

    @property
    def address(self) -> str:
        """The issuer."""
        return f"http://127.0.0.1:{self.server_port}"

    def token(self, code: str) -> dict[str, Any]:
        """What a code is good for, once."""
        nonce, user = self.nonces.pop(code)
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT["client_id"], "sub": user, "nonce": nonce, "iat": now,
                  "exp": now + 300, "email": f"{user}@ministry.example"}  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": signed}


class _Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        at = self.server.address
        match asked.path:
            case "/.well-known/openid-configuration":
                self._say({"issuer": at, "authorization_endpoint": f"{at}/authorize", "token_endpoint": f"{at}/token",
                           "jwks_uri": f"{at}/keys", "response_types_supported": ["code"],
                           "subject_types_supported": ["public"],
                           "id_token_signing_alg_values_supported": ["RS256"]})  # fmt: skip
            case "/keys":
                self._say({"keys": [self.server.key.as_dict(private=False)]})
            case "/authorize":
                given = {name: values[0] for name, values in parse_qs(asked.query).items()}
                code = f"code-{len(self.server.nonces)}-{time.monotonic_ns()}"
                self.server.nonces[code] = given["nonce"], self.server.user
                self.send_response(302)
                back = urlencode({"code": code, "state": given["state"]})
                self.send_header("Location", f"{given['redirect_uri']}?{back}")
                self.end_headers()
            case _:
                self.send_error(404)

    def do_POST(self) -> None:
        given = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._say(self.server.token(given["code"][0]))

    def _say(self, what: dict[str, Any]) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider on loopback."""
    with Provider() as found:
        Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()
