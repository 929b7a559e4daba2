// The way of a draft's fields to the server. What is not answered yet lives in this page's memory alone and is sent again until it is.

import { boxesOf, typedIn } from "./boxes.js";

const WAITS = [1000, 2000, 4000, 8000]; // between tries while the server does not answer
const ONE_TEXT = 20000; // words that grow for this long are one act, which one undo takes back
const UNDO = "undo";

// Pages without https have no randomUUID.
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The JSON of an answer; nothing when it is a page, or broke off. */
async function words(answer) {
  try {
    return answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
  } catch {
    return null;
  }
}

export class Sending {
  waiting = new Map(); // what is to be sent, in order
  current = null; // the act on its way: sent again word for word until it is answered
  seen = new Map(); // what the server holds of a field, as its token
  trouble = null; // why nothing gets through: offline, busy, out, gone, person, signed
  since = "";
  stranger = "";
  busy = false;

  #timer = 0;
  #tries = 0;
  #take = "";
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
    this.waiting.set(fields.join(" "), { fields });
    return this.pump();
  }

  undo(over) {
    this.waiting.set(UNDO, { fields: [UNDO], over });
    return this.pump();
  }

  /** What the person before had typed goes on in the name of who is signed in now. */
  takeOn() {
    this.#take = "1";
    this.current?.body.set("take", "1");
    this.trouble = null;
    return this.pump();
  }

  async pump() {
    clearTimeout(this.#timer);
    if (!this.busy && !["signed", "person"].includes(this.trouble)) {
      this.busy = true;
      while ((this.current ??= this.#next())) {
        this.changed();
        if (!(await this.#send(this.current))) break;
        this.current = null;
      }
      this.busy = false;
    }
    this.changed();
  }

  #next() {
    const [found] = this.waiting;
    if (!found) return null;
    this.waiting.delete(found[0]);
    const { fields, over } = found[1];
    const csrf = this.form.elements.csrf_token.value;
    const body = new URLSearchParams({ csrf_token: csrf, key: newKey(), version: this.version, who: this.form.dataset.who, take: this.#take });
    if (over) body.append(UNDO, over);
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
  async #send(act) {
    let answer;
    try {
      answer = await fetch(this.form.dataset.acts, { method: "POST", body: act.body, redirect: "manual", keepalive: true });
    } catch {
      return this.#later("offline");
    }
    const said = await words(answer);
    if (said) return this.#heard(act, said);
    if (answer.status === 400 || answer.status === 401 || answer.type === "opaqueredirect") return this.#signedOut(act);
    return this.#later(answer.status >= 500 ? "busy" : "gone");
  }

  #heard(act, said) {
    this.form.elements.csrf_token.value = said.csrf;
    if (said.state === "person") {
      this.trouble = "person";
      this.stranger = said.name;
      return false;
    }
    this.trouble = null;
    this.#tries = 0;
    if (said.state === "signed") {
      this.trouble = "signed";
      this.waiting.set(act.fields.join(" "), act);
    } else {
      if (said.state === "saved") this.#saved(act, said);
      this.tell(act, said);
    }
    return true;
  }

  #saved(act, said) {
    this.version = said.version;
    for (const [field, now] of Object.entries(said.fields)) this.seen.set(field, now.seen);
    const field = act.fields.join(" ");
    const begun = act.body.has("follows") ? this.#growing.begun : Date.now();
    this.#growing = field.startsWith("words.") ? { field, act: said.act, begun } : { field: "", act: "", begun: 0 };
  }

  /** Tokens end with the session: a new one is asked for before anybody is asked to sign in. */
  async #signedOut(act) {
    let answer;
    try {
      answer = await fetch(this.form.dataset.acts, { redirect: "manual" });
    } catch {
      return this.#later("offline");
    }
    const said = answer.ok ? await words(answer) : null;
    if (!said || act.body.get("csrf_token") === said.csrf) return this.#later("out");
    this.form.elements.csrf_token.value = said.csrf;
    act.body.set("csrf_token", said.csrf);
    return this.#send(act);
  }

  #later(why) {
    if (this.trouble !== why) this.since = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
    this.trouble = why;
    if (why !== "gone") this.#timer = setTimeout(() => this.pump(), WAITS[Math.min(this.#tries++, WAITS.length - 1)]);
    return false;
  }
}
