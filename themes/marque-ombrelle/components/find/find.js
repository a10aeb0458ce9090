/* The key / leads to the search, as its link says; not where one is writing. */
document.addEventListener("keydown", (event) => {
  const isWriting = event.target.closest?.("input, textarea, select, [contenteditable]");
  const link = document.querySelector(".find");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting || !link) return;
  event.preventDefault();
  const field = document.querySelector("site-search input");
  if (field) field.focus();
  else location.assign(`${link.href}#_q`);
});
