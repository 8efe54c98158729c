"""Documents that a worker makes as a PDF: one dataclass each, made through the doors of this floor."""
