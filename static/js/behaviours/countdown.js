/* <span data-behaviour="countdown" data-until="2027-03-28T01:10:00+00:00" data-over="id of what is said then">:
   the time left in minutes and seconds. Never announced (aria-live is off); what stands there without it is an instant. */
twofold.behaviour("countdown", (out) => {
  const until = Date.parse(out.dataset.until), over = document.getElementById(out.dataset.over);
  /* The server's clock counts: what it says is left when the page is made, not what this machine thinks it is. */
  const end = performance.now() + 1000 * out.dataset.left;
  if (Number.isNaN(until)) return;
  const tick = () => {
    const left = Math.ceil((end - performance.now()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      out.closest("[data-countdown]").hidden = true;
      if (over) over.hidden = false;
      return;
    }
    out.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  };
  const timer = setInterval(tick, 1000);
  tick();
});
