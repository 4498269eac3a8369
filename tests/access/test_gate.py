"""The operator's rules, and a proxy whose header counts from the proxy alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anyio
import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from access.gate import Access
from access.rules import rules

PROXY = {"ATLAS_LOGIN": "proxy", "ATLAS_EDITORS": "kim, sato", "ATLAS_PROXIES": "10.0.0.0/8"}
BEHIND, ELSEWHERE = ("10.1.2.3", 5000), ("192.0.2.7", 5000)
EVERYTHING = ("/", "/regions", "/app/static/land-0123.json", "/media/x.pptx", "/_stcore/upload_file/a/b",
              "/changes-ja.xml")  # fmt: skip


def _answer(
    path: str, peer: tuple[str, int], environment: Mapping[str, str], user: str | None = None
) -> httpx.Response:
    """What a request gets that comes from a peer under some rules."""
    app = Access(Starlette(routes=[Route("/{path:path}", lambda _: PlainTextResponse("data"))]), rules(environment))

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app, client=peer), base_url="http://atlas"
        ) as client:
            return await client.get(path, headers={} if user is None else {"X-Atlas-User": user})

    return anyio.run(ask)


def _opens(peer: tuple[str, int], environment: Mapping[str, str], user: str | None) -> bool:
    """Whether a socket reaches the server."""
    reached: list[str] = []
    said: list[Any] = []

    async def server(scope: Any, receive: Any, send: Any) -> None:
        reached.append(scope["path"])

    async def send(message: Any) -> None:
        said.append(message)

    headers = [] if user is None else [(b"x-atlas-user", user.encode())]
    scope = {"type": "websocket", "path": "/_stcore/stream", "client": peer, "headers": headers, "query_string": b""}

    async def knock() -> None:
        await Access(server, rules(environment))(scope, None, send)  # type: ignore[arg-type]

    anyio.run(knock)
    assert bool(reached) != any(message["type"] == "websocket.close" for message in said)
    return bool(reached)


def test_without_a_log_in_everybody_reads_and_edits() -> None:
    assert _answer("/app/static/land-0123.json", ELSEWHERE, {}).text == "data"
    assert rules({}).lets_in(None) and rules({}).edits(None) and _opens(ELSEWHERE, {}, None)


@pytest.mark.parametrize("path", EVERYTHING)
@pytest.mark.parametrize(
    ("peer", "user", "status"), [(BEHIND, "kim", 200), (BEHIND, None, 403), (BEHIND, "", 403), (ELSEWHERE, "kim", 403)]
)
def test_a_header_counts_from_the_proxy_alone(path: str, peer: tuple[str, int], user: str | None, status: int) -> None:
    answer = _answer(path, peer, PROXY, user)
    assert answer.status_code == status and ("data" in answer.text) == (status == 200)
    assert _opens(peer, PROXY, user) == (status == 200)


def test_a_draft_is_the_editors_alone() -> None:
    draft = PROXY | {"ATLAS_READERS": "editors"}
    assert [_answer("/", BEHIND, draft, user).status_code for user in ("sato", "tanaka")] == [200, 403]


@pytest.mark.parametrize("environment", [{}, PROXY], ids=["open", "proxy"])
def test_probes_are_let_through_and_the_servers_own_figures_are_not(environment: dict[str, str]) -> None:
    assert _answer("/_stcore/health", ELSEWHERE, environment).status_code == 200
    for path in ("/_stcore/metrics", "/_stcore/agent/run"):
        assert _answer(path, BEHIND, environment, "kim").status_code == 404
    assert _answer("/_stcore/metrics", BEHIND, environment | {"ATLAS_METRICS": "1"}, "kim").status_code == 200


@pytest.mark.parametrize(
    ("environment", "words"),
    [({"ATLAS_LOGIN": "ldap"}, "oidc, proxy or off"), ({"ATLAS_READERS": "editors"}, "needs ATLAS_LOGIN"),
     ({"ATLAS_LOGIN": "proxy", "ATLAS_PROXIES": "10.0.0.0/33"}, "ATLAS_PROXIES"),
     ({"ATLAS_READERS": "some"}, "all or editors")],
)  # fmt: skip
def test_rules_that_say_nothing_sound_are_refused(environment: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        rules(environment)
