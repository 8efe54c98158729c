"""The ontwikkelingsperspectief as pure functions and data: its parts, states, terms and rules. No database in here."""
