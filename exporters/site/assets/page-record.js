/* Record: one initiative in full, built as DOM from plain words. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html } = atlas.draw;

  atlas.image = function (name, parent) {
    const image = html("img", "form", null, parent);
    image.src = atlas.host.symbol(name);
    image.alt = "";
    return image;
  };

  /* Only addresses of the web become links. */
  function source(one, parent) {
    if (!one) return;
    const line = html("p", "source", null, parent), web = /^https?:\/\//i.test(one.address);
    const node = html(web ? "a" : "span", "", one.text, line);
    if (web) { node.href = one.address; node.rel = "noopener noreferrer"; node.target = "_blank"; }
    if (one.date) html("span", "when", ` ${one.date}`, line);
  }

  function section(title, parent) {
    html("h3", "", title, parent);
    return html("div", "part", null, parent);
  }

  function place(one, focus, cited, parent) {
    const root = html("div", "place", null, parent), head = html("p", "place-name", null, root);
    atlas.image(`focus${focus}-${one.form}`, head);
    html("strong", "", one.place, head);
    html("p", "how", one.how, root);
    if (one.note) html("p", "how", one.note, root);
    source(cited[one.source], root);
  }

  function milestone(one, cited, parent) {
    const root = html("div", "step", null, parent), head = html("p", "", null, root);
    html("span", "when", `${one.date} `, head);
    html("strong", "", one.status, head);
    if (one.money) html("span", "", ` — ${one.money}`, head);
    [one.where, one.differs, one.later].filter(Boolean).forEach((text) => html("p", "how", text, root));
    if (one.note) html("p", "how", one.note, root);
    source(cited[one.source], root);
  }

  atlas.record = function (data, record, root) {
    const tags = html("p", "tags", null, root), tag = html("span", `tag area focus-${record.focus}`, null, tags);
    atlas.image(`focus${record.focus}-site`, tag);
    html("span", "", record.area, tag);
    record.tags.forEach((text) => html("span", "tag", text, tags));
    html("h2", "", record.title, root).tabIndex = -1;
    const other = html("p", "other", record.other, root);
    other.lang = data.map.lang === "ja" ? "en" : "ja";
    if (record.progress) html("strong", "", record.progress, html("p", "progress", null, root));
    html("p", "summary", record.summary, root);
    html("p", "how", record.basis, root);
    const places = section(data.text.places, root), cited = [...data.foot.documents, ...data.foot.records];
    record.places.forEach((one) => place(one, record.focus, cited, places));
    if (record.milestones.length) {
      const steps = section(data.text.milestones, root);
      record.milestones.forEach((one) => milestone(one, cited, steps));
    }
    record.facts.forEach(([name, text]) => html("p", "", text, section(name, root)));
    const mentions = html("ul", "", null, section(data.text.named_in, root));
    record.mentions.forEach(([short, text]) => {
      const line = html("li", "", null, mentions);
      html("strong", "", short, line);
      html("span", "", ` ${text}`, line);
    });
    if (record.terms.length) {
      const list = html("dl", "terms", null, section(data.text.terms, root));
      record.terms.forEach(([term, text]) => { html("dt", "", term, list); html("dd", "", text, list); });
    }
  };

  atlas.source = source;
})();
