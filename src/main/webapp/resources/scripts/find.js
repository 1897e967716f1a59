// Looking for one of many (g:find): that nothing is chosen any more is told once the field is left, not while another name is typed.
(function () {
  'use strict';

  const guiche = window.guiche;

  // its answer draws the field anew, and what was typed meanwhile would be gone
  document.addEventListener('DOMContentLoaded', function () {
    const widget = window.PrimeFaces && PrimeFaces.widget.AutoComplete;
    if (widget) {
      widget.prototype.fireClearEvent = function () {};
    }
  });

  // the field was drawn with what the server knows as chosen
  guiche.on('focusout', '.g-find input', function (event, input) {
    const widget = PrimeFaces.getWidgetById(input.id.replace(/_input$/, ''));
    if (widget && !input.value && input.defaultValue) {
      input.defaultValue = '';
      widget.callBehavior('clear');
    }
  });

  // whoever presses on what was found has not left the field
  guiche.on('mousedown', '.g-found', (event) => event.preventDefault());
})();
