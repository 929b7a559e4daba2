// The swap dialog: the swap page's own part, shown over the page it was asked from. Without this script the links lead there.

const root = document.querySelector("#cg-content")?.closest(".clinic-gait");
const form = root?.querySelector("form[data-acts]");
const PATIENCE = 60; // looks, one every 50 ms, at whether what was typed is stored
let measure = ""; // the row that was last worked in, where it has two legs
let dialog = null;

const address = (link) => (link.dataset.swapRow && measure ? link.dataset.swapRow + measure : link.href);

/** What was just typed is part of what is swapped: wait until the server has it. */
async function stored() {
  for (let look = 0; look < PATIENCE && form?.querySelector(".is-saving"); look++) {
    await new Promise((after) => setTimeout(after, 50));
  }
}

/** The dialog's part of the swap page; nothing when the server gives another page. */
async function part(href) {
  const answer = await fetch(href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-dialog]");
}

async function open(link) {
  const href = address(link);
  await stored();
  const found = await part(href).catch(() => null);
  if (!found) return location.assign(href);
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "cg-dialog";
    dialog.setAttribute("aria-labelledby", "swap-title");
    dialog.addEventListener("close", () => {
      dialog.remove();
      dialog = null;
    });
    root.append(dialog);
  }
  dialog.replaceChildren(document.adoptNode(found));
  if (dialog.open) dialog.querySelector(".cg-swap-scopes [aria-current]")?.focus();
  else dialog.showModal();
}

/** The answer that the sides are right: the swap page's own form, sent at once. */
async function answerRight(link) {
  await stored();
  const found = await part(link.href).catch(() => null);
  const right = found?.querySelector("[data-right-form]");
  if (!right) return open(link);
  right.hidden = true;
  root.append(document.adoptNode(right));
  right.submit();
}

root?.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-measure]");
  if (row) measure = row.querySelector('[data-side="L"]') ? row.dataset.measure : "";
});

root?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap], a[data-right], a[data-close]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches("[data-close]") && !dialog) return;
  event.preventDefault();
  if (link.matches("[data-close]")) dialog.close();
  else if (link.matches("[data-right]")) answerRight(link);
  else open(link);
});
