// The practice: show a password, and the end of an idle sign-in. Every page works without this.

const box = document.querySelector("[data-show-password]");
if (box) {
  box.hidden = false;
  box.querySelector("input").addEventListener("change", (event) => {
    document.getElementById("password").type = event.target.checked ? "text" : "password";
  });
}

const idle = document.querySelector("[data-idle]");
if (idle) watch(idle);

function watch(idle) {
  const minutes = Number(idle.dataset.minutes);
  const warning = idle.querySelector("[data-idle-warning]");
  const over = idle.querySelector("[data-idle-over]");
  const page = document.querySelector("[data-page]");
  const bar = document.querySelector(".practice-bar");
  // Tabs of one browser tell each other that the same person is still there; nothing is stored.
  const tabs = new BroadcastChannel("practice");
  let timers = [];

  const show = (what) => {
    idle.hidden = !what;
    warning.hidden = what !== "warning";
    over.hidden = what !== "over";
    idle.classList.toggle("is-over", what === "over");
    page.inert = what === "over";
    page.classList.toggle("is-away", what === "over");
    bar.inert = what === "over";
  };
  const begin = () => {
    timers.forEach(clearTimeout);
    show("");
    timers = [
      setTimeout(() => show("warning"), Math.max(minutes - 2, minutes / 2) * 60000),
      setTimeout(() => show("over"), minutes * 60000),
    ];
  };
  const active = () => {
    begin();
    tabs.postMessage(idle.dataset.user);
  };

  tabs.addEventListener("message", (event) => {
    if (event.data === idle.dataset.user) begin();
  });
  idle.querySelector("[data-idle-stay]").addEventListener("click", async () => {
    const answer = await fetch(idle.dataset.stay, { credentials: "same-origin", redirect: "manual" });
    if (answer.status === 204) active();
    else show("over");
  });
  active();
}
