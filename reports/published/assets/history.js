// What became of a clause through the editions of its series: pieces that are loaded when they are asked for, as
// scripts, since a page opened from disk may load nothing else.
var courses = (function () {
  "use strict";
  var waiting = {}, taken = {};

  function element(name, classes, words) {
    var made = document.createElement(name);
    if (classes) made.className = classes;
    if (words !== undefined) made.textContent = words;
    return made;
  }

  function filled(template, values) {
    return template.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  // Calls back with the series, or with nothing where its piece cannot be loaded.
  function load(root, name, done) {
    if (taken[name]) { done(taken[name]); return; }
    if (waiting[name]) { waiting[name].push(done); return; }
    waiting[name] = [done];
    var script = document.createElement("script");
    script.src = root + name + ".js";
    script.onerror = function () { answer(name, null); };
    document.head.appendChild(script);
  }

  function answer(name, series) {
    (waiting[name] || []).forEach(function (done) { done(series); });
    delete waiting[name];
  }

  function take(name, series) { taken[name] = series; answer(name, series); }

  // Where a clause stands in an edition, as a link.
  function place(series, occurrence) {
    var edition = series.editions[occurrence[0]], link = element("a", "", edition[0] + " ¶ " + occurrence[1]);
    link.href = edition[2] + "#p-" + occurrence[1].replace(/[^\w.-]+/g, "_").replace(/^_+|_+$/g, "");
    return link;
  }

  // What a clause says there: rows are made by the site, and escaped by it.
  function row(series, occurrence) {
    var said = element("span", "row");
    said.innerHTML = series.rows[occurrence[6]];
    return said;
  }

  // The official document of its edition, as a link; nothing where there is none among the addresses.
  function official(series, occurrence, words, addresses) {
    var href = addresses[series.editions[occurrence[0]][3]], link = href ? element("a", "official", words) : "";
    if (href) { link.href = href; link.rel = "external"; }
    return link;
  }

  return { load: load, take: take, place: place, official: official, row: row, element: element, filled: filled };
})();
