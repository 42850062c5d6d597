"""The rules of safety, and their proof."""
