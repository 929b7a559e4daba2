// Makes the drawn zones tappable. The list of selects is the form; a tap sets its select and nothing else.

for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;

const WIDE_ENOUGH = 190; // below this a zone is smaller than a finger, and the list is the way
const NEXT = { "": "1", 0: "1", 1: "2", 2: "3", 3: "0" };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const page = document.querySelector(".clinic-gait .cg-shoes-page");
const card = page.querySelector(".cg-shoes");
const zones = [...card.querySelectorAll(".cg-zone")];
const list = page.querySelector("[data-list]");

const select = (zone) => document.getElementById(zone.dataset.box);

function paint(zone) {
  const box = select(zone);
  const grade = box.value;
  zone.dataset.grade = grade;
  if (["1", "2", "3"].includes(grade)) zone.setAttribute("fill", `url(#cg-${zone.dataset.fill}-${grade})`);
  else zone.removeAttribute("fill");
  const badge = card.querySelector(`[data-badge="${zone.dataset.box}"]`);
  badge.dataset.grade = grade;
  badge.querySelector("text").textContent = grade || "–";
  const words = box.selectedOptions[0].textContent.trim().replace(/^– /, "");
  if (zone.hasAttribute("role")) zone.setAttribute("aria-label", `${zone.dataset.name}: ${words}`);
}

function set(zone, grade) {
  const box = select(zone);
  if (box.value === grade) return;
  box.value = grade;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

function pressed(event) {
  const zone = event.currentTarget;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") set(zone, NEXT[select(zone).value]);
  else if (/^[0-3]$/.test(event.key)) set(zone, event.key);
  else if (["Delete", "Backspace", "-"].includes(event.key)) set(zone, "");
  else if (event.key in ARROWS) neighbour(zone, ...ARROWS[event.key])?.focus();
  else return;
  event.preventDefault();
}

/** The nearest zone that lies in this direction, on either shoe. */
function neighbour(from, across, down) {
  const middle = (zone) => {
    const box = zone.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, y] = middle(from);
  const far = (zone) => {
    const [toX, toY] = middle(zone);
    const [ahead, aside] = across ? [(toX - x) * across, Math.abs(toY - y)] : [(toY - y) * down, Math.abs(toX - x)];
    return ahead > 4 && ahead > aside / 2 ? ahead + 2 * aside : Infinity;
  };
  const nearest = zones.reduce((best, zone) => (far(zone) < far(best) ? zone : best));
  return far(nearest) < Infinity ? nearest : null;
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

let tappable = null;

function fit() {
  const on = card.querySelector(".cg-sole").getBoundingClientRect().width >= WIDE_ENOUGH;
  if (on === tappable) return;
  tappable = on;
  for (const picture of card.querySelectorAll("[data-shoe]")) upgrade(picture, on);
  card.querySelector("[data-when-tapped]").hidden = !on;
  card.querySelector("[data-when-listed]").hidden = on;
  if (!on) list.open = true;
}

function lean(radio) {
  const counter = card.querySelector(`[data-shoe="${radio.name.split("-")[0]}"] [data-counter]`);
  counter.setAttribute("transform", counter.getAttribute(`data-${radio.value.replace("_", "-")}`) ?? "");
}

// "change" is a hand, "cg-set" the server: an undo, or another screen.
for (const kind of ["change", "cg-set"]) {
  for (const zone of zones) select(zone).addEventListener(kind, () => paint(zone));
  for (const radio of card.querySelectorAll('input[name$="-counter_lean"]')) {
    radio.addEventListener(kind, () => radio.checked && lean(radio));
  }
}

// The sentence that the grades make, in place of the edited one: the box is emptied, and the server fills it.
page.addEventListener("click", (event) => {
  const press = event.target.closest("[data-use-written]");
  if (!press) return;
  event.preventDefault();
  const words = page.querySelector("#f-words");
  words.value = press.dataset.useWritten;
  words.dispatchEvent(new Event("change", { bubbles: true }));
  words.focus();
});

// A browser brings the caret into sight, not the box around it.
page.querySelector("#f-words").addEventListener("focus", (event) => event.target.scrollIntoView({ block: "nearest" }));

new ResizeObserver(fit).observe(card);
