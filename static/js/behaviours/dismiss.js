/* Takes a message away and leaves focus where reading goes on. */
twofold.behaviour("dismiss", (button) => {
  button.addEventListener("click", () => {
    button.closest(".flash, .toast").remove();
    document.getElementById("main")?.focus({ preventScroll: true });
  });
});
