"""Pictures of pages as WebP, which the browser itself encodes: small, and without another program."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

WIDTH, HEIGHT = 960, 640
MOST_BYTES = 100_000
SHARPNESS = 1.5
"""Points of the picture for one of the page: readable on a dense screen, and not twice as heavy."""

_QUALITIES = (0.85, 0.7, 0.55)
_ENCODE = """async ([png, quality]) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


@dataclass(frozen=True, slots=True)
class Camera:
    """Takes pictures into a folder, for readers of `language`."""

    browser: Browser
    folder: Path
    language: str

    def opened(self, address: str = "about:blank", height: int = HEIGHT) -> Page:
        """A page of the size of the pictures."""
        page = self.browser.new_page(
            viewport={"width": WIDTH, "height": height},
            device_scale_factor=SHARPNESS,
            locale=self.language,
            reduced_motion="reduce",
        )
        page.goto(address)
        return page

    def take(self, page: Page, name: str, selector: str = "") -> None:
        """The picture of what is in the window, or of one element. ValueError when it cannot be light."""
        png = page.locator(selector).screenshot() if selector else page.screenshot()
        with self.browser.new_page() as encoder:
            encoded = (_encoded(encoder, png, quality) for quality in _QUALITIES)
            light = next((each for each in encoded if len(each) < MOST_BYTES), None)
        if light is None:
            raise ValueError(f"{name} weighs more than {MOST_BYTES} bytes")
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{name}.webp").write_bytes(light)


def _encoded(page: Page, png: bytes, quality: float) -> bytes:
    """A picture as WebP; `quality` is between 0 and 1."""
    return base64.b64decode(page.evaluate(_ENCODE, [base64.b64encode(png).decode(), quality]))
