"""What is counted once, when an edition of many sites is published, so that broad questions have their answer.

That is: the cells of all sites and of those with a code that many have, and what each code of a facet comes to.
"""

from __future__ import annotations

from typing import Final, LiteralString

from loaders.stores.postgis.connection import Connection

ALL: Final = -1  # in place of a word: every site
WHOLE: Final = -1  # in place of a level: the edition
FINEST: Final = 7  # the finest level that is counted beforehand: nearer views hold fewer sites
MANY: Final = 50_000  # sites of a code from which its cells are; fewer are counted when asked for
_CODES: Final = """
CREATE TEMPORARY TABLE code ON COMMIT DROP AS
SELECT number, coalesce(share, 0) * %(sites)s >= %(many)s AS broad FROM foip_atlas.word
LEFT JOIN (SELECT unnest(most_common_elems::text::integer[]) AS number, unnest(most_common_elem_freqs) AS share
           FROM pg_stats WHERE schemaname = 'foip_atlas' AND tablename = 'site' AND attname = 'words') AS common
          USING (number)
WHERE edition = %(edition)s AND code !~ '^(ids|focus)=|@'"""
_TALLIES: Final = """
INSERT INTO foip_atlas.crowd (edition, word, level, focus, initiatives, sites, wide, off)
SELECT %(edition)s, word, -1, focus, count(*), sum(sites), sum(wide), sum(off) FROM (
    SELECT word, initiative, min(focus) AS focus, count(*) AS sites, count(*) FILTER (WHERE wide) AS wide,
           count(*) FILTER (WHERE x IS NULL) AS off
    FROM foip_atlas.site, unnest(words || -1) AS word
    WHERE edition = %(edition)s AND (word = -1 OR word IN (SELECT number FROM code)) GROUP BY word, initiative
) AS one GROUP BY word, focus"""
_MET: Final = """
CREATE TEMPORARY TABLE met ON COMMIT DROP AS
SELECT word, x >> 5 AS x, y >> 5 AS y, initiative, min(focus) AS focus, count(*) AS sites,
       sum(x) AS sum_x, sum(y) AS sum_y, min(country) AS low, max(country) AS high
FROM (SELECT -1 AS word, * FROM foip_atlas.site WHERE edition = %(edition)s
      UNION ALL SELECT code.number, site.* FROM code JOIN foip_atlas.site ON words && ARRAY[code.number]
      WHERE broad AND edition = %(edition)s) AS one
WHERE x IS NOT NULL AND NOT wide GROUP BY word, x >> 5, y >> 5, initiative"""
_LEVEL: Final = """
INSERT INTO foip_atlas.crowd (edition, word, level, x, y, focus, initiatives, sites, sum_x, sum_y, low, high)
SELECT %(edition)s, word, %(level)s, x, y, focus, count(*), sum(sites), sum(sum_x), sum(sum_y), min(low), max(high)
FROM met GROUP BY word, x, y, focus"""
_HALVED: Final[tuple[LiteralString, ...]] = (
    "CREATE TEMPORARY TABLE next ON COMMIT DROP AS SELECT word, x >> 1 AS x, y >> 1 AS y, initiative,"
    " min(focus) AS focus, sum(sites) AS sites, sum(sum_x) AS sum_x, sum(sum_y) AS sum_y, min(low) AS low,"
    " max(high) AS high FROM met GROUP BY word, x >> 1, y >> 1, initiative",
    "DROP TABLE met",
    "ALTER TABLE next RENAME TO met",
)


def count_crowds(line: Connection, edition: int) -> None:
    """Count the cells of an edition whose sites are in place and known to the planner, within a transaction."""
    ((sites,),) = line.execute("SELECT count(*) FROM foip_atlas.site WHERE edition = %s", [edition]).fetchall()
    if sites < MANY:
        return
    asked = {"edition": edition, "sites": sites, "many": MANY}
    for step in (_CODES, _TALLIES, _MET):
        line.execute(step, asked)
    for level in range(FINEST, -1, -1):
        line.execute(_LEVEL, asked | {"level": level})
        for step in _HALVED:
            line.execute(step)
