/* Flip at once and let the server remember it; without script the form posts and comes back. */
twofold.behaviour("theme", (form) => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const theme = event.submitter?.value || "light", data = new FormData(form);
    data.set("theme", theme);
    document.documentElement.dataset.theme = theme;
    twofold.all("button", form).find((button) => button.value !== theme)?.focus();
    fetch(form.action, { method: "POST", body: data, redirect: "manual" }).catch(() => {});
  });
});
