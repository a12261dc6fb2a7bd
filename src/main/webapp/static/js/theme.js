// A classic script on purpose: it runs before the first paint, so a chosen theme never flashes in the other one.
(() => {
  const root = document.documentElement;
  const chosen = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage may be forbidden; the system's theme then holds
    }
  };
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    document.dispatchEvent(new Event("themechange"));
  };
  apply(chosen());
  addEventListener("storage", (event) => event.key === "theme" && apply(event.newValue));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => apply(chosen()));
  document.addEventListener("themechosen", ({detail}) => {
    try {
      if (detail === "system") localStorage.removeItem("theme");
      else localStorage.setItem("theme", detail);
    } catch {
      // the choice then lasts as long as the page
    }
    apply(detail);
  });
})();
