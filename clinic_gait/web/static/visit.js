// The visit form: keys that move on, grades and reasons by one key, differences while typing, more rows on a tap.
// Everything here only adds to a page that works without it; acts.js saves, and nothing is kept in the browser.

import { halfTyped } from "./boxes.js";
import { showChange, showGap } from "./changes.js";
import { begin as beginMethods } from "./methods.js";
import { cellOf, cellsOf, controlOf, enter, isBlank, neighbour } from "./moves.js";
import { begin, canHaveReason, dropReason, setReason } from "./reasons.js";

const form = document.querySelector("[data-visit-form]");
const root = form.closest(".clinic-gait");
const grid = form.querySelector(".cg-grid");
const letters = begin(grid, root.querySelector("[data-reasons]"), form);
const held = (event) => event.ctrlKey || event.metaKey || event.altKey;
const lettersOn = () => form.dataset.letters !== "off";

function reveal(within) {
  for (const element of within.querySelectorAll("[data-needs-script]")) element.hidden = false;
}
reveal(root);
beginMethods(grid);

// --- Keys ---

function moveOn(cell, step = 1) {
  const to = neighbour(grid, cell, form.dataset.enter === "down", step);
  if (to) enter(to);
  // After the last box the hand is at the buttons, and the box counts as left.
  else if (step > 0) root.querySelector(".cg-save .cg-btn--primary").focus();
}
form.addEventListener("cg-moved", ({ detail }) => moveOn(detail));

/** What asks for an answer between a box and the next one is not jumped over. */
const asks = (cell) =>
  cell.querySelector(".cg-confirm input:not(:checked)") ?? (cell.dataset.side !== "L" && cell.closest(".cg-m").querySelector(".cg-m-told a"));

grid.addEventListener("keydown", (event) => {
  const cell = cellOf(event.target);
  if (!cell || held(event) || !event.target.closest(".cg-box, .cg-seg, .cg-cell > select, .cg-cell > textarea")) return;
  const step = event.shiftKey ? -1 : 1;
  const tab = event.key === "Tab" && !(step > 0 && asks(cell)) && neighbour(grid, cell, form.dataset.enter === "down", step);
  if (tab || (event.key === "Enter" && event.target.tagName !== "TEXTAREA")) {
    event.preventDefault();
    moveOn(cell, step);
  } else if (event.key === "F2") openPanel(cell, event);
  else if (event.target.tagName === "INPUT") one(cell, event);
});

/** A key that says it all: a step of the scale, a reason, or that what stood there is taken back. */
function one(cell, event) {
  const { target, key } = event;
  const steps = target.type === "radio";
  if (!steps && target.value) return;
  if (["Backspace", "Delete"].includes(key)) {
    if (!steps && !cell.classList.contains("has-reason")) return;
    event.preventDefault();
    setReason(grid, cell, "", "");
  } else if (steps && setStep(cell, key)) {
    event.preventDefault();
    moveOn(cell);
  } else if (lettersOn() && letters.get(key.toLowerCase()) && canHaveReason(grid, cell)) {
    event.preventDefault();
    setReason(grid, cell, letters.get(key.toLowerCase()), key.toLowerCase());
    moveOn(cell);
  } else if (lettersOn() && key.toLowerCase() === "m") openPanel(cell, event);
}

/** A digit sets the step with this place in its scale, y and n a question; the page says so above the grades. */
function setStep(cell, key) {
  const radios = [...cell.querySelectorAll(".cg-seg input")].filter((radio) => radio.value !== "");
  const asked = radios.length === 2 && radios[0].value === "yes";
  const wanted = asked ? radios[{ y: 0, n: 1 }[key.toLowerCase()]] : /^\d$/.test(key) && radios[Number(key)];
  if (!wanted) return false;
  dropReason(grid, cell);
  wanted.checked = true;
  wanted.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function openPanel(cell, event) {
  event.preventDefault();
  const panel = cell.closest(".cg-m").querySelector(".cg-m-name");
  panel.open = true;
  const own = panel.querySelector(`[data-field="${CSS.escape(cell.dataset.field)}"]`);
  (own?.querySelector("input, select") ?? panel.querySelector("summary")).focus();
}

grid.addEventListener("keydown", (event) => {
  const panel = event.key === "Escape" && event.target.closest(".cg-m-name");
  if (!panel?.open) return;
  panel.open = false;
  enter(panel.closest(".cg-m").querySelector(".cg-cell"));
});

// The small "3×" of a label opens the row like the label does, at its single readings.
grid.addEventListener("click", (event) => {
  const row = event.target.closest("[data-trials]")?.closest(".cg-m");
  if (!row) return;
  event.preventDefault();
  row.querySelector(".cg-m-name").open = true;
  row.querySelector('.cg-m-more [name$=".trials"]').focus();
});

// --- What the numbers amount to ---

function live(cell) {
  if (controlOf(cell).matches(".cg-input--num")) {
    showChange(cell);
    showGap(cell.closest(".cg-m"));
  }
  count();
}

function count() {
  const cells = [...grid.querySelectorAll(".cg-cell")];
  root.querySelector("[data-measured]").textContent = `${cells.filter((cell) => !isBlank(cell)).length} of ${cells.length}`;
}

grid.addEventListener("input", ({ target }) => {
  const cell = cellOf(target);
  if (!cell || !target.matches(".cg-box > input, .cg-seg input, .cg-cell > select, .cg-cell > textarea")) return;
  if (target.value) dropReason(grid, cell);
  live(cell);
});
for (const event of ["change", "cg-set"]) grid.addEventListener(event, count);
// The answer about the box before knows nothing of the one that is being typed.
form.addEventListener("cg-saved", () => {
  const cell = cellOf(document.activeElement);
  if (cell && halfTyped(document.activeElement)) live(cell);
});
// Said once, when a box is left, and not with every key.
grid.addEventListener("change", ({ target }) => {
  const cell = cellOf(target);
  const words = cell?.querySelector("[data-change]").textContent;
  if (words) root.querySelector("[data-heard]").textContent = `${controlOf(cell).getAttribute("aria-label")}: ${words}`;
});
const noted = form.querySelector("[data-asked]");
form.querySelector("#asked").addEventListener("change", ({ currentTarget }) => {
  const said = [...currentTarget.querySelectorAll("input:not([type=radio]), textarea, input:checked")].some((box) => box.value.trim());
  noted.firstElementChild.className = `cg-state cg-state--${said ? "ok" : "none"}`;
  noted.firstElementChild.textContent = said ? "noted" : "not noted yet";
});

// --- More rows ---

grid.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-rows]");
  if (!link || held(event)) return;
  event.preventDefault();
  const answer = await fetch(link.dataset.rows, { redirect: "manual" }).catch(() => null);
  if (!answer?.ok) return location.assign(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const group = link.closest("[data-group]");
  const here = new Set([...grid.querySelectorAll(".cg-m")].map((row) => row.id));
  const fresh = [...page.querySelectorAll(".cg-m")].filter((row) => !here.has(row.id)).map((row) => document.adoptNode(row));
  group.append(...fresh);
  reveal(group);
  link.remove();
  count();
  if (fresh.length) enter(fresh[0].querySelector(".cg-cell"));
});

// --- Habits, kept on the server ---

root.addEventListener("click", ({ target }) => {
  const press = target.closest("[data-habit]");
  if (!press) return;
  const { habit } = press.dataset;
  form.dataset[habit] = press.value;
  const body = new URLSearchParams({ csrf_token: form.elements.csrf_token.value, name: habit, value: press.value });
  fetch(form.dataset.habits, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
  if (habit === "enter") for (const one of root.querySelectorAll("[data-habit=enter]")) one.setAttribute("aria-pressed", String(one === press));
  else lettersSwitched(press);
});

function lettersSwitched(press) {
  root.querySelector("[data-letters-on]").hidden = !lettersOn();
  press.value = lettersOn() ? "off" : "on";
  press.textContent = lettersOn() ? "Turn letters off" : "Turn single letters on";
}

// A phone would open its keyboard over half the page.
if (form.dataset.begin !== undefined && !location.hash && matchMedia("(pointer: fine)").matches) {
  const first = cellsOf(grid).find(isBlank);
  if (first) enter(first);
}

// Where the columns' heads stay: under the patient's strip, however many lines it has.
const strip = root.querySelector(".cg-strip");
const heads = new CSSStyleSheet();
document.adoptedStyleSheets.push(heads);
if (strip) new ResizeObserver(() => heads.replaceSync(`.clinic-gait { --cg-strip-now: ${strip.offsetHeight}px; }`)).observe(strip);
