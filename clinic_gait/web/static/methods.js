// How a measure is taken: one method serves both legs, and the list of one leg says only where it differs.

const rowMethod = (row) => [...row.querySelectorAll("[data-fields] select")].map((list) => list.value).join("; ");

export function begin(grid) {
  // The server says the whole method of a reading; what is the row's own is "as above", so that it follows the row.
  grid.addEventListener("cg-set", ({ target }) => {
    if (/\.[LR]\.method$/.test(target.name) && target.value === rowMethod(target.closest(".cg-m"))) target.value = "";
  });
  // Numbers taken in another way are not compared while typing; the server says what may be.
  grid.addEventListener("change", ({ target }) => {
    if (!target.closest("[data-fields]")) return;
    for (const box of target.closest(".cg-m").querySelectorAll("[data-last], [data-start]")) {
      delete box.dataset.last;
      delete box.dataset.start;
    }
  });
}
