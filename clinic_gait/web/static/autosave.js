// Keeps a draft while it is written: the form goes to the server in the background, as the Save button would send it.
// What the server says comes back as the page; only its parts marked data-live are taken over, never a box being typed in.

const PAUSE = 400;
const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false };

const root = document.querySelector("#cg-content").closest(".clinic-gait");
const form = root?.querySelector("form[data-autosave]");
let timer = 0;
let sending = false;
let again = false;
let unsent = false;
let waiting = null;
// What a box held when it was last left, or entered: half a number is nobody's finding and is not sent.
const settled = new WeakMap();

function say(kind, words) {
  const place = root.querySelector("[data-status]");
  const state = document.createElement("span");
  state.className = `cg-state cg-state--${kind}`;
  state.textContent = words;
  place?.replaceChildren(state);
}

function takeOver(page) {
  for (const part of root.querySelectorAll("[data-live]")) {
    const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
    // What has not changed is left alone, so that it is not read out again; what holds the focus is not taken away.
    if (!fresh || fresh.innerHTML === part.innerHTML || part.contains(document.activeElement)) continue;
    part.replaceChildren(...fresh.cloneNode(true).childNodes);
  }
}

function takeFields(page) {
  // What belongs to a row of the page stays with it: the server may have put the rows in another order.
  for (const field of form.querySelectorAll('input[type="hidden"]:not([data-row])')) {
    const fresh = page.querySelector(`form[data-autosave] input[type="hidden"][name="${field.name}"]`);
    if (fresh) field.value = fresh.value;
  }
  // A text that the server writes is taken over as long as nobody has changed it here.
  for (const field of form.querySelectorAll("textarea[data-written]")) {
    const fresh = page.getElementById(field.id);
    if (!fresh || field.value !== field.defaultValue) continue;
    field.value = fresh.value;
    field.defaultValue = fresh.value;
  }
}

const isText = (field) => field?.matches?.("input:not([type=radio], [type=checkbox], [type=hidden]), textarea") ?? false;

function typing() {
  const field = document.activeElement;
  return isText(field) && field.form === form && settled.has(field) && settled.get(field) !== field.value ? field : null;
}

function payload() {
  const data = new FormData(form);
  const field = typing();
  if (field) data.set(field.name, settled.get(field));
  return new URLSearchParams(data);
}

async function send() {
  timer = 0;
  if (sending) {
    again = true;
    return;
  }
  sending = true;
  say("wait", "Saving…");
  try {
    const answer = await fetch(form.action, { method: "POST", body: payload(), redirect: "follow" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    settle(answer, page);
  } catch {
    say("bad", "Not saved: no connection. Keep this page open; Save tries again.");
  }
  sending = false;
  if (waiting) {
    const press = waiting.submitter;
    waiting = null;
    again = false;
    form.requestSubmit(press);
  } else if (again) {
    again = false;
    send();
  }
}

function settle(answer, page) {
  if (answer.ok) {
    takeFields(page);
    takeOver(page);
    unsent = again || timer !== 0 || typing() !== null;
    say("ok", `Saved ${new Date().toLocaleTimeString([], TIME)}`);
  } else if (answer.status === 422) {
    takeOver(page);
    say("bad", "Not saved yet: see the message on top.");
  } else {
    say("bad", "Not saved. Press Save to see why; what you typed stays here.");
  }
}

if (form) {
  form.addEventListener("focusin", (event) => {
    if (isText(event.target)) settled.set(event.target, event.target.value);
  });
  form.addEventListener("input", () => {
    unsent = true;
  });
  form.addEventListener("change", (event) => {
    unsent = true;
    if (isText(event.target)) settled.set(event.target, event.target.value);
    timer ||= setTimeout(send, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    timer = 0;
    // A press while a save is on its way would be sent over an old version, and refused as if somebody else had written.
    if (sending) {
      event.preventDefault();
      waiting = { submitter: event.submitter };
      return;
    }
    unsent = false;
  });
  addEventListener("beforeunload", (event) => {
    if (unsent) event.preventDefault();
  });
}
