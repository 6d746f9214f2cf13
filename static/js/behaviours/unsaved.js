/* Several forms on one page: asks before sending one would lose what was typed in another. */
twofold.behaviour("unsaved", (form) => {
  let typed = "unsaved" in form.dataset, sent = false;
  form.addEventListener("input", () => (typed = true));
  form.addEventListener("twofold:saved", () => (typed = false));
  form.addEventListener("submit", () => { sent = true; setTimeout(() => (sent = false), 3000); });
  addEventListener("beforeunload", (event) => { if (typed && !sent) event.preventDefault(); });
});
