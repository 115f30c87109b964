// Without this script everything is there: code and contents open by themselves, tables scroll, every link is a tab stop.
(function () {
  "use strict";
  document.documentElement.classList.add("js");
  var MOST = 6; // links of one table or picture that are tab stops of their own

  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

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
    main.append(button); // at the foot, where the code is of those who look for it
  }

  // Where a table has no room, a row becomes a card: each cell knows its heading.
  // A table of a few columns with short cells stays one on a phone too, as long as it has room.
  var PHONE = matchMedia("(max-width: 36rem)"), FEW = 4, MANY = 12; // columns from which on cards are longer than anyone reads
  function nameCells(table) {
    var heads = all("thead tr:last-child > *", table);
    if (!heads.length || table.querySelector("[colspan], [rowspan]")) return false;
    all("tbody > tr", table).forEach(function (row) {
      Array.prototype.forEach.call(row.children, function (cell, place) {
        if (heads[place] && cell.textContent.trim()) cell.dataset.head = heads[place].textContent.trim();
        if (cell.querySelector(".clause, br") || cell.textContent.length > 60) cell.classList.add("wide");
      });
    });
    return true;
  }

  // Of figures above all: on a phone a small table, not a card of as many lines for each row.
  function ofFigures(table) {
    var rows = all("tbody > tr", table), columns = table.tHead.rows[0].cells.length, figures = 0;
    for (var place = 0; place < columns; place++) {
      if (rows.every(function (row) { return row.cells[place] && /^[\s\d.,()–…%+−-]{0,16}$/.test(row.cells[place].textContent); })) figures++;
    }
    return figures >= 3 && 2 * figures >= columns;
  }

  // Names of one letter a line, or a column out of sight, are no table of figures that can be read.
  function cramped(table) {
    var first = table.tBodies[0].rows[0], narrow = 4 * parseFloat(getComputedStyle(table).fontSize);
    var letters = Math.max.apply(null, Array.prototype.map.call(table.tBodies[0].rows, function (row) { return row.cells[0].textContent.trim().length; }));
    return table.classList.contains("small") && table.tHead.rows[0].cells.length > 6
      && (letters > 3 && first.cells[0].clientWidth < narrow || table.parentElement.scrollWidth > table.parentElement.clientWidth + 1);
  }

  var tables = [];
  function asRows() { tables.forEach(function (table) { table.classList.remove("as-cards", "small"); }); }
  function fitTables(added) { // one that a page made later, too
    if (added) { tables.push(added); return; }
    asRows();
    tables = tables.filter(function (table) { return table.isConnected; });
    tables.filter(function (table) {
      var frame = table.parentElement, columns = table.tHead.rows[0].cells.length;
      var tight = frame.scrollWidth > frame.clientWidth + 1, short = columns <= FEW && !table.querySelector(".wide");
      return tight ? PHONE.matches || columns <= MANY : PHONE.matches && !short;
    }).forEach(function (table) {
      table.classList.add(PHONE.matches && ofFigures(table) ? "small" : "as-cards");
      if (cramped(table)) table.classList.replace("small", "as-cards");
    });
  }
  window.fitTables = fitTables;

  // One tab stop for the links of a table or a picture; arrows go from one to the next.
  function oneStop(group) {
    var links = all("a[href]", group);
    if (links.length <= MOST) return;
    function stop(link) { links.forEach(function (each) { each.setAttribute("tabindex", each === link ? "0" : "-1"); }); }
    stop(links[0]);
    group.addEventListener("focusin", function (event) { if (links.indexOf(event.target) >= 0) stop(event.target); });
    group.addEventListener("keydown", function (event) {
      var place = links.indexOf(event.target);
      var next = { ArrowDown: place + 1, ArrowRight: place + 1, ArrowUp: place - 1, ArrowLeft: place - 1, Home: 0, End: links.length - 1 }[event.key];
      if (place < 0 || next === undefined || !links[next]) return;
      links[next].focus();
      event.preventDefault();
    });
  }

  window.oneStop = oneStop; // for tables that a page makes later

  document.addEventListener("DOMContentLoaded", function () {
    var main = document.getElementById("content");
    var pieces = all("details.code", main);
    if (pieces.length) addButton(main, pieces);
    var width = innerWidth;
    tables = tables.concat(all("table", main).filter(nameCells));
    fitTables();
    addEventListener("resize", function () { if (width !== innerWidth) { width = innerWidth; fitTables(); } });
    main.addEventListener("toggle", function () { fitTables(); }, true); // what was folded had no width
    addEventListener("beforeprint", asRows);
    addEventListener("afterprint", function () { fitTables(); });
    all("table, .chart:not(.loom) svg, ul.chips, .minimap", main).forEach(oneStop);

    // What scrolls can be scrolled by keyboard.
    function reach() { all("figure.chart > div", main).forEach(function (picture) { if (picture.scrollWidth > picture.clientWidth) picture.tabIndex = 0; }); }
    reach();
    addEventListener("resize", reach);

    // A menu closes where one goes elsewhere.
    var menus = all("nav.pages details");
    function shut(event) {
      menus.forEach(function (menu) {
        if (!menu.open || (event.type !== "keydown" && menu.contains(event.target))) return;
        if (event.type === "keydown" && event.key !== "Escape") return;
        menu.open = false;
        if (event.type === "keydown") menu.querySelector("summary").focus();
      });
    }
    ["click", "focusin", "keydown"].forEach(function (kind) { document.addEventListener(kind, shut); });

    var contents = document.querySelector(".contents details");
    if (contents && matchMedia("(min-width: 72rem)").matches) contents.open = true;
  });
})();
