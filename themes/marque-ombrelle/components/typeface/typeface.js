/* The font of the page comes once it stands, for those that follow: none waits for it in vain. */
new FontFace("_", `url(${document.querySelector("[as=font]").href})`).load().catch(() => {});
