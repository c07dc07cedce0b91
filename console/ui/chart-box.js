/**
 * A chart, drawn by ECharts on a canvas. The library (240 kB) is fetched when the first chart comes into view. The
 * canvas is an image to a screen reader: `spec.summary` says in one sentence what it shows, and every chart of the
 * console has a table beside it.
 *
 * `spec`: {kind: 'line'|'bar', labels, titles, series: [{name, values, muted?, openFrom?}], format, axis, summary}
 * where `openFrom` is the index of the first value that is not final.
 */
class ChartBox extends HTMLElement {
  #spec = null;
  #content = '';
  #chart = null;
  #seen = false;
  #watching = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && this.#show());
  #sizes = new ResizeObserver(() => this.#chart?.resize());
  #repaint = () => this.#draw();
  #dark = matchMedia('(prefers-color-scheme: dark)');

  /** Each rendering of the page sets it; what looks the same is not drawn again. */
  set spec(spec) {
    const content = JSON.stringify(spec);
    if (content !== this.#content) {
      this.#content = content;
      this.#spec = spec;
      this.setAttribute('aria-label', spec.summary);
      this.#draw();
    }
  }

  connectedCallback() {
    this.setAttribute('role', 'img');
    this.#watching.observe(this);
    this.#dark.addEventListener('change', this.#repaint);
    addEventListener('themechange', this.#repaint);
  }

  disconnectedCallback() {
    this.#watching.disconnect();
    this.#sizes.disconnect();
    this.#dark.removeEventListener('change', this.#repaint);
    removeEventListener('themechange', this.#repaint);
    this.#chart?.dispose();
    this.#chart = null;
    this.#seen = false;
  }

  async #show() {
    if (this.#seen) {
      return;
    }
    this.#seen = true;
    this.#watching.disconnect();
    await import('../vendor/echarts@6.1.0/echarts.common.min.js');
    if (this.isConnected) {
      this.#chart = globalThis.echarts.init(this, null, {renderer: 'canvas'});
      this.#sizes.observe(this);
      this.#draw();
    }
  }

  #draw() {
    if (this.#chart && this.#spec) {
      this.#chart.setOption(optionOf(this.#spec, colours(this)), true);
      this.dataset.drawn = 'true';
    }
  }
}

/** The theme's colours, as the browser resolves them: a canvas knows no custom properties. */
function colours(element) {
  const probe = document.createElement('span');
  element.append(probe);
  const resolved = name => {
    probe.style.setProperty('color', `var(${name})`);
    return getComputedStyle(probe).color;
  };
  const result = {
    text: resolved('--text'),
    muted: resolved('--muted'),
    line: resolved('--line'),
    surface: resolved('--surface'),
    before: resolved('--before'),
    series: resolved('--series'),
  };
  probe.remove();
  return result;
}

function optionOf(spec, palette) {
  const font = getComputedStyle(document.body).fontFamily;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !still,
    animationDuration: 250,
    textStyle: {fontFamily: font, color: palette.muted, fontSize: 12},
    grid: {left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel'},
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: {color: palette.text, fontFamily: font, fontSize: 13, lineHeight: 20},
      axisPointer: {type: spec.kind === 'bar' ? 'shadow' : 'line', lineStyle: {color: palette.muted}},
      formatter: points => tip(spec, points[0].dataIndex),
    },
    xAxis: {
      type: 'category',
      data: spec.labels,
      boundaryGap: spec.kind === 'bar',
      axisTick: {show: false},
      axisLine: {lineStyle: {color: palette.line}},
      axisLabel: {color: palette.muted, hideOverlap: true},
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: {lineStyle: {color: palette.line}},
      axisLabel: {color: palette.muted, formatter: spec.axis},
      minInterval: spec.wholeNumbers ? 1 : undefined,
    },
    series: spec.series.flatMap(series => seriesOf(spec, series, palette.series, palette)),
  };
}

/** Final values are solid; those that may still change are dashed and join on to the last final one. */
function seriesOf(spec, series, colour, palette) {
  const {values, muted, openFrom = values.length} = series;
  if (spec.kind === 'bar') {
    const data = values.map((value, index) => (index < openFrom ? value : {
      value,
      itemStyle: {color: 'transparent', borderColor: colour, borderType: 'dashed', borderWidth: 1.5},
    }));
    return [{type: 'bar', name: series.name, data, barMaxWidth: 28, itemStyle: {color: colour, borderRadius: [3, 3, 0, 0]}}];
  }
  const base = {
    type: 'line',
    name: series.name,
    showSymbol: false,
    symbolSize: 7,
    smooth: false,
    color: muted ? palette.before : colour,
    emphasis: {disabled: true},
    z: muted ? 1 : 2,
  };
  const final = values.map((value, index) => (index < openFrom ? value : null));
  const open = values.map((value, index) => (index >= openFrom - 1 ? value : null));
  const solid = {
    ...base,
    data: final,
    lineStyle: {width: muted ? 1.5 : 2.25},
    showSymbol: !muted && openFrom === 1,
    areaStyle: muted ? undefined : {opacity: 0.08},
  };
  return openFrom < values.length
    ? [solid, {...base, data: open, areaStyle: {opacity: 0.03}, lineStyle: {width: 2.25, type: 'dashed'}}]
    : [solid];
}

function tip(spec, index) {
  const lines = spec.series.map(({name, values, titles}) => `${titles?.[index] ?? name}: ${spec.format(values[index])}`);
  return [spec.titles[index], ...lines].join('\n');
}

customElements.define('chart-box', ChartBox);
