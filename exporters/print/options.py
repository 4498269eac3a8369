"""What the user chooses about a picture: style, frame, size, language, words; wrong values say what is allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from atlas import vocab
from atlas.countries import is_country
from atlas.errors import AtlasError

Style = Literal["symbols", "numbered", "boxes"]
STYLES: Final[tuple[Style, ...]] = get_args(Style)
Colours = Literal["light", "print"]
COLOURS: Final[tuple[Colours, ...]] = get_args(Colours)
LANGUAGES: Final = (*vocab.LANGS, "both")
FRAMES: Final = ("auto", "indo-pacific", "world", *(code for code in vocab.REGIONS if code != "global"))
_MM: Final = 25.4
_SHORT: Final = 7.5
_MOST: Final = 12_000
_PIXELS: Final = 80_000_000
_CUSTOM: Final = re.compile(r"(\d{2,5})[x×](\d{2,5})")
_VIEW: Final = re.compile(r"-?\d{1,3}(\.\d{1,9})?,-?\d{1,3}(\.\d{1,9})?,\d{1,2}(\.\d{1,9})?")
_LATITUDE: Final = 85
_LONGITUDE: Final = (-360, 360)
_ZOOM: Final = 18


class OptionError(AtlasError):
    """An option asks for what does not exist."""


class Size(NamedTuple):
    """A page in inches, and the resolution that its pictures have unless another is asked for."""

    width: float
    height: float
    dpi: int


SIZES: Final[dict[str, Size]] = {
    "slide-16x9": Size(40 / 3, 7.5, 144),
    "slide-4x3": Size(10, 7.5, 144),
    "a4-landscape": Size(297 / _MM, 210 / _MM, 300),
    "a4-portrait": Size(210 / _MM, 297 / _MM, 300),
    "a3-landscape": Size(420 / _MM, 297 / _MM, 300),
}


@dataclass(frozen=True)
class Options:
    """All about a picture but its filter; `frame` may also be an ISO code or `lat,lon,zoom`, `dpi` 0 is the usual.

    With a day in `since` it shows what moved since then.
    `room` is what a template leaves for a page in inches; a `bare` page has its title in the template's own place.
    `callouts` are the presenter's own words for initiatives, `emphasis` those that stand out in boxes and lists.
    """

    style: Style = "symbols"
    frame: str = "auto"
    size: str = "slide-16x9"
    dpi: int = 0
    title: str = ""
    subtitle: str = ""
    marking: str = ""
    date: str = ""
    colours: Colours = "light"
    legend: bool = True
    key: bool = True
    milestones: bool = True
    qr: bool = True
    link: str = ""
    since: str = ""
    room: tuple[float, float] | None = None
    bare: bool = False
    callouts: tuple[tuple[str, str], ...] = ()
    emphasis: tuple[str, ...] = ()

    def page(self) -> Size:
        """The page; `WxH` in pixels is a slide of that shape, its short side 7.5 inches: more pixels are sharper."""
        if self.room:
            return Size(*self.room, 144)
        if self.size in SIZES:
            size = SIZES[self.size]
            return size._replace(dpi=self.dpi or size.dpi)
        width, height = self.pixels()
        inches = _SHORT / min(width, height)
        return Size(width * inches, height * inches, round(1 / inches))

    def pixels(self) -> tuple[int, int]:
        """Width and height of a picture in pixels."""
        custom = _CUSTOM.fullmatch(self.size)
        if custom:
            return int(custom[1]), int(custom[2])
        width, height, dpi = self.page()
        return round(width * dpi), round(height * dpi)


def checked(options: Options) -> Options:
    """The same options; raises OptionError with one sentence for each that cannot be met."""
    frame = frame_fault(options.frame)
    all_ = (frame and f"--frame: {frame}", _size(options), _dpi(options.dpi), _since(options.since))
    faults = [fault for fault in all_ if fault]
    if faults:
        raise OptionError("\n".join(faults))
    return options


def is_view(frame: str) -> bool:
    """Whether a frame is a view of the screen, `lat,lon,zoom`."""
    if not _VIEW.fullmatch(frame):
        return False
    lat, lon, zoom = map(float, frame.split(","))
    return abs(lat) <= _LATITUDE and _LONGITUDE[0] <= lon <= _LONGITUDE[1] and zoom <= _ZOOM


def frame_fault(frame: str) -> str:
    """Why a frame cannot be drawn, with what can; empty when it can."""
    if frame in FRAMES or is_view(frame) or is_country(frame):
        return ""
    if frame.count(",") == 2:
        within = f"{-_LATITUDE}..{_LATITUDE}, {_LONGITUDE[0]}..{_LONGITUDE[1]}, 0..{_ZOOM}"
        return f"'{frame}' is out of range; use lat,lon,zoom within {within}"
    return f"'{frame}' is not known; use {', '.join(FRAMES)}, an ISO country code such as FJI, or lat,lon,zoom"


def _size(options: Options) -> str:
    if options.size not in SIZES and not _CUSTOM.fullmatch(options.size):
        return f"--size: '{options.size}' is not known; use {', '.join(SIZES)} or pixels such as 1600x900"
    width, height = options.pixels()
    if min(width, height) < 200 or max(width, height) > _MOST or width * height > _PIXELS:
        return f"--size: {width} x {height} pixels is out of range; use 200 to {_MOST:,} a side, {_PIXELS:,} in all"
    return ""


def _since(day: str) -> str:
    try:
        date.fromisoformat(day or "2000-01-01")
    except ValueError:
        return f"--since: '{day}' is no day; write it as 2026-05-31"
    return ""


def _dpi(dpi: int) -> str:
    return "" if dpi == 0 or 36 <= dpi <= 1200 else f"--dpi: {dpi} is out of range; use 36 to 1200"
