/* A pair card or an advert: after two seconds in front of somebody, say once in this tab that it was opened. */
twofold.behaviour("opening", (page) => {
  const { url } = page.dataset;
  const kept = "opened " + url;
  const tell = () => {
    if (document.visibilityState !== "visible" || sessionStorage.getItem(kept)) return;
    sessionStorage.setItem(kept, "1");
    fetch(url, { method: "POST", keepalive: true }).catch(() => sessionStorage.removeItem(kept));
  };
  const wait = () => document.visibilityState === "visible" && setTimeout(tell, 2000);
  document.addEventListener("visibilitychange", wait);
  wait();
});
