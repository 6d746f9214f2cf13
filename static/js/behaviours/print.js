twofold.behaviour("print", (button) => button.addEventListener("click", () => window.print()));
