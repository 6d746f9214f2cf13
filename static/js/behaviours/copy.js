/* A link in a field that cannot be edited: selected at a touch, and a button that copies it. */
twofold.behaviour("copy", (input) => {
  input.addEventListener("focus", () => input.select());
  if (!navigator.clipboard) return;
  const button = document.createElement("button"), said = document.createElement("span");
  button.type = "button";
  button.className = "btn btn--quiet btn--s";
  button.textContent = "Copy the link";
  said.setAttribute("role", "status");
  said.className = "s muted";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(input.value);
      said.textContent = "Copied.";
    } catch {
      input.select();
      said.textContent = "Selected: copy it with your keyboard.";
    }
  });
  const row = document.createElement("div");
  row.className = "row row--s";
  row.append(button, said);
  input.after(row);
});
