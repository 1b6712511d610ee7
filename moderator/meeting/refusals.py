"""Refusals: why a command was not taken, as a code with parameters that the edge puts into words."""

from __future__ import annotations


class Refusal(Exception):
    """A command that the meeting does not take; nothing has changed.

    Attributes:
        code: the reason, a key of the word catalogues under "refusal.".
        params: what the sentence needs: numbers, names, codes.
    """

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
