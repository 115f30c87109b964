// The desk of a reading page: the history of the verb that was clicked, two paragraphs pinned side by side, and the
// tint by age of words. Without this script the text, its marks and its facts are all there.
(function () {
  "use strict";
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

  var text = document.querySelector(".text"), desk = document.querySelector(".desk"), reader = document.querySelector(".reader");
  var says = JSON.parse(desk.dataset.says);
  var course = desk.querySelector(".course"), pins = desk.querySelector(".pins");
  var make = courses.element, names = (text.dataset.courses || "").split(" ").filter(Boolean);

  function arrange() {
    var shown = course.childNodes.length || pins.childNodes.length;
    desk.hidden = !shown;
    reader.classList.toggle("with-desk", !!shown);
    reader.classList.toggle("with-pair", pins.querySelectorAll(".pinned").length > 1);
  }

  function closer(empty) {
    var button = make("button", "close", "×");
    button.type = "button";
    button.setAttribute("aria-label", says.close);
    button.addEventListener("click", function () { empty(); arrange(); });
    return button;
  }

  // The history of a clause

  function follows(series, paragraph, index, edition) {
    return series.lineages.filter(function (lineage) {
      return lineage.some(function (each) { return each[0] === edition && anchor(each[1]) === paragraph && (!index || each[2] === index); });
    });
  }

  function anchor(paragraph) { return "p-" + paragraph.replace(/[^A-Za-z0-9_.-]+/g, "_").replace(/^_+|_+$/g, ""); }

  function here(series) {
    return series.editions.map(function (each) { return each[0]; }).indexOf(text.dataset.edition);
  }

  function step(series, lineage, place, edition) {
    var each = lineage[place], before = lineage[place - 1], item = make("li", each[0] === edition ? "here" : "");
    var head = make("p", "step"), note = [];
    head.append(make("b", "", series.editions[each[0]][1]), " ", courses.place(series, each));
    if (before && each[0] - before[0] > 1) note.push(courses.filled(says.gap, { editions: each[0] - before[0] - 1 }));
    note.push(each[0] ? says.steps[each[4]] : says.steps.first);
    if (each[5]) note.push(each[5] + " " + says.moves[each[5]]);
    head.append(" ", make("small", each[5] ? "moved" : "", note.join(says.comma)));
    item.append(head);
    var said = courses.row(series, each);
    if (!before || series.rows[before[6]] !== series.rows[each[6]]) item.append(said);
    return item;
  }

  function chain(series, lineage, edition) {
    var part = document.createDocumentFragment(), list = make("ol", "chain"), last = lineage[lineage.length - 1];
    var count = new Set(lineage.map(function (each) { return each[0]; })).size;
    part.append(make("p", "counted", courses.filled(says.counted, { editions: count, all: series.editions.length, language: series.language })));
    lineage.forEach(function (each, place) { list.append(step(series, lineage, place, edition)); });
    if (last[0] < series.editions.length - 1) list.append(make("li", "gone", courses.filled(says.gone, { edition: series.editions[last[0] + 1].slice(0, 2).join(" · ") })));
    part.append(list);
    return part;
  }

  function show(paragraph, index, verb) {
    var box = make("div", "follow"), head = make("h2", "", verb), waiting = names.length, parts = [], returns = document.activeElement.closest(".paragraph") ? document.activeElement : paragraph.querySelector(".number");
    head.lang = text.dataset.tag;
    head.tabIndex = -1;
    box.append(closer(function () { course.replaceChildren(); returns.focus({ preventScroll: true }); }), head);
    box.append(make("p", "place", paragraph.dataset.cite));
    course.replaceChildren(box);
    names.forEach(function (name, order) {
      courses.load(text.dataset.pieces, name, function (series) {
        var edition = series ? here(series) : -1;
        var ours = edition < 0 ? [] : follows(series, paragraph.id, order ? 0 : index, edition);
        var same = order && ours.length === all(".facts .opens", paragraph).length; // clause by clause in both languages
        if (same) ours = ours.filter(function (lineage) { return lineage.some(function (each) { return each[0] === edition && each[2] === index; }); });
        parts[order] = ours.map(function (lineage) { return chain(series, lineage, edition); });
        waiting -= 1;
        if (waiting) return;
        var chains = parts.reduce(function (whole, some) { return whole.concat(some); }, []);
        chains.forEach(function (each) { box.append(each); });
        desk.scrollTop = 0;
        box.append(make("p", "note", chains.length ? says.traced : says.untraced));
        arrange();
      });
    });
    arrange();
    head.focus({ preventScroll: true });
  }

  desk.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && course.childNodes.length) course.querySelector(".close").click();
  });

  text.addEventListener("verb", function (event) {
    if (names.length) { show(event.detail.paragraph, event.detail.index, event.detail.verb); event.preventDefault(); }
  });

  // Two pins, kept from page to page

  var KEPT = "ecoanalysis-pins", kept = [];
  try { kept = JSON.parse(localStorage.getItem(KEPT)) || []; } catch (refused) { kept = []; }

  function words(paragraph) {
    var passage = paragraph.querySelector(".words");
    if (passage) {
      passage = passage.cloneNode(true);
      all("sup, .tag", passage).forEach(function (each) { each.remove(); });
      return { lang: text.dataset.tag, lines: [passage.textContent] };
    }
    return { lang: document.documentElement.lang, lines: all(".facts > ul > li", paragraph).map(function (each) { return each.textContent.replace(/\s+/g, " ").trim(); }) };
  }

  function cut(line, lang) {
    if (!window.Intl || !Intl.Segmenter) return line.split(/(\s+)/);
    return Array.from(new Intl.Segmenter(lang, { granularity: "word" }).segment(line), function (each) { return each.segment; });
  }

  // Of each of two passages, which words the other has in the same order.
  function shared(a, b) {
    var table = Array.from({ length: a.length + 1 }, function () { return new Uint16Array(b.length + 1); });
    for (var i = a.length - 1; i >= 0; i--) for (var j = b.length - 1; j >= 0; j--) table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    var both = [new Set(), new Set()];
    for (i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i] === b[j]) { both[0].add(i++); both[1].add(j++); } else if (table[i + 1][j] >= table[i][j + 1]) i++; else j++;
    }
    return both;
  }

  function passage(pin, number, both) {
    return pin.lines.map(function (line, place) {
      var made = make("p", "words");
      made.lang = pin.lang;
      if (!both || place) { made.textContent = line; return made; }
      cut(line, pin.lang).forEach(function (word, at) { made.append(both[number].has(at) || !word.trim() ? word : make("mark", "differing", word)); });
      return made;
    });
  }

  function pinned() {
    pins.replaceChildren();
    if (!kept.length) { arrange(); return; }
    var comparable = kept.length > 1 && kept[0].lang === kept[1].lang && kept[0].lines.length + kept[1].lines.length === 2;
    var both = comparable ? shared(cut(kept[0].lines[0], kept[0].lang), cut(kept[1].lines[0], kept[1].lang)) : null;
    kept.forEach(function (pin, number) {
      var box = make("section", "pinned"), link = make("a", "", pin.cite), head = make("h2");
      link.href = pin.href;
      head.append(link);
      box.append(closer(function () { kept.splice(number, 1); keep(); }), head);
      passage(pin, number, both).forEach(function (each) { box.append(each); });
      pins.append(box);
    });
    pins.append(make("p", "note", kept.length < 2 ? says.pin_second : comparable ? says.pin_differs : ""));
    arrange();
  }

  function keep() {
    try { localStorage.setItem(KEPT, JSON.stringify(kept)); } catch (refused) { /* then they last as long as the page */ }
    pinned();
  }

  var acts = document.querySelector(".acts"), pin = make("button", "pin", says.pin);
  pin.type = "button";
  pin.addEventListener("click", function () {
    var paragraph = acts.closest(".paragraph");
    var page = location.pathname.slice(location.pathname.lastIndexOf("/") + 1);
    var added = Object.assign(words(paragraph), { cite: paragraph.dataset.cite, href: page + "#" + paragraph.id });
    kept = kept.filter(function (each) { return each.cite !== added.cite || each.lang !== added.lang; }).concat([added]).slice(-2);
    keep();
    desk.scrollTop = pins.offsetTop;
  });
  if (acts) acts.append(pin);
  pinned();

  // The age of words: painted over the text, which stays as it is.

  var age = document.querySelector("input[name=age]");
  if (!age) return;
  var label = age.closest("label"), key = document.querySelector(".ages");
  if (text.querySelector("[data-ages]") && (!window.Highlight || !CSS.highlights)) { label.hidden = true; return; }

  function pieces(passage) {
    var walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT, function (node) {
      return node.parentElement.closest("sup, .tag") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    var nodes = [], start = 0;
    while (walker.nextNode()) { nodes.push([start, walker.currentNode]); start += walker.currentNode.data.length; }
    return nodes;
  }

  function tint() {
    var steps = {};
    key.hidden = !age.checked;
    if (!text.querySelector("[data-ages]")) return; // then whole paragraphs are tinted, by the style sheet
    for (var step = 1; step < 5; step++) CSS.highlights.delete("age-" + step);
    if (!age.checked) return;
    all(".paragraph[data-ages]", text).forEach(function (paragraph) {
      var nodes = pieces(paragraph.querySelector(".words"));
      paragraph.dataset.ages.split(" ").forEach(function (run) {
        var parts = run.split(/[-:]/).map(Number);
        nodes.forEach(function (each) {
          var from = Math.max(parts[0] - each[0], 0), until = Math.min(parts[1] - each[0], each[1].data.length);
          if (from >= until) return;
          (steps[parts[2]] = steps[parts[2]] || new Highlight()).add(new StaticRange({ startContainer: each[1], startOffset: from, endContainer: each[1], endOffset: until }));
        });
      });
    });
    Object.keys(steps).forEach(function (step) { CSS.highlights.set("age-" + step, steps[step]); });
  }

  age.addEventListener("change", tint);
  tint();
})();
