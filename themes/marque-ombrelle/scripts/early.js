/* Stands in each page itself, before all else: its scripts come once it is painted. On a page to which one comes from
   another of the site, the font is in the cache of the browser, and is worth waiting for. */
{
  const { late } = document.currentScript.dataset;
  if (document.referrer.startsWith(`${location.origin}/`)) document.querySelector("[as=font]").media = "all";
  addEventListener("load", () => new PerformanceObserver(() => import(late)).observe({ type: "paint", buffered: true }));
}
