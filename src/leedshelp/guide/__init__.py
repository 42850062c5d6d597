"""The guide: its pages, and reading them."""
