"""Documents: their numbers, their titles, and who announces or cites them."""
