"""What `adapters/pptx.py` leans on still holds."""

from __future__ import annotations

import gc
import io
from typing import Any
from weakref import ref

from pptx import Presentation

from adapters.pptx import settle


def _deck(settled: bool) -> bytes:
    """A deck of three slides with notes."""
    deck: Any = Presentation()
    for number in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Slide {number}"
        slide.notes_slide.notes_text_frame.text = f"Notes {number}"
        if settled:
            settle(slide.notes_slide.part)
            settle(slide.part)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def test_a_deck_of_settled_slides_is_the_same_deck() -> None:
    decks: list[Any] = [Presentation(io.BytesIO(_deck(settled))) for settled in (True, False)]
    said = [
        [(slide.shapes.title.text, slide.notes_slide.notes_text_frame.text) for slide in deck.slides] for deck in decks
    ]
    assert said[0] == said[1] == [(f"Slide {n}", f"Notes {n}") for n in range(3)]


def test_a_settled_slide_lets_its_tree_go() -> None:
    deck: Any = Presentation()
    tree = ref(deck.slides.add_slide(deck.slide_layouts[5])._element)
    part = deck.slides[0].part
    settle(part)
    gc.collect()
    assert tree() is None and b"<p:sld " in part.blob, "large decks take more memory again: what keeps a slide's tree?"
