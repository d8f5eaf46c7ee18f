// Remembers what the user chose, if the browser lets it.

/**
 * The value that was stored, if it is one of these.
 * @template {string} T
 * @param {string} key
 * @param {T[]} values
 * @returns {T | undefined}
 */
export function recall(key, values) {
  try {
    const stored = localStorage.getItem(key);
    return values.find((value) => value === stored);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function store(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It is chosen for this time only.
  }
}
