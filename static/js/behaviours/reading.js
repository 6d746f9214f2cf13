/* Messages: after two seconds in front of somebody the page presses "Mark as read" by itself, once. */
twofold.behaviour("reading", (form) => {
  let done = false;
  const tell = async () => {
    if (document.hidden || done) return;
    done = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
      if (answer.type !== "opaqueredirect" && !answer.ok) return;
      const button = form.querySelector("button");
      if (button !== document.activeElement) button.remove();
      form.querySelector("[role=status]").textContent = "Marked as read.";
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; /* no connection: the button is still there */
      done = false;
    }
  };
  const wait = () => document.hidden || setTimeout(tell, 2000);
  document.addEventListener("visibilitychange", wait);
  wait();
});
