"""Events: one told in two books, series of them, those of every year."""
