/* Stands in each page itself, before all else: what can wait comes after the page is painted. On a page to which one
   comes from another of the site, the font is in the cache of the browser, and is worth waiting for. */
{
  const { late } = document.currentScript.dataset;
  const font = document.querySelector("[as=font]");
  if (document.referrer.startsWith(`${location.origin}/`)) {
    document.documentElement.dataset.known = "";
    font.media = "";
  }
  const painted = new PerformanceObserver(() => {
    painted.disconnect();
    import(late);
    new FontFace("_", `url(${font.href})`).load().catch(() => {});
  });
  addEventListener("load", () => painted.observe({ type: "paint", buffered: true }));
}
