"""What `adapters/` leans on still holds; each failure says what an upgrade broke."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.runtime import Runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest
from websockets.exceptions import ConnectionClosed

from adapters.streamlit import connected, keep_made_files, said, session
from server.messages import KINDS, MAX_BYTES
from tests.e2e.servers import serve
from tests.tab import Tab

MESSAGES = {
    "clear_cache", "set_run_on_save", "stop_script", "rerun_script", "load_git_info", "file_urls_request",
    "debug_disconnect_websocket", "debug_shutdown_runtime", "app_heartbeat", "backend_operation_request",
}  # fmt: skip
REQUESTS = {"deferred_file", "install_skills", "dismiss_skills_nudge", "dataframe_chunk"}


def test_streamlit_has_no_new_kind_of_message() -> None:
    kinds = {field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields}
    assert kinds == MESSAGES, "Streamlit has other messages than before: decide which pages need, in server/messages.py"
    asked = {field.name for field in BackendOperationRequest.DESCRIPTOR.oneofs_by_name["payload"].fields}
    assert asked == REQUESTS, "Streamlit has other requests than before: decide which pages need, in server/messages.py"
    assert kinds | asked >= KINDS


def test_messages_are_read_as_streamlit_reads_them() -> None:
    message = BackMsg()
    message.rerun_script.widget_states.widgets.add(id="a")
    found = said(message.SerializeToString())
    assert found is not None and found[:2] == ("rerun_script", 1), "widget states are no longer in rerun_script"
    message.file_urls_request.file_names.append("a")
    found = said(message.SerializeToString())
    assert found is not None and (found.kind, found.files) == ("file_urls_request", 1), "file names lie elsewhere"


def test_a_page_knows_its_session_and_the_server_whether_it_is_there() -> None:
    def page() -> None:
        import streamlit as st

        from adapters.streamlit import session

        st.text(session())

    [text] = AppTest.from_function(page).run().text
    assert text.value, "session() no longer finds the context of a run: work of all visitors would stand in one line"
    assert session() == "" and connected("nobody's")
    assert callable(Runtime.is_active_session), "connected() asks in vain: work goes on when its visitor has left"


def test_a_made_file_outlives_the_runs_of_others_and_goes_when_its_time_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MediaFileManager, "execute_deferred", MediaFileManager.execute_deferred)  # put back afterwards
    keep_made_files(1.0)
    storage = MemoryMediaFileStorage("/media")
    manager = MediaFileManager(storage)
    manager._deferred_callables["a"] = {"callable": lambda: b"made", "mimetype": "text/plain", "filename": "a.txt",
                                        "coordinates": "", "session_id": "", "element_id": ""}  # fmt: skip
    url = manager.execute_deferred("a")
    for _ in range(3):
        manager.remove_orphaned_files()
    name = url.rsplit("/", 1)[1]
    assert storage.get_file(name).content == b"made", "a file is dropped before it is fetched: see keep_made_files()"
    time.sleep(1.3)
    for _ in range(2):
        manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        storage.get_file(name)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, real_data: Path) -> Path:
    """A data folder of one's own."""
    found = tmp_path_factory.mktemp("gate") / "data"
    found.mkdir()
    for name in ("initiatives.geojson", "documents.yml", "organisations.yml"):
        shutil.copy(real_data / name, found / name)
    return found


@pytest.fixture(scope="module")
def server(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a server with that folder, and its log."""
    log = tmp_path_factory.mktemp("gate") / "log.txt"
    with serve(log, ATLAS_DATA=str(folder)) as address:
        yield address, log


def test_files_go_only_to_a_page_that_asks_for_one(server: tuple[str, Path]) -> None:
    with Tab(server[0]) as tab, Tab(server[0]) as other:
        tab.run()
        other.run("import")
        status, words = tab.put(b"title\nx\n")
        assert (status, "takes no file" in words) == (403, True), "a page without an uploader takes files"
        assert tab.put(b"title\nx\n", session="nobody's")[0] == 403
        tab.run("import")
        assert tab.put(b"title\nx\n")[0] == 204, "takes_files() no longer sees the uploader of a page"
        tab.run()
        assert tab.put(b"title\nx\n")[0] == 403, "takes_files() still sees the uploader of a page that was left"
        assert other.put(b"title\nx\n")[0] == 204


def test_a_made_file_is_there_when_others_have_clicked(server: tuple[str, Path]) -> None:
    with Tab(server[0]) as tab, Tab(server[0]) as other:
        shown = [message.delta.new_element for message in tab.run("table") if message.WhichOneof("type") == "delta"]
        asked = next(one.download_button for one in shown if one.download_button.id.endswith("-csv"))
        url = tab.made(asked.deferred_file_id)
        for _ in range(3):
            other.run()
        assert tab.get(url), "a file is dropped before it is fetched: is keep_made_files() told at start?"


def test_a_message_too_long_is_not_even_gathered(server: tuple[str, Path]) -> None:
    """A fragment that is no message yet: only the connection itself can refuse it."""
    with Tab(server[0]) as tab, pytest.raises(ConnectionClosed) as closed:
        tab.line.send(iter([bytes(MAX_BYTES), bytes(1), bytes(1)]))
        tab.line.recv(10)
    assert closed.value.rcvd and closed.value.rcvd.code == 1009, "limit_messages() no longer reaches the connection"


def test_nobody_can_have_the_last_edition_thrown_away(server: tuple[str, Path], folder: Path) -> None:
    address, log = server
    message = BackMsg()
    message.clear_cache = True
    with Tab(address) as tab:
        assert "The previous edition" not in str(tab.run())
        (folder / "initiatives.geojson").write_text("{", encoding="utf-8")
        for _ in range(3):
            tab.say(message)
        shown = str(tab.run())
    assert "previous edition" in shown and "The data can't be read" not in shown
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines() if line.startswith("{")]
    assert [line["kind"] for line in lines if line["event"] == "refused"][-1] == "gate_message"
