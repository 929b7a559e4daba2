// The visit form: Enter moves on, digits set grades, differences appear while typing. autosave.js sends what was typed.
// Everything here only adds to a page that works without it, and nothing is kept in the browser.

const form = document.querySelector("[data-visit-form]");
const grid = form?.querySelector(".cg-grid");

// --- Enter: across the legs, or down one of them ---

let down = false;

const toggle = document.querySelector("[data-enter]");
if (toggle) {
  toggle.closest("[data-enter-order]").hidden = false;
  toggle.addEventListener("click", () => {
    down = !down;
    toggle.setAttribute("aria-pressed", String(down));
    toggle.textContent = down ? "down one side" : "across, left then right";
  });
}

// What lies in a closed fold has a place on the page, but cannot take the focus.
const shown = (element) => (element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null);

/** The boxes one moves through: the control of every visible cell. */
function stops() {
  return [...grid.querySelectorAll(".cg-cell")].map(controlOf).filter((control) => control && shown(control.closest(".cg-cell")));
}

function controlOf(cell) {
  const control = cell.querySelector(":scope > input, :scope > select, :scope > textarea");
  if (control) return control;
  const radios = [...cell.querySelectorAll(":scope > .cg-seg input")];
  return radios.find((radio) => radio.checked) ?? radios[0];
}

function next(from) {
  const side = from.closest(".cg-cell").dataset.side;
  const all = stops();
  const after = all.slice(all.indexOf(controlOf(from.closest(".cg-cell"))) + 1);
  if (!down) return after[0];
  const same = after.find((control) => control.closest(".cg-cell").dataset.side === side);
  return same ?? all.find((control) => side === "L" && control.closest(".cg-cell").dataset.side === "R");
}

function moveOn(from) {
  // After the last box the hand is at Save, and the box counts as left.
  const to = next(from) ?? document.querySelector(`button[form="${form.id}"]`);
  to.focus();
  if (to.select) to.select();
}

grid?.addEventListener("keydown", (event) => {
  const box = event.target.closest(".cg-cell > input, .cg-cell > select, .cg-cell .cg-seg input");
  if (!box) return;
  if (event.key === "Enter") {
    event.preventDefault();
    moveOn(box);
  } else if (box.type === "radio" && /^[0-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    setGrade(box, event);
  }
});

/** A digit sets the step with this place in its scale and moves on; the page says so above the grades. */
function setGrade(box, event) {
  const radios = [...box.closest(".cg-seg").querySelectorAll("input")].filter((radio) => radio.value !== "");
  const wanted = radios[Number(event.key)];
  if (!wanted) return;
  event.preventDefault();
  wanted.checked = true;
  wanted.dispatchEvent(new Event("change", { bubbles: true }));
  moveOn(wanted);
}

// --- Live difference from the last visit and between the legs ---

const numberIn = (text) => (/^[-−+]?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace("−", "-").replace(",", ".")) : null);
const said = (amount) => String(Math.round(amount * 100) / 100);

function changeWords(amount, error, better) {
  const signed = amount > 0 ? `+${said(amount)}` : said(amount);
  if (error === null) return `${signed} since last: error not known`;
  if (Math.abs(amount) < error) return `${signed} since last: within error`;
  const good = amount > 0 === (better === "up");
  return better ? `${good ? "▲" : "▼"} ${signed} since last: ${good ? "better" : "worse"}, beyond error` : `${signed} since last: beyond error`;
}

function showChange(row, box) {
  const place = box.closest(".cg-cell").querySelector("[data-change]");
  const now = numberIn(box.value);
  const last = box.dataset.last === undefined ? null : Number(box.dataset.last);
  const error = row.dataset.error === undefined ? null : Number(row.dataset.error);
  place.textContent = now === null || last === null ? "" : changeWords(now - last, error, row.dataset.better ?? "");
}

function showGap(row) {
  const place = row.querySelector("[data-gap]");
  const [left, right] = ["L", "R"].map((side) => row.querySelector(`.cg-cell[data-side="${side}"] > input`));
  if (!place || !left || !right) return;
  const [l, r] = [numberIn(left.value), numberIn(right.value)];
  place.replaceChildren();
  if (l === null || r === null || l === r) return;
  const chip = document.createElement("b");
  chip.className = l < r ? "cg-side cg-side--l" : "cg-side cg-side--r";
  chip.textContent = l < r ? "LEFT" : "RIGHT";
  const amount = document.createElement("b");
  amount.textContent = ` ${said(Math.abs(l - r))} ${place.dataset.unit} less`;
  place.append(chip, amount);
}

grid?.addEventListener("change", (event) => {
  const box = event.target.closest(".cg-cell > input:not([type=radio])");
  if (!box) return;
  const row = box.closest(".cg-m");
  showChange(row, box);
  showGap(row);
});
