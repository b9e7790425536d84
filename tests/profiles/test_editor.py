"""yaml-language-server with our schema accepts and refuses the same profiles as the reader.

The tests need node and the server. `npm ci --prefix tests/editor` installs the server permanently;
CAREERCLI_NPM=1 installs it for one run. Otherwise nothing is downloaded and the tests are skipped.
"""

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import pytest

from careercli.profiles.keys import PROFILE_KEYS
from careercli.profiles.schema import schema
from careercli.profiles.template import SCHEMA_FILE, template
from tests.edited import BAD, GOOD, ONLY_THE_LOADER, ONLY_THE_SCHEMA, claim

HERE = Path(__file__).parent.parent / "editor"
SERVER = "node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 60
"""Seconds to wait for a message of the server."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the command line of the language server."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node:
        pytest.skip("node is not installed")
    if (HERE / SERVER).exists():
        return [node, str(HERE / SERVER), "--stdio"]
    if os.environ.get("CAREERCLI_NPM") != "1" or not npm:
        pytest.skip("yaml-language-server is not installed: npm ci --prefix tests/editor, or set CAREERCLI_NPM=1")
    folder = tmp_path_factory.mktemp("editor")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit"], cwd=folder, check=True, capture_output=True)
    return [node, str(folder / SERVER), "--stdio"]


class Editor:
    """A minimal editor: opens files and receives diagnostics."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.asked = self.opened = 0
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self._send(method="initialized", params={})
        self._send(method="workspace/didChangeConfiguration", params={"settings": None})
        while self.hear().get("method") != "workspace/configuration":
            """Without our settings, the server may look for schemas elsewhere."""

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """Send a request and return its result."""
        self.asked += 1
        self._send(id=self.asked, method=method, params=params)
        while True:
            message = self.hear()
            if message.get("id") == self.asked and "method" not in message:
                return message["result"]

    def open(self, profile: str) -> str:
        """Open a profile that names its schema, as a new file; return its URI."""
        self.opened += 1
        uri = (self.folder / f"profile-{self.opened}.yaml").as_uri()
        text = f"# yaml-language-server: $schema={SCHEMA_FILE}\n{profile}"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return uri

    def complaints(self, texts: Mapping[str, str]) -> dict[str, list[str]]:
        """Return the messages of the server about each profile, by name."""
        names = {self.open(text): name for name, text in texts.items()}
        said: dict[str, list[str]] = {}
        while len(said) < len(texts):
            message = self.hear()
            if message.get("method") == "textDocument/publishDiagnostics":
                found = [each["message"] for each in message["params"]["diagnostics"]]
                said[names[message["params"]["uri"]]] = found
        return said

    def hear(self) -> dict[str, Any]:
        """Return the next message; if it is a request of the server, answer it first."""
        message = self.heard.get(timeout=PATIENCE)
        if "method" in message and "id" in message:
            self._send(id=message["id"], result=self._answer(message))
        return message

    def _answer(self, request: Mapping[str, Any]) -> list[Any] | None:
        """Return the result of a server's request: settings that disable the schema store, or None."""
        if request["method"] != "workspace/configuration":
            return None
        settings = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
        return [settings.get(each["section"]) for each in request["params"]["items"]]

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    def _send(self, **message: Any) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._stream(self.process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        stream.flush()

    def _listen(self) -> None:
        stream = self._stream(self.process.stdout)
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while stream.readline().strip():
                    """Skip the other headers."""
                self.heard.put(json.loads(stream.read(length)))

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream
        return stream


@pytest.fixture(scope="module")
def editor(server: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("profiles")
    (folder / SCHEMA_FILE).write_text(json.dumps(schema()), encoding="utf-8")
    editor = Editor(server, folder)
    yield editor
    editor.close()


BLIND_TO = {"a comma of an amount inside braces"}
"""Mistakes that the server does not report: it ignores a key without a value inside braces."""


def test_an_editor_complains_of_nothing_that_the_loader_takes(editor: Editor) -> None:
    assert complained_of(editor, GOOD | ONLY_THE_LOADER) == {}


def test_an_editor_complains_of_whatever_the_loader_refuses(editor: Editor) -> None:
    refused = {**BAD, **ONLY_THE_SCHEMA}
    assert set(refused) - set(complained_of(editor, refused)) == BLIND_TO


def test_an_editor_complains_of_nothing_in_a_new_profile(editor: Editor) -> None:
    assert complained_of(editor, {"my-role": template("my-role")}) == {}


def test_an_editor_says_how_to_fix_a_value(editor: Editor) -> None:
    found = complained_of(editor, {name: BAD[name] for name in ("a date in words", "an amount in words")})
    assert "Write 2024-05, 2024 or unknown." in found["a date in words"]
    assert "Write an amount like $64,272, over $82,000 or EUR 41,000." in found["an amount in words"]


def test_an_editor_shows_what_a_key_means(editor: Editor) -> None:
    document = {"uri": editor.open(GOOD["one row"])}
    shown = editor.ask("textDocument/hover", {"textDocument": document, "position": {"line": 3, "character": 2}})
    assert PROFILE_KEYS["wages"] in shown["contents"]["value"]


def test_an_editor_completes_a_key(editor: Editor) -> None:
    document = {"uri": editor.open(claim("major:\n  value: B\n  so"))}
    offered = editor.ask("textDocument/completion", {"textDocument": document, "position": {"line": 5, "character": 4}})
    assert "source" in {each["label"] for each in offered["items"]}


def complained_of(editor: Editor, texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the messages of the server about the profiles that have any."""
    return {name: found for name, found in editor.complaints(texts).items() if found}
