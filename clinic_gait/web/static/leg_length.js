// Leg length by keyboard: Enter moves on, and on a foot L, R or 0 sets it and moves on. The server does every sum.

for (const element of document.querySelectorAll("[data-needs-script]")) element.hidden = false;
document.querySelector("[data-without-script]").hidden = true; // each box is answered with its result as it is left

const form = document.querySelector("#cg-leg-length");
const FEET = { l: "left", r: "right", 0: "level" };

const shown = (element) => (element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null);

/** The boxes one moves through; a group of choices counts once, by what is chosen in it. */
function stops() {
  const boxes = [...form.querySelectorAll(".cg-way .cg-input--num, .cg-way .cg-seg")].filter((one) => shown(one));
  return boxes.map((one) => (one.matches("input") ? one : one.querySelector(":checked") ?? one.querySelector("input")));
}

function moveOn(from) {
  const all = stops();
  const group = from.closest(".cg-seg");
  const at = all.findIndex((one) => one === from || (group && one.closest(".cg-seg") === group));
  const to = all[at + 1] ?? document.querySelector(`button[form="${form.id}"]`);
  to.focus();
  to.select?.();
}

form.addEventListener("keydown", (event) => {
  const box = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || !box.matches(".cg-way .cg-input--num, .cg-way .cg-seg input")) return;
  const foot = box.name.endsWith("-foot") && FEET[event.key.toLowerCase()];
  const radio = foot && box.closest(".cg-seg").querySelector(`[value="${foot}"]`);
  if (!radio && event.key !== "Enter") return;
  event.preventDefault();
  if (radio && !radio.checked) {
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  }
  moveOn(box);
});
