// One button opens or folds all code of a page. Without this script each piece still opens by itself.
(function () {
  "use strict";
  var main = document.getElementById("content");
  var pieces = main ? main.querySelectorAll("details.code") : [];
  var place = main && main.querySelector(".provenance");
  if (!pieces.length || !place) return;

  var button = document.createElement("button");
  button.type = "button";
  button.className = "all-code";
  function label(shown) {
    button.textContent = shown ? main.dataset.hide : main.dataset.show;
    button.setAttribute("aria-pressed", String(shown));
  }
  label(false);
  button.addEventListener("click", function () {
    var show = button.getAttribute("aria-pressed") !== "true";
    pieces.forEach(function (piece) { piece.open = show; });
    main.classList.toggle("with-code", show);
    label(show);
  });
  place.before(button);
})();
