/* A scrolling rail starts at its current item; where its items are sections of this page, the one being read is current. */
twofold.behaviour("rail", (rail) => {
  const show = (item) => { rail.scrollLeft = item.offsetLeft - rail.offsetLeft - 24; };
  const current = rail.querySelector("[aria-current]");
  if (current) show(current);
  const items = new Map();
  for (const item of rail.querySelectorAll("a[href^='#']")) {
    const section = document.getElementById(item.hash.slice(1));
    if (section) items.set(section, item);
  }
  if (!items.size) return;
  const seen = new IntersectionObserver((entries) => {
    const here = entries.findLast((entry) => entry.isIntersecting);
    if (!here) return;
    for (const item of items.values()) item.removeAttribute("aria-current");
    items.get(here.target).setAttribute("aria-current", "step");
    show(items.get(here.target));
  }, { rootMargin: "-20% 0px -75%" });
  for (const section of items.keys()) seen.observe(section);
});
