"""Validation; choices are scoped by access, saving is a service's work."""
