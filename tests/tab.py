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

_AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN


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
            message = ForwardMsg.FromString(_bytes(self.line.recv(150)))
            found.append(message)
            if message.WhichOneof("type") == "new_session":
                self.session = message.new_session.initialize.session_id
            if message.WhichOneof("type") == "script_finished" and message.script_finished != _AGAIN:
                return found

    def put(self, data: bytes, session: str = "", file: str = "") -> tuple[int, str]:
        """Give a file; the status and words of the answer, (0, "") when the server hung up before all was sent."""
        if "_streamlit_xsrf" not in self._client.cookies:
            self._client.get("/_stcore/health")
        headers = {"X-Xsrftoken": self._client.cookies["_streamlit_xsrf"]}
        path = f"/_stcore/upload_file/{session or self.session}/{file or uuid.uuid4()}"
        try:
            answer = self._client.put(path, files={"file": ("a.csv", data)}, headers=headers)
        except (httpx.WriteError, httpx.ReadError):
            return 0, ""
        return answer.status_code, answer.text

    def bring(self, page: str, uploader: str, data: bytes) -> list[ForwardMsg]:
        """Give a file to a page's uploader, named by its widget's id, and let the page run; what it sent."""
        file, asked = str(uuid.uuid4()), BackMsg()
        assert self.put(data, file=file)[0] == 204
        asked.rerun_script.query_string, asked.rerun_script.page_name = "lang=en", page
        widget = asked.rerun_script.widget_states.widgets.add(id=uploader)
        info = widget.file_uploader_state_value.uploaded_file_info.add(name="a.csv", size=len(data), file_id=file)
        info.file_urls.file_id = file
        self.say(asked)
        return self.finished()

    def take(self, file: str) -> bytes:
        """The file that a download button makes."""
        return self.get(self.made(file))

    def made(self, file: str) -> str:
        """Where the file lies that a download button makes."""
        asked = BackMsg()
        asked.backend_operation_request.request_id = asked.backend_operation_request.session_id = self.session
        asked.backend_operation_request.deferred_file.file_id = file
        self.say(asked)
        while True:
            message = ForwardMsg.FromString(_bytes(self.line.recv(150)))
            if message.WhichOneof("type") == "backend_operation_response":
                answer = message.backend_operation_response
                assert not answer.error_msg, answer.error_msg
                return str(answer.deferred_file.url)

    def get(self, path: str) -> bytes:
        """What an address of the server answers."""
        return self._client.get(path).raise_for_status().content


def _bytes(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else data.encode()
