"""`serve`, run as a program on a free port: what a person who writes sees of it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.serve.small_site import THEME, write_small_site
from tests.support.browser import visiting
from tests.support.server import free_port
from tests.support.tools import ROOT

DEADLINE = 60.0
"""Seconds: far more than anything here takes, so that a slow machine does not fail."""

BUILT = re.compile(r"pages up to date")


@dataclass
class Serving:
    """The program at work: its process, its site, its address, and what it said so far."""

    process: subprocess.Popen[str]
    site: Path
    address: str
    log: Path
    temporary: Path

    def get(self, path: str) -> tuple[int, str]:
        """The status and text of an answer; 0 while nothing listens."""
        try:
            with urlopen(self.address + path) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except URLError:
            return 0, ""

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    @property
    def builds(self) -> int:
        return len(BUILT.findall(self.said))

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so; AssertionError with what was said when it never is."""
        end = time.monotonic() + DEADLINE
        while not condition():
            assert time.monotonic() < end, self.said
            with suppress(subprocess.TimeoutExpired):
                # A breath between two looks, cut short if the program ends.
                raise AssertionError(f"it ended with {self.process.wait(0.02)}: {self.said}")

    def shows(self, path: str, text: str) -> bool:
        return text in self.get(path)[1]

    def about(self, text: str) -> None:
        """Save the page "about" with this body."""
        page = self.site / "content/pages/about.fr.md"
        page.write_text(f"---\ntitle: À propos\nsummary: Qui nous sommes.\n---\n\n{text}\n", encoding="utf-8")


# A shell that starts the tests in the background has what they start ignore Ctrl-C.
_INTERRUPTIBLE = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def start(site: Path, port: int, log: Path, temporary: Path) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-c",
        _INTERRUPTIBLE,
        "build.py",
        "serve",
        "--root",
        str(site),
        "--theme",
        str(THEME),
    ]
    command += ["--port", str(port), "--lang", "en", "--date", "2026-11-01"]
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONUTF8": "1"}
    with log.open("w") as output:
        return subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, text=True, cwd=ROOT, env=environment
        )


@contextmanager
def served(folder: Path) -> Iterator[Serving]:
    """The small site below `folder`, served and built once."""
    site, log, temporary = folder / "site", folder / "log", folder / "temporary"
    temporary.mkdir()
    write_small_site(site)
    port = free_port()
    process = start(site, port, log, temporary)
    serving = Serving(process, site, f"http://127.0.0.1:{port}", log, temporary)
    try:
        serving.wait(lambda: serving.builds == 1)
        yield serving
    finally:
        process.terminate()
        try:
            process.wait(DEADLINE)
        finally:
            process.kill()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    """The small site, to be changed."""
    with served(tmp_path) as serving:
        yield serving


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """The small site, to be looked at."""
    with served(tmp_path_factory.mktemp("unchanged")) as serving:
        yield serving


def test_a_saved_file_is_seen(serving: Serving) -> None:
    """A page answers, and after a save the same address answers with the change."""
    status, page = serving.get("/fr/about/")
    assert (status, "Premier état." in page, "livereload.js" in page) == (200, True, True)
    serving.about("Second état.")
    serving.wait(lambda: serving.shows("/fr/about/", "Second état."))


def test_twenty_files_saved_at_once_are_one_build_or_two(serving: Serving) -> None:
    """A burst is built once, or twice where it began during a build; every file of it is seen."""
    for number in range(20):
        page = serving.site / f"content/pages/lot-{number}.fr.md"
        page.write_text(f"---\ntitle: Lot {number}\n---\n\nTexte {number}.\n", encoding="utf-8")
    serving.wait(lambda: all(serving.get(f"/fr/lot-{number}/")[0] == 200 for number in range(20)))
    assert serving.builds - 1 in {1, 2}


def test_what_is_saved_during_a_build_is_built_after_it(serving: Serving) -> None:
    """Saves one after another without a pause: the last one is what the page ends with."""
    for number in range(30):
        serving.about(f"État {number}.")
        serving.get("/fr/")
    serving.wait(lambda: serving.shows("/fr/about/", "État 29."))
    assert serving.builds < 30


def test_a_broken_file_leaves_the_last_good_pages(serving: Serving) -> None:
    """The fault is told on the terminal and in the browser; other pages answer; mending is enough."""
    startup = serving.site / "quartiers/brumes/startups/lampes.yaml"
    good = startup.read_text(encoding="utf-8")
    startup.write_text(good.replace("status: active", "status: activ"), encoding="utf-8")
    serving.wait(lambda: serving.shows("/_problems/", "quartiers/brumes/startups/lampes.yaml:3:9"))
    status, page = serving.get("/fr/about/")
    assert (status, "Premier état." in page, "/_problems/" in page) == (200, True, True)
    assert "quartiers/brumes/startups/lampes.yaml:3:9" in serving.said
    assert "Traceback" not in serving.said
    startup.write_text(good, encoding="utf-8")
    serving.wait(lambda: not serving.shows("/fr/about/", "/_problems/"))


def test_what_only_finished_pages_show_is_told_a_little_later(serving: Serving) -> None:
    """A link to a part that another page lacks: on the terminal and in the browser once pages are checked."""
    serving.about("[Plus bas](startup:lampes#nulle-part).")
    serving.wait(lambda: "dead-anchor" in serving.said)
    assert serving.shows("/_problems/", "dead-anchor")
    assert serving.shows("/fr/about/", "dead-anchor")
    serving.about("Premier état.")
    serving.wait(lambda: not serving.shows("/fr/about/", "dead-anchor"))


def test_a_fault_of_the_program_does_not_end_the_serving(serving: Serving) -> None:
    """Even when the process that checks is gone it is told, the pages stay, and the next save is checked."""
    command = ["pgrep", "-P", str(serving.process.pid), "-f", "spawn_main"]
    builder = subprocess.run(command, capture_output=True, text=True, check=True)
    for pid in builder.stdout.split():
        os.kill(int(pid), signal.SIGKILL)
    serving.about("Troisième état.")
    serving.wait(lambda: "A fault of the program" in serving.said)
    assert serving.get("/fr/about/")[0] == 200
    serving.about("Quatrième état.")
    serving.wait(lambda: serving.shows("/fr/about/", "Quatrième état."))


@pytest.mark.parametrize(
    ("path", "language"), [("/fr/nulle-part/", "fr"), ("/en/no/where", "en"), ("/ar/%00", "ar"), ("/x", "fr")]
)
def test_an_unknown_address_has_the_page_of_its_language(
    unchanged: Serving, path: str, language: str
) -> None:
    """404, with the page not found in the language of the address, else in the source's."""
    status, page = unchanged.get(path)
    assert status == 404
    assert f'<html lang="{language}"' in page


def test_nothing_outside_the_site_is_answered(unchanged: Serving) -> None:
    """An address that climbs out of the folder is not found."""
    host, _, port = unchanged.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(
            b"GET /../../site/content/site.yaml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 404")


def test_an_interruption_ends_it_cleanly(serving: Serving) -> None:
    """Ctrl-C: exit 130 with a word, no traceback, no temporary folder, no process left on the port."""
    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(DEADLINE) == 130
    assert serving.said.endswith("Stopped.\n")
    assert "Traceback" not in serving.said
    assert list(serving.temporary.iterdir()) == []
    assert serving.get("/fr/")[0] == 0


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    """Exit 2 with the port and another to try, and nothing is built."""
    site = write_small_site(tmp_path / "site")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(site, port, tmp_path / "log", Path(tempfile.gettempdir()))
        assert process.wait(DEADLINE) == 2
    said = (tmp_path / "log").read_text(encoding="utf-8")
    assert str(port) in said
    assert f"--port {port + 1}" in said
    assert "Traceback" not in said


# The script of the page has agreed with the server on how they speak: from then on it is told of every save.
_LISTENING = "Boolean(window.LiveReload?.connector?.protocol)"


@pytest.mark.browser
def test_the_browser_reloads_by_itself(serving: Serving, chromium: Browser) -> None:
    """An open page shows the saved text without anybody's doing, and asks nothing of another host."""
    with visiting(chromium, f"{serving.address}/fr/about/") as visit:
        visit.page.wait_for_function(_LISTENING)
        serving.about("Rechargé.")
        expect(visit.page.get_by_text("Rechargé.")).to_be_visible(timeout=DEADLINE * 1000)
        assert visit.outside == []


@pytest.mark.browser
def test_a_page_opened_in_the_instant_of_a_save_is_reloaded(serving: Serving, chromium: Browser) -> None:
    """What was saved before it listens is shown once it does, though nobody told it then."""
    with visiting(chromium, f"{serving.address}/fr/") as visit:
        held: list[Route] = []
        # Playwright writes on the function that it is given, so that it cannot be the list's own.
        visit.page.route("**/livereload.js*", lambda route: held.append(route))  # noqa: PLW0108
        with visit.page.expect_request("**/livereload.js*"):
            visit.page.goto(f"{serving.address}/fr/about/", wait_until="domcontentloaded")
        expect(visit.page.get_by_text("Premier état.")).to_be_visible()
        serving.about("Entre-temps.")
        serving.wait(lambda: serving.shows("/fr/about/", "Entre-temps."))
        held[-1].continue_()
        expect(visit.page.get_by_text("Entre-temps.")).to_be_visible(timeout=DEADLINE * 1000)


@pytest.mark.browser
def test_faults_are_seen_over_the_page(serving: Serving, chromium: Browser) -> None:
    """An open page is covered by the faults of its file, which fold away; it asks nothing of another host."""
    with visiting(chromium, f"{serving.address}/fr/startups/lampes/") as visit:
        visit.page.wait_for_function(_LISTENING)
        startup = serving.site / "quartiers/brumes/startups/lampes.yaml"
        startup.write_text(startup.read_text(encoding="utf-8").replace("active", "activ"), encoding="utf-8")
        line = visit.page.get_by_text("3 | status: activ")
        expect(line).to_be_visible(timeout=DEADLINE * 1000)
        visit.page.get_by_text("A file of this page has an error").click()
        expect(line).to_be_hidden()
        expect(visit.page.get_by_label("Preview", exact=True)).to_be_visible()
        assert (visit.errors, visit.outside) == ([], [])
