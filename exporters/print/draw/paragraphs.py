"""Text of slides: paragraphs that wrap by themselves in the theme's fonts, with links, and bullets of focus areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml.ns import qn

from atlas import palette
from atlas.vocab import Lang
from exporters.clean import web
from exporters.print.draw.drawingml import element, emu
from exporters.print.draw.theme import colour
from exporters.print.elements.items import CHAPTER, PER_INCH, Align, Paragraph, Run, TextBox, Words

_PLACE: Final = {"left": "l", "center": "ctr", "right": "r"}


@dataclass(frozen=True)
class Lettering:
    """Writes text of one language on a slide, whose part keeps where links lead; `jumps` wait for their slides."""

    part: Part
    lang: Lang
    jumps: list[tuple[Any, str]] = field(default_factory=list)

    def words(self, words: Words) -> Any:
        """The body of a text: one line as it is, of several the paragraphs that they were broken from."""
        frame = _frame("square", anchor="t") if words.flow else _frame("none", anchor="ctr")
        lead = words.leading if len(words.lines) > 1 else min(words.leading, words.size * 1.25)
        paragraphs = [self.paragraph(runs, words.size, words.colour, lead, words.align)
                      for runs in words.flow or words.lines]  # fmt: skip
        return element("p:txBody", frame, element("a:lstStyle"), *paragraphs)

    def box(self, box: TextBox) -> Any:
        """The body of a box; the box grows with what is written into it."""
        top = str(emu(box.top))
        fit = element("a:spAutoFit")
        frame = _frame("square", fit, lIns=str(emu(box.pad)), tIns=top, rIns="0", bIns=top)
        written = [self._listed(box, one) for one in box.paragraphs]
        return element("p:txBody", frame, element("a:lstStyle"), *written)

    def _listed(self, box: TextBox, one: Paragraph) -> Any:
        paragraph = self.paragraph(one.runs, box.size, palette.INK, box.leading)
        look = paragraph.find(qn("a:pPr"))
        if one.focus is not None or one.under:
            look.set("marL", str(emu(box.indent)))
            look.set("indent", "0" if one.under else str(-emu(box.indent)))
        if one.focus is not None:
            look.append(element("a:buClr", colour(palette.FOCUS[one.focus])))
            look.append(element("a:buFont", typeface="+mn-ea"))
            look.append(element("a:buChar", char=palette.FOCUS_GLYPH[one.focus]))
        return paragraph

    def paragraph(self, runs: Sequence[Run], size: float, ink: str, lead: float, align: Align = "left") -> Any:
        """A paragraph with lines of an exact height (units)."""
        spacing = element("a:lnSpc", element("a:spcPts", val=str(_hundredths(lead))))
        node = element("a:p", element("a:pPr", spacing, algn=_PLACE[align]))
        for run in runs:
            text = element("a:t")
            text.text = run.text
            node.append(element("a:r", self._letters(size, run, ink), text))
        return node

    def _letters(self, size: float, run: Run, ink: str) -> Any:
        """How letters look: size, weight, colour by its place in the theme, the theme's fonts; where they lead."""
        tongue = {"ja": "ja-JP"}.get(self.lang, "en-GB")
        other = "en-US" if self.lang == "ja" else "ja-JP"
        rule = {"u": "sng"} if run.rule == "under" else {"strike": "sngStrike"} if run.rule else {}
        bold = "1" if run.bold else "0"
        look = element("a:rPr", lang=tongue, altLang=other, sz=str(_hundredths(size)), b=bold, **rule)
        look.append(element("a:solidFill", colour(run.colour or ink)))
        look.append(element("a:latin", typeface="+mn-lt"))
        look.append(element("a:ea", typeface="+mn-ea"))
        if run.link.startswith(CHAPTER):
            self.jumps.append((look, run.link.removeprefix(CHAPTER)))
        elif web(run.link):
            click = element("a:hlinkClick")
            target = self.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            click.set(qn("r:id"), target)
            look.append(click)
        return look


def _hundredths(units: float) -> int:
    """Units of 1/144 inch in hundredths of a point."""
    return round(units * 72 / PER_INCH * 100)


def _frame(wrap: str, fit: Any = None, **look: str) -> Any:
    """The frame of a text: no insets unless asked for."""
    insets = {"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "anchor": "t"} | look
    return element("a:bodyPr", fit, wrap=wrap, rtlCol="0", **insets)
