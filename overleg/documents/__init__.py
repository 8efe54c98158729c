"""One dataclass for each PDF of this floor."""
