"""The room `documents` of policy and figures: one file per subject."""
