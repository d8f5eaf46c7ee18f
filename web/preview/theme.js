// Light and dark.

import { element } from "./dom.js";
import { recall, store } from "./storage.js";

const KEY = "theme";

/** Begins with the colours that were chosen last, otherwise with those of the system. */
export function startTheme() {
  const choice = element("theme", HTMLSelectElement);
  choice.value = recall(KEY, ["light", "dark", "auto"]) ?? "auto";
  const apply = () => {
    document.documentElement.dataset["theme"] = choice.value;
  };
  choice.addEventListener("change", () => {
    store(KEY, choice.value);
    apply();
  });
  apply();
}
