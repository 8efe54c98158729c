"""The room `views` of policy and figures: one file per subject."""
