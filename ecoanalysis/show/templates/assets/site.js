// Without this script each piece of code opens by itself; with it, one button shows or hides them all.
(function () {
  "use strict";
  document.documentElement.classList.add("js");

  function addButton(main, pieces) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "all-code";
    function show(shown) {
      pieces.forEach(function (piece) { piece.open = shown; });
      main.classList.toggle("with-code", shown);
      button.textContent = shown ? main.dataset.hide : main.dataset.show;
      button.setAttribute("aria-pressed", String(shown));
    }
    button.addEventListener("click", function () { show(!main.classList.contains("with-code")); });
    show(false);
    main.prepend(button);
  }

  // The index is a script, loaded when the box is first used: a page opened from disk may load nothing else.
  function addSearch(box, list) {
    var kinds = {}, chosen = -1;
    box.dataset.kinds.split(";").forEach(function (pair) { kinds[pair.split("=")[0]] = pair.split("=")[1]; });
    var order = Object.keys(kinds);

    function load() {
      box.removeEventListener("focus", load);
      var script = document.createElement("script");
      script.src = box.dataset.index;
      script.addEventListener("load", show);
      document.head.append(script);
    }

    // Every word must be found; what is called by it comes before what merely has it.
    function find(words) {
      var found = [];
      (window.searchIndex || []).forEach(function (entry) {
        var name = entry[1].toLowerCase(), all = [name, entry[3], entry[4]].join(" ").toLowerCase();
        if (!words.every(function (word) { return all.indexOf(word) >= 0; })) return;
        var named = name === words.join(" ") ? 0 : name.indexOf(words[0]) === 0 ? 1 : name.indexOf(words[0]) > 0 ? 2 : 3;
        found.push([named + order.indexOf(entry[0]) / 10, found.length, entry]);
      });
      found.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; });
      return found.slice(0, 12).map(function (hit) { return hit[2]; });
    }

    function item(entry, at) {
      var line = document.createElement("li"), link = document.createElement("a");
      line.id = "hit-" + at;
      line.setAttribute("role", "option");
      link.href = entry[2];
      link.tabIndex = -1;
      [["small", kinds[entry[0]]], ["b", entry[1]], ["span", entry[3]]]
        .forEach(function (part) {
          var node = document.createElement(part[0]);
          node.textContent = part[1];
          link.append(node, " ");
        });
      line.append(link);
      return line;
    }

    function show() {
      var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      var hits = words.length && window.searchIndex ? find(words) : [];
      list.replaceChildren.apply(list, hits.map(item));
      if (words.length && window.searchIndex && !hits.length) {
        var none = document.createElement("li");
        none.setAttribute("role", "option");
        none.setAttribute("aria-disabled", "true");
        none.textContent = box.dataset.none;
        list.append(none);
      }
      list.hidden = !words.length;
      box.setAttribute("aria-expanded", String(!list.hidden));
      choose(-1);
    }

    function choose(at) {
      chosen = at;
      list.querySelectorAll("li").forEach(function (line, here) {
        line.setAttribute("aria-selected", String(here === at));
        if (here === at) line.scrollIntoView({block: "nearest"});
      });
      if (at < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", "hit-" + at);
    }

    box.addEventListener("focus", load);
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
    var main = document.getElementById("content");
    var pieces = main.querySelectorAll("details.code");
    if (pieces.length) addButton(main, pieces);

    // On a narrow screen the navigation scrolls sideways: bring the current page into view.
    var here = document.querySelector("nav.pages [aria-current]");
    if (here) here.closest("ul").scrollLeft = here.offsetLeft - 40;
  });
})();
