-- What an edition looks like in PostGIS. The number in foip_atlas.version is VERSION in loaders/stores/postgis/sql.py.
CREATE SCHEMA foip_atlas;

CREATE TABLE foip_atlas.version (number integer NOT NULL);
COMMENT ON TABLE foip_atlas.version IS 'Which layout this schema has';

CREATE TABLE foip_atlas.edition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    published timestamptz NOT NULL DEFAULT now(),
    features integer NOT NULL,
    bytes bigint NOT NULL,
    bbox json NOT NULL,
    allowed json NOT NULL,
    documents bytea NOT NULL,
    organisations bytea NOT NULL
);
COMMENT ON COLUMN foip_atlas.edition.allowed IS 'The codes that occur, by facet: what a filter may name';

CREATE TABLE foip_atlas.current (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    edition bigint NOT NULL REFERENCES foip_atlas.edition
);
COMMENT ON TABLE foip_atlas.current IS 'The edition that readers see';

CREATE TABLE foip_atlas.word (
    edition bigint NOT NULL REFERENCES foip_atlas.edition,
    number integer NOT NULL,
    code text COLLATE "C",
    line text COLLATE "C",
    PRIMARY KEY (edition, number),
    UNIQUE (edition, code),
    CHECK (num_nonnulls(code, line) = 1)
);
COMMENT ON TABLE foip_atlas.word IS 'What a site can be found by: each code and each line of text once';
COMMENT ON COLUMN foip_atlas.word.code IS 'facet=code, and status@year=code for the end of each year';
COMMENT ON COLUMN foip_atlas.word.line IS 'Folded and spaced as atlas/search/words.py does';

CREATE TABLE foip_atlas.site (
    edition bigint NOT NULL REFERENCES foip_atlas.edition,
    position integer NOT NULL,
    id text COLLATE "C" NOT NULL,
    words integer[] NOT NULL,
    initiative integer NOT NULL,
    country integer,
    focus smallint NOT NULL,
    wide boolean NOT NULL,
    x smallint,
    y smallint,
    geom geometry(Geometry, 4326),
    PRIMARY KEY (edition, position),
    UNIQUE (edition, id)
);
COMMENT ON TABLE foip_atlas.site IS 'What filters and boxes ask; rows lie in the order of their places, so that a box reads few pages';
COMMENT ON COLUMN foip_atlas.site.words IS 'Numbers of foip_atlas.word';
COMMENT ON COLUMN foip_atlas.site.initiative IS 'The number of its code, as country of its first country''s';
COMMENT ON COLUMN foip_atlas.site.wide IS 'Stands in a region''s box';
COMMENT ON COLUMN foip_atlas.site.x IS 'Column, as y row, of the grid of atlas/geo/cells.py; null without a place';
CREATE INDEX site_geom ON foip_atlas.site USING gist (geom);
CREATE INDEX site_words ON foip_atlas.site USING gin (words);
CREATE INDEX site_cell ON foip_atlas.site (edition, x, y) INCLUDE (initiative, focus, country, wide);

CREATE INDEX site_wide ON foip_atlas.site (edition) WHERE wide;

CREATE TABLE foip_atlas.crowd (
    edition bigint NOT NULL REFERENCES foip_atlas.edition,
    word integer NOT NULL,
    level smallint NOT NULL,
    x smallint,
    y smallint,
    focus smallint NOT NULL,
    initiatives integer NOT NULL,
    sites integer NOT NULL,
    wide integer,
    off integer,
    sum_x bigint,
    sum_y bigint,
    low integer,
    high integer
);
COMMENT ON TABLE foip_atlas.crowd IS 'What is counted beforehand where there are many sites: of all (word -1), or of those with a word';
COMMENT ON COLUMN foip_atlas.crowd.level IS 'Of the grid; -1 is the whole, with the sites in regions'' boxes and off the map';
CREATE INDEX crowd_cell ON foip_atlas.crowd (edition, word, level, x, y);

CREATE TABLE foip_atlas.content (
    edition bigint NOT NULL,
    position integer NOT NULL,
    feature json NOT NULL,
    PRIMARY KEY (edition, position),
    FOREIGN KEY (edition, position) REFERENCES foip_atlas.site
);
COMMENT ON TABLE foip_atlas.content IS 'The wide part of a site: its GeoJSON Feature';

CREATE VIEW foip_atlas.current_site AS
SELECT
    site.id,
    content.feature -> 'properties' ->> 'title_ja' AS title_ja,
    content.feature -> 'properties' ->> 'title_en' AS title_en,
    (content.feature -> 'properties' ->> 'focus_area')::integer AS focus_area,
    content.feature -> 'properties' ->> 'region' AS region,
    content.feature -> 'properties' ->> 'country' AS country,
    content.feature -> 'properties' ->> 'precision' AS precision,
    content.feature -> 'properties' ->> 'status' AS status,
    content.feature -> 'properties' AS properties,
    site.geom
FROM foip_atlas.site
JOIN foip_atlas.current ON current.edition = site.edition
JOIN foip_atlas.content ON content.edition = site.edition AND content.position = site.position;
COMMENT ON VIEW foip_atlas.current_site IS 'The sites of the current edition, for a GIS';
