// Without a script, the page has its orders, and the browser finds text. With one, rows that do not match are left out.
const field = document.querySelector(".search"), nothing = document.querySelector(".nothing");
const rows = [...document.querySelectorAll("tbody tr")].map(row => [row, row.textContent.normalize().toLowerCase()]);
const arabic = text => text.replace(/[๐-๙]/g, digit => digit.charCodeAt(0) - 0xe50);
field.hidden = false;
field.querySelector("input").addEventListener("input", event => {
  const words = arabic(event.target.value.normalize().toLowerCase()).split(/\s+/);
  let found = 0;
  for (const [row, text] of rows) {
    row.hidden = !words.every(word => text.includes(word));
    found += !row.hidden;
  }
  nothing.hidden = found > 0;
});
