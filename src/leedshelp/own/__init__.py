"""The contacts of an agency's own."""
