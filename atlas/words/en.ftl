### The words of the pages in English. Numbers stand as they are; NUMBER($n) sets thousands apart.

## Frame

name = FOIP Atlas
tagline = What Japan does under the Updated FOIP
page_map = Map
page_regions = Regions
page_table = List
page_about = Sources & method
foot_edition = Data edition
foot_sources = Sources
foot_places = Place names: GeoNames (CC BY 4.0) and others. Base map: Natural Earth
foot_boundaries = Boundaries are indicative. Dashed lines are schematic and do not show an actual route.
documents = { $n ->
    [one] { $n } government document
   *[other] { $n } government documents
}
records = { $n } public records
broken = The data can't be read. Please tell whoever runs this atlas.
go_skip = Go to
go_map = Go to the map
go_list = Go to the list
go_record = Go to the record
go_filters = Go to the filters
go_copied = The link is copied.
go_uncopied = It could not be copied. Copy it from the address bar.
copy_link = Link

## Filters

filters = Filters
clear = Clear all
search = Search
search_hint = Name, country, body or place
suggested = Suggestions
kind_partner = Organisation
kind_place = Place
focus = Focus area
region = Region
country = Country or area
theme = Theme
instrument = Instrument
partner = Partner
document = Document
precision = Precision of place
basis = Basis of place
status = Status
year = As it stood
year_end = End of { $year }
year_undated = No date on record
year_undated_too = Show those with no date too
year_undated_only = Those with no date on record
years_play = Play the years
years_stop = Stop
year_now = As it stood at the end of { $year }: only what has a published milestone by then, with the status of that time.
year_left = Left out:{ " " }
year_left_later = { $n } that come later
year_left_undated = { $n } with no published date
year_later = after { $year }
choose = Any of { $n }
option = { $name } ({ $n })
more = { $n } more
edition_kept = The newest data can't be used, so the previous edition { $when } is shown.
many_page = This edition has { $n } places, more than the { $most } that this page can take in. The world map shows them all, and a filtered part can be had as files.
many_over = The filter leaves { $n } places, more than the { $most } that files are made of. Narrow it down to have them.
many_make = Prepare the files of this filter
counting = Counting…
many_several = Several countries
many_nowhere = No country given
login = Log in
login_ask = Please log in to see the atlas.
login_as = Logged in as { $user }
login_leave = Log out
login_editors = This edition is for editors only. Ask whoever keeps the atlas if you need to see it.
login_editors_only = Only editors may bring lists. Ask whoever keeps the atlas if you need to.
login_draft = Draft, shown to editors only: this is not a released edition.
failed = This page could not be made. Reload it, or tell whoever runs this atlas.
unknown = Ignored in the address, because the atlas does not know it: { $values }

## Counts

counts_split = Places: { $on } on the map, { $wide } region-wide, { $off } off the map
unit = { "" }
empty = No initiative matches. Take a filter away, or clear them all.
did_you_mean = Did you mean { $q }?

## Map

map_legend = Legend
map_focus = Focus area
map_precision = Precision of place
map_shown = Country with an initiative
map_unplaced = Not on the map
map_many =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    }
map_country = Page of { $name }
map_mentions = Named in
map_comma = ,{ " " }
map_close = Close
map_zoomIn = Zoom in
map_zoomOut = Zoom out
map_home = Indo-Pacific
map_world = World
map_near = Fit to what is shown
map_countries = { $n } countries
map_outside =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    }, outside the view; goes there
map_details = Details
map_focus_1 = AI & data
map_focus_2 = Growth
map_focus_3 = Security
map_focus_0 = Cross-cutting
map_failed = The map's data could not be fetched. Reload the page.
map_cell = { $name }: { $n } initiatives; opens by zooming in
map_alt =
    Map of { $i } { $i ->
        [one] initiative
       *[other] initiatives
    } at { $s } { $s ->
        [one] place
       *[other] places
    } ({ $off } not on it). Places and counts: { $places }. The list has the same initiatives.
legend_site = Site, as named by a source
legend_city = City or approximate
legend_country = Country (ring: split by area; number: count)
legend_region = Region-wide
legend_route = Route (dashed: schematic)

## Precision in words

exact_site = Site: the facility itself
exact_city = City or approximate: this town or near it
exact_admin1 = State or province: somewhere in it
exact_country = Country: no particular place in it
exact_region = Region-wide: the whole region
exact_route = Route
within = within about { $km } km
confidence = confidence: { $level }

## Record

record = Initiative
close = Close
zoom = Zoom to it
previous = Previous
next = Next
position = { $i } of { $n }
hidden = Outside the filters of the moment
focus_inferred = Focus area is our reading: { $reason }
focus_stated = Focus area as the document has it
places = Places, and how sure they are
milestones = Milestones
differs = Sources disagree: { $what }
differs_date = date
differs_amount = amount
differs_details = details
step_expected = { $status } (expected)
step_predecessor = { $status } (background)
step_candidate = { $status } (candidate)
step_elsewhere = { " " }and elsewhere
tally_countries =
    { $n } { $n ->
        [one] country
       *[other] countries
    }
tally_candidates = Candidates: { $said }
place_candidate = Candidate: { $place }
tally_places =
    { $n } { $n ->
        [one] place
       *[other] places
    }
named_in = Named in
partners = Partners
instruments = Instruments
themes = Themes
priority_area = Priority area of the Japan–Singapore statement
link = Link to this screen
related = Related initiatives
shared_place = same place
shared_theme = same theme
shared_partner = same partner
shared_country = same country
terms = Terms
cite = Cite as
own_page = Open the page of this initiative (to print)
no_record = No initiative is named. Choose one on the map or in the list.
back_to_map = Show on the map

## Filters and list beside the map

other_filters = More
chosen_more = { $name } +{ $n }
find_option = Find by name
more_short = { " " }+{ $n }
with_partner = with { $names }
colon = :{ " " }
stop = .
between = ,{ " " }
aside = { " " }({ $what })
no_date = No date on record
amounts = { $n } amounts
in_year = { " " }({ $year })
sort = Order
sort_newest = Newest first
sort_document = As in the documents
all = All
country_page = Country page
compare_with = Compare
find_in = Search these { $n }: name, body, theme
none_found = None of these matches.
no_area = Outside the Japan–Singapore statement
no_area_short = Other
show_more = Show { $n } more
page_list_short = List
source = Source
sheet = Change the height of the list
list_tab = Close or open the list

## Lists

results = Initiatives shown
results_first = The first { $n } of { $all }
not_placed = Not on the map
not_placed_why = The documents tie these to no country or region, so the map shows no place for them.

## About

about_title = Sources and method
about_documents = The documents
about_document_counts = All { $items } items covered, { $n } initiatives
about_outline = Outline and coverage
about_code = Code
about_heading = Heading
about_item = Item
about_initiatives = Initiatives
about_no_initiative = No initiative: { $reason }
about_refused = {", "}{ $n ->
    [one] 1 item names none
   *[other] { $n } items name none
}
about_scope = Part covered: { $scope }
about_method = Method
about_precision = Precision, in words
about_boundaries = Boundaries
about_attributions = Attributions and licences
about_terms = Glossary
about_records = Public records
date_unknown = no date stated
publisher = Publisher
title = Title
date = Date
read = Read on
address = Address

## Regions

region_choose = Choose a region
region_countries = Countries and areas
region_count = **{ $n }** { $n ->
        [one] initiative
       *[other] initiatives
    }
region_count_countries = **{ $n }** { $n ->
        [one] country or area
       *[other] countries or areas
    }
region_count_wide = **{ $n }** of them region-wide
region_count_also = and **{ $n }** for all of { $name }
region_to_map = On the map
region_to_table = In the list
region_files = Export
region_to_region = Page of { $name }
region_by_country = By country
region_by_theme = By theme
region_by_focus = By focus area
region_mark = one mark per initiative
region_wide = Region-wide
region_several = An initiative in several countries counts once in each, so the rows may add up to more than { $n }.
region_several_themes = An initiative with several themes counts once in each.
region_partners = Partners
region_partners_note = Countries and bodies that the documents name, other than the recipient.
region_partners_none = The documents name no partner.
region_milestones = Milestones of the last 24 months
region_milestones_none = No milestone was published in the last 24 months.
region_until = up to { $day }
region_applies = These apply to all of { $name } and count for no single country.
region_also = Also for all of { $name }
region_also_note = These apply to all of { $name } and are not counted as { $country }’s own.
region_none = No initiative of { $name } matches these filters.
region_unplaced = These are tied to no country or region, so there is no map.
region_list = Initiatives
region_chart = { $title }: { $rows }

## Table and downloads

filter_none = All initiatives
export_counts =
    { $i } { $i ->
        [one] initiative
       *[other] initiatives
    } at { $s } { $s ->
        [one] place
       *[other] places
    } ({ $on } on the map, { $wide } region-wide, { $off } off the map)
by_sites = Places
by_initiatives = Initiatives
by = A row is
columns = Columns
downloads = Download
table_first = the first { $n } of { $all } rows (the files have them all)
table_alt =
    Table of initiatives, { $n } { $n ->
        [one] row
       *[other] rows
    }. A heading sorts; a cell opens its record; ticked rows (Shift+Space) can be added to the briefing.
on_map = Show on the map
sheet_about = About and sources
sheet_sources = Sources by row
sheet_leads = { $n } sources: see “{ $sheet }”
about_filter = Filters
about_counts = Counts
about_edition = Data edition
about_places_note = How it counts
about_places_words = Counts are of initiatives; places are pairs of initiative and place. Positions are no more exact than the sources; coordinates of countries and regions are representative points.
about_query = Address of this filter
focus_stated_short = Stated in the document
focus_inferred_short = Our reading

## What the server says in place of a page

gate_host = The atlas does not answer to this name. Its keeper can add the name to the setting ATLAS_HOSTS.
gate_origin = Pages of other sites cannot connect. Please open the atlas itself.
gate_sockets = Too many connections just now. Please reload in a moment.
gate_no_upload = The page that is open takes no file. Please open the import page again.
gate_uploads = Other files are being received just now. Please try again in a moment.
gate_slow = The file took too long to arrive. Please try again.
gate_hidden = There is nothing at this address.
ready_not = There is no edition to show yet.

## Changes: whole

page_changes = Changes
changes = What changed
changes_title = What changed: { $old } → { $new }
changes_head = From { $old } to { $new }: { $counts }.
changes_none = Nothing changed. The two editions hold the same.
changes_uncompared = Not compared, because only one of the editions has it: { $fields }.
changes_redrawn =
    At { $n } { $n ->
        [one] place
       *[other] places
    } only the point moved at which the map draws the country or region.
changes_many =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    }

## Changes: kinds, with their counts

changes_added = Initiatives added
changes_removed = Initiatives removed
changes_moved = Initiatives whose places changed
changes_changed = Initiatives whose contents changed
count_added =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    } added
count_removed =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    } removed
count_moved =
    { $n } { $n ->
        [one] place
       *[other] places
    } moved
count_places_added =
    { $n } { $n ->
        [one] place
       *[other] places
    } added
count_places_removed =
    { $n } { $n ->
        [one] place
       *[other] places
    } taken out
count_changed =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    } changed in content

## Changes: what happened to a place

move_km = moved { $km }
move_placed = placed anew
move_redrawn = point on the map moved { $km }
move_added = place added
move_removed = place taken out

## Changes: columns

changes_initiative = Initiative
changes_what = What
changes_change = Before → after
changes_kind = { $kind }: { $what }
changes_marks = In texts: { $old }, { $new }
changes_old = struck through is taken out
changes_new = underlined or bold is new

## Changes: page

changes_in_force = The newer edition and the one in force 30 days before it
changes_last_other = The newer edition and the last one that differs from it (none is 30 days older)
changes_apart =
    { $n } { $n ->
        [0] days apart (same date)
        [one] day apart
       *[other] days apart
    }
changes_group = Group by
changes_group_kind = By kind
changes_group_place = By country and region
changes_from = From edition
changes_to = To edition
changes_edition = { $date } ({ $digest })
changes_current = { $name }, current
changes_file = your file { $name }
changes_upload = Compare a file of yours
changes_upload_note = Choose the GeoJSON of an earlier edition (.geojson or .gz). It is used in this session only and never stored.
changes_refused = This file can't be read.
changes_one = There is no other released edition. Choose an earlier GeoJSON of your own to compare.
changes_broken = The released editions can't be read.
changes_download = Markdown
changes_fields = Fields that changed
changes_event = [one event, several reports]
feed_title = FOIP Atlas: what changed in the data
feed_entry = Edition of { $edition }
feed_link = Follow new editions (Atom feed)
edition_first = { $edition }: the first edition, with { $n } initiatives.
value_unknown = unknown category
source_gone = a source that is no longer listed
place_unnamed = place without a name
changes_in_ja = { $what } (Japanese)
changes_in_en = { $what } (English)
changes_wording = Changes of wording (titles, summaries, notes, place names)
changes_unplaced = Changes at places that the map can't show: { $n }
changes_map_legend = Legend
changes_map_added = Added
changes_map_removed = Taken out
changes_map_moved = Moved (○ before, ● after)
changes_map_changed = Contents changed

## Changes: fields

field_title_ja = Title (Japanese)
field_title_en = Title (English)
field_short_title_ja = Short title (Japanese)
field_short_title_en = Short title (English)
field_summary_ja = Summary (Japanese)
field_summary_en = Summary (English)
field_focus_area = Focus area
field_focus_area_basis = Basis of the focus area
field_focus_area_reason_ja = Reason for the focus area (Japanese)
field_focus_area_reason_en = Reason for the focus area (English)
field_priority_area = Priority area of the Japan–Singapore statement
field_themes = Themes
field_instruments = Instruments
field_partners = Partners
field_mentions = Named in
field_candidate = Candidate
field_role = Role
field_status = Status
field_milestones = Milestones
field_place_ja = Place name (Japanese)
field_place_en = Place name (English)
field_country = Country or area
field_countries = Countries or areas concerned
field_region = Region
field_precision = Precision of place
field_basis = Basis of place
field_confidence = Confidence
field_route_basis = Basis of the route
field_uncertainty_km = Uncertainty of place
field_source = Source of the place
field_note_ja = Note (Japanese)
field_note_en = Note (English)

## Handout and static site: page

page_counts =
    { $i } of { $all } { $all ->
        [one] initiative
       *[other] initiatives
    } at { $s } { $s ->
        [one] place
       *[other] places
    }
page_counts_all =
    { $i } { $i ->
        [one] initiative
       *[other] initiatives
    } at { $s } { $s ->
        [one] place
       *[other] places
    }
page_country = Show { $name } only
page_remove = Remove { $name }
page_list = List of initiatives
page_language = Language
page_map_label = Map
page_noscript = The map and the filters of this page need JavaScript.
page_skip = Skip to the list

## Handout and static site: foot

foot_about = About this handout
foot_filter = What it contains
foot_counts = Counts
foot_documents = Documents cited
foot_precision = Precision of places
foot_boundaries_head = Boundaries
foot_attributions = Attributions
foot_link = The live atlas

## Handout and static site: static site

site_about = About this atlas
site_downloads = Downloads
site_download_note = Everything that this site holds. CSV, Excel and KML by language; GeoJSON and GeoPackage hold both languages.
site_file = File
site_language = Language
site_both = Japanese and English
site_size = Size
site_static = A static copy of data edition { $edition }.
site_live = The live FOIP Atlas
site_where = Place
site_status = Status
site_themes = Themes and partners
site_latest = Latest milestones
site_count = { $n }
site_total =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    }
site_none = No initiative.
site_choose = This address leads to:

## Handout and static site: briefing note

note_initiatives = Initiatives
note_title = Initiative
note_place = Place
note_status = Status
note_date = Date
note_step = Milestone
note_sources = Sources
note_notes = Notes
note_more = { " " }and { $n } more
note_empty = No initiative matches.

## Import: why a file is no list

import_too_big = The file is larger than { $limit } MB. Split it and try again.
import_too_big_unpacked = Unpacked, the workbook is larger than { $limit } MB and is not read. Save it again without the sheets that are not needed.
import_too_many_rows = More than { NUMBER($rows) } rows or { NUMBER($cells) } values. Split the list and try again.
import_too_many_sheets = The workbook has more than { NUMBER($most) } sheets. Save the sheet with the list alone.
import_too_many_blank = More than { NUMBER($most) } rows or cells, empty ones included. Delete the formatted but empty cells below and beside the list and save it again.
import_too_many_strings = The workbook has more than { NUMBER($most) } texts. Save the sheet with the list alone.
import_too_many_styles = The workbook has more than { NUMBER($most) } cell formats. Paste the values into a new workbook and save that.
import_too_many_merges = The workbook has more than { NUMBER($most) } merged areas. Unmerge the cells and save it again.
import_too_many_lines = The file has more than { NUMBER($most) } lines. Take away the empty ones and save it again.
import_too_many_values = The file has too many values (at most { NUMBER($most) } objects). Split it and try again.
import_too_much_text = The list has more than { NUMBER($most) } characters. Split it and try again.
import_took_time = Reading took too long and was stopped. Save it with fewer rows or columns and try again.
import_took_memory = Reading needed too much memory and was stopped. Save it with fewer rows or columns and try again.
import_ended = Reading failed on the way. Open the file in a spreadsheet program and save it again.
import_busy = Too many lists are waiting to be read. Try again in a moment.
import_too_many_columns = Row { $row } has more than { $columns } columns. Take away those that are not needed.
import_cell_too_long = Row { $row } has a cell of more than { NUMBER($limit) } characters. Shorten it.
import_encrypted = The file is protected by a password. Save it without one.
import_old_excel = Old formats such as .xls are not read. Save the list as .xlsx or CSV.
import_other_package = This is not an Excel workbook (.xlsx). Save the list as .xlsx or CSV.
import_not_a_list = This kind of file holds no list. Use .xlsx, CSV, GeoJSON or IATI XML.
import_xlsx_broken = The workbook is damaged or holds what is not read. Open it in Excel and save it again.
import_csv_broken = This can't be read as CSV. Check for a quotation mark that is never closed.
import_encoding_unsure = The encoding can't be told for sure (it may be { $encodings }). Save the file as UTF-8 in the program it comes from.
import_encoding_unknown = The text is neither UTF-8, UTF-16 nor Shift_JIS (CP932). Save it as UTF-8.
import_empty = The file is empty.
import_no_header = No header was found. Name the columns, for example Country, Title, Place, Latitude, Longitude (see the template).
import_columns_unknown = The header seems to be “{ $columns }”, but it is not clear which columns are title, country or place. Choose what they mean on the import page, or name them Country, Title, Place.
import_no_rows = There are no rows under the header.
import_geojson_broken = This can't be read as GeoJSON: { $fault }.
import_xml_broken = This can't be read as XML (near line { $line }).
import_xml_encoding = This can't be read as XML in { $encoding }. Save it as UTF-8.
import_xml_doctype = XML with a DOCTYPE declaration is not read. Save it without.
import_not_iati = This is no IATI activity file (iati-activities).

## Import: about the file as a whole

import_encoding_guessed = Read as { $encoding }, which is a guess. If the words look wrong, save the file as UTF-8 in the program it comes from.
import_encoding = Read as { $encoding }.
import_iati_old = Read as IATI { $version }.
import_iati_version = The file's IATI version ({ $version }) is not known; it was read as 2.03.
import_other_sheets = Read the sheet “{ $sheet }”. Sheets not read: { $others }
import_sheets_together = The sheets { $sheets } were read one after the other; from the second on, the first digit of a row number tells the sheet.
import_sheets_left = Sheets not read: { $others }
import_hidden_sheets = Hidden sheets were not read: { $sheets }
import_formulas_unsaved =
    { $sheet }{ $n } { $n ->
        [one] formula has
       *[other] formulas have
    } no saved result and were taken as empty ({ $cells }). Open the workbook in Excel, save it and read it again.
import_hidden_rows =
    { $sheet }{ $n } hidden { $n ->
        [one] row was
       *[other] rows were
    } read too (row { $rows }). Delete what is not wanted.
import_struck_rows =
    { $sheet }{ $n } { $n ->
        [one] row with text struck through was
       *[other] rows with text struck through were
    } read too (row { $rows }). Delete what is not wanted.
import_hidden_columns = { $sheet }Hidden columns were read too: { $columns }
import_left_out =
    { $n } { $n ->
        [one] row
       *[other] rows
    } with sums or notes left out ({ $rows }).
import_headings =
    { $n } { $n ->
        [one] row that names only a country or region gives
       *[other] rows that name only a country or region give
    } it to the rows below ({ $rows }).
import_eased_crs = The crs member (WGS 84) was passed over.
import_eased_rings =
    Rings of { $n } { $n ->
        [one] feature
       *[other] features
    } were turned to the right-hand rule.
import_eased_eastward =
    { $n ->
        [one] In { $n } feature longitudes counted past 180° were taken back.
       *[other] In { $n } features longitudes counted past 180° were taken back.
    }
import_eased_unseen =
    Characters that nobody sees (marks of direction, spaces without width) were taken out of { $n } { $n ->
        [one] row
       *[other] rows
    }.
import_eased_decimals =
    Positions of { $n } { $n ->
        [one] feature
       *[other] features
    } were rounded to 7 decimals.
import_unread_columns = Columns not used: { $columns }
import_no_places = Only the atlas's own place names were searched, because the offline index is not available ({ $why }).

## Import: how a row was placed

import_how_point = By its coordinates, which lie in the country
import_how_point_country = By its coordinates; the row names no country, the point lies in { $country }
import_how_name = By its place name ({ $source })
import_how_largest = By its place name, the one large city of that name ({ $source })
import_how_part = By “{ $part }”, the part of the place name that was found ({ $source })
import_how_seat = By its place name, a province with a town of the same name; told as the province ({ $source })
import_how_sound = By how its place name sounds: { $part } ({ $source })
import_how_country = At the country as a whole
import_how_region = Region-wide (the position of its box, not a place)
import_how_chosen = Chosen among the candidates ({ $source })
import_how_line = By the line that the list gives
import_how_number = By its GeoNames number ({ $source })
import_how_swapped = Latitude and longitude swapped, as accepted

## Import: why a row is where it is

import_no_place = The row names no place.
import_place_unknown = No place “{ $place }” was found in { $country }.
import_place_unsure = “{ $place }” may mean more than one place, or only comes near to one.
import_several_places = The row names { $n } places.
import_no_country = The row names no country.
import_no_country_but_place = The row names no country, and a place name alone does not settle it.
import_no_country_at_sea = The row names no country, and its coordinates lie on no country's land.
import_country_unknown = The country “{ $text }” is not known.
import_several_countries = { $n } countries may be meant (“{ $text }”).
import_several_regions = “{ $text }” may mean { $n } regions.
import_wide_region = “{ $text }” is wider than any region of the map; it is kept in words and not drawn.
import_region_place = The row names a region and the place “{ $place }”, but no country: choose the place or the region.
import_region_place_unknown = The place “{ $place }” is not used: the row names no country.
import_outside_region = The coordinates (latitude { $lat }, longitude { $lon }) lie in { $country_there }, not in “{ $text }”.
import_line_elsewhere = The line does not touch { $country }.
import_region_unknown = The region “{ $text }” is not known.
import_place_codes = The place is told by codes alone ({ $codes }), which can't be looked up offline.
import_place_stands = The coordinates stand for the whole country (precision code { $stands }) and are no point of it.
import_number_unknown = The place of GeoNames number { $number } is not among the offline places.
import_number_elsewhere = The place of GeoNames number { $number } lies in { $country_there }, not in the row's country.
import_country_undrawn = { $country } is not on the base map.
import_worldwide = The row names no particular country or region.
import_unread = The coordinates “{ $text }” can't be read.
import_out_of_range = The coordinates are out of range (latitude { $lat }, longitude { $lon }).
import_zero_zero = The coordinates are 0, 0.
import_outside_in = The coordinates (latitude { $lat }, longitude { $lon }) lie in { $country_there }, not in { $country }.
import_outside_at_sea = The coordinates (latitude { $lat }, longitude { $lon }) lie at sea, far from { $country }.
import_outside_nobody = The coordinates (latitude { $lat }, longitude { $lon }) lie on land that the map does not give to { $country }.
import_swap_fits = With latitude and longitude swapped they lie in it.
import_country_above = The country is blank; that of the rows above (“{ $text }”) was taken.
import_precision_said =
    Drawn no finer than { $level ->
        [city] a town
        [admin1] a state or province
       *[country] the country
    }, as the list says (precision “{ $text }”).
import_precision_unknown = The precision “{ $text }” is not known, so that the row is drawn no finer than a town.
import_repeats_header = The row repeats the header.
import_fault = { $fault }

## Import: what of a row was not understood

import_missed_focus = Focus area “{ $words }” is not known.
import_missed_themes = Theme “{ $words }” is not known.
import_missed_instruments = Instrument “{ $words }” is not known.
import_missed_partners = Partner “{ $words }” is not known.
import_missed_status = Status “{ $words }” is not known.
import_missed_date = The date “{ $words }” can't be read. Write it as 2025-05-18 or May 2025.
import_taken_date =
    The date “{ $words }” was read as { $date } ({ $why ->
        [part] part of a year or month is no month or day
        [fiscal] the fiscal year as its year
        [no_day] the calendar has no such day
        [span] what the whole span has in common
        [order] the order of month and day is not clear
        [century] two digits as a year after 2000
       *[planned] planned or approximate
    }).
import_missed_amount =
    The amount “{ $words }” was left out ({ $why ->
        [span] a range is no one amount
        [bound] a limit is no amount
        [currencies] it is not clear in which currency it is
        [several] it holds several amounts
       *[unread] write a number and its unit, nothing else
    }).
import_taken_amount =
    { $why ->
        [currency] The amount “{ $words }” does not say of which country its currency is; write USD or the like.
       *[about] The amount “{ $words }” is approximate.
    }

## Import: records

import_untitled = (no title: row { $row })
import_no_focus = The list gives no focus area.
import_listed_focus = As the imported list has it.
import_from_rows = Rows of the imported list: { $rows }
import_missing = To be completed:
import_gazetteer_head = Places that these initiatives need; add them to data/gazetteer.yml.

## Import: the sum

import_summary =
    { $rows } { $rows ->
        [one] row
       *[other] rows
    }: { $parts }
import_outcome_placed = placed
import_outcome_country = at country
import_outcome_choose = to choose
import_outcome_swap = to swap
import_outcome_unplaced = not placed

## Import: the template

import_sheet_list = List
import_sheet_notes = How to fill it in
import_column_title_ja = Title (Japanese)
import_hint_title_ja = Required. Rows of the same title become places of one initiative.
import_column_title_en = Title (English)
import_hint_title_en = The title in English.
import_column_country = Country
import_hint_country = A name in Japanese or English, an abbreviation or an ISO code.
import_column_place = Place
import_hint_place = A town, port or airport; empty for the whole country.
import_column_lat = Latitude
import_hint_lat = If known: decimal, or degrees and minutes (-18.14, 18°08′S).
import_column_lon = Longitude
import_hint_lon = If known (178.44, 178°26′E).
import_column_focus = Focus area
import_hint_focus = 1, 2, 3, or 0 (cross-cutting).
import_column_themes = Themes
import_hint_themes = Themes as the filters name them; several with semicolons.
import_column_instruments = Instruments
import_hint_instruments = OSA, ODA, memorandum and so on; several with semicolons.
import_column_partners = Partners
import_hint_partners = Countries and bodies other than Japan and the recipient; several with semicolons.
import_column_summary_ja = Summary (Japanese)
import_hint_summary_ja = One or two sentences.
import_column_summary_en = Summary (English)
import_hint_summary_en = One or two sentences.
import_column_status = Status
import_hint_status = Announced, signed, loan signed, in force, held, under way, under construction, delivered, in service, completed.
import_column_date = Date
import_hint_date = Day of that status (2026, 2026-03, 2026-03-18).
import_column_mentions = Named in
import_hint_mentions = Items of the documents (such as evolved-foip:D8.2).
import_column_source = Source
import_hint_source = The key of a source in data/documents.yml.
import_column_note = Note
import_hint_note = A note that the record shows.

## Import: the page

page_import = Import
import_title = Put your own list on the map
import_lead = Puts your own list on the map without any network. Every row's result and reason is shown; what stays open is yours to choose.
import_upload = A list: .xlsx, CSV, GeoJSON or IATI XML, up to 20 MB
import_private = The list is held only while this page is open, here and in your browser. Nothing is stored on the server, and nobody else sees it.
import_template = Template
import_template_file = { $kind }, English
import_steps =
    - Column names may be Japanese or English (country, title, place, latitude, longitude, focus area …). Title rows and merged cells are fine.
    - Countries by name, abbreviation or code. Place names are only ever looked for inside that country.
    - Coordinates outside the country are not used; where latitude and longitude were swapped, the swap is offered.
import_reading = Reading
import_index = Preparing the index of place names (once only, some fifteen seconds)
import_placing = { $rows } rows
import_another = Another list
import_failed = { $name } can't be read.
import_all = All
import_row = Row
import_outcome = Result
import_cell_title = Title
import_cell_country = Country
import_cell_place = Place
import_why = How or why
import_table_alt = Rows of the list, { $n } of them. Choosing one shows its details and candidates.
import_pick = Choose a row of the table: what it says, why, and its candidates appear here and on the map.
import_detail = Row { $row }
import_written = As the list has it
import_result = Result
import_candidates = Candidates ({ $letters } on the map)
import_use = Use this place
import_accept = Accept the swap
import_accept_all =
    Accept all { $n } { $n ->
        [one] swap
       *[other] swaps
    }
import_undo = Undo the choice
import_next = Next open row
import_columns = Columns
import_columns_lead = When you change what a column means, the list is read anew (choices among candidates are lost). It holds for the next lists too while this page is open.
import_columns_name = Column of the list
import_columns_example = Example
import_columns_field = Meaning
import_columns_none = Not used
import_columns_read = Read it anew
import_column_id = Number
import_column_summary = Summary
import_column_area = State or province
import_column_amount = Amount
import_column_currency = Currency
import_position = Coordinates
import_coordinates = from the list's coordinates
import_beside = Show the atlas's own too
import_map_note = Full marks are your list ({ $shown } rows), faint ones the atlas's own.
import_download = Download
import_slides = Slides and pictures of this list
import_report = Report (CSV)
intake_accept_open = { $n ->
    [one] 1 item is
   *[other] { $n } items are
} not decided on yet ({ $codes }); decide on all of them, or, with --part, write the rest into documents.yml by hand.
intake_accept_document = documents.yml has a document “{ $document }” already. If it is this one, write what is left by hand; if another, choose another key.
intake_accept_exists = Item { $code }: there is an initiative “{ $id }” already; choose another name, or add to the one that is there.
intake_accept_no_slug = Item { $code }: “{ $id }” cannot be an initiative’s name; use lower-case letters, digits and single hyphens.
intake_accept_no_such = Item { $code }: the catalogue has no initiative “{ $id }”; make it a new one, or choose again.
intake_accept_no_item = Item { $code }: item { $other }, which it is to be joined with, has no accepted initiative.
intake_accept_organisation = The key “{ $organisation }” belongs to another organisation in organisations.yml; choose another key.
intake_accept_unsound = { $file } has faults, so that nothing can be added to it; mend first what python -m loaders check says.
intake_accept_by_hand = { $file } is written in a way that nothing can be added to by itself; add it by hand.
intake_draft_large = The draft file is too large ({ $mb } MB are the most).
intake_draft_none = This is no draft file (*.intake.json).
intake_draft_format = This version cannot read the draft’s format; open it with the version that made it.
intake_draft_broken = The draft is broken at { $field }; use a file that was saved anew.
intake_draft_option = The { $field } given on the command line is not in the right form; correct it and run again.
intake_draft_positions = Item { $code }: a position lies outside of the text; make the draft anew.
intake_draft_twice = The item or key “{ $code }” stands twice in the draft; change one of them.
intake_accept_written = { $n ->
    [one] 1 file
   *[other] { $n } files
} written, of which { $new } new.
intake_accept_pending = Items left undecided: { $codes }
intake_drafted = { $file }: { $items } items (low { $low }, medium { $medium }, high { $high })
intake_draft_title = [DRAFT] { $title }
intake_untitled = No title yet ({ $code })
intake_note = What a document gave. Put the files under data/ in their places in the working tree (changes.diff shows what changes in files that are there), then run python -m loaders check.
intake_note_none = Nothing is left to write.
intake_note_left = Left to write (file, field, what):
intake_note_open = Items left undecided: { $codes }
intake_left_ja = write the Japanese text
intake_left_en = write the English text
intake_left_untold = no initiative mentions this item; add { $mention } to the mentions of the one it belongs to, or say why it is none (not_initiative)
import_yaml = Catalogue (YAML)

intake_focus_reason = Because the theme "{ $theme }" belongs to the focus area "{ $focus }".
intake_rule_country_named = The text names the country
intake_rule_country_sign = The text has the country's sign
intake_rule_country_heading = By the country or region of the heading
intake_rule_country_party = Not named here, but the other party of the statement
intake_rule_country_home = Japan, where the acting side is
intake_rule_country_spoken_about = Spoken about, but not as a party to the work
intake_rule_region_named = The text names the region
intake_rule_region_linked = Named to say where a country or a sea lies, not as a place of the work
intake_rule_partner_table = The text has a name from the table of organisations
intake_rule_partner_country = The text names the organisation together with its country
intake_rule_partner_both = The other country's organisation, meant by "both"
intake_rule_partner_short = A short form that the document itself explains
intake_rule_partner_new = By its form an organisation, though not in the table
intake_rule_partner_with = Named with words such as "in cooperation with"
intake_rule_place_gazetteer = The text has a name from the gazetteer
intake_rule_place_offline = The offline sources know one such place in the country
intake_rule_place_venue = Seems to be where people met or signed, not where the work is
intake_rule_place_unsure = Seems to be a place, but which one is not certain
intake_rule_date_named = The text has the date
intake_rule_date_fiscal = The text has the fiscal year
intake_rule_date_year = The text has the day; its year follows from a day or fiscal year told there
intake_rule_amount_named = The text has the amount
intake_rule_status_done = A word for something done
intake_rule_status_expected = A word for something still to come
intake_rule_theme_word = The text has words of the theme
intake_rule_theme_heading = By the words of the heading
intake_rule_theme_frame = Seems to describe the framework rather than an initiative
intake_rule_instrument_any = The text names no instrument
intake_rule_instrument_word = The text has words of the instrument
intake_rule_learnt = As a near initiative of the atlas has it
intake_rule_focus_stated = The document states the focus area
intake_rule_focus_theme = Inferred from the themes and near initiatives
intake_rule_same_text = Near in title, summary, countries, themes or partners
intake_rule_same_facts = The same day and the same sum
intake_amount_of = not Japan's alone
intake_doubt_refused = Seems to be no initiative
intake_doubt_no_area = No country or region can be read
intake_doubt_no_theme = No words of any theme
intake_doubt_theme_frame = May be a preamble or chapeau, not an initiative
intake_doubt_several = Seems to hold several initiatives
intake_doubt_existing = The atlas has a near initiative
intake_doubt_spoken_about = Speaks about a country that takes no part
intake_doubt_told_before = May be the same as an earlier item
intake_doubt_party = No country named; the other party was filled in
intake_doubt_theme_close = Themes are close to each other
intake_doubt_focus_close = Focus areas are close to each other
intake_doubt_place_unsure = A place name is not certain
intake_doubt_partner_new = Has an organisation that the table lacks
intake_doubt_amounts = Has several amounts
intake_score_unknown = No right answers are known for this document (mentions in the catalogue, data/intake/), so it cannot be scored.
intake_score_document = Document
intake_score_outline = Outline
intake_score_countries = Countries F1
intake_score_organisations = Organisations F1
intake_score_theme = Theme, first
intake_score_themes = Theme, first three
intake_score_instrument = Instrument, first
intake_score_focus = Focus area
intake_score_linking = Linking, first
intake_score_refused = No initiative
intake_score_seconds = Seconds

## Pictures and slides: titles written from the filter

snap_about_all = Free and Open Indo-Pacific
snap_about_evolved = Updated Free and Open Indo-Pacific
snap_title_all = Initiatives under the Free and Open Indo-Pacific
snap_title_document = { $name }: initiatives
snap_title_evolved = Initiatives under the Updated Free and Open Indo-Pacific
snap_title = { $what }: { $where }
snap_title_where = { $where }: initiatives

## Pictures and slides: what is counted

snap_counts =
    { $i } { $i ->
        [one] initiative
       *[other] initiatives
    } at { $s } { $s ->
        [one] place
       *[other] places
    }
snap_comma = ,{ " " }
snap_counts_of = { " " }({ $parts })
snap_counts_wide = { $n } of them region-wide
snap_counts_off = { $n } of them off the map
snap_empty = No initiative matches

## Pictures and slides: legend

snap_shown = Country shown
snap_site = Site
snap_city = City or approximate
snap_country = Country
snap_region = Region-wide
snap_route = Route (schematic)

## Pictures and slides: key

snap_wide = Region-wide
snap_outside = Not fully shown in this frame
snap_off = Without a place on the map
snap_inferred = public record
snap_candidate_sign = Candidate
snap_candidate = candidate
snap_inset = Inset { $letter }
brief_template = Slides in the house template ({ $name })
brief_template_help = For PowerPoint alone; the preview and other formats are without it.
move_text = { $before } → { $after }, { $date }
move_again = New step: { $said }
move_none = Nothing on record
snap_moved = { $n ->
    [0] No initiative moved in the period
   *[other] { $n } initiatives moved, { $placed } of them in { $countries } countries; { $advanced } countries saw a further stage
  }
snap_moved_head = Period
snap_moved_shown = { $words }, of which { $counts } moved in the period
snap_moved_note = What moved from { $since } to { $until }. An arrow leads from the stage reached before to the one reached since; “nothing on record”: no earlier stage is found in public; “new step”: movement short of a further stage. Candidates, what is expected and predecessors are left out. Additions to the record and corrections are no movement.
template_locked = the file is protected by a password or of the old kind (.ppt). Open it in PowerPoint, remove the protection and save it as .pptx.
template_macros = the file contains macros. Save it as .pptx or .potx without macros.
template_unread = the file cannot be read as PowerPoint. Give a .pptx or .potx.
template_empty = the file has no layouts. Give a template with a slide master.
template_small = the room for content is too small (15.3 cm wide and 8.2 cm high are needed). Add a layout with a larger body.
template_lacks_title = no layout has a title, so the title is drawn in the body.
template_lacks_footer = there is no footer, so the marking is drawn in the body.
template_lacks_date = there is no date, so the only date is that of the edition in the notes.
template_lacks_number = there is no slide number, so slides have none.
note_template_locked = the file is protected by a password or of the old kind (.doc). Open it in Word, remove the protection and save it as .docx.
note_template_macros = the file contains macros. Save it as .docx or .dotx without macros.
note_template_unread = the file cannot be read as Word. Give a .docx or .dotx.
note_template_small = the room for text is too small (11 cm wide and 12 cm high are needed). Make the page larger or its margins smaller.
note_template_lacks_styles = it has no style { $names }, so these are set plainly in its letters.
note_template_lacks_number = header and footer have no page number, so pages have none.
layer_map = Map
layer_ground = Ground
layer_sea = Sea
layer_land = Land
layer_boundaries = Boundaries
layer_boundary = Boundary
layer_disputed = Disputed area
layer_islands = Small islands
layer_frame = Frame
layer_source = Extent of the inset
layer_rim = Rim
layer_tag = Tag
layer_leaders = Leader lines
layer_marks = Marks
layer_names = Place names
layer_scale = Scale bar
layer_boxes = Callouts
layer_head = Head
layer_counts = Counts
layer_subtitle = Subtitle
layer_legend = Legend
layer_key = List
layer_foot = Foot
layer_rule = Rule
layer_notes = Notes
layer_marking = Marking
layer_number = Page number
layer_contents = Contents
layer_cover = Cover
layer_changes = Changes
layer_sources = Sources
layer_empty = Nothing found
layer_heading = Heading
layer_sign = Sign
layer_count = Count
layer_shape = Shape
snap_page = { $n }/{ $of }  { $names }
snap_continued = { $title } (continued)
snap_wide_box = { $name } (region-wide)
snap_off_box = No single region

## Pictures and slides: foot

snap_shown_head = Shown
snap_edition_head = Data edition
snap_sources_head = Sources
snap_precision_head = Precision
snap_boundaries_head = Boundaries
snap_link_head = Link
snap_date_head = Date
snap_records =
    { $n } public { $n ->
        [one] record
       *[other] records
    }, listed at the link
snap_plates = Country plates point at no place inside.
snap_schematic = Dashed routes are schematic.
snap_inferred_focus = Focus area inferred for { $n }.
snap_emphasis = Underlined: what this briefing stresses.
snap_keys = Numbers are keys to the list, not counts.
snap_boundaries = Indicative; they follow the position of the Government of Japan. Base map: Natural Earth. Place names: GeoNames (CC BY 4.0). Made with FOIP Atlas.
snap_km = { $n } km

## Pictures and slides: briefing page

page_briefing = Briefing
brief_settings = Slide settings
brief_title = Title
brief_subtitle = Subtitle
brief_style = Style
brief_style_symbols = Map only
brief_style_numbered = Numbered
brief_style_boxes = Boxes
brief_langs = Language
brief_langs_both = Both
brief_size = Page
brief_size_slide-16x9 = 16:9
brief_size_slide-4x3 = 4:3
brief_size_a4-landscape = A4 wide
brief_size_a4-portrait = A4 tall
brief_size_a3-landscape = A3 wide
brief_frame = Frame
brief_frame_auto = Automatic, round what is shown
brief_frame_indo-pacific = Indo-Pacific
brief_frame_world = World
brief_frame_view = As on the map screen
brief_colours = Colours
brief_colours_light = Focus areas
brief_colours_print = Grey print
brief_marking = Marking
brief_marking_hint = such as DRAFT
brief_date = Print a date
brief_parts = What to include
brief_legend = Legend
brief_key = Numbered list
brief_milestones = Milestones (signed, delivered …)
brief_qr = QR code of the link
brief_always = Sources, precision and boundary notes are always included.
brief_back = Back to the map to change the filter
brief_shown = **{ $n } { $n ->
        [one] initiative
       *[other] initiatives
    }**: { $words }
brief_pages = { $n } pages; the first is shown.
brief_download = Download
brief_file = File name { $name }
brief_pptx = Text and shapes stay editable
brief_png = Picture { $w }×{ $h }
brief_svg = Sharp at any size
brief_pdf = For print
brief_html = One file to hand out
brief_docx = Briefing note
brief_xlsx = Table with sources
brief_geojson = Place data
brief_command = The command that makes the same
brief_recipe = A whole briefing by recipe
brief_recipe_hint = A recipe is a text file that names the pages of a briefing in their order: maps, tables, what changed. The same file makes the briefing again with next month's data.
brief_recipe_save = These choices as a recipe
brief_recipe_open = Open a recipe
brief_recipe_refused = { $n ->
    [one] The recipe has a fault.
   *[other] The recipe has { $n } faults.
  }
brief_recipe_pages = { $n ->
    [one] The recipe is sound: one page.
   *[other] The recipe is sound: { $n } pages.
  }
brief_checks = Before you send it
brief_check_all =
    All { $n } { $n ->
        [one] initiative
       *[other] initiatives
    } included
brief_check_overlap = No symbol, label or line over another
brief_check_size = Smallest text { $pt } pt
brief_check_listed = { $n } in lists

## Pictures and slides: report of the layout

report_dropped =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    } left out: { $names }
report_unnamed =
    { $n } { $n ->
        [one] country
       *[other] countries
    } not named: { $names }
report_cut =
    { $n } { $n ->
        [one] text
       *[other] texts
    } cut
report_crossings =
    { $n } { $n ->
        [one] crossing
       *[other] crossings
    } of lines
report_under =
    { $n } { $n ->
        [one] line
       *[other] lines
    } under a box or mark
report_overlap =
    { $n } { $n ->
        [one] overlap
       *[other] overlaps
    }: take a larger page or narrow the filter
report_outside =
    { $n } { $n ->
        [one] text
       *[other] texts
    } off the page
report_small = Smallest text { $pt } pt is too small
brief_check_inferred = Focus area inferred for { $n } (said in the notes)
brief_check_off = { $n } without a place on the map (listed)
brief_pack = Pack
brief_pack_hint = A page for each that has initiatives, with cover, contents and sources.
brief_by_region = By region
brief_by_country = By country
brief_by_focus = By focus area
brief_by_region-focus = Region × focus area
brief_pack_by = Divide by
brief_pack_format = Format
brief_pack_make =
    Make { $n } { $n ->
        [one] page
       *[other] pages
    }
brief_pack_doing = { $share } { $doing }
brief_pack_line = In line: { $n } before this one
brief_pack_begin = Starting
work_failed = It could not be made. Please try again.
work_time = It took too long and was stopped. Narrow the filter or shorten the texts.
work_memory = It needed too much memory and was stopped. Narrow the filter or shorten the texts.
work_busy = Too much is waiting in line. Please try again in a moment.
brief_data = Data
brief_data_atlas = Atlas
brief_data_list = Own list
brief_data_both = Both
brief_many = Pages hold at most { $most } initiatives. Narrow the filter, for instance by region or country.
brief_pack_stop = Cancel
brief_pack_done = Ready: { $name }
brief_pack_save = Save
brief_now = Picture
brief_now_help = Save what is on screen as a PNG, 16:9, with filter and sources
brief_open = Slide
brief_open_help = Open the briefing page with this filter
brief_preview = Preview: { $alt }

## Pictures and slides: alt text and notes

snap_alt = Map: { $title }. { $words }. { $counts }.
snap_notes_sources = Sources
notes_points = Talking points
notes_point = • { $title }: { $said }
notes_now = Now: { $said }.
notes_next = Next: { $said }.
notes_sources = Sources of the points
abbreviations = Abbreviations: { $terms }
notes_all = All sources of these pages
snap_contents = Contents
pack_number = No.
recipe_gone = The edition { $edition } has no initiative “{ $name }”; what the recipe says of it is left out.
recipe_nothing = The edition { $edition } lists nothing for { $name }.
recipe_near = { " " }Is { $name } meant?
recipe_no_edition = There is no released edition “{ $name }” that pages can be made of; { $used } is used.
recipe_no_since = There is no edition “{ $name }” to compare with; the one in force a month before is taken.
recipe_first = There is no earlier edition to compare with.
recipe_before = Before
recipe_after = Now
recipe_wording = Initiatives of which only the wording changed are left out: { $n }.
recipe_unchanged = nothing changed between the two editions.
recipe_template = This page does not use the template “{ $name }”; the command (python -m exporters briefing) does.

# The overview
page_overview = Overview
overview_tab = View
overview_tab_gaps = Coverage & gaps
overview_tab_amounts = Amounts
overview_tab_moves = New & next
overview_tab_compare = Compare
overview_gaps_note = Numbers count initiatives. 0: nothing in the documents and public records, which does not mean that there is no cooperation. Some documents concern one country (Japan–Singapore statement) or a few (Japan–Philippines–US, Quad), which raises the numbers of those countries.
overview_amounts_note = Published figures only; currencies are never added. Ceilings count as published: a total is a sum of what was signed or approved, not of payments.
overview_gaps_hint = A cell opens its initiatives in the list; hatching stands for 0.
overview_compare_note = What the documents list for each country or region, side by side. "Nothing listed" means that the documents and public sources list nothing that matches, not that there is no cooperation.
overview_compare_hint = Filters apply, but for those of country and region; hatching stands for nothing listed.
overview_moves_note = Progress, newest first, without candidates and earlier projects; what is dated by year or month alone is here when that begins in the period. What is expected stands by the time that documents and public records give, candidates too; it is no promise.
overview_months = Period
overview_months_1 = 1 month
overview_months_3 = 3 months
overview_months_6 = 6 months
overview_months_12 = 12 months
overview_months_24 = 24 months
overview_since = Since a month or edition
overview_since_edition = since the edition of { $month }
overview_since_month = since { $month }
overview_wide = Add region-wide work
overview_themes = All themes
overview_by_region = Regions × focus areas
overview_by_country = Countries and areas × themes
overview_several = An initiative in several regions counts in each. East Asia includes Japan.
overview_sum = Sum
overview_workbook = Table (Excel)
overview_named = Initiatives (all themes)
overview_zeros = Gaps
overview_shown = { $n } of { $all } themes, the most widespread
overview_wide_on = initiatives that name the country, and those for all of its region (beside the name: those that name it)
overview_wide_off = only initiatives that name the country
overview_osa = Official Security Assistance (OSA): recipient × fiscal year
overview_osa_note = million yen, at signature
overview_recipient = Recipient
overview_total = Total
overview_unpriced = no amount published ({ $status })
overview_found = Grants found
overview_budget = Budget
overview_fiscal = FY{ $year }
overview_no_amounts = No grant with a published amount was found under these filters.
overview_others = Other published amounts: { $code }
overview_figures = { $n } { $n ->
        [one] figure
       *[other] figures
    }, { $total } in total
overview_amount_sources = Sources
overview_yen = about { $money }, for reference
overview_rates = Annual average rates behind the yen equivalents (for reference)
overview_rates_note = Rough values to three figures at the average of the year, never added to amounts in yen. Annual averages for { $year } and later are not held: amounts of those years have no equivalent.
overview_rate_year = Year
overview_rate_currency = Currency
overview_rate_yen = Yen per unit
overview_rate_source = Source and day of release
overview_left_candidate = Not in the totals: not confirmed as the project meant
overview_why_candidate = amounts of candidates
overview_left_intent = Not in the totals: no signature or approval found
overview_why_intent = as announced, reported or requested
overview_left_other = Not in the totals: whole costs, ceilings of a part, funds, private contracts, costs at home
overview_why_other = each line says what it is of
overview_left_event = Not in the totals: another report of the same event
overview_why_event = the same money is not counted twice
overview_left_budget = Not in the totals: budgets
overview_why_budget = a budget, draft or request is no grant
overview_left_background = Not in the totals: earlier projects
overview_why_background = what went before the initiative
overview_strip = In time
overview_strip_note = From left to right by date. Open: only the month is published; a number counts steps of nearly one date.
overview_strip_left = {" "}{ $n } dated by year alone { $n ->
        [one] is
       *[other] are
    } not placed.
overview_coming = What comes next
overview_steps = { $n } { $n ->
        [one] entry
       *[other] entries
    }
overview_none_coming = Nothing published as expected was found under these filters.
overview_late = date passed, none found
compare_first = Choose two to four countries or regions to stand side by side.
compare_second = Choose what stands beside { $name }.
compare_change = Change countries and regions
compare_most = { $n } at most. A second click takes one away.
compare_title = Numbers: { $names }
compare_has = { $name } { $n }
compare_lead = { $said } initiatives, { $n } of them shared
compare_total = Initiatives
compare_common = Shared
compare_only = Not shared
compare_also = Region-wide, besides
compare_distinct = All, each once
compare_theme = Theme
compare_told = Status, amount, partners
compare_by_theme = Initiatives by theme
compare_once = An initiative stands once, in the row of its main theme: the first that its record names.
compare_both = One initiative of both
compare_shared = One initiative of { $names }
compare_again = The same initiative as further left
compare_gap = Nothing listed for { $name }
compare_other = { $n } in other rows { $n ->
        [one] has
       *[other] have
    } this theme too
compare_reached = { $n } for all of { $name } { $n ->
        [one] applies
       *[other] apply
    }
compare_wide =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    }, counted for no country.
compare_above = { " " }{ $n } more { $n ->
        [one] stands
       *[other] stand
    } above, listed by country.
compare_lines =
    { $n } { $n ->
        [one] initiative
       *[other] initiatives
    }
compare_none = No initiative matches these filters.
overview_gaps_words = The gaps in words
overview_gaps_words_note = with none under the filters, by place; taking part as a partner is not counted
overview_empty_countries = Countries and areas without an initiative
overview_no_members = no list of members, so countries are not looked for
overview_nothing = No initiative names this region
overview_main_area = a theme stands under the focus area of most of its initiatives
overview_period = { $since } to { $today }
overview_empty_areas = Focus areas without an initiative
overview_precision = How exactly places are known
overview_basis = What places rest on
overview_places = { $n } { $n ->
        [one] place
       *[other] places
    }
overview_folded = { $n } { $n ->
        [one] initiative
       *[other] initiatives
    } named in { $source } ({ $status })
overview_osa_to = { $n } { $n ->
        [one] country
       *[other] countries
    }
overview_osa_lead = OSA: { $total } to { $to } in { $years } fiscal { $years ->
        [one] year
       *[other] years
    }
overview_files = Export
overview_slides = Slides (PowerPoint)
overview_pdf = PDF
overview_note = Document (Word)
overview_calendar = Calendar (.ics)

# Initiatives chosen one by one
ids = Initiatives
ids_chosen = { $n ->
        [one] { $n } chosen initiative
       *[other] { $n } chosen initiatives
    }
basket = Briefing: { $n }
basket_add = Add to briefing
basket_take = Take out of briefing
basket_chosen = Add the { $n } ticked
basket_order = Order, save
basket_order_note = Slides and documents follow this order within each focus area, tables throughout.
basket_up = Up
basket_down = Down
basket_save = Save as a file
basket_save_all = Save the { $n } as a file
basket_load = Add from a file
basket_loaded = { $n ->
        [one] { $n } initiative of the file is in the briefing.
       *[other] { $n } initiatives of the file are in the briefing.
    }
basket_unknown = { $n } of the file (edition { $edition }) left out, not in this edition: { $names }
basket_broken = { $name } cannot be read as a saved briefing; nothing was changed.
basket_long = { $n } initiatives are more than an address holds; the briefing was not changed.
basket_in = Has an initiative in the briefing
basket_all = Add the { $n } shown
basket_brief = Create
basket_show = Show only these
basket_clear = Empty

## Fact sheets

fact_sheet_country = Country fact sheet
fact_sheet_region = Regional fact sheet
fact_whole = Made from the whole record, whatever is filtered.
fact_pdf = PDF (A4)
fact_pptx = Slides (PowerPoint)
fact_docx = Document (Word)
fact_title_country = Country fact sheet: { $name }
fact_title_region = Regional fact sheet: { $name }
fact_about = Japan’s cooperation for a Free and Open Indo-Pacific (FOIP)
fact_nothing = There is no initiative on record for { $name }.
fact_count = Initiatives
fact_amounts = Amounts (by currency; candidates apart)
fact_no_amounts = No published amount on record
fact_confirmed = confirmed
fact_shared = shared with others
fact_figures = { $n } figures
fact_apart = In no total: { $n ->
    [one] 1 figure
   *[other] { $n } figures
} (budgets, overall costs, reports, other reports of the same grant and the like)
fact_latest = Latest movement (candidates aside)
fact_unknown = No public progress found
fact_steps = Initiatives by focus area
fact_what = Initiative (with)
fact_stage = Step
fact_day = Date
fact_money = Amount
fact_source_head = Source
fact_none = No initiative on record names { $name }
fact_with = {" "}(with { $names })
fact_of = {" "}({ $names })
fact_amount_of = amount: { $of }
fact_aside = {" "}({ $what })
fact_coming = Expected, as published
fact_timeline = In time
fact_locator = Where { $name } lies
fact_source = { $who }, “{ $title }” { $day }
fact_documents = Documents: { $documents }
fact_document = { $name } ({ $codes })
fact_open = Open symbols are towns or approximate.
fact_candidate = candidate
fact_candidate_note = The document names no project, and it is not confirmed that it means this one. Amounts stand apart from those confirmed.

## A new document: why it can't be read

intake_too_big = The file is larger than { $limit } MB. Save it without its pictures and try again.
intake_too_big_unpacked = Unpacked, the file is larger than { $limit } MB and is not read. Save it again without what is not needed.
intake_too_long = The document has more than { NUMBER($paragraphs) } paragraphs or { NUMBER($characters) } characters. Split it and try again.
intake_too_many_paragraphs = The document has more than { NUMBER($most) } paragraphs or parts of them. Split it and try again.
intake_too_many_pages = The PDF has { NUMBER($pages) } pages; at most { NUMBER($most) } are read. Take out the pages that are needed.
intake_encrypted = The file is protected by a password. Save it without one.
intake_old_office = Old formats such as .doc and .ppt are not read. Save the document as .docx, .pptx or PDF.
intake_not_a_document = This kind of file holds no document. Use TXT, PDF, DOCX, PPTX or HTML.
intake_office_broken = The document is damaged or holds what is not read. Open it in Word or PowerPoint and save it again.
intake_pdf_broken = The PDF is damaged. Open it in a viewer and save it again.
intake_html_broken = The web page can't be read. Save it again, or copy its text into a text file.
intake_scan = The PDF is a scan: it has pictures of pages and no text. Have the text recognised (OCR) first, or use the original file.
intake_encoding_unsure = The encoding can't be told for sure (it may be { $encodings }). Save the file as UTF-8 in the program it comes from.
intake_encoding_unknown = The text is neither UTF-8, UTF-16 nor Shift_JIS (CP932). Save it as UTF-8.
intake_empty = The file holds no text.

## A new document: about the file as a whole

intake_encoding_guessed = Read as { $encoding }, which is a guess. If the words look wrong, save the file as UTF-8 in the program it comes from.
intake_encoding = Read as { $encoding }.
intake_bare_pages = Pages without text, perhaps pictures: { $pages }. What they say is not read.
intake_dropped = Running heads, page numbers and navigation left out: { NUMBER($n) }.
intake_no_outline = The document has no outline of its own (no numbers, no headings). Its { NUMBER($n) } paragraphs are the items.
# The review of a new document
intake_tab_lists = Lists
intake_tab_document = Documents
intake_start = New document
intake_lead = Reads a joint statement or the like and proposes for each of its items what initiative it is. You go through the items one by one and take away drafts for the catalogue.
intake_upload = A document (TXT, PDF, DOCX, PPTX, HTML) or a saved draft (.intake.json)
intake_private = The document does not leave this server and is not kept on it. The draft stays in your browser while this tab is open.
intake_language = Language of the document
intake_language_auto = As the document is written
intake_parties = The other side (of a joint statement; one or more countries)
intake_parties_none = Choose
intake_given_title = Title, if known
intake_given_date = Date, if known (for example 2026-03-18)
intake_read = Read
intake_reading = Reading the document and drawing up proposals…
intake_failed = “{ $name }” could not be read.
intake_bad_date = Write the date as 2026, 2026-03 or 2026-03-18.
intake_no_items = No items were found. Choose a document with numbered paragraphs or bullets.
intake_review = Review of a new document
intake_progress = Progress of the review
intake_tally = { $taken } adopted · { $refused } not an initiative · { $left } left
intake_order_doubt = Doubtful first
intake_order_document = Document order
intake_to_order_doubt = Change to doubtful first
intake_to_order_document = Change to document order
intake_left_sure = Left: low { $low } · medium { $medium } · high { $high }
intake_save = Save
intake_save_why = Save the review so far as a file (.intake.json); load it on this page to go on.
intake_preview = On the map
intake_zip = YAML drafts ({ $n })
intake_close = Close
intake_text = Text of the document
intake_gap = Text outside the items ({ $n } characters)
intake_item_label = Item { $code }, confidence { $sure }, { $state }
intake_sure_low = low
intake_sure_medium = medium
intake_sure_high = high
intake_state_open = not reviewed
intake_state_taken = adopted
intake_state_refused = not an initiative
intake_badge_low = low
intake_badge_medium = med.
intake_badge_high = high
intake_badge_now = current
intake_badge_taken = adopted
intake_badge_refused = no initiative
intake_evidence = Evidence in this item
intake_field_country = country
intake_field_partner = partner
intake_field_place = place
intake_field_date = date
intake_field_status = status
intake_field_amount = amount
intake_field_theme = theme
intake_field_instrument = instrument
intake_field_focus = focus area
intake_field_same = known initiative
intake_about = About the document
intake_read_notes = Notes on the reading ({ $n })
intake_title_parties = By the title, the other side is { $names }. If that is wrong, close, choose the other side and read the document again.
intake_left_out = Lines left out
intake_source_title_ja = Title of the document (Japanese)
intake_source_title_en = Title of the document (English)
intake_source_short_title_ja = Short title of the document (Japanese)
intake_source_short_title_en = Short title of the document (English)
intake_source_publisher_ja = Publisher (Japanese)
intake_source_publisher_en = Publisher (English)
intake_source_date = Date (for example 2026-03-18)
intake_proposal = Proposal
intake_item = Item { $code }
intake_entries = Initiative
intake_entry = Initiative { $n }
intake_overall = Overall confidence
intake_doubts = {" "}({ $doubts })
intake_comma = ,{" "}
intake_previous = Back
intake_next = Next
intake_no_entry = Nothing is proposed for this item. Write an initiative, or press X if it is none.
intake_add_entry = Write an initiative
intake_joined = The same initiative as item { $code }.
intake_apart = Make it one of its own again
intake_title_ja = Title (ja)
intake_title_en = Title (en)
intake_summary_ja = Summary (ja)
intake_summary_en = Summary (en)
intake_short_title_ja = Short title (ja)
intake_short_title_en = Short title (en)
intake_focus_area_reason_ja = Reason for the area (ja)
intake_focus_area_reason_en = Reason for the area (en)
intake_lang_ja = Japanese
intake_lang_en = English
intake_to_write = To be written ({ $lang })
intake_reason_hint = Reason, as it is inferred ({ $lang })
intake_focus = Focus area
intake_basis = Basis of the area
intake_basis_stated = Stated
intake_basis_inferred = Inferred
intake_focus_why = { $why }.
intake_next_focus = Next: { $name }.
intake_learnt = {" "}(near: “{ $title }”)
intake_who = Countries, partners
intake_with = with
intake_remove = Remove
intake_add = Add
intake_add_who = Add country or partner
intake_new_organisation = “{ $name }” is in no table and was added as a new organisation.
intake_what = Themes, instrument
intake_add_what = Add theme or instrument
intake_unknown_name = “{ $name }” was not found.
intake_steps = Status
intake_add_step = Add a step
intake_remove_step = Remove step { $n }
intake_currency = Currency
intake_date_hint = Date
intake_recipient = Recipient
intake_expected = expected
intake_quoted = “{ $words }”
intake_rests_on = Rests on { $words }
intake_no_date = Date: none in this item
intake_amount_rests_on = Amount rests on { $words }
intake_no_amount = Amount: none in this item
intake_place = Place
intake_map = Map of { $n } possible places
intake_sure = Confidence { $sure }
intake_colon = :{" "}
intake_by_hand = Added by hand
intake_role = Role
intake_nowhere = Not on the map
intake_more = { $n } more
intake_spot = { $name } ({ $land }, { $exact })
intake_land = { $land } ({ $exact })
intake_find = Find a place (Enter)
intake_found = { $n } in the gazetteer.
intake_find_beyond = Look for “{ $name }” among the world's places
intake_same = Known already?
intake_new = A new initiative
intake_near =
    { $n ->
        [0] (none is near)
        [one] One is near; choose it if it is the same.
       *[other] { $n } are near; choose one if it is the same.
    }
intake_agrees = Agrees in { $fields }.{" "}
intake_differs = Differs in { $fields }.
intake_find_same = Choose a known initiative by its title
intake_beside = Side by side
intake_what_is = Field
intake_this = This proposal
intake_atlas = In the atlas
intake_short = Short title
intake_label = Label of the item
intake_label_ja = Label of the item (ja)
intake_label_en = Label of the item (en)
intake_drop = Remove this initiative
intake_actions = What to do with the item
intake_take = Adopt
intake_edit = Edit
intake_split = Split
intake_join = Same as before
intake_refuse = Not an initiative
intake_ask_split = Where to cut it into two initiatives
intake_no_cut = There is no end of a sentence or clause in this item.
intake_ask_refuse = Why it is not an initiative
intake_reason_other = Another reason, then Enter
intake_ask_close = Close this document
intake_close_saved = Save and close
intake_close_lost = Close without saving
intake_proposed = (proposed)
intake_back = Back to the review
intake_did_take = Item { $code } adopted. { $n } of { $all } reviewed. Next: item { $next }.
intake_did_refuse = Item { $code } is not an initiative. { $n } of { $all } reviewed. Next: item { $next }.
intake_did_undo = Undone. Item { $next }.
intake_did_redo = Redone. Item { $next }.
intake_did_split = Item { $code } was split.
intake_did_join = Item { $code } is now the same initiative as item { $with }.
intake_did_apart = Item { $code } is an initiative of its own again.
intake_no_join = No item before { $code } has an initiative to join.
intake_saved = The draft was saved as a file.
intake_no_room = The browser has no room for the draft. Save it as a file.
intake_wait_zip = Making the drafts…
intake_wait_preview = Putting the draft on the map…
intake_wait_find = Looking for the place…
intake_got_zip = The drafts (ZIP) were handed over; left to write: { $n }, items not reviewed: { $open } (listed in its README).
intake_long = The document is too long to be sent from here. Save it and use python -m loaders intake accept.
intake_lost = The server could not make it. Save the draft and try again.
intake_got_preview = The draft is on the map.
intake_got_find = { $n } places were found.
intake_hint = What is adopted is a draft and stays off the map until it passes python -m loaders check.　|　Undo: Ctrl+Z　Adopt while typing: Ctrl+Enter　Back to the item: Esc
intake_marking = DRAFT
intake_on_map = { $n ->
    [one] { $n } draft initiative
   *[other] { $n } draft initiatives
  } (adopted and not yet reviewed) at { $shown } places; none is in the published edition.
intake_brief = This draft
## A new document: why it can't be read


## A new document: about the file as a whole

intake_unwritten = To be written:
intake_heading = Heading of the part
intake_heading_ja = Heading (ja)
intake_heading_en = Heading (en)

brought_now = The connection was lost, and with it the list { $name } on the server. It is being brought back from your browser.
brought_lost = The connection was lost, and with it the list { $name }. Choose the file again: what you had chosen comes back with it.
brought_back = The connection was lost, and with it the list { $name } on the server. Your browser still has it.
brought_draft = The connection was lost, and with it the draft { $name } on the map. The draft itself is still in your browser: put it on the map again.
brought_go_import = Bring it back
brought_go_intake = To the draft
brought_drop = Do without
