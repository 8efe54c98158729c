"""What the lower floors are told of news, what went well, the end of the day and the law watch: kinds of reminder, documents, open work; called once in ready()."""


def meld_aan() -> None:
    """Nothing yet."""
