"""Pages of people and rights: get, form, service, render."""
