"""Facts of Chinese and of the genre, no city: numbers, dates and day labels, document numbers, sort keys."""
