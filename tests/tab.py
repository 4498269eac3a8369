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
        url = address.replace("http:", "ws:") + "/_stcore/stream"
        self._line = connect(url, subprotocols=[Subprotocol("streamlit")], origin=Origin(address), max_size=None)

    def __enter__(self) -> Self:
        self.line = self._line.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
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
        """Give a file; the status and words of the answer."""
        with httpx.Client(base_url=self.address, trust_env=False, timeout=60) as client:
            client.get("/_stcore/health")
            token = client.cookies["_streamlit_xsrf"]
            path = f"/_stcore/upload_file/{session or self.session}/{uuid.uuid4()}"
            try:
                answer = client.put(path, files={"file": ("a.csv", data)}, headers={"X-Xsrftoken": token})
            except httpx.WriteError:  # refused before the file had left
                return 403, "takes no file"
        return answer.status_code, answer.text


def _bytes(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else data.encode()
