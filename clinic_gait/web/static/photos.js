// Sends photos without leaving the page, so that nothing else on it is lost. Without this the forms are sent as usual.

let sending = false;

const section = () => document.querySelector(".clinic-gait [data-photos]");
const say = (words) => {
  const place = section()?.querySelector("[data-photo-said]");
  if (place) place.textContent = words;
};

// Looked at here first: a form that comes back has lost its photo.
function missing(form) {
  for (const [name, words] of [["photo_side", "Say LEFT, RIGHT or both first."], ["photo_view", "Say first what the photo shows."]]) {
    const boxes = form.querySelectorAll(`[name="${name}"]`);
    if (boxes.length && ![...boxes].some((box) => box.checked)) return [boxes[0], words];
  }
  const file = form.querySelector("[type=file]");
  return file && !file.files.length ? [file, "Take a photo, or choose one."] : null;
}

function send(form) {
  if (sending) return;
  const gap = missing(form);
  if (gap) {
    say(gap[1]);
    gap[0].focus();
    return;
  }
  sending = true;
  const request = new XMLHttpRequest(); // fetch does not tell how far a file has got
  const part = (event) => (event.lengthComputable ? ` ${Math.round((100 * event.loaded) / event.total)} %` : "");
  request.upload.addEventListener("progress", (event) => say(`Sending the photo.${part(event)}`));
  request.upload.addEventListener("load", () => say("Making the photo smaller."));
  request.addEventListener("load", () => answered(request, form.querySelector("[type=file]") ? "Photo added." : "Photo removed."));
  request.addEventListener("error", () => say("Not sent: no connection. The photo is still chosen; press Add photo again."));
  request.addEventListener("loadend", () => (sending = false));
  request.open("POST", form.action);
  request.send(new FormData(form));
}

function answered(request, done) {
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const fresh = page.querySelector("[data-photos]");
  if (!fresh) {
    // After a new sign-in the page's token is an old one; the refusal brings the new one.
    const token = page.querySelector("[name=csrf_token]");
    for (const box of token ? section().querySelectorAll("[name=csrf_token]") : []) box.value = token.value;
    say(page.querySelector(".cg-msg p, .cg-msg-words")?.textContent.trim() || "Not stored. Load the page again and repeat it.");
    return;
  }
  section().replaceWith(fresh);
  const wrong = fresh.querySelector("[autofocus]");
  if (wrong) wrong.focus();
  else say(request.status < 400 ? done : "");
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-photo-form]")) return;
  event.preventDefault();
  send(event.target);
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-photo-form] [type=file]") && event.target.files.length) send(event.target.form);
});
