// Every page: the search box gets the focus with "/", outside of fields only.

const typing = (element) => element instanceof Element && element.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  const search = document.querySelector(".clinic-gait [data-search]");
  if (event.key !== "/" || !search || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.focus();
});
