// Makes the drawn zones tappable. The list of selects is the form; a tap sets its select and nothing else.

import "./autosave.js";

const WIDE_ENOUGH = 200; // below this a zone is smaller than a finger, and the list is the way
const NEXT = { "": "1", 0: "1", 1: "2", 2: "3", 3: "0" };

const card = document.querySelector(".clinic-gait .cg-shoes");
const zones = [...card.querySelectorAll(".cg-zone")];

const select = (zone) => document.getElementById(zone.dataset.box);

function paint(zone) {
  const list = select(zone);
  const grade = list.value;
  zone.dataset.grade = grade;
  if (["1", "2", "3"].includes(grade)) zone.setAttribute("fill", `url(#cg-${zone.dataset.fill}-${grade})`);
  else zone.removeAttribute("fill");
  const badge = card.querySelector(`[data-badge="${zone.dataset.box}"]`);
  badge.dataset.grade = grade;
  badge.querySelector("text").textContent = grade || "–";
  const words = list.selectedOptions[0].textContent.trim().replace(/^– /, "");
  if (zone.hasAttribute("role")) zone.setAttribute("aria-label", `${zone.dataset.name}: ${words}`);
}

function set(zone, grade) {
  const list = select(zone);
  list.value = grade;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

function pressed(event) {
  const zone = event.currentTarget;
  if (event.key === "Enter" || event.key === " ") set(zone, NEXT[select(zone).value]);
  else if (/^[0-3]$/.test(event.key)) set(zone, event.key);
  else if (["Delete", "Backspace", "-"].includes(event.key)) set(zone, "");
  else return;
  event.preventDefault();
}

const tapped = (event) => set(event.currentTarget, NEXT[select(event.currentTarget).value]);

function upgrade(picture, on) {
  picture.setAttribute("role", on ? "group" : "img");
  for (const zone of picture.querySelectorAll(".cg-zone")) {
    zone.classList.toggle("is-tappable", on);
    if (on) {
      zone.setAttribute("role", "button");
      zone.setAttribute("tabindex", "0");
      zone.addEventListener("click", tapped);
      zone.addEventListener("keydown", pressed);
    } else {
      for (const name of ["role", "tabindex", "aria-label"]) zone.removeAttribute(name);
      zone.removeEventListener("click", tapped);
      zone.removeEventListener("keydown", pressed);
    }
    paint(zone);
  }
}

function fit() {
  const on = card.querySelector(".cg-sole").getBoundingClientRect().width >= WIDE_ENOUGH;
  for (const picture of card.querySelectorAll("[data-shoe]")) upgrade(picture, on);
  card.querySelector("[data-when-tapped]").hidden = !on;
  card.querySelector("[data-when-listed]").hidden = on;
}

function lean(radio) {
  const counter = card.querySelector(`[data-shoe="${radio.name.split("-")[0]}"] [data-counter]`);
  counter.setAttribute("transform", counter.getAttribute(`data-${radio.value.replace("_", "-")}`) ?? "");
}

for (const zone of zones) select(zone).addEventListener("change", () => paint(zone));
for (const radio of card.querySelectorAll('input[name$="-counter_lean"]')) radio.addEventListener("change", () => lean(radio));
new ResizeObserver(fit).observe(card);
