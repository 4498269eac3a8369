/* Panel: the filters as buttons with live counts; built once a language, then only brought up to date. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html, sign, ORDER } = atlas.draw;
  const SHOWN = 9, KEPT = ["region", "precision", "basis", "status", "year"];

  function button(className, parent, onClick) {
    const node = html("button", className, null, parent);
    node.type = "button";
    node.addEventListener("click", onClick);
    return node;
  }

  /* An option: what it is called, how much it would give, whether it is on. */
  function option(data, facet, code, parent, change) {
    const node = button("option", parent, () => change((filter) => atlas.filter.toggled(filter, facet, code)));
    if (facet === "precision") atlas.image(`precision-${code === "admin1" ? "city" : code}`, node);
    html("span", "", data.labels[facet][code], node);
    const number = html("span", "n", "", node);
    node.dataset.facet = facet;
    node.dataset.code = code;
    return { facet, code, set(n, on) {
      number.textContent = n;
      node.setAttribute("aria-pressed", on);
      node.disabled = !n && !on;
    } };
  }

  function facet(data, name, root, change) {
    const counts = atlas.filter.counts(atlas.filter.empty(), name), codes = Object.keys(counts);
    if (codes.length < 2 && name !== "status") return [];
    if (!KEPT.includes(name)) codes.sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1));
    const group = html("div", "facet", null, root);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", data.names[name]);
    html("h3", "", data.names[name], group);
    const first = html("div", "options", null, group), few = codes.length <= SHOWN + 2;
    const made = (few ? codes : codes.slice(0, SHOWN)).map((code) => option(data, name, code, first, change));
    if (few) return made;
    const more = html("details", "", null, group);
    html("summary", "", atlas.words(data.text.more, { n: codes.length - SHOWN }), more);
    const rest = html("div", "options", null, more);
    return [...made, ...codes.slice(SHOWN).map((code) => option(data, name, code, rest, change))];
  }

  function search(data, root, change) {
    const label = html("label", "search", null, root), field = html("input", "", null, label);
    label.insertBefore(html("span", "", data.text.search), field);
    const placeholder = data.text.search_hint, said = () => field.value.replace(/\s+/g, " ").trim();
    Object.assign(field, { type: "search", placeholder, maxLength: 200, id: "q", autocomplete: "off" });
    field.addEventListener("input", () => change((filter) => ({ ...filter, q: said() }), true));
    return field;
  }

  function card(data, code, root, change) {
    const toggle = () => change((filter) => atlas.filter.toggled(filter, "focus", code));
    const node = button(`card focus-${code}`, root, toggle);
    const head = html("span", "head", null, node);
    sign(data.map.look, code, false, 16, head);
    html("span", "name", data.labels.focus[code], head);
    const number = html("span", "n", "", head);
    html("span", "unit", data.text.unit, head);
    html("span", "hint", data.hints[code], node);
    node.dataset.facet = "focus";
    node.dataset.code = code;
    const set = (n, on) => {
      number.textContent = n;
      node.setAttribute("aria-pressed", on);
      node.disabled = !n && !on;
    };
    return { facet: "focus", code, set };
  }

  /* Returns what brings the panel up to date with a filter. */
  atlas.panel = function (data, root, cards, change) {
    root.replaceChildren();
    cards.replaceChildren();
    const head = html("div", "panel-head", null, root);
    html("h2", "", data.text.filters, head);
    const clear = button("clear", head, () => change(() => atlas.filter.empty()));
    clear.textContent = data.text.clear;
    const field = search(data, root, change);
    const options = ORDER.map((code) => card(data, code, cards, change));
    const others = Object.keys(data.names).filter((name) => name !== "focus");
    others.forEach((name) => options.push(...facet(data, name, root, change)));
    return function (filter) {
      const counts = {};
      options.forEach((one) => {
        counts[one.facet] = counts[one.facet] || atlas.filter.counts(filter, one.facet);
        one.set(counts[one.facet][one.code], filter[one.facet].includes(one.code));
      });
      clear.hidden = atlas.filter.isEmpty(filter);
      if (document.activeElement !== field) field.value = filter.q;
    };
  };

  /* One chip for each choice; a click takes it away. */
  atlas.chips = function (data, root, filter, change) {
    root.replaceChildren();
    const add = (text, next) => {
      const chip = button("chip", root, () => change(next));
      html("span", "", text, chip);
      html("span", "x", "×", chip).setAttribute("aria-hidden", "true");
      chip.setAttribute("aria-label", atlas.words(data.text.page_remove, { name: text }));
    };
    Object.keys(data.names).forEach((facet) => filter[facet].forEach((code) => {
      add(data.labels[facet][code], (now) => atlas.filter.toggled(now, facet, code));
    }));
    if (filter.q) add(filter.q, (now) => ({ ...now, q: "" }));
  };
})();
