// A real page has Unknot's address written into it. This one is told by its own: ?unknot=<address>,
// and with &sandbox=<words> it shows everything sandboxed.
const asked = new URLSearchParams(location.search);
const unknot = new URL(asked.get("unknot") ?? "http://localhost:8321/");
if (!["http:", "https:"].includes(unknot.protocol)) throw new Error("?unknot= must be a web address");
if (!unknot.pathname.endsWith("/")) unknot.pathname += "/";

const first = document.querySelector("#first");
const plain = document.querySelector("#plain");
const log = document.querySelector("#log");
const controls = document.querySelector("#controls");

for (const type of ["ready", "start", "progress", "complete", "error"]) {
  document.addEventListener(`unknot-${type}`, ({ target, detail }) => {
    const line = document.createElement("li");
    line.textContent = `${target.id}: ${type} ${JSON.stringify(detail)}`;
    log.append(line);
  });
}
first.addEventListener("unknot-complete", () => {
  document.querySelector("#thanks").hidden = false;
});

for (const link of document.querySelectorAll("unknot-routine a")) {
  link.href = new URL(new URL(link.href).pathname.slice(1), unknot);
}
if (asked.has("sandbox")) {
  for (const embed of [...document.querySelectorAll("unknot-routine"), plain]) embed.setAttribute("sandbox", asked.get("sandbox"));
}
plain.src = new URL(plain.dataset.embed, unknot);

const script = document.createElement("script");
script.src = new URL("embed.js", unknot);
script.async = true;
document.head.append(script);

for (const button of controls.querySelectorAll("button")) {
  button.addEventListener("click", () => first[button.value]());
}
controls.addEventListener("input", ({ target }) => first.setAttribute(target.name, target.value));
