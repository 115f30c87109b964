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

  document.addEventListener("DOMContentLoaded", function () {
    var main = document.getElementById("content");
    var pieces = main.querySelectorAll("details.code");
    if (pieces.length) addButton(main, pieces);

    // On a narrow screen the navigation scrolls sideways: bring the current page into view.
    var here = document.querySelector("nav.pages [aria-current]");
    if (here) here.closest("ul").scrollLeft = here.offsetLeft - 40;
  });
})();
