"""The YAML language server that editors run, spoken to as they do: JSON-RPC over its standard streams.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from tests.support.tools import ROOT

__all__ = ["Editor", "editing"]

_SERVER = ROOT / "node_modules/yaml-language-server/bin/yaml-language-server"


@dataclass(slots=True)
class Editor:
    """An editor whose files are those of a folder; positions are counted from 0, as the protocol does."""

    folder: Path
    settings: Mapping[str, Any]
    _to: IO[bytes]
    _from: IO[bytes]
    _asked: int = 0
    _told: dict[str, list[Any]] = field(default_factory=dict)

    def begin(self) -> None:
        """The first exchange."""
        self._ask("initialize", {"processId": None, "rootUri": self.folder.as_uri(), "capabilities": _ABLE})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self.settings})

    def open(self, path: str, text: str) -> list[Any]:
        """Open a file with this text; what the server finds wrong with it."""
        uri = self._uri(path)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._told.pop(uri, None)
        self._tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._told:
            self._take()
        return self._told[uri]

    def complete(self, path: str, line: int, character: int) -> list[Any]:
        """What the server proposes at a place."""
        found = self._ask("textDocument/completion", self._place(path, line, character))
        items: list[Any] = found["items"]
        return items

    def hover(self, path: str, line: int, character: int) -> str:
        """What the server explains at a place, "" where it has nothing to say."""
        found = self._ask("textDocument/hover", self._place(path, line, character))
        return str(found["contents"]["value"]) if found else ""

    def _place(self, path: str, line: int, character: int) -> Any:
        return {
            "textDocument": {"uri": self._uri(path)},
            "position": {"line": line, "character": character},
        }

    def _uri(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def _ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": params})
        while True:
            answer = self._take()
            if answer.get("id") == number and "method" not in answer:
                if "error" in answer:
                    raise RuntimeError(answer["error"]["message"])
                return answer["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _take(self) -> dict[str, Any]:
        """The next message, after answering it where it is a question of the server's."""
        message = self._receive()
        if message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            result = [self.settings.get(item.get("section")) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": result})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._to.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while line := self._from.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise RuntimeError("the language server has stopped")
        message: dict[str, Any] = json.loads(self._from.read(length))
        return message


_ABLE = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


@contextmanager
def editing(folder: Path, settings: Mapping[str, Any]) -> Iterator[Editor]:
    """An editor for the length of a `with`; `settings` are those of the editor, by section."""
    command = ["node", str(_SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        editor = Editor(folder, settings, process.stdin, process.stdout)
        editor.begin()
        try:
            yield editor
        finally:
            process.kill()
