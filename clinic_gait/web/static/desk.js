// The print desk: hides itself after two minutes and on Escape, and looks again after papers were sent.

const HIDE_AFTER = 2 * 60 * 1000;
const LOOK_AGAIN = 4000;

const root = document.querySelector("#cg-content").closest(".clinic-gait");
const curtain = root.querySelector("[data-curtain]");
let clock = 0;

function hide() {
  for (const part of root.querySelectorAll("[data-private]")) part.hidden = true;
  curtain.hidden = false;
  curtain.querySelector("[data-show]").focus();
}

function show() {
  curtain.hidden = true;
  for (const part of root.querySelectorAll("[data-private]")) part.hidden = false;
  wind();
}

function wind() {
  clearTimeout(clock);
  if (curtain.hidden) clock = setTimeout(hide, HIDE_AFTER);
}

function sent(form) {
  const count = form.querySelectorAll('input[name="document"]').length;
  const words = document.createElement("p");
  words.className = "cg-msg cg-msg--ok";
  words.textContent = `${count} ${count === 1 ? "paper" : "papers"} sent to a new tab. We cannot see the printer: check that all came out.`;
  root.querySelector("[data-sent]").replaceChildren(words);
  setTimeout(() => location.reload(), LOOK_AGAIN);
}

for (const name of ["pointerdown", "pointermove", "keydown", "scroll"]) addEventListener(name, wind, { passive: true });
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && curtain.hidden) hide();
});
// A page that comes back from the browser's memory shows nothing until it is asked to.
addEventListener("pageshow", (event) => {
  if (event.persisted) hide();
});
curtain.querySelector("[data-show]").addEventListener("click", show);
for (const form of root.querySelectorAll("[data-print]")) form.addEventListener("submit", () => sent(form));
root.querySelector("[data-hides]").hidden = false;
wind();
