"""Who to talk to, and which number to ring, about a child in Leeds."""

__version__ = "0.1.0"
