// The reading page: filters that fold what is not looked for, the paragraph one is at, its citation. Without this
// script the text, its marks and its facts are all there.
(function () {
  "use strict";
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

  // What is linked to here may stand on a further page of the text.
  function elsewhere() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.dataset.elsewhere === undefined) return;
    location.replace((target.matches("a") ? target : target.querySelector("a")).href);
  }
  elsewhere();
  addEventListener("hashchange", elsewhere);

  var text = document.querySelector(".text"), tools = document.querySelector(".tools");
  var paragraphs = all(".paragraph", text), filters = tools.querySelector(".filters");
  var fields = all("select, input", filters), count = filters.querySelector(".count"), clear = filters.querySelector(".clear");
  var current = null, chosen = false, button = document.createElement("button"), acts = document.createElement("span");

  // The paragraph one is at: its links are tab stops, those of the others wait.

  function stops(paragraph, on) {
    all("a", paragraph).forEach(function (link) { if (on) link.removeAttribute("tabindex"); else link.setAttribute("tabindex", "-1"); });
    if (text.dataset.courses) all(".opens", paragraph).forEach(function (verb) {
      if (on) { verb.tabIndex = 0; verb.setAttribute("role", "button"); } else { verb.removeAttribute("tabindex"); verb.removeAttribute("role"); }
    });
  }

  function visit(paragraph, focus) {
    if (!paragraph) return;
    chosen = true;
    if (paragraph === current) return;
    if (current) { current.classList.remove("current"); stops(current, false); }
    current = paragraph;
    current.classList.add("current");
    stops(current, true);
    current.insertBefore(acts, current.children[1]);
    button.textContent = text.dataset.copy;
    all(".minimap a").forEach(function (bar) { bar.toggleAttribute("aria-current", bar.hash === "#" + current.id); });
    if (!focus) return;
    unfold(current);
    current.querySelector(".number").focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
    history.replaceState(null, "", "#" + current.id);
  }

  function step(by) {
    var shown = paragraphs.filter(function (each) { return !each.classList.contains("folded"); });
    var place = current && !current.classList.contains("folded") ? shown.indexOf(current) : -1;
    visit(shown[Math.max(0, Math.min(shown.length - 1, place < 0 ? 0 : place + by))], true);
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  button.type = "button";
  button.className = "cite";
  acts.className = "acts";
  acts.appendChild(button);
  button.addEventListener("click", function () {
    var words = text.dataset.whole.replace("{cite}", current.dataset.cite);
    function done() { button.textContent = text.dataset.copied; }
    function byHand() {
      var field = document.createElement("textarea");
      field.value = words;
      document.body.appendChild(field);
      field.select();
      if (document.execCommand("copy")) done();
      field.remove();
      button.focus();
    }
    if (navigator.clipboard) navigator.clipboard.writeText(words).then(done, byHand); else byHand();
  });

  // Filters: what is not looked for is folded to a line, and opens when it is clicked.

  function unfold(paragraph) { paragraph.classList.remove("folded"); }

  function matches(paragraph) {
    return fields.every(function (field) {
      if (field.type === "checkbox") return !field.checked || paragraph.dataset[field.name] !== undefined;
      return !field.value || (" " + (paragraph.dataset[field.name] || "") + " ").indexOf(" " + field.value + " ") >= 0;
    });
  }

  function filter() {
    var active = fields.some(function (field) { return field.type === "checkbox" ? field.checked : field.value; });
    var shown = paragraphs.filter(matches).length;
    paragraphs.forEach(function (paragraph) { paragraph.classList.toggle("folded", active && !matches(paragraph)); });
    all("mark.sought", text).forEach(function (mark) { mark.classList.remove("sought"); });
    fields.forEach(function (field) {
      var mine = { body: ".b-", state: ".s-" }[field.name];
      if (mine && field.value) all("mark" + mine + CSS.escape(field.value), text).forEach(function (mark) { mark.classList.add("sought"); });
    });
    clear.hidden = !active;
    count.textContent = !active ? "" : shown ? tools.dataset.count.replace("{shown}", shown).replace("{all}", paragraphs.length) : tools.dataset.none;
  }

  fields.forEach(function (field) { field.addEventListener("change", filter); });
  clear.addEventListener("click", function () {
    fields.forEach(function (field) { if (field.type === "checkbox") field.checked = false; else field.value = ""; });
    filter();
  });

  function choose(name, value) {
    var field = fields.filter(function (each) { return each.name === name; })[0];
    if (!field || !all("option", field).some(function (option) { return option.value === value; })) return;
    field.value = field.value === value ? "" : value;
    filter();
    if (current) current.scrollIntoView({ block: "nearest" });
  }

  text.addEventListener("click", function (event) {
    var paragraph = event.target.closest(".paragraph"), mark = event.target.closest("mark");
    if (!paragraph) return;
    visit(paragraph);
    if (paragraph.classList.contains("folded")) { unfold(paragraph); return; }
    if (event.target.closest("a")) return;
    var verb = event.target.closest(".verb, .opens");
    if (verb) { open(paragraph, verb); return; }
    var body = event.target.closest("[data-b]");
    if (body) choose("body", body.dataset.b);
    if (mark) mark.classList.forEach(function (name) {
      if (name.indexOf("b-") === 0) choose("body", name.slice(2));
      if (name.indexOf("s-") === 0) choose("state", name.slice(2));
    });
  });

  // A verb opens its history; where there is none, what else asks by it.
  function open(paragraph, verb) {
    var index = 0, filter = "";
    verb.classList.forEach(function (name) {
      if (/^c\d+$/.test(name)) index = Number(name.slice(1));
      if (/^v\d+$/.test(name)) filter = name;
    });
    var detail = { paragraph: paragraph, index: index, verb: verb.textContent };
    if (text.dispatchEvent(new CustomEvent("verb", { detail: detail, cancelable: true })) && filter) choose("verb", filter);
  }
  text.addEventListener("keydown", function (event) {
    var verb = event.target.closest(".opens");
    if (!verb || (event.key !== "Enter" && event.key !== " ")) return;
    open(verb.closest(".paragraph"), verb);
    event.preventDefault();
  });
  text.addEventListener("focusin", function (event) { visit(event.target.closest(".paragraph")); });

  // The other language opens at the same paragraph.
  all("a.switch").forEach(function (link) {
    link.addEventListener("click", function () {
      var first = paragraphs.filter(function (each) { return each.getBoundingClientRect().bottom > 40; })[0]; // more than a paragraph's last line
      var place = chosen ? current : scrollY > 0 && first; // whoever has chosen a paragraph scrolled up for this link
      if (place) link.hash = place.id;
    });
  });

  filters.hidden = false;
  if (matchMedia("(max-width: 47.99rem)").matches) tools.open = false; // the text first
  if (matchMedia("(max-width: 63.99rem)").matches && tools.querySelector("[name=facts]")) tools.querySelector("[name=facts]").checked = false;
  paragraphs.forEach(function (paragraph) { stops(paragraph, false); });
  visit((location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1))) || paragraphs[0]).closest(".paragraph") || paragraphs[0]);
  chosen = location.hash.length > 1;
  filter();
})();
