"""Pages of signals, triage and follow-ups."""
