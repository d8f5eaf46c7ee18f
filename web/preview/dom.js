// Finds the elements that the page is made of.

/**
 * The element of this id. Fails if it is missing or of another kind, which is a fault of the page itself.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {{new (): T, name: string}} kind
 * @returns {T}
 */
export function element(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) {
    throw new Error(`no ${kind.name} ${id}`);
  }
  return found;
}
