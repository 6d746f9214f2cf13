/* Saves a section a few seconds after typing stops. Never moves the focus, the caret or the page, never takes a
   signature and never overwrites: what cannot be saved quietly waits for the button. */
twofold.behaviour("autosave", (form) => {
  const line = form.querySelector("[data-says]"), base = form.querySelector("[name=base], [name=lock_version]");
  const page = form.closest("[data-autosaves]") || document.querySelector("[data-autosaves]"), signed = page?.dataset.signed;
  let timer = 0, pressed = null, typed = 0, sent = 0, busy = false, over = page?.dataset.autosaves !== "yes";
  const say = (text) => { if (line && line.textContent !== text) line.textContent = text; };
  const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };
  const stop = (text) => { over = true; clearTimeout(timer); say(text); };
  async function save(leaving = false) {
    if (busy || over || typed === sent) return;
    busy = true;
    const upTo = typed, body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, keepalive: leaving === true, redirect: "manual" });
      const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
      if (answer.ok && told.number !== undefined) {
        base.value = told.number;
        sent = upTo;
        say(`Saved by itself just now, version ${told.version}.`);
        const tag = document.querySelector("[data-version]");
        if (tag) tag.textContent = `Version ${told.version}, saved just now`;
        const wrote = document.querySelector("[data-wrote]");
        if (wrote) wrote.textContent = told.wrote;
        if (typed === upTo) form.dispatchEvent(new Event("twofold:saved"));
      } else if (told.why === "stale") stop("This section was saved elsewhere meanwhile. Press save to see both texts side by side; yours stays here.");
      else if (told.why === "public") stop("Readers see this role, so nothing is saved by itself. Press save when you are ready.");
      else if (told.why === "signed") stop(told.words);
      else if (told.why === "closed") stop(`${told.words} What you typed stays here for you to copy; it is not saved.`);
      else if (answer.status === 422) say(`Not saved yet: ${(told.sentences || []).join(" ")}`);
      else stop("Not saved by itself. Press save: if you are signed out, the next page has what you typed for you to copy.");
    } catch {
      say("Not saved: no connection. We keep trying.");
      later(10000);
    } finally {
      busy = false;
      pressed?.();
      if (!over && typed !== upTo) later(4000);
    }
  }
  const note = () => {
    if (over) { if (signed && !line?.textContent) say(signed); return; }
    typed += 1;
    later(4000);
  };
  form.addEventListener("input", note);
  form.addEventListener("submit", (event) => {
    over = true;
    clearTimeout(timer);
    if (!busy) return;
    event.preventDefault(); /* the answer under way brings the number that this save must name */
    pressed = () => form.requestSubmit(event.submitter);
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) later(500); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(true); });
});
