/* Groups: sites that share a mark, because they share a place or because the scale lets them touch. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const NEAR = 30, MANY = 24;

  function sorted(one) {
    one.total = new Set(one.sites.map((site) => site.initiative)).size;
    one.kind = one.precision === "region" ? "box" : one.total >= MANY ? "donut" : one.precision === "country" ||
      one.total > 1 ? "plate" : "symbol";
    return one;
  }

  atlas.counted = sorted;

  /* The same place, country or region. A route is a line of its own; its countries' marks count and list it too. */
  atlas.group = function (sites) {
    const found = new Map();
    sites.forEach((site) => {
      if (site.x === null || site.lines) return;
      if (!found.has(site.key)) {
        found.set(site.key, { key: site.key, name: site.name, x: site.x, y: site.y, precision: site.precision,
          country: site.countries[0], own: site.own, sites: [] });
      }
      found.get(site.key).sites.push(site);
    });
    sites.filter((site) => site.lines).forEach((site) => site.countries.forEach((code) => {
      const country = found.get(code);
      if (country && !country.own) country.sites.push(site);
    }));
    return [...found.values()].map(sorted);
  };

  /* Within one country, places closer than 30 px become one mark; they part again as the user zooms in. */
  atlas.merge = function (groups, map) {
    const point = (one) => map.latLngToLayerPoint([one.y, one.x]);
    const order = { country: 0, city: 1, site: 2 }, done = [];
    const ranked = [...groups].sort((a, b) => (order[a.precision] ?? 9) - (order[b.precision] ?? 9));
    ranked.forEach((one) => {
      const here = point(one);
      const host = one.precision === "region" ? null : done.find((other) => other.country === one.country &&
        other.own === one.own && other.precision !== "region" && point(other).distanceTo(here) < NEAR);
      if (!host) { done.push({ ...one, sites: [...one.sites] }); return; }
      host.sites.push(...one.sites);
      host.merged = [...(host.merged || []), one.name];
    });
    return done.map((one) => {
      if (!one.merged) return one;
      const others = new Set(one.merged.filter((name) => name !== one.name)).size;
      return sorted(one.precision === "country" || !others ? one : { ...one, name: `${one.name} +${others}` });
    });
  };

  /* Two marks that have no room beside each other are one, which says of how many countries. */
  atlas.join = function (one, other, words) {
    const countries = [...new Set([...(one.countries || [one.country]), ...(other.countries || [other.country])])];
    const big = other.total > one.total ? other : one,
      sites = [...one.sites, ...other.sites.filter((site) => !one.sites.includes(site))];
    if (countries.length === 1) return sorted({ ...big, sites, merged: true });
    const name = atlas.words(words, { n: countries.length });
    return sorted({ ...big, key: `${big.key}+`, country: null, countries, name, sites, precision: "country",
      merged: true, donut: false });
  };
})();
