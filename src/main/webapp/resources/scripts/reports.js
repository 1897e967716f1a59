// Draws the charts of reports in the colours of the theme, anew whenever the theme changes; a click leads to the tickets behind.
(function (window, document) {
  'use strict';

  var charts = [];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function hatched(context, ground) {
    var tile = document.createElement('canvas');
    tile.width = tile.height = 6;
    var pen = tile.getContext('2d');
    pen.fillStyle = ground;
    pen.fillRect(0, 0, 6, 6);
    pen.strokeStyle = 'rgba(255,255,255,.6)';
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(-1, 7);
    pen.lineTo(7, -1);
    pen.stroke();
    return context.createPattern(tile, 'repeat');
  }

  function paint(widget) {
    var config = widget.cfg.config;
    config.data.datasets.forEach(function (set) {
      set.tokens = set.tokens || { ground: set.backgroundColor, line: set.borderColor };
      var ground = colour(set.tokens.ground);
      set.backgroundColor = set.hatched ? hatched(widget.ctx, ground) : ground;
      if (set.faint) {
        set.backgroundColor = set.faint.map(function (faint) { return faint ? ground + '8c' : ground; });
      }
      if (set.tokens.line) {
        set.borderColor = colour(set.tokens.line);
      }
    });
    Object.keys(config.options.scales).forEach(function (name) {
      var scale = config.options.scales[name];
      scale.border = { display: false };
      scale.ticks = Object.assign(scale.ticks || {}, { color: colour('--ch-axis'), precision: 0, maxRotation: 0, autoSkipPadding: 12 });
      scale.grid = { color: colour('--ch-grid'), display: name === 'y' && !config.options.indexAxis };
    });
  }

  // The sum of a stacked bar, at its end.
  var totals = {
    id: 'totals',
    afterDatasetsDraw: function (chart) {
      var sets = chart.data.datasets;
      if (!sets.some(function (set) { return set.totals; })) {
        return;
      }
      var pen = chart.ctx;
      pen.save();
      pen.font = '600 11px ' + getComputedStyle(document.body).fontFamily;
      pen.fillStyle = colour('--text');
      pen.textBaseline = 'middle';
      chart.getDatasetMeta(sets.length - 1).data.forEach(function (bar, index) {
        var sum = sets.reduce(function (all, set) { return all + set.data[index]; }, 0);
        pen.fillText(sum.toLocaleString('pt-BR'), bar.x + 6, bar.y);
      });
      pen.restore();
    }
  };

  window.guicheChart = function () {
    var widget = this;
    var options = widget.cfg.config.options;
    widget.canvas.attr('aria-labelledby', widget.jq.closest('[data-names]').data('names'));
    options.scales = options.scales || { x: {}, y: { beginAtZero: true } };
    options.layout = { padding: { right: options.indexAxis ? 36 : 0 } };
    options.animation = false;
    options.plugins = { legend: { display: false } };
    options.onHover = function (event, found) {
      event.native.target.classList.toggle('rp-leads', found.length > 0);
    };
    options.onClick = function (event, found) {
      if (found.length) {
        window.location.assign(widget.cfg.config.data.datasets[found[0].datasetIndex].links[found[0].index]);
      }
    };
    widget.cfg.config.plugins = [totals];
    paint(widget);
    charts.push(widget);
  };

  new MutationObserver(function () {
    charts.forEach(function (widget) {
      if (widget.chart) {
        paint(widget);
        widget.chart.update(); // 'none' keeps the colours that bars share
      }
    });
  }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
})(window, document);
