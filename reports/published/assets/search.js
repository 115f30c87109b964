// The search box. The index is in pieces (publish/index.py says how), each a script that hands over its content:
// a page opened from disk may load nothing else. What a reader's words need is loaded, and nothing more.
(function () {
  "use strict";
  var pieces = {}, waiting = {}, MOST = 12, CANDIDATES = 36;

  // What the pieces call when they are loaded.
  window.search = {take: function (kind, number, content) { pieces[kind + number] = content; }, terms: terms};

  function load(folder, kind, number) {
    var key = kind + number;
    waiting[key] = waiting[key] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = folder + kind + (kind === "index" ? "" : "-" + number) + ".js";
      script.addEventListener("load", function () { resolve(pieces[key]); });
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return waiting[key];
  }

  function plain(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }

  // The same, letter by letter: what would take the place of several stays.
  function flattened(text) {
    return text.split("").map(function (sign) { var flat = plain(sign); return flat.length === 1 ? flat : sign; }).join("");
  }

  // As publish/index.py cuts the texts: letters without case in twos, all else by the word.
  function terms(text) {
    var cut = [];
    (plain(text).match(/\d+\/\d+|[\p{L}\p{N}]+/gu) || []).forEach(function (word) {
      (word.match(/\p{Lo}+|[^\p{Lo}]+/gu) || []).forEach(function (run) {
        var letters = Array.from(run);
        if (!/\p{Lo}/u.test(run) || letters.length < 2) { cut.push(run); return; }
        for (var i = 1; i < letters.length; i++) cut.push(letters[i - 1] + letters[i]);
      });
    });
    return cut.filter(function (term, i) { return cut.indexOf(term) === i; });
  }

  // The numbers of the pieces that may hold a term with this beginning.
  function piecesFor(firsts, beginning) {
    var numbers = [];
    firsts.forEach(function (first, number) {
      var next = firsts[number + 1];
      if (first <= beginning + "\uffff" && (next === undefined || next > beginning)) numbers.push(number);
    });
    return numbers;
  }

  // How many letters must change, be added or left out; two that changed places count once. Beyond most: most + 1.
  function slips(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [], above = [], i, j;
    for (j = 0; j <= b.length; j++) above.push(j);
    for (i = 1; i <= a.length; i++) {
      var row = [i];
      for (j = 1; j <= b.length; j++) {
        var cost = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = above;
      above = row;
    }
    return above[b.length];
  }

  // The terms of the index that a reader's term means, each with how well: itself, what begins so, else what is near.
  function near(folder, index, term) {
    function held(beginning) {
      return Promise.all(piecesFor(index.terms, beginning).map(function (number) { return load(folder, "terms", number); }));
    }
    function weigh(loaded, weight) {
      var fits = [];
      loaded.forEach(function (piece) {
        Object.keys(piece).forEach(function (other) {
          var worth = weight(other);
          if (worth) fits.push({worth: worth, places: piece[other]});
        });
      });
      return fits;
    }
    return held(term).then(function (loaded) {
      var fits = weigh(loaded, function (other) {
        return other === term ? 1 : other.indexOf(term) === 0 && (term.length > 1 || /\p{Lo}/u.test(term)) ? 0.6 : 0;
      });
      if (fits.length || term.length < 4 || /\p{Lo}|\d/u.test(term)) return fits;
      var most = term.length < 8 ? 1 : 2;
      return held(term.slice(0, 2)).then(function (loaded) {
        return weigh(loaded, function (other) { return slips(term, other, most) <= most ? 0.3 : 0; });
      });
    });
  }

  // For each entry that has a term: how much that says. A term in few entries says more, and one in a name.
  function scores(fits, total) {
    var score = new Map(), all = fits.reduce(function (sum, fit) { return sum + fit.places[0]; }, 0);
    var rare = Math.log(1 + total / all);
    fits.forEach(function (fit) {
      var place = 0;
      fit.places.slice(1).forEach(function (step) {
        place += step;
        var number = place >> 1, worth = fit.worth * rare * (place % 2 ? 2 : 1);
        if (!(score.get(number) >= worth)) score.set(number, worth);
      });
    });
    return score;
  }

  // The words that are nowhere. Of a script in twos, those that only join two words that are there say nothing.
  function absent(asked, gone) {
    var words = [];
    function joined(i, j) { return asked[i] && asked[j] && asked[i].length > 1 && /^\p{Lo}+$/u.test(asked[i] + asked[j]) && asked[i].slice(1) === asked[j].charAt(0); }
    for (var i = 0; i < asked.length; i++) {
      if (!gone[i]) continue;
      var word = joined(i - 1, i) ? asked[i].slice(1) : asked[i];
      for (; gone[i + 1] && joined(i, i + 1); i++) word += asked[i + 1].slice(1);
      if (joined(i, i + 1)) word = word.slice(0, -1);
      if (word) words.push(word);
    }
    return words;
  }

  // Every term must be there, but for one that is nowhere in the site, which is said; where nothing has them all, what
  // has most of them. What is called by the words comes before what merely has them. What only says that a number is
  // a paragraph's is left out.
  function find(folder, text, left, light) {
    var asked = terms(text), name = plain(text).trim(), kept = asked.filter(function (term) { return left.indexOf(term) < 0; });
    if (kept.length && kept.some(function (term) { return /\d/.test(term); })) { asked = kept; name = kept.join(" "); }
    var heavy = asked.filter(function (term) { return light.indexOf(term) < 0; });
    if (heavy.length) asked = heavy; // what stands in any sentence tells nothing
    return load(folder, "index", 0).then(function (index) {
      return Promise.all(asked.map(function (term) { return near(folder, index, term); })).then(function (all) {
        var each = all.filter(function (fits) { return fits.length; }).map(function (fits) { return scores(fits, index.total); });
        var missing = absent(asked, all.map(function (fits) { return !fits.length; }));
        var had = new Map(), most = 0;
        each.forEach(function (score) {
          score.forEach(function (worth, number) {
            var sum = had.get(number) || [0, 0];
            had.set(number, [sum[0] + 1, sum[1] + worth]);
            most = Math.max(most, sum[0] + 1);
          });
        });
        var hits = [];
        had.forEach(function (sum, number) { if (sum[0] === most) hits.push([sum[1], number]); });
        hits.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
        return shown(folder, index, hits.slice(0, CANDIDATES), name).then(function (entries) {
          return {entries: entries, total: hits.length, missing: missing, some: most < each.length};
        });
      });
    });
  }

  function shown(folder, index, hits, name) {
    return Promise.all(hits.map(function (hit) {
      var piece = index.entries.length - 1;
      while (index.entries[piece] > hit[1]) piece--;
      return load(folder, "entries", piece).then(function (rows) {
        var words = rows[rows.length - 1], kept = rows[hit[1] - index.entries[piece]];
        var href = Array.isArray(kept[2]) ? words[kept[2][0]] + "#" + kept[2][1] : kept[2];
        var entry = [words[kept[0]], kept[1], href, kept[3], (kept[4] || []).map(function (word) { return words[word]; })];
        var called = plain(entry[1]);
        var rank = called === name ? 0 : called.indexOf(name) === 0 ? 1 : called.indexOf(name) > 0 ? 2 : 3;
        if (rank === 3 && entry[0] !== "paragraph") rank = 2.5; // a page tells of more than a paragraph
        return {entry: entry, rank: rank, score: hit[0], number: hit[1]};
      });
    })).then(function (rows) {
      rows.sort(function (a, b) { return a.rank - b.rank || b.score - a.score || a.number - b.number; });
      return rows.slice(0, MOST).map(function (row) { return row.entry; });
    });
  }

  // Where a term stands in a text: at the beginning of a word, where words are told by spaces.
  function places(flat, term) {
    var all = [];
    for (var from = flat.indexOf(term); from >= 0; from = flat.indexOf(term, from + 1)) {
      if (/\p{Lo}/u.test(term) || !/[\p{L}\p{N}]/u.test(flat.charAt(from - 1))) all.push(from);
    }
    return all;
  }

  // The words around the first term that is found, at most some hundred letters.
  function around(text, asked) {
    var flat = flattened(text), from = Math.min.apply(null, asked.map(function (term) { return places(flat, term)[0]; }).filter(Number.isInteger));
    if (from > 40 && from < Infinity) {
      var space = text.lastIndexOf(" ", from - 30) + 1;
      from = from - space > 60 ? from - 20 : space;
    } else from = 0;
    return (from ? "… " : "") + text.slice(from, from + 140) + (text.length > from + 140 ? " …" : "");
  }

  // What else an entry is found by, where what is shown of it does not have the words: its terms in the other language.
  function reason(entry, asked) {
    var flat = flattened(entry[3]);
    var lacking = asked.filter(function (term) { return !places(flat, term).length; });
    var words = entry[4].filter(function (word) {
      var there = flattened(word);
      return lacking.some(function (term) { return places(there, term).length; });
    });
    return words.slice(0, 3).map(function (word) { return " · " + word; }).join("");
  }

  // A text in which the words that were asked for stand out.
  function marked(text, asked) {
    var flat = flattened(text), part = document.createDocumentFragment(), end = 0, on = [];
    asked.forEach(function (term) {
      places(flat, term).forEach(function (from) { for (var i = 0; i < term.length; i++) on[from + i] = true; });
    });
    for (var start = 0; start < text.length; start = end) {
      for (end = start + 1; end < text.length && !on[end] === !on[start];) end++;
      var piece = document.createElement("mark");
      piece.textContent = text.slice(start, end);
      part.append(on[start] ? piece : text.slice(start, end));
    }
    return part;
  }

  function addSearch(box, list) {
    var kinds = {}, chosen = -1, asked = 0;
    box.dataset.kinds.split(";").forEach(function (pair) { kinds[pair.split("=")[0]] = pair.split("=")[1]; });

    function item(entry, words, at) {
      var line = document.createElement("li"), link = document.createElement("a");
      line.setAttribute("role", "none");
      link.id = "hit-" + at;
      link.setAttribute("role", "option");
      link.href = entry[2];
      link.tabIndex = -1;
      var called = terms(entry[1]), sought = words.filter(function (term) { return called.indexOf(term) < 0; });
      var name = entry[0] === "paragraph" ? entry[1].replace(/ (?=\S+$)/, " ¶ ") : entry[1];
      [["small", kinds[entry[0]]], ["b", name], ["span", marked(around(entry[3], sought) + reason(entry, sought), sought)]].forEach(function (part) {
        var node = document.createElement(part[0]);
        node.append(part[1]);
        link.append(node, " ");
      });
      line.append(link);
      return line;
    }

    function note(words) {
      var line = document.createElement("li");
      line.setAttribute("role", "option");
      line.setAttribute("aria-disabled", "true");
      line.textContent = words;
      return line;
    }

    function show() {
      var mine = ++asked, words = terms(box.value);
      if (!words.length) { list.replaceChildren(); open(false); return; }
      find(box.dataset.index, box.value, box.dataset.left.split(" "), box.dataset.light.split(" ")).then(function (hits) {
        if (mine !== asked) return; // the reader has typed on
        var lines = hits.entries.map(function (entry, at) { return item(entry, words, at); });
        if (!lines.length) lines.push(note(box.dataset.none));
        else if (hits.missing.length) lines.unshift(note(box.dataset.missing.replace("{words}", hits.missing.join(" "))));
        if (hits.some) lines.unshift(note(box.dataset.some));
        if (hits.total > hits.entries.length) {
          lines.push(note(box.dataset.more.replace("{shown}", hits.entries.length).replace("{all}", hits.total)));
        }
        list.replaceChildren.apply(list, lines);
        open(true);
      }, function () {
        list.replaceChildren(note(box.dataset.lost));
        open(true);
      });
    }

    function open(wanted) {
      list.hidden = !wanted;
      box.setAttribute("aria-expanded", String(wanted));
      choose(-1);
    }

    function choose(at) {
      chosen = at;
      list.querySelectorAll("a").forEach(function (link, here) {
        link.setAttribute("aria-selected", String(here === at));
        if (here === at) link.scrollIntoView({block: "nearest"});
      });
      if (at < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", "hit-" + at);
    }

    box.addEventListener("focus", function () { load(box.dataset.index, "index", 0); });
    box.addEventListener("input", show);
    box.addEventListener("keydown", function (event) {
      var links = list.querySelectorAll("a");
      if (event.key === "Escape") { box.value = ""; show(); return; }
      if (event.key === "ArrowDown" && links.length) choose((chosen + 1) % links.length);
      else if (event.key === "ArrowUp" && links.length) choose((chosen + links.length - (chosen < 0 ? 0 : 1)) % links.length);
      else if (event.key === "Enter" && links.length) links[Math.max(chosen, 0)].click();
      else return;
      event.preventDefault();
    });
    document.addEventListener("click", function (event) {
      if (!event.target.closest(".search")) list.hidden = true;
    });
    document.addEventListener("keydown", function (event) {
      var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      if (event.key === "/" && !typing) { event.preventDefault(); box.focus(); }
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var box = document.getElementById("search");
    if (box) addSearch(box, document.getElementById("hits"));
  });
})();
