"""The room `tests` of policy and figures: one file per subject."""
