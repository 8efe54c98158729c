"""The roof's pages: they may look into every app."""
