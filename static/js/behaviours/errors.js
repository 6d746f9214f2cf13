/* The summary takes focus once; its links focus the field and bring its label into view. */
twofold.behaviour("errors", (summary) => {
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field || field.tabIndex < 0) return;
    event.preventDefault();
    (field.closest(".field") || field).scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
});
