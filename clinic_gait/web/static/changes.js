// What a number amounts to while it is typed: the change since last and start, and the side difference.
// The server says the same when it has stored it; its words then take the place of these.

import { controlOf } from "./moves.js";

const NUMBER = /^[-−+]?\d+([.,]\d+)?$/;
const said = (amount) => String(Math.round(amount * 100) / 100);
const one = (text) => Number(text.replace("−", "-").replace(",", "."));

/** The number in a box; of several readings their mean; nothing when it is something else. */
export function numberIn(text) {
  const parts = text.trim().split(/\s*[;/]\s*|,\s+|\s+/);
  if (!parts.every((part) => NUMBER.test(part))) return null;
  return parts.reduce((sum, part) => sum + one(part), 0) / parts.length;
}

function words(amount, since, error, better) {
  const signed = amount > 0 ? `+${said(amount)}` : said(amount);
  if (error === null) return [`${signed} ${since}: error not known`, ""];
  if (Math.abs(amount) < error) return [`${signed} ${since}: within error`, ""];
  if (!better) return [`${signed} ${since}: beyond error`, ""];
  const good = amount > 0 === (better === "up");
  return [`${good ? "▲" : "▼"} ${signed} ${since}: beyond error`, good ? "better" : "worse"];
}

function line([text, turned]) {
  const element = document.createElement("span");
  element.className = { better: "cg-good", worse: "cg-low" }[turned] ?? "cg-muted";
  if (turned) {
    const spoken = document.createElement("span");
    spoken.className = "cg-sr";
    spoken.textContent = `${turned}: `;
    element.append(spoken);
  }
  element.append(text);
  return element;
}

export function showChange(cell) {
  const box = controlOf(cell);
  const row = cell.closest(".cg-m");
  const now = numberIn(box.value);
  const error = row.dataset.error === undefined ? null : Number(row.dataset.error);
  const lines = ["last", "start"]
    .filter((since) => now !== null && box.dataset[since] !== undefined)
    .map((since) => line(words(now - Number(box.dataset[since]), since, error, row.dataset.better)));
  cell.querySelector("[data-change]").replaceChildren(...lines.flatMap((element, at) => (at ? [document.createElement("br"), element] : [element])));
}

export function showGap(row) {
  const place = row.querySelector("[data-gap]");
  const [left, right] = ["L", "R"].map((side) => row.querySelector(`.cg-cell[data-side="${side}"] > .cg-box > input`));
  if (!place || !left || !right) return;
  const [l, r] = [numberIn(left.value), numberIn(right.value)];
  place.replaceChildren();
  if (l === null || r === null || l === r) return;
  const chip = document.createElement("b");
  chip.className = l < r ? "cg-side cg-side--l" : "cg-side cg-side--r";
  chip.textContent = l < r ? "LEFT" : "RIGHT";
  const amount = document.createElement("b");
  amount.textContent = ` ${said(Math.abs(l - r))}${place.dataset.unit.includes(" to ") ? "" : ` ${place.dataset.unit}`} less`;
  place.append(chip, amount);
}
