"""An agency's own contacts."""
