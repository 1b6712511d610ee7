"""The instrument of a meeting's secretary: the meeting itself and the front door."""

__version__ = "0.1.0"
