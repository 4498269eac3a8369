"""What the server asks for before it starts."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

LOST = """
import sys
from importlib.metadata import Distribution, PackageNotFoundError
from streamlit.web.cli import main
found = Distribution.from_name
def lost(name):
    if name == "foip-atlas":
        raise PackageNotFoundError(name)
    return found(name)
Distribution.from_name = lost
sys.argv = ["streamlit", "run", "--server.port=0", "serve.py"]
main()
"""


def test_a_project_that_is_not_installed_ends_the_start_with_a_sentence() -> None:
    done = subprocess.run([sys.executable, "-c", LOST], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode and "Traceback" not in done.stderr
    assert "not installed" in done.stderr and "pip install --no-deps" in done.stderr
