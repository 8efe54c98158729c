"""What the lower floors are told of the figures: kinds of reminder, documents, open work; called once in ready()."""


def meld_aan() -> None:
    """Nothing yet."""
