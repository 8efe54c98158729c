"""The figures of a school as pure values: what is counted, the cut one looks at, what of it may be shown, its pictures."""
