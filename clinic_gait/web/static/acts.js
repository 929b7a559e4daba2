// A form that keeps itself: each field goes to the server as it is left, and counts as saved when the server says so.

import { asLeft, boxesOf, fieldsOf, halfTyped, isText, mainBox, settle, setBoxes, touched } from "./boxes.js";
import { Sending } from "./sending.js";
import { conflictTable, messageBar, problemList, stateWords, troubleWords } from "./told.js";

const PAUSE = 1000; // after which words that are still being typed are kept

const form = document.querySelector(".clinic-gait form[data-acts]");
const root = form.closest(".clinic-gait");
const place = (name) => root.querySelector(`[data-${name}]`);

const sending = new Sending(form, { tell, changed: show });
const refused = new Map(); // field to what is wrong with it
const clashes = new Map(); // field to what somebody else stored
let savedAt = "";
let leaving = null;

function mark(fields) {
  if (!fields.length) return;
  for (const field of fields) {
    refused.delete(field);
    clashes.delete(field);
  }
  sending.mark(fields);
}

// --- What the server said ---

function tell(act, said) {
  if (said.state === "saved") saved(said);
  else if (said.state === "refused") for (const problem of said.problems) refused.set(problem.field, problem);
  else if (said.state === "nothing") messageBar(place("told"), "note", said.words);
  else for (const clash of said.clashes) clashes.set(clash.field, { ...clash, undo: said.state === "undo" });
  if (said.html) takeOver(said.html, (said.problems ?? []).map(({ field }) => field));
}

function saved(said) {
  savedAt = said.time;
  if (form.elements.version) form.elements.version.value = said.version;
  for (const [field, now] of Object.entries(said.fields)) if (now.boxes && !sending.queued(field)) setBoxes(form, field, now.boxes);
  for (const other of said.others.filter((one) => !sending.dirty(one.field))) {
    sending.seen.set(other.field, other.seen);
    if (other.boxes) setBoxes(form, other.field, other.boxes);
    messageBar(place("told"), "note", `Changed by ${other.who}: ${other.label} is ${other.said} now.`);
  }
  if (said.undone) messageBar(place("told"), "ok", `Undone: ${said.undone}`);
  // A list that somebody else changed, or that was taken back, has other rows than this page.
  const lists = [...said.others, ...Object.entries(said.undone ? said.fields : {}).map(([field, now]) => ({ field, ...now }))];
  if (lists.some(({ field, boxes }) => !boxes && boxesOf(form, field).length)) leaving = { href: location.href };
  undoPress(said.undo);
  // After the parts of the page, so that whoever counts or draws finds them.
  queueMicrotask(() => form.dispatchEvent(new CustomEvent("cg-saved", { detail: said })));
}

function takeOver(html, told) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const part = root.querySelector(`[data-live="${CSS.escape(fresh.dataset.live)}"]`);
    // What has not changed is left alone, so that it is not read out again; what holds the focus is not taken away.
    if (!part || fresh.innerHTML === part.innerHTML || part.contains(document.activeElement)) continue;
    // The answer about one leg knows nothing of what was refused of the other.
    const field = part.closest("[data-field]")?.dataset.field;
    if (refused.has(field) && !told.includes(field)) continue;
    part.replaceChildren(...fresh.cloneNode(true).childNodes);
  }
}

// --- What the page says ---

const many = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

function show() {
  for (const element of form.querySelectorAll("[data-field]")) {
    const { field } = element.dataset;
    const dirty = sending.dirty(field);
    element.classList.toggle("is-saving", dirty && !sending.trouble);
    element.classList.toggle("is-unsent", dirty && Boolean(sending.trouble));
    element.classList.toggle("is-conflict", clashes.has(field));
  }
  showState();
  showTrouble();
  problemList(place("problems"), [...refused.values()].map(({ field, sentence }) => ({ sentence, go: () => goTo(field) })));
  showRefused();
  conflictTable(place("conflicts"), [...clashes.values()], choose);
  if (leaving && !sending.busy) leave();
}

function showState() {
  const open = [
    refused.size && `${many(refused.size, "field")} to look at`,
    clashes.size && `${many(clashes.size, "value")} to choose`,
    sending.trouble && sending.unsent && `${many(sending.unsent, "value")} to send`,
  ].filter(Boolean);
  if (open.length) stateWords(place("status"), "bad", `Not all saved · ${open.join(" · ")}`);
  else if (sending.unsent) stateWords(place("status"), "wait", "Saving…");
  else if (savedAt) stateWords(place("status"), "ok", `Saved ${savedAt}`);
}

function showTrouble() {
  const { trouble, unsent } = sending;
  const press = trouble === "person" ? ["Store them in my name", () => sending.takeOn()] : ["Try now", () => sending.pump()];
  messageBar(place("told"), "warn", trouble && unsent ? troubleWords(sending, many(unsent, "value")) : "", {
    id: "trouble",
    press: trouble === "signed" ? null : press,
    link: trouble === "out" ? form.action : "",
  });
}

function showRefused() {
  for (const box of form.querySelectorAll("[data-refused]")) {
    box.removeAttribute("data-refused");
    box.removeAttribute("aria-invalid");
    box.classList.remove("is-wrong", "is-check");
  }
  for (const { field, check } of refused.values()) {
    const box = mainBox(form, field);
    if (!box) continue;
    box.dataset.refused = "";
    box.setAttribute("aria-invalid", "true");
    box.classList.add(check ? "is-check" : "is-wrong");
    const told = box.getAttribute("aria-describedby") ?? "";
    if (box.id && !told.includes("-error")) box.setAttribute("aria-describedby", `${box.id}-error ${told}`.trim());
  }
}

function goTo(field) {
  const box = mainBox(form, field);
  for (let fold = box?.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
  box?.focus();
}

function choose(clash, mine) {
  clashes.delete(clash.field);
  if (clash.undo) {
    for (const [field, one] of clashes) if (one.undo) clashes.delete(field);
    sending.undo(mine ? "anyway" : "leave");
    return;
  }
  sending.seen.set(clash.field, clash.seen);
  if (mine) mark([clash.field]);
  else if (clash.boxes) setBoxes(form, clash.field, clash.boxes);
  else location.reload();
  show();
}

function undoPress(words) {
  const press = place("undo");
  if (!press) return;
  press.disabled = !words;
  press.title = words ? `Undo: ${words}` : "Nothing of yours to undo";
}

// --- Leaving ---

/** Goes where a press wanted to, once everything is answered; with something open it stays and shows that. */
function leave() {
  const { href } = leaving;
  leaving = null;
  const [field] = [...refused.keys(), ...clashes.keys()];
  if (sending.unsent) return;
  if (field) goTo(field);
  else if (href) location.assign(href);
  else if (!savedAt) stateWords(place("status"), "ok", "Nothing new to save");
}

/** A button that answers several fields at once: those that have no answer yet. */
function answerRest(press) {
  const open = press.dataset.answers.split(" ").filter((field) => !boxesOf(form, field).some((box) => box.checked && box.value));
  for (const field of open) setBoxes(form, field, { [field]: press.value });
  mark(open);
}

const left = (control) => control.dispatchEvent(new Event("change", { bubbles: true }));
let pause = 0;
form.addEventListener("focusin", (event) => settle(event.target));
form.addEventListener("input", ({ target }) => {
  clearTimeout(pause);
  if (target.tagName === "TEXTAREA") pause = setTimeout(() => halfTyped(target) && left(target), PAUSE);
});
form.addEventListener("change", ({ target }) => {
  // A box that was kept while it was typed in says once more that it changed when it is left.
  if (asLeft(target)) return;
  settle(target);
  mark(fieldsOf(target));
});
// Enter in a line of words keeps it; it never presses a button that happens to stand first.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.defaultPrevented || event.target.tagName !== "INPUT" || !isText(event.target)) return;
  event.preventDefault();
  if (halfTyped(event.target)) left(event.target);
});
form.addEventListener("submit", (event) => {
  const press = event.submitter;
  if (press?.dataset.posts !== undefined) return;
  event.preventDefault();
  if (press?.dataset.answers) return void answerRest(press);
  if (halfTyped(document.activeElement)) left(document.activeElement);
  leaving = { href: press?.dataset.leave ?? "" };
  sending.pump();
});
place("undo")?.addEventListener("click", () => sending.undo("ask"));
addEventListener("online", () => sending.pump());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sending.unsent && sending.pump());
addEventListener("beforeunload", (event) => {
  if (sending.unsent || refused.size || clashes.size || halfTyped(document.activeElement)) event.preventDefault();
});

// What was entered before this script had come.
for (const control of form.elements) if (control !== document.activeElement && touched(control)) mark(fieldsOf(control));
