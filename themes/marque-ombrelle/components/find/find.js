/* The key / leads to the search, as its link says; not where one is writing. */
document.addEventListener("keydown", (event) => {
  const isWriting = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
  const field = document.querySelector("site-search input");
  event.preventDefault();
  if (field) field.focus();
  else document.querySelector(".find")?.click();
});
