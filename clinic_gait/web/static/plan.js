// The plan builder: one box searches the library, and a button pressed twice adds once.

const library = document.querySelector(".clinic-gait [data-library]");
const filter = library?.querySelector("[data-filter]");

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function search() {
  const wanted = plain(filter.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const group of library.querySelectorAll("[data-group]")) {
    let here = 0;
    for (const item of group.querySelectorAll("[data-words]")) {
      const words = plain(item.dataset.words);
      item.hidden = !wanted.every((word) => words.includes(word));
      here += item.hidden ? 0 : 1;
    }
    group.hidden = here === 0;
    group.open = wanted.length > 0;
    found += here;
  }
  library.querySelector("[data-found]").textContent = wanted.length ? `${found} found` : "";
}

if (filter) {
  library.querySelector("[data-filter-row]").hidden = false;
  filter.addEventListener("input", search);
  // Enter in the search box takes the only one found; it never sends the form by itself.
  filter.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const left = [...library.querySelectorAll("[data-words]:not([hidden]) button")];
    if (left.length === 1) left[0].click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, textarea, select")) library.open = true;
  }, true);
}

const form = document.getElementById("cg-plan");
let sent = false;
let touched = false;
form.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
form.addEventListener("change", () => {
  touched = true;
  const state = document.createElement("span");
  state.className = "cg-state cg-state--wait";
  state.textContent = "Not kept yet";
  document.querySelector(".clinic-gait [data-status]").replaceChildren(state);
});
addEventListener("beforeunload", (event) => {
  if (touched && !sent) event.preventDefault();
});
// A page that comes back from the browser's memory may be sent again.
addEventListener("pageshow", () => {
  sent = false;
});
