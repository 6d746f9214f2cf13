/* Starts behaviours: data-behaviour="split" runs what behaviours/split.js registered, once for each element.
   Every page works without this file. No inline handlers, nothing evaluated. */
window.twofold = (() => {
  const behaviours = new Map();
  document.addEventListener("DOMContentLoaded", () => {
    for (const element of document.querySelectorAll("[data-behaviour]"))
      for (const name of element.dataset.behaviour.split(" ")) behaviours.get(name)?.(element);
  });
  return {
    behaviour: (name, start) => behaviours.set(name, start),
    all: (selector, root = document) => [...root.querySelectorAll(selector)],
    plural: (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`,
    /* One line of a .checks list: state is pass, warn or fail. */
    check: (state, text, sprite) => {
      const NS = "http://www.w3.org/2000/svg", item = document.createElement("li"), words = document.createElement("span");
      const icon = document.createElementNS(NS, "svg"), use = document.createElementNS(NS, "use");
      item.className = { fail: "is-bad", warn: "is-warn" }[state] || "";
      icon.setAttribute("class", "icon");
      icon.setAttribute("aria-hidden", "true");
      use.setAttribute("href", `${sprite}#i-${{ fail: "circle-alert", warn: "info" }[state] || "circle-check"}`);
      icon.append(use);
      words.textContent = text;
      item.append(icon, words);
      return item;
    },
  };
})();
