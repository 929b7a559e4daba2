// Why there is no value: one key in an empty box, or the menu for the box last used.
// The list in the row's panel holds the reason; here it is set, shown in the box's place, and taken back.

import { cellOf, controlOf } from "./moves.js";

const listOf = (grid, cell) => grid.querySelector(`select[name="${CSS.escape(controlOf(cell).name)}.absent"]`);

export const canHaveReason = (grid, cell) => Boolean(listOf(grid, cell));

/** Sets a reason and clears the value; an empty reason takes it back. */
export function setReason(grid, cell, reason, letter) {
  const list = listOf(grid, cell);
  dropValue(cell);
  list.value = reason;
  show(grid, cell, letter);
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

function dropValue(cell) {
  const control = controlOf(cell);
  if (control.type === "radio") cell.querySelector('.cg-seg input[value=""]').checked = true;
  else control.value = "";
}

/** A value takes the place of a reason, silently: both travel in one act. */
export function dropReason(grid, cell) {
  const list = listOf(grid, cell);
  if (!list?.value) return;
  list.value = "";
  show(grid, cell, "");
}

/** The letter in the box's place, and the words beside it. */
export function show(grid, cell, letter) {
  const list = listOf(grid, cell);
  if (!list) return;
  const mark = cell.querySelector("[data-letter]");
  cell.classList.toggle("has-reason", Boolean(list.value));
  const shown = letter || (controlOf(cell).type === "radio" ? "blank" : "");
  // A list shows its reason beside it alone.
  if (mark && mark.textContent.trim() !== shown) mark.textContent = shown;
  if (list.value) cell.querySelector("[data-change]").textContent = list.selectedOptions[0].textContent;
}

export function begin(grid, menu, form) {
  const letters = new Map([...menu.querySelectorAll("[data-reason]")].map((press) => [press.dataset.letter, press.dataset.reason]));
  const letterOf = (reason) => [...letters].find(([, one]) => one === reason)?.[0] ?? "";
  const refresh = (cell) => show(grid, cell, letterOf(listOf(grid, cell)?.value));
  for (const cell of grid.querySelectorAll(".cg-cell")) cell.classList.toggle("has-reason", Boolean(listOf(grid, cell)?.value));
  // What the server wrote into the list, or a hand chose in the panel.
  for (const event of ["cg-set", "change"]) {
    grid.addEventListener(event, ({ target }) => {
      if (!target.name?.endsWith(".absent")) return;
      const cell = grid.querySelector(`.cg-cell[data-field="${CSS.escape(target.closest("[data-field]").dataset.field)}"]`);
      if (target.value) dropValue(cell);
      refresh(cell);
    });
  }
  let last = null;
  grid.addEventListener("focusin", ({ target }) => {
    const cell = cellOf(target);
    if (!cell || !canHaveReason(grid, cell)) return;
    last = cell;
    menu.querySelector("[data-reasons-of]").textContent = target.closest("fieldset")?.querySelector("legend").textContent ?? target.getAttribute("aria-label");
  });
  menu.addEventListener("click", ({ target }) => {
    const press = target.closest("[data-reason]");
    if (!press) return;
    menu.open = false;
    if (!last?.isConnected) return;
    setReason(grid, last, press.dataset.reason, press.dataset.letter);
    form.dispatchEvent(new CustomEvent("cg-moved", { detail: last }));
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
  return letters;
}
