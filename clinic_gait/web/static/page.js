// Every page: "/" goes to the search box, and a letter presses what names it as its key. Outside of fields only.

const typing = (element) => element instanceof Element && element.closest("input, textarea, select, [contenteditable], dialog");
const lettersOff = () => document.querySelector(".clinic-gait[data-letters=off]");

document.addEventListener("keydown", (event) => {
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.repeat || lettersOff()) return;
  const search = event.key === "/" && document.querySelector(".clinic-gait [data-search]");
  const press = /^[a-z]$/.test(event.key) && document.querySelector(`.clinic-gait [data-key="${event.key}"]`);
  if (!search && !press) return;
  event.preventDefault();
  if (search) search.focus();
  else press.click();
});
