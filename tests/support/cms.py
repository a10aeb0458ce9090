"""The content manager in headless Chromium, on a folder as on a person's own machine.

It works through the File System Access API. The folder picked is the browser's private one, filled with a
copy of the content: nothing else is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Route, expect

from ombrelle.load import read_site
from ombrelle.outputs.admin import policy
from ombrelle.problems import Problems
from tests.support.browser import Visit, visiting
from tests.support.server import serving

__all__ = ["begun", "content_of", "managing", "named", "opened", "safely", "saved"]

# A form draws the fields that are in the window: here, all of them.
TALL = {"width": 1200, "height": 6000}
PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const folders = path.split("/");
    const name = folders.pop();
    let folder = root;
    for (const each of folders) folder = await folder.getDirectoryHandle(each, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
TAKE = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else found[path + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""


def content_of(site: Path) -> dict[str, str]:
    """The texts of a content by path."""
    files = [path for top in ("content", "quartiers") for path in sorted((site / top).rglob("*"))]
    texts = [path for path in files if path.suffix in {".yaml", ".md"}]
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in texts}


def safely(site: Path) -> Any:
    """Answers with the policy that the published site has for /admin/."""
    read = read_site(site, Problems())
    assert read is not None
    # The server of the test has no certificate.
    header = policy(read.site).replace("; upgrade-insecure-requests", "")

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "Content-Security-Policy": header})

    return answer


@contextmanager
def managing(chromium: Browser, site: Path, home: str, **context: Any) -> Iterator[Visit]:
    """The content manager of a district, signed in to a folder that holds the content.

    `context` takes Playwright's options; without a `viewport` the window is tall.
    """
    context = {"locale": "fr-FR", "viewport": TALL} | context
    with serving(site / "public") as address, visiting(chromium, f"{address}/404.html", **context) as visit:
        page = visit.page
        page.route("**/admin/**", safely(site))
        page.add_init_script(PICK)
        page.evaluate(FILL, content_of(site))
        page.goto(f"{address}/admin/{home}/")
        page.get_by_role("button", name="Travailler avec un dépôt local").click()
        expect(page.get_by_role("tree", name="Liste des collections")).to_be_visible()
        yield visit


def opened(page: Page, collection: str, entry: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/{collection}/entries/{entry}")
    expect(page.get_by_role("button", name="Enregistrer")).to_be_visible()


def saved(page: Page) -> dict[str, str]:
    """Save, and the content as it is then."""
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Entrée enregistrée")).to_be_visible()
    found: dict[str, str] = page.evaluate(TAKE)
    return found


def named(page: Page, name: str) -> Locator:
    """The first text field of this name."""
    return page.get_by_role("textbox", name=name, exact=True).first


def begun(page: Page, collection: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/{collection}/new")
    expect(page.get_by_role("button", name="Enregistrer")).to_be_visible()
