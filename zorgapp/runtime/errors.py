"""What can stop zorgapp from running; the messages are for the user, in Dutch."""


class CannotRun(Exception):
    """Something outside zorgapp must change first; the message says what."""


class Stopped(BaseException):
    """A signal asked us to stop. Not an Exception, so that no handler for faults swallows it."""
