/* A scrolling rail starts at its current item. */
twofold.behaviour("rail", (rail) => {
  const current = rail.querySelector("[aria-current]");
  if (current) rail.scrollLeft = current.offsetLeft - rail.offsetLeft - 24;
});
