// What a page tells while it saves: messages on top, what is wrong, and the table in which two people's values meet.

function made(tag, className = "", words = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = words;
  return element;
}

function button(words, press) {
  const element = made("button", "cg-btn", words);
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

function bar(kind, ...content) {
  const element = made("div", `cg-msg cg-msg--${kind}`);
  const mark = made("span", "cg-msg-mark", { ok: "✓", note: "i" }[kind] ?? "!");
  mark.setAttribute("aria-hidden", "true");
  const body = made("div", "cg-msg-words");
  body.append(...content);
  element.append(mark, body);
  return element;
}

/** The state beside the buttons; it is announced only when it changes. */
export function stateWords(place, kind, words) {
  if (!place || place.textContent.trim() === words) return;
  place.replaceChildren(made("span", `cg-state cg-state--${kind}`, words));
}

/** The first sentence says what is the matter, the others what becomes of it: the eye finds the first. */
function lead(words) {
  const [, first, rest] = words.match(/^(.*?[.:])( .*)?$/s) ?? [null, "", words];
  const said = made("p");
  said.append(made("b", "", first), rest ?? "");
  return said;
}

/** A way to what waits for somebody, beside the state that tells of it; none while nothing does. */
export function goPress(place, go) {
  const state = place?.closest("[role=status]");
  const old = state?.parentElement.querySelector("[data-go]");
  if (!state || Boolean(old) === Boolean(go)) return;
  if (old) return void old.remove();
  const press = button("Go to it", go);
  press.dataset.go = "";
  state.after(press);
}

/** A message on top of the page: a newer one with the same id replaces it, no words take it away. */
export function messageBar(place, kind, words, { id = "told", press = null, link = "" } = {}) {
  if (!place) return;
  const old = place.querySelector(`[data-told-id="${id}"]`);
  if (!words) return void old?.remove();
  if (old?.querySelector("p").textContent === words) return;
  const acts = made("p", "cg-bar");
  if (link) {
    const away = made("a", "cg-btn", "Sign in again");
    Object.assign(away, { href: link, target: "_blank", rel: "noopener" });
    acts.append(away);
  }
  if (press) acts.append(button(...press));
  const message = bar(kind, lead(words), acts);
  message.dataset.toldId = id;
  if (id === "told") acts.append(button("Close", () => message.remove()));
  if (old) old.replaceWith(message);
  else place.append(message);
}

/** What cannot be stored as it is, each sentence a way to its box. */
export function problemList(place, problems) {
  const shown = problems.map(({ sentence }) => sentence).join("\n");
  if (!place || (place.dataset.shown ?? "") === shown) return;
  place.dataset.shown = shown;
  if (!problems.length) return place.replaceChildren();
  const list = made("ul", "cg-problems");
  for (const { sentence, go } of problems) {
    const link = made("a", "", sentence);
    link.href = "#visit-form";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go();
    });
    const item = made("li");
    item.append(link);
    list.append(item);
  }
  const kind = problems.every(({ check }) => check) ? "warn" : "bad";
  place.replaceChildren(bar(kind, made("h2", "cg-h2", "Not saved yet. Please look at:"), list));
}

/** Both values of each field that two people changed, with a button for either. */
export function conflictTable(place, clashes, choose) {
  const shown = clashes.map((clash) => [clash.field, clash.mine, clash.theirs, clash.undo].join("|")).join("\n");
  if (!place || (place.dataset.shown ?? "") === shown) return;
  place.dataset.shown = shown;
  place.hidden = !clashes.length;
  place.querySelector("tbody").replaceChildren(...clashes.map((clash) => conflictRow(clash, choose)));
}

function conflictRow(clash, choose) {
  const row = made("tr");
  const head = made("th", "", clash.label);
  head.scope = "row";
  const theirs = made("td", "cg-prewrap", clash.theirs);
  theirs.append(" ", made("small", "cg-muted", clash.who));
  const keep = made("td", "cg-bar");
  const mine = clash.undo ? `Put back ${clash.mine}` : `Keep ${clash.mine}`;
  keep.append(button(mine, () => choose(clash, true)), button(`Keep ${clash.theirs}`, () => choose(clash, false)));
  for (const press of keep.children) press.setAttribute("aria-label", `${press.textContent}, ${clash.label}`);
  const mineHere = made("td", "cg-prewrap", clash.mine);
  // Where the table has no room for its head, each value says whose it is.
  mineHere.dataset.of = "This screen";
  theirs.dataset.of = "Other screen";
  row.append(head, mineHere, theirs, keep);
  return row;
}

/** Why nothing gets through, and what becomes of what was typed; `count` says how much that is. */
export function troubleWords({ trouble, since, stranger }, count) {
  const kept = `${count} ${count.startsWith("1 ") ? "is" : "are"} kept on this page`;
  return {
    offline: `No connection since ${since}. ${kept} and will be sent when the connection is back. Do not close this page.`,
    busy: `The server has not answered since ${since}. ${kept} and will be sent again. Do not close this page.`,
    out: `You were signed out. ${kept}. Sign in again in another tab; then ${count.startsWith("1 ") ? "it is" : "they are"} sent from here.`,
    gone: `The server refused this. ${kept}. Do not close this page; ask your administrator.`,
    signed: `This visit was signed meanwhile. ${count} of this page can no longer be stored in it.`,
    person: `${stranger?.name} is signed in now. ${kept}, typed by somebody else.`,
  }[trouble];
}
