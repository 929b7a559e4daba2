// Where the hand goes from a box of the visit form: across the legs, or down one of them.

// What lies in a closed fold has a place on the page, but cannot take the focus.
const inSight = (element) => (element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null);

export const cellOf = (control) => control?.closest?.(".cg-cell") ?? null;

/** The control of a cell: its box, its list, or the chosen one of its steps. */
export function controlOf(cell) {
  const radios = [...cell.querySelectorAll(":scope > .cg-seg input")];
  if (radios.length) return radios.find((radio) => radio.checked && radio.value) ?? radios[0];
  return cell.querySelector(":scope > .cg-box > input, :scope > select, :scope > textarea");
}

export const isBlank = (cell) => {
  const control = controlOf(cell);
  const chosen = control.type === "radio" ? control.checked && control.value : control.value.trim();
  return !chosen && !cell.classList.contains("has-reason");
};

export const cellsOf = (grid) => [...grid.querySelectorAll(".cg-cell")].filter((cell) => controlOf(cell) && inSight(cell));

/** The next cell, or with a step of -1 the one before; nothing at the ends. */
export function neighbour(grid, cell, down, step = 1) {
  const all = cellsOf(grid);
  if (!down) return all[all.indexOf(cell) + step] ?? null;
  // What has no side stands in the way of the left column, where the eye passes it.
  const isRight = (one) => one.dataset.side === "R";
  const order = [...all.filter((one) => !isRight(one)), ...all.filter(isRight)];
  return order[order.indexOf(cell) + step] ?? null;
}

export function enter(cell) {
  const control = controlOf(cell);
  control.focus({ preventScroll: true });
  control.select?.();
  control.scrollIntoView({ block: "nearest" });
}
