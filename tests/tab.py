"""A browser's tab without the browser: it runs pages over the websocket and gives files as the uploader does."""

from __future__ import annotations

import uuid
from types import TracebackType
from typing import Self

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol


class Tab:
    """One session of a server."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.session = ""
        self._client = httpx.Client(base_url=address, trust_env=False, verify=False, timeout=60)
        url = address.replace("http:", "ws:") + "/_stcore/stream"
        self._line = connect(url, subprotocols=[Subprotocol("streamlit")], origin=Origin(address), max_size=None)

    def __enter__(self) -> Self:
        self.line = self._line.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()
        self._line.__exit__(kind, error, trace)

    def say(self, message: BackMsg) -> None:
        self.line.send(message.SerializeToString())

    def run(self, page: str = "", query: str = "lang=en") -> list[ForwardMsg]:
        """Run a page until its script has finished; what it sent."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = page
        self.say(asked)
        return self.finished()

    def finished(self) -> list[ForwardMsg]:
        """What comes until a script has finished."""
        found = []
        while True:
            message = ForwardMsg.FromString(_bytes(self.line.recv(60)))
            found.append(message)
            if message.WhichOneof("type") == "new_session":
                self.session = message.new_session.initialize.session_id
            if message.WhichOneof("type") == "script_finished":
                return found

    def put(self, data: bytes, session: str = "") -> tuple[int, str]:
        """Give a file; the status and words of the answer, (0, "") when the server hung up before all was sent."""
        if "_streamlit_xsrf" not in self._client.cookies:
            self._client.get("/_stcore/health")
        headers = {"X-Xsrftoken": self._client.cookies["_streamlit_xsrf"]}
        path = f"/_stcore/upload_file/{session or self.session}/{uuid.uuid4()}"
        try:
            answer = self._client.put(path, files={"file": ("a.csv", data)}, headers=headers)
        except (httpx.WriteError, httpx.ReadError):
            return 0, ""
        return answer.status_code, answer.text


def _bytes(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else data.encode()
