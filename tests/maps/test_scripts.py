"""Modules joined to one classic script: it does what they do, and what cannot be joined is refused."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from maps.scripts import join, modules
from maps.world import ASSETS, ENTRIES

DENO = shutil.which("deno", path=str(Path(sys.executable).parent)) or "deno"


def _written(folder: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return [folder / f"{name}.js" for name in texts]


def test_a_joined_script_does_what_its_modules_do(tmp_path: Path) -> None:
    main, *_ = _written(
        tmp_path,
        main='import { one } from "./a.js";\nimport {\n  two, Three,\n} from "./b.js";\nimport "./c.js";\n'
        'const own = 4;\nconsole.log(one, two(), [...new Three().all()].join(), globalThis.five, own);\n',
        a="const own = 1;\nexport const one = own;\n",
        b='import { one } from "./a.js";\n/** Private names may be the same.\n * export const no = 1;\n */\n'
        "const own = 2;\nexport function two() { return one + own - 1; }\n"
        "export class Three { *all() { yield* three(); } }\nexport function* three() { yield 3; }\n",
        c="globalThis.five = 5;\n",
    )  # fmt: skip
    script = tmp_path / "joined.js"
    script.write_text(join(main), encoding="utf-8")
    ran = [subprocess.run([DENO, "run", "--quiet", path], capture_output=True, text=True) for path in (main, script)]
    assert ran[0].stdout == ran[1].stdout == "1 2 3 5 4\n", ran[1].stderr
    assert "/*" not in script.read_text("utf-8")


def test_a_module_of_several_entries_is_there_once(tmp_path: Path) -> None:
    one, two, _ = _written(
        tmp_path, one='import { a } from "./a.js";\na();\n', two='import { a } from "./a.js";\na();\n',
        a="export const a = () => 0;\n",
    )  # fmt: skip
    assert join(one, two).count("const a =") == 1


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"a": 'import { b } from "./b.js";\n', "b": 'import { a } from "./a.js";\n'}, "imports itself"),
        ({"a": 'import { b } from "./b.js";\nexport const c = b;\n', "b": "export const b = 1;\nexport const c = 2;\n"},
         "both export c"),
        ({"a": 'import { b as c } from "./b.js";\n', "b": "export const b = 1;\n"}, "renames"),
        ({"a": 'import { c } from "./b.js";\n', "b": "export const b = 1, c = 2;\n"}, "imports c"),
        ({"a": "export default function a() {}\n"}, "a.js: neither"),
        ({"a": "export let a = 1;\n"}, "a.js: neither"),
        ({"a": "const a = 1;\nexport { a };\n"}, "a.js: neither"),
        ({"a": 'import * as b from "./b.js";\n', "b": ""}, "a.js: neither"),
        ({"a": 'import { b } from "npm:b";\n'}, "a.js: neither"),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_refused(tmp_path: Path, texts: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        join(_written(tmp_path, **texts)[0])


def test_every_module_of_the_map_is_delivered() -> None:
    delivered = modules(*ENTRIES.values())
    assert {*ASSETS.rglob("*.js")} == {path for path in delivered if ASSETS in path.parents}
