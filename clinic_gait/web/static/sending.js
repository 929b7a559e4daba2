// The way of a draft's fields to the server. What is not answered yet lives in this page's memory alone and is sent again until it is.

import { boxesOf, typedIn } from "./boxes.js";

const WAITS = [1000, 2000, 4000, 8000]; // between tries while the server does not answer
const PATIENCE = 20000; // after which an answer is not waited for any more
const ONE_TEXT = 20000; // words that grow for this long are one act, which one undo takes back
const OUTLIVES = 60000; // bytes of a request that a browser sends on when its page is closed; it refuses larger ones
const UNDO = "undo";

const TOO_MUCH = "This is too much for one field. Shorten it.";

// Pages without https have no randomUUID.
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** An answer and what it says; nothing when it is a page. One that breaks off or does not come is an error. */
async function asked(url, request = {}) {
  const answer = await fetch(url, { ...request, redirect: "manual", signal: AbortSignal.timeout?.(PATIENCE) });
  const json = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
  return [answer, json?.state ? json : null];
}

const late = (error) => (error.name === "TimeoutError" ? "busy" : "offline");

export class Sending {
  waiting = new Map(); // what is to be sent, in order
  current = null; // the act on its way: sent again word for word until it is answered
  seen = new Map(); // what the server holds of a field, as its token
  trouble = null; // why nothing gets through: offline, busy, out, gone, person, signed
  since = "";
  stranger = null; // who is signed in now: { who, name }
  busy = false;

  #timer = 0;
  #tries = 0;
  #growing = { field: "", act: "", begun: 0 };

  /** `tell` hears what the server said, `changed` that something is on its way or has arrived. */
  constructor(form, { tell, changed }) {
    this.form = form;
    this.tell = tell;
    this.changed = changed;
    this.version = form.dataset.version;
  }

  get unsent() {
    return this.waiting.size + (this.current ? 1 : 0);
  }

  queued(field) {
    return [...this.waiting.values()].some(({ fields }) => fields.includes(field));
  }

  dirty(field) {
    return this.queued(field) || (this.current?.fields.includes(field) ?? false);
  }

  mark(fields) {
    const name = fields.join(" ");
    const order = [...this.waiting.keys()];
    // An undo that was to take back what is not even sent would take back what is typed now in its place.
    if (order.includes(name) && order.indexOf(UNDO) > order.indexOf(name)) this.waiting.delete(UNDO);
    this.waiting.set(name, { fields });
    return this.pump();
  }

  /** `over`: ask, anyway or leave; `about` says which act was asked about, and what was shown of it. */
  undo(over, about = {}) {
    this.waiting.set(UNDO, { fields: [UNDO], over, about });
    return this.pump();
  }

  /** What the person before had typed goes on in the name of who is signed in now. */
  takeOn() {
    this.form.dataset.who = this.stranger.who;
    this.current?.body.set("who", this.stranger.who);
    this.trouble = null;
    return this.pump();
  }

  async pump() {
    clearTimeout(this.#timer);
    if (!this.busy && !["signed", "person"].includes(this.trouble)) {
      this.busy = true;
      try {
        while ((this.current ??= this.#next())) {
          this.changed();
          if (!(await this.#send(this.current))) break;
          this.current = null;
        }
      } finally {
        this.busy = false;
      }
    }
    this.changed();
  }

  #next() {
    const [found] = this.waiting;
    if (!found) return null;
    this.waiting.delete(found[0]);
    const { fields, over, about } = found[1];
    const csrf = this.form.elements.csrf_token.value;
    const body = new URLSearchParams({ csrf_token: csrf, key: newKey(), version: this.version, who: this.form.dataset.who });
    if (over) for (const [name, value] of Object.entries({ ...about, [UNDO]: over })) body.append(name, value);
    else this.#fill(body, fields);
    return { fields, over, body };
  }

  /** The boxes of the fields as they were last left, with what the page had seen of them. */
  #fill(body, fields) {
    for (const field of fields) {
      body.append("field", field);
      body.append(`seen.${field}`, this.#token(field));
    }
    for (const control of new Set(fields.flatMap((field) => boxesOf(this.form, field)))) {
      if (!["radio", "checkbox"].includes(control.type) || control.checked) body.append(control.name, typedIn(control));
    }
    const grows = this.#growing.field === fields.join(" ") && Date.now() - this.#growing.begun < ONE_TEXT;
    if (grows) body.append("follows", this.#growing.act);
  }

  #token(field) {
    const marked = this.form.querySelector(`[data-field="${CSS.escape(field)}"][data-seen]`);
    return this.seen.get(field) ?? marked?.dataset.seen ?? "";
  }

  /** Tells whether the act was answered, so that the next one may go. */
  async #send(act, renewed = false) {
    let answer, said;
    try {
      [answer, said] = await asked(this.form.dataset.acts, { method: "POST", body: act.body, keepalive: String(act.body).length < OUTLIVES });
    } catch (error) {
      return this.#later(late(error));
    }
    if (said) return this.#heard(act, said);
    if (answer.status === 413) return this.#heard(act, { state: "refused", problems: act.fields.map((field) => ({ field, sentence: TOO_MUCH })) });
    const out = answer.status === 400 || answer.status === 401 || answer.type === "opaqueredirect";
    if (out) return renewed ? this.#later("out") : this.#signedOut(act);
    return this.#later(answer.status >= 500 ? "busy" : "gone");
  }

  #heard(act, said) {
    this.#renew(said.csrf);
    if (said.state === "person" || said.state === "signed") {
      this.trouble = said.state;
      this.stranger = said;
      return false;
    }
    this.trouble = null;
    this.#tries = 0;
    if (said.state === "saved") this.#saved(act, said);
    else this.#apart(act, said.problems ?? said.clashes ?? []);
    this.tell(act, said);
    return true;
  }

  /** Of fields that go together all or none are stored: those that nothing is wrong with go once more, without the others. */
  #apart(act, open) {
    const told = open.map(({ field }) => field);
    const fields = act.fields.filter((one) => !told.includes(one));
    if (fields.length && fields.length < act.fields.length) this.waiting.set(fields.join(" "), { fields });
  }

  #renew(csrf) {
    if (!csrf) return;
    for (const box of document.querySelectorAll(".clinic-gait [name=csrf_token]")) box.value = csrf;
  }

  #saved(act, said) {
    this.version = said.version;
    for (const [field, now] of Object.entries(said.fields)) {
      // Rows that an undo brought back are not on this page yet: what it holds must not pass for them.
      if (now.boxes || !act.over) this.seen.set(field, now.seen);
    }
    const field = act.fields.join(" ");
    const begun = act.body.has("follows") ? this.#growing.begun : Date.now();
    this.#growing = field.startsWith("words.") ? { field, act: said.act, begun } : { field: "", act: "", begun: 0 };
  }

  /** Tokens end with the session: a new one is asked for before anybody is asked to sign in. */
  async #signedOut(act) {
    let answer, said;
    try {
      [answer, said] = await asked(this.form.dataset.acts);
    } catch (error) {
      return this.#later(late(error));
    }
    if (!answer.ok || !said) return this.#later("out");
    this.#renew(said.csrf);
    act.body.set("csrf_token", said.csrf);
    return this.#send(act, true);
  }

  #later(why) {
    if (this.trouble !== why) this.since = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
    this.trouble = why;
    if (why !== "gone") this.#timer = setTimeout(() => this.pump(), WAITS[Math.min(this.#tries++, WAITS.length - 1)]);
    return false;
  }
}
