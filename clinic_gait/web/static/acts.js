// A form that keeps itself: each field goes to the server as it is left, and counts as saved when the server says so.

import { asLeft, boxesOf, fieldsOf, halfTyped, isText, mainBox, settle, setBoxes, touched } from "./boxes.js";
import { Sending } from "./sending.js";
import { conflictTable, goPress, messageBar, problemList, stateWords, troubleWords } from "./told.js";

const PAUSE = 1000; // after which words that are still being typed are kept

const form = document.querySelector(".clinic-gait form[data-acts]");
const root = form.closest(".clinic-gait");
const place = (name) => root.querySelector(`[data-${name}]`);

const sending = new Sending(form, { tell, changed: show });
const refused = new Map(); // field to what is wrong with it
const clashes = new Map(); // field to what somebody else stored
const held = new Map(); // field to what somebody else stored while its box is being typed in
let savedAt = "";
let leaving = null;
let again = false; // the page has other rows than what is stored, by the person's own wish

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
  // Of a field that was typed in again meanwhile, only the next answer counts.
  const last = ({ field }) => !sending.queued(field);
  if (said.state === "saved") saved(said);
  else if (said.state === "refused") for (const problem of said.problems.filter(last)) refused.set(problem.field, problem);
  else if (said.state === "nothing") messageBar(place("told"), "note", said.words);
  else for (const clash of (said.clashes ?? []).filter(last)) clashes.set(clash.field, { ...clash, undo: said.state === "undo", of: said.of });
  if (said.html) takeOver(said.html, (said.problems ?? []).map(({ field }) => field));
}

function saved(said) {
  savedAt = said.time;
  if (form.elements.version) form.elements.version.value = said.version;
  for (const [field, now] of Object.entries(said.fields)) {
    refused.delete(field);
    clashes.delete(field);
    if (now.boxes && !sending.queued(field)) setBoxes(form, field, now.boxes);
  }
  const others = said.others.filter(({ field }) => !sending.queued(field));
  for (const other of others) takeIn(other);
  const told = others.map((one) => `${one.label} is ${one.said} now (${one.who}).`);
  if (told.length) messageBar(place("told"), "note", `Changed on another screen: ${told.join(" ")}`);
  if (said.undone) messageBar(place("told"), "ok", `Undone: ${said.undone}`);
  const back = Object.entries(said.undone ? said.fields : {}).map(([field, now]) => ({ field, ...now }));
  if (back.some(otherRows)) again = true;
  else if (others.some(otherRows)) askToLoad();
  undoPress(said.undo);
  // After the parts of the page, so that whoever counts or draws finds them.
  queueMicrotask(() => form.dispatchEvent(new CustomEvent("cg-saved", { detail: said })));
}

/** What somebody else stored. A box that is being typed in keeps its text, which meets the other value when it is left. */
function takeIn(other) {
  const { activeElement } = document;
  held.delete(other.field);
  // What was typed and is not stored yet stays too, until it is put right or chosen.
  if (refused.has(other.field) || clashes.has(other.field)) return;
  if (halfTyped(activeElement) && fieldsOf(activeElement).includes(other.field)) held.set(other.field, other);
  else if (other.boxes) {
    sending.seen.set(other.field, other.seen);
    setBoxes(form, other.field, other.boxes);
  }
}

/** Whether a field has other rows or parts now than this page. */
function otherRows({ field, boxes }) {
  const here = boxesOf(form, field).length > 0;
  return boxes ? !here && Object.keys(boxes).some((name) => form.elements[name]) : here;
}

function loadAgain() {
  again = false;
  if (open()) askToLoad();
  else location.reload();
}

function askToLoad() {
  messageBar(place("told"), "warn", "Some of this page is not what is stored now. Load it again before you change that.", {
    id: "rows",
    press: ["Load again", () => location.reload()],
  });
}

function takeOver(html, told) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const fresh of page.querySelectorAll("[data-live]")) {
    const part = root.querySelector(`[data-live="${CSS.escape(fresh.dataset.live)}"]`);
    // What has not changed is left alone, so that it is not read out again.
    if (!part || fresh.innerHTML === part.innerHTML) continue;
    // The answer about one leg knows nothing of what was refused of the other.
    const field = part.closest("[data-field]")?.dataset.field;
    if (refused.has(field) && !told.includes(field)) continue;
    exchange(part, fresh);
  }
}

/** What holds the focus is not taken away: the same box gets it back, and without one the part stays as it is. */
function exchange(part, fresh) {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const same = focused && `[name="${CSS.escape(focused.name ?? "")}"]`;
  if (focused && (isText(focused) || !fresh.querySelector(same))) return;
  part.replaceChildren(...fresh.cloneNode(true).childNodes);
  if (focused) part.querySelector(same).focus({ preventScroll: true });
}

/** Whether something of this page is not stored, or not decided. */
const open = () => sending.unsent || refused.size || clashes.size || halfTyped(document.activeElement);

// --- What the page says ---

const many = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What is told above a box that is being typed in does not move it from under the eyes. */
function show() {
  const { activeElement } = document;
  const before = activeElement.getBoundingClientRect().top;
  showAll();
  if (form.contains(activeElement)) scrollBy({ top: activeElement.getBoundingClientRect().top - before, behavior: "instant" });
}

function showAll() {
  for (const element of form.querySelectorAll("[data-field]")) {
    const { field } = element.dataset;
    const dirty = sending.dirty(field);
    element.classList.toggle("is-saving", dirty && !sending.trouble);
    element.classList.toggle("is-unsent", dirty && Boolean(sending.trouble));
    element.classList.toggle("is-conflict", clashes.has(field));
  }
  showState();
  showTrouble();
  problemList(place("problems"), [...refused.values()].map(({ field, ...told }) => ({ ...told, go: () => goTo(field) })));
  showRefused();
  conflictTable(place("conflicts"), [...clashes.values()], choose);
  if (again && !sending.busy) loadAgain();
  if (leaving && !sending.busy) leave();
}

function showState() {
  const notYet = [
    refused.size && `${many(refused.size, "field")} to look at`,
    clashes.size && `${many(clashes.size, "value")} to choose`,
    sending.trouble && sending.unsent && `${many(sending.unsent, "value")} to send`,
  ].filter(Boolean);
  goPress(place("status"), refused.size + clashes.size ? goToFirst : null);
  if (notYet.length) stateWords(place("status"), "bad", `Not all saved · ${notYet.join(" · ")}`);
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

function goToFirst() {
  const [field] = refused.keys();
  if (field) goTo(field);
  else place("conflicts").querySelector("button")?.focus();
}

function choose(clash, mine) {
  if (clash.undo) {
    const about = { of: clash.of };
    for (const one of [...clashes.values()].filter(({ undo }) => undo)) {
      about[`seen.${one.field}`] = one.seen;
      clashes.delete(one.field);
    }
    sending.undo(mine ? "anyway" : "leave", about);
    return;
  }
  clashes.delete(clash.field);
  if (mine || clash.boxes) sending.seen.set(clash.field, clash.seen);
  if (mine) mark([clash.field]);
  else if (clash.boxes) setBoxes(form, clash.field, clash.boxes);
  else loadAgain();
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
form.addEventListener("focusout", ({ target }) => {
  for (const other of [...held.values()].filter(({ field }) => fieldsOf(target).includes(field))) {
    if (sending.dirty(other.field)) held.delete(other.field);
    else takeIn(other);
  }
});
// Enter in a line of words keeps it, and on a choice does nothing; it never presses a button that happens to stand first.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.defaultPrevented || !event.target.matches("input:not([type=submit], [type=button])")) return;
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
addEventListener("beforeunload", (event) => open() && event.preventDefault());

// What was entered before this script had come.
for (const control of form.elements) if (control !== document.activeElement && touched(control)) mark(fieldsOf(control));
