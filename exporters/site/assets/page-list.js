/* Lists: what is shown, by focus area; what has no place on the map; what is to be said with the whole. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html, sign, ORDER } = atlas.draw;
  const PLACES = 3;

  function entry(data, record, sites, list, choose) {
    const button = html("button", "entry", null, html("li", "", null, list));
    button.type = "button";
    button.dataset.id = record.id;
    atlas.image(`focus${record.focus}-${sites[0].precision}`, button);
    const words = html("span", "words", null, button);
    html("span", "title", record.title, words);
    const names = [...new Set(sites.map((site) => site.name))];
    const more = names.length > PLACES ? ` +${names.length - PLACES}` : "";
    html("span", "where", names.slice(0, PLACES).join(data.map.text.comma) + more, words);
    button.addEventListener("click", () => choose(record.id));
  }

  /* shown: [record, its visible sites] */
  function columns(data, root, shown, choose) {
    root.replaceChildren();
    ORDER.forEach((focus) => {
      const some = shown.filter(([record]) => String(record.focus) === focus);
      if (!some.length) return;
      const part = html("section", "", null, root), head = html("h3", "", null, part);
      sign(data.map.look, focus, false, 14, head);
      html("span", "", data.labels.focus[focus], head);
      html("span", "n", some.length, head);
      const list = html("ul", "entries", null, part);
      some.forEach(([record, sites]) => entry(data, record, sites, list, choose));
    });
  }

  atlas.lists = function (data, parts, shown, choose) {
    const placed = shown.filter(([, sites]) => sites.some((site) => site.x !== null));
    const rest = shown.filter(([, sites]) => sites.every((site) => site.x === null));
    parts.listHead.textContent = data.text.page_list;
    columns(data, parts.list, placed, choose);
    parts.empty.textContent = shown.length ? "" : data.text.empty;
    parts.offMap.hidden = !rest.length;
    parts.offHead.textContent = data.text.not_placed;
    parts.offWhy.textContent = data.text.not_placed_why;
    columns(data, parts.off, rest, choose);
  };

  function term(name, root) {
    html("dt", "", name, root);
    return html("dd", "", null, root);
  }

  function sources(all, root) {
    const list = html("ul", "", null, root);
    all.forEach((one) => atlas.source(one, html("li", "", null, list)));
  }

  atlas.foot = function (data, root) {
    const { foot } = data, names = foot.names;
    root.replaceChildren();
    html("h2", "", names.about, root);
    const list = html("dl", "", null, root);
    ["filter", "counts", "edition"].forEach((key) => html("p", "", foot[key], term(names[key], list)));
    const cited = term(names.documents, list);
    sources(foot.documents, cited);
    if (foot.records.length) {
      const more = html("details", "", null, cited);
      html("summary", "", foot.recordsHead, more);
      sources(foot.records, more);
    }
    const exact = html("ul", "", null, term(names.precision, list));
    foot.precision.forEach(([form, name, text]) => {
      const line = html("li", "", null, exact);
      atlas.image(`precision-${form}`, line);
      html("strong", "", name, line);
      html("span", "", ` — ${text}`, line);
    });
    ["boundaries_head", "attributions"].forEach((key) => {
      const many = html("ul", "", null, term(names[key], list));
      foot[key].forEach((text) => html("li", "", text, many));
    });
    if (foot.link) atlas.source({ text: foot.link, address: foot.link }, term(names.link, list));
  };
})();
