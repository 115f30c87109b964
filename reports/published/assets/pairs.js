// Any two editions of a series: which clauses of the earlier one stand in the later, with which verb, and which do not.
(function () {
  "use strict";
  var form = document.querySelector("form.pairs"), shown = document.getElementById("pair"), make = courses.element;
  var says = JSON.parse(shown.dataset.says), addresses = JSON.parse(shown.dataset.official), series = null;
  var asked = new URLSearchParams(location.search), ASKS = /^D\d$/;

  function option(value, words) { var made = make("option", "", words); made.value = value; return made; }

  function in_edition(lineage, edition) { return lineage.filter(function (each) { return each[0] === edition; }); }

  // Each line of descent with its first clause in either edition, by what became of it.
  function sorted(old, late) {
    var groups = { gone: [], weaker: [], stronger: [], other: [], "new": [], same: [] };
    series.lineages.forEach(function (lineage) {
      var before = in_edition(lineage, old)[0], after = in_edition(lineage, late)[0];
      if (!before && !after) return;
      if (!after) groups.gone.push([before, null]);
      else if (!before) groups["new"].push([null, after]);
      else if (before[3] === after[3]) groups.same.push([before, after]);
      else if (ASKS.test(before[3]) && ASKS.test(after[3])) groups[before[3] < after[3] ? "stronger" : "weaker"].push([before, after]);
      else groups.other.push([before, after]);
    });
    return groups;
  }

  function asks(pair) { return ASKS.test((pair[0] || pair[1])[3]) || (pair[1] && ASKS.test(pair[1][3])); }

  function side(each, head, also, says_also) {
    var cell = make("td");
    cell.dataset.head = head;
    if (!each) return cell;
    var said = make("div");
    said.append(courses.row(series, each), " ", courses.place(series, each));
    if (ASKS.test(each[3])) said.append(" · ", courses.official(series, each, says.official, addresses));
    cell.append(said);
    if (also && also.length) {
      var line = make("div", "note", says_also);
      also.forEach(function (other, place) { line.append(place ? says.comma : "", courses.place(series, other)); });
      cell.append(line);
    }
    return cell;
  }

  // Of each directive that is gone, the new ones that ask the very same bodies, and the other way about.
  function same_bodies(groups) {
    var olds = {}, news = {};
    function gather(pairs, side, into) {
      pairs.forEach(function (pair) {
        var bodies = ASKS.test(pair[side][3]) && series.asked[pair[side][6]];
        if (bodies) (into[bodies] = into[bodies] || []).push(pair[side]);
      });
    }
    gather(groups.gone, 0, olds);
    gather(groups["new"], 1, news);
    return function (pair) {
      var each = pair[0] || pair[1], bodies = series.asked[each[6]];
      return bodies && ASKS.test(each[3]) ? (pair[0] ? news : olds)[bodies] : null;
    };
  }

  function table(pairs, heads, also) {
    var box = make("div", "table"), made = make("table", "twin"), row = make("tr"), body = make("tbody");
    var sides = [0, 1].filter(function (number) { return pairs.some(function (pair) { return pair[number]; }); });
    sides.forEach(function (number) { var head = make("th", "", heads[number]); head.scope = "col"; row.append(head); });
    made.append(make("thead"));
    made.firstChild.append(row);
    pairs.forEach(function (pair) {
      var line = make("tr");
      sides.forEach(function (number) { line.append(side(pair[number], heads[number], also && also(pair), pair[0] ? says.also_new : says.also_old)); });
      body.append(line);
    });
    made.append(body);
    box.append(made);
    if (window.oneStop) window.oneStop(made);
    if (window.fitTables) window.fitTables(made);
    return box;
  }

  function group(name, pairs, heads, also) {
    var asking = pairs.filter(asks), rest = pairs.filter(function (pair) { return !asks(pair); }), part = make("section");
    if (!pairs.length) return part;
    part.append(make("h2", "", courses.filled(says[name], { count: pairs.length, asking: asking.length, rest: rest.length })));
    [[asking, says.asking], [rest, says.rest]].forEach(function (some) {
      if (!some[0].length) return;
      var box = make("details"), open = some[0] === asking && name !== "same";
      box.open = open;
      box.append(make("summary", "", courses.filled(some[1], { count: some[0].length })), table(some[0], heads, sides_of_one(name) ? also : null));
      part.append(box);
    });
    return part;
  }

  function sides_of_one(name) { return name === "gone" || name === "new"; }

  // Two bars, one over the other: what the earlier edition asks, and what the later one does.
  function bars(counts) {
    var box = make("div", "bars");
    box.setAttribute("aria-hidden", "true"); // the sentence above says it
    [[counts.old, [["gone", counts.gone], ["turned", counts.turned], ["stands", counts.stands]]], [counts["new"], [["blank", counts.gone + counts.turned], ["stands", counts.stands], ["new", counts.added]]]].forEach(function (bar) {
      var line = make("div", "bar-line");
      line.append(make("span", "bar-name", bar[0]));
      var track = make("span", "track");
      bar[1].forEach(function (part) {
        if (!part[1]) return;
        var piece = make("span", part[0], part[0] === "blank" ? "" : part[1]);
        piece.style.flexGrow = part[1];
        track.append(piece);
      });
      var total = counts.asked + counts.added, rest = total - bar[1].reduce(function (sum, part) { return sum + part[1]; }, 0);
      if (rest > 0) { var blank = make("span", "blank"); blank.style.flexGrow = rest; track.append(blank); }
      line.append(track);
      box.append(line);
    });
    var key = make("p", "keys");
    [["gone", counts.gone], ["turned", counts.turned], ["stands", counts.stands], ["new", counts.added]].forEach(function (part) {
      if (!part[1]) return;
      var word = make("span");
      word.append(make("i", part[0]), " ", says["bar_" + part[0]]);
      key.append(word);
    });
    box.append(key);
    return box;
  }

  function show() {
    var old = form.elements.old.selectedIndex, late = form.elements["new"].selectedIndex;
    shown.replaceChildren();
    if (old === late) { shown.append(make("p", "", says.alike)); return; }
    if (old > late) { var swapped = old; old = late; late = swapped; }
    var heads = [old, late].map(function (each) { return series.editions[each].slice(0, 2).join(" · "); }), groups = sorted(old, late);
    var asking = function (pairs) { return pairs.filter(asks).length; };
    var stands = ["same", "weaker", "stronger"].reduce(function (sum, name) { return sum + groups[name].filter(function (pair) { return ASKS.test(pair[0][3]); }).length; }, 0);
    var turned = groups.other.filter(function (pair) { return ASKS.test(pair[0][3]); }).length, gone = asking(groups.gone);
    var counts = { old: heads[0], "new": heads[1], asked: stands + turned + gone, stands: stands, turned: turned, gone: gone,
      weaker: groups.weaker.length, stronger: groups.stronger.length, added: asking(groups["new"]) };
    var moved = ["turned"].filter(function (name) { return counts[name]; }).map(function (name) { return courses.filled(says["answer_" + name], counts); });
    counts.moved = moved.length ? courses.filled(says.answer_moved, { moved: moved.join(says.comma) }) : "";
    counts.between = late - old - 1;
    var between = counts.between > 1 ? "answer_between" : "answer_between_one", also = counts.between ? same_bodies(groups) : null;
    shown.append(make("p", "answer", courses.filled(says.answer, counts)));
    if (counts.between && counts.gone && counts.added) shown.append(make("p", "note", courses.filled(says[between], counts)));
    shown.append(bars(counts));
    ["gone", "weaker", "stronger", "new", "other", "same"].forEach(function (name) { shown.append(group(name, groups[name], heads, also)); });
    if (window.fitTables) window.fitTables();
    shown.append(make("p", "note", courses.filled(says.traced, { language: series.language })));
    var state = new URLSearchParams({ series: form.elements.series.value, old: form.elements.old.value, "new": form.elements["new"].value });
    history.replaceState(null, "", location.pathname + "?" + state);
    Array.prototype.forEach.call(document.querySelectorAll("a.switch"), function (link) { link.search = "?" + state; });
  }

  function open() {
    courses.load(form.dataset.pieces, form.elements.series.value, function (loaded) {
      series = loaded;
      if (!series) { shown.textContent = says.lost; return; }
      ["old", "new"].forEach(function (name) {
        var field = form.elements[name], values = series.editions.map(function (each) { return each[0]; });
        field.replaceChildren.apply(field, series.editions.map(function (each) { return option(each[0], each[0] + " · " + each[1]); }));
        field.selectedIndex = values.indexOf(asked.get(name)) >= 0 ? values.indexOf(asked.get(name)) : values.length - (name === "old" ? 2 : 1);
      });
      show();
    });
  }

  var wanted = asked.get("series"), field = form.elements.series;
  if (wanted && field.options && Array.prototype.some.call(field.options, function (each) { return each.value === wanted; })) field.value = wanted;
  form.addEventListener("change", function (event) { if (event.target.name === "series") { asked = new URLSearchParams(); open(); } else show(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = false;
  open();
})();
