"""What the lower floors are told of the development point, what waits, and the page Beleid en jaar: kinds of reminder, documents, open work; called once in ready()."""


def meld_aan() -> None:
    """Nothing yet."""
