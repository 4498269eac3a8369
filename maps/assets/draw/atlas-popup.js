/* Popups: one initiative in full, or the list of many; built as DOM, never as markup. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const { html, sign, ORDER } = atlas.draw;

  /* What had happened at a site by the end of the year that the address asks for, today when it asks for none. */
  function progress(site) {
    const years = (new URL(atlas.host.address()).searchParams.get("year") || "").match(/\d{4}/g) || [];
    const until = years.sort().at(-1), done = site.said.filter(([year]) => !until || year <= until);
    return done.length ? done.at(-1)[1] : "";
  }

  function one(data, site) {
    const root = html("div", "pop");
    const head = html("div", "pop-head", null, root);
    sign(data.look, site.focus, false, 14, head);
    html("span", "focus", data.look[site.focus].short, head).style.color = data.look[site.focus].ink;
    html("h2", "", site.title, root);
    html("p", "", site.summary, root);
    html("p", "place", site.place, root);
    html("p", "progress", progress(site), root);
    html("p", "how", site.how, root);
    if (site.mentions.length) html("p", "mentions", `${data.text.mentions}: ${site.mentions.join(data.text.comma)}`, root);
    return root;
  }

  function many(data, group, choose, visit) {
    const root = html("div", "pop list");
    html("h2", "", group.name, root);
    html("p", "how", atlas.words(data.text.many, { n: group.total }), root);
    if (data.countries[group.country] && group.precision !== "region" && !group.own) {
      const way = html("button", "way", atlas.words(data.text.country, { name: data.countries[group.country].name }), root);
      way.type = "button";
      way.addEventListener("click", () => visit(group.country));
    }
    const seen = new Set();
    ORDER.forEach((focus) => {
      const sites = group.sites.filter((site) => site.focus === focus && !seen.has(site.initiative) && seen.add(site.initiative));
      if (!sites.length) return;
      const head = html("div", "pop-head", null, root);
      sign(data.look, focus, false, 14, head);
      html("span", "focus", `${data.look[focus].short} ${sites.length}`, head).style.color = data.look[focus].ink;
      const list = html("ul", "", null, root);
      sites.forEach((site) => {
        const button = html("button", "entry", site.title, html("li", "", null, list));
        button.type = "button";
        button.addEventListener("click", () => choose(site));
      });
    });
    return root;
  }

  atlas.popup = { one, many };
})();
